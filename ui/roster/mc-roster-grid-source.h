/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib-object.h>

#include "mc-day.h"
#include "mc-palette.h"

G_BEGIN_DECLS

/** MC_ROSTER_GRID_FREE: in place of a duty: nothing to do in this session. */
#define MC_ROSTER_GRID_FREE (-1)

/** McRosterMarks: what is to be told of a cell besides what it holds. */
typedef enum
{
  MC_ROSTER_MARK_PINNED = 1 << 0,  /* a corner */
  MC_ROSTER_MARK_AMENDED = 1 << 1, /* an edge */
  MC_ROSTER_MARK_WARNING = 1 << 2, /* an underline */
  MC_ROSTER_MARK_ERROR = 1 << 3,   /* likewise, stronger */
  MC_ROSTER_MARK_CHANGED = 1 << 4, /* otherwise in the version that this one is compared with: a frame */
  MC_ROSTER_MARK_PENDING = 1 << 5, /* sent, and not yet answered: slanted */
  MC_ROSTER_MARK_DIFFERS = 1 << 6, /* what was is not what was planned: an underline */
} McRosterMarks;

/**
 * McRosterGridLook:
 * How a cell looks. The strings are the source's, and good until it changes.
 * @text: as short as can be: “3”, “HD”; empty where the person is free
 * @label: (nullable): the same for a cell with more room: “Counter 3”
 * @code: (nullable): what has to be typed for it, and what is copied; %NULL: as @text
 * @tone: of the ground; MC_TONE_NONE: the day's own
 */
typedef struct
{
  const char *text;
  const char *label;
  const char *code;
  McTone tone;
  McRosterMarks marks;
} McRosterGridLook;

#define MC_ROSTER_GRID_N_FACTS 2

/**
 * McRosterGridRow:
 * What stands at the left of a row. Strings as above.
 * @heading: only a title over the rows that follow; it has no cells
 * @key: by which the row is known again after a change
 * @name, @code: a person and the agency's code; a counter and its number
 * @facts: figures beside the name: hours, Saturdays this year
 * @drag: (nullable): what is dragged away by the name (“person/12”)
 */
typedef struct
{
  gboolean heading;
  const char *key;
  const char *name;
  const char *code;
  const char *facts[MC_ROSTER_GRID_N_FACTS];
  McTone fact_tones[MC_ROSTER_GRID_N_FACTS];
  const char *drag;
} McRosterGridRow;

/**
 * McRosterGridDay:
 * @tone: MC_TONE_WEEKEND, MC_TONE_HOLIDAY or MC_TONE_NONE
 * @note: (nullable): why the day is not like others: “National Day”
 */
typedef struct
{
  McDay day;
  McTone tone;
  const char *note;
} McRosterGridDay;

/** McRosterCode: something that can be typed into a cell. */
typedef struct
{
  char *code;
  char *name;
} McRosterCode;

/** mc_roster_code_new: (transfer full): of copies. */
McRosterCode *mc_roster_code_new (const char *code, const char *name);
void mc_roster_code_free (McRosterCode *self);

#define MC_TYPE_ROSTER_GRID_SOURCE (mc_roster_grid_source_get_type ())
G_DECLARE_INTERFACE (McRosterGridSource, mc_roster_grid_source, MC, ROSTER_GRID_SOURCE, GObject)

/**
 * McRosterGridSource:
 * What a McRosterGrid shows: rows and days, each day of one or more sessions. A slot is a session: day × sessions a day
 * + session. After the rows come the feet, one a counter or duty, whose cells are lights; they are asked for by the
 * same functions, with rows from get_n_rows() on.
 *
 * @get_name_title: (transfer none) (optional): over the names of the rows; “Name” without it
 * @get_fact_title: (transfer none): over the figures; @fact below MC_ROSTER_GRID_N_FACTS
 * @get_look: for every cell that comes into view: must be quick
 * @describe: (transfer full): what a cell holds in words, its findings included: “counter 3, away on Monday”
 * @parse: what a typed code means, as a number of the source's own; an empty text is MC_ROSTER_GRID_FREE.
 *   MC_ERROR_INVALID says what is wrong with it
 * @complete: (transfer full) (element-type McRosterCode): what begins with @text, the likeliest first
 *
 * Signals:
 *  “changed”: all may be otherwise
 *  “cells-changed” (uint row, uint slot, uint n_rows, uint n_slots): these look otherwise
 */
struct _McRosterGridSourceInterface
{
  GTypeInterface parent_interface;

  guint (*get_n_rows) (McRosterGridSource *self);
  guint (*get_n_feet) (McRosterGridSource *self);
  guint (*get_n_days) (McRosterGridSource *self);
  guint (*get_n_parts) (McRosterGridSource *self);
  const char *(*get_name_title) (McRosterGridSource *self);
  const char *(*get_fact_title) (McRosterGridSource *self, guint fact);
  void (*get_row) (McRosterGridSource *self, guint row, McRosterGridRow *out);
  void (*get_day) (McRosterGridSource *self, guint day, McRosterGridDay *out);
  void (*get_look) (McRosterGridSource *self, guint row, guint slot, McRosterGridLook *out);
  char *(*describe) (McRosterGridSource *self, guint row, guint slot);
  gboolean (*parse) (McRosterGridSource *self, const char *text, int *duty, GError **error);
  GPtrArray *(*complete) (McRosterGridSource *self, guint row, guint slot, const char *text);
};

guint mc_roster_grid_source_get_n_rows (McRosterGridSource *self);
guint mc_roster_grid_source_get_n_feet (McRosterGridSource *self);
guint mc_roster_grid_source_get_n_days (McRosterGridSource *self);
guint mc_roster_grid_source_get_n_parts (McRosterGridSource *self);
const char *mc_roster_grid_source_get_name_title (McRosterGridSource *self);
const char *mc_roster_grid_source_get_fact_title (McRosterGridSource *self, guint fact);
McRosterGridRow mc_roster_grid_source_get_row (McRosterGridSource *self, guint row);
McRosterGridDay mc_roster_grid_source_get_day (McRosterGridSource *self, guint day);
McRosterGridLook mc_roster_grid_source_get_look (McRosterGridSource *self, guint row, guint slot);
char *mc_roster_grid_source_describe (McRosterGridSource *self, guint row, guint slot);
gboolean mc_roster_grid_source_parse (McRosterGridSource *self, const char *text, int *duty, GError **error);
GPtrArray *mc_roster_grid_source_complete (McRosterGridSource *self, guint row, guint slot, const char *text);

/** mc_roster_grid_source_dup_name: (transfer full): a cell for the ear: person, day, session, what it holds, marks. */
char *mc_roster_grid_source_dup_name (McRosterGridSource *self, guint row, guint slot);

/** mc_roster_grid_source_dup_when: (transfer full): “Tuesday 01/12 morning”. */
char *mc_roster_grid_source_dup_when (McRosterGridSource *self, guint slot);

/* For those who are a source. */
void mc_roster_grid_source_changed (McRosterGridSource *self);
void mc_roster_grid_source_cells_changed (McRosterGridSource *self, guint row, guint slot, guint n_rows, guint n_slots);

G_END_DECLS
