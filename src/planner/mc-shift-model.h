/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/** MC_SHIFT_OFF: what a person has on a day is a choice: 0 for a day off, 1 + the index of a shift type else. */
#define MC_SHIFT_OFF 0

/** MC_SHIFT_ANY: in a request: whatever the shift. */
#define MC_SHIFT_ANY (-1)

/** MC_SHIFT_MAX_TYPES: choices stand in words of 32 bits. */
#define MC_SHIFT_MAX_TYPES 31

/** MC_SHIFT_MAX_WEIGHT: of a request or a cover; sums of costs stay exact in a double. */
#define MC_SHIFT_MAX_WEIGHT 1000000000

#define MC_SHIFT_BIT(choice) (1u << (choice))

/** McShiftType: */
typedef struct
{
  char *id;
  gint minutes;
  guint32 next; /* MC_SHIFT_BIT of the choices that may stand on the day after */
} McShiftType;

/**
 * McShiftPerson:
 * Whom the roster is for, and within what limits; G_MAXINT is no limit. The state on the eve of the first day: as long
 * as @run and @off_run are 0 nothing is known of it. What ended on the eve is past; what goes on counts from its
 * beginning.
 */
typedef struct
{
  char *id;
  gint min_minutes;
  gint max_minutes;
  gint min_run; /* days worked on end; those that touch an end of the horizon may be fewer */
  gint max_run;
  gint min_off; /* days off on end, likewise */
  gint max_off;
  gint max_weekends; /* with a Saturday or a Sunday worked */
  gint *most;        /* shifts of each type */
  guint32 *allowed;  /* for each day: MC_SHIFT_BIT of the choices that may be */
  guint last;        /* the choice on the eve */
  gint run;          /* days worked on end up to the eve */
  gint off_run;      /* days off on end up to the eve */
} McShiftPerson;

/** McShiftRequest: costs @weight if the person has it not (@on), or has it (not @on). */
typedef struct
{
  guint person;
  guint day;
  gint type; /* or MC_SHIFT_ANY */
  gboolean on;
  gint weight;
} McShiftRequest;

/** McShiftCover: how many people are to have a shift on a day; one at most for each pair. */
typedef struct
{
  guint day;
  guint type;
  gint wanted;
  gint under; /* cost of each one missing */
  gint over;  /* cost of each one beyond */
} McShiftCover;

/**
 * McShiftModel:
 * Rosters of one shift a day with runs, rests and weekends: what column generation works on. Limits of people are hard,
 * cover and requests cost. Once filled nobody changes it, and any thread may read it.
 */
typedef struct
{
  guint n_days;
  guint first_weekday; /* of day 0: 0 Monday … 6 Sunday */
  GArray *types;       /* McShiftType */
  GArray *people;      /* McShiftPerson */
  GArray *requests;    /* McShiftRequest */
  GArray *covers;      /* McShiftCover */

  /*< private >*/
  gatomicrefcount refs;
} McShiftModel;

#define mc_shift_type(model, i) (&g_array_index ((model)->types, McShiftType, (i)))
#define mc_shift_person(model, i) (&g_array_index ((model)->people, McShiftPerson, (i)))
#define mc_shift_request(model, i) (&g_array_index ((model)->requests, McShiftRequest, (i)))
#define mc_shift_cover(model, i) (&g_array_index ((model)->covers, McShiftCover, (i)))

/** mc_shift_model_new: (transfer full): @n_days from a Monday; nobody and nothing in it. */
McShiftModel *mc_shift_model_new (guint n_days);

McShiftModel *mc_shift_model_ref (McShiftModel *self);
void mc_shift_model_unref (McShiftModel *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (McShiftModel, mc_shift_model_unref)

/** mc_shift_model_add_type: any choice may follow it; to be added before people. Returns: its index */
guint mc_shift_model_add_type (McShiftModel *self, const char *id, gint minutes);

/** mc_shift_model_add_person: (transfer none): without limits but that a run has a day at least; to be filled. */
McShiftPerson *mc_shift_model_add_person (McShiftModel *self, const char *id);

void mc_shift_model_add_request (McShiftModel *self, guint person, guint day, gint type, gboolean on, gint weight);
void mc_shift_model_add_cover (McShiftModel *self, guint day, guint type, gint wanted, gint under, gint over);

/** mc_shift_model_n_choices: one more than there are types. */
guint mc_shift_model_n_choices (const McShiftModel *self);

/** mc_shift_model_weekday: 0 Monday … 6 Sunday. */
guint mc_shift_model_weekday (const McShiftModel *self, guint day);

/** mc_shift_request_cost: the cost of a request where its person has @choice on its day. */
gint mc_shift_request_cost (const McShiftRequest *self, guint choice);

G_END_DECLS
