/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "mc-roster-view.h"

G_BEGIN_DECLS

/** A row as it is shown; @index is of the problem's people or duties. */
typedef struct
{
  gboolean heading;
  char *key, *name, *code, *drag;
  char *facts[MC_ROSTER_GRID_N_FACTS];
  McTone fact_tones[MC_ROSTER_GRID_N_FACTS];
  gint index;
} ViewRow;

struct _McRosterView
{
  GObject parent_instance;

  McRosterBook *book;
  McRosterSide side;
  McRosterGrouping grouping;
  char *needle;

  /* As of the book's last change */
  McRosterBrief *brief;
  McRosterProblem *problem; /* the brief's */
  McRosterSolution *current;
  McPeriod days;
  guint n_parts;
  GPtrArray *rows;     /* ViewRow */
  GPtrArray *feet;     /* ViewRow; index MC_ROSTER_NONE: all seats */
  gint *sessions;      /* of each slot, or MC_ROSTER_NONE */
  guint *slots;        /* of each session */
  guint16 *wanted;     /* of each duty and session */
  guint16 *there;      /* likewise */
  gint16 *away;        /* of each person and session, or MC_ROSTER_NONE */
  gint16 *breach;      /* likewise: the worst breach */
  char **texts;        /* of the rows of counters, made when asked for */
  gint16 *other;       /* of each person and session in the other version; NULL: none */
  GHashTable *pending; /* (person, slot) -> duty + 2 */
};

/* mc-roster-view-rows.c */
void mc_roster_view_fill_rows (McRosterView *self);
void mc_roster_view_row_free (gpointer data);

/* mc-roster-view-looks.c */
void mc_roster_view_fill_tables (McRosterView *self);
void mc_roster_view_clear_tables (McRosterView *self);
void mc_roster_view_source_init (McRosterGridSourceInterface *iface);
gint mc_roster_view_get_duty (McRosterView *self, guint person, gint session); /* pending ones included */
ViewRow *mc_roster_view_get_row (McRosterView *self, guint row);
gint64 mc_roster_view_pending_key (guint person, guint slot);

G_END_DECLS
