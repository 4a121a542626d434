/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mc-shift-model.h"

#define DAYS_A_WEEK 7

static void
clear_type (gpointer data)
{
  McShiftType *type = data;

  g_free (type->id);
}

static void
clear_person (gpointer data)
{
  McShiftPerson *person = data;

  g_free (person->id);
  g_free (person->most);
  g_free (person->allowed);
}

McShiftModel *
mc_shift_model_new (guint n_days)
{
  McShiftModel *self = g_new0 (McShiftModel, 1);

  g_atomic_ref_count_init (&self->refs);
  self->n_days = n_days;
  self->types = g_array_new (FALSE, TRUE, sizeof (McShiftType));
  self->people = g_array_new (FALSE, TRUE, sizeof (McShiftPerson));
  self->requests = g_array_new (FALSE, TRUE, sizeof (McShiftRequest));
  self->covers = g_array_new (FALSE, TRUE, sizeof (McShiftCover));
  g_array_set_clear_func (self->types, clear_type);
  g_array_set_clear_func (self->people, clear_person);
  return self;
}

McShiftModel *
mc_shift_model_ref (McShiftModel *self)
{
  g_atomic_ref_count_inc (&self->refs);
  return self;
}

void
mc_shift_model_unref (McShiftModel *self)
{
  if (!g_atomic_ref_count_dec (&self->refs))
    return;
  g_array_unref (self->types);
  g_array_unref (self->people);
  g_array_unref (self->requests);
  g_array_unref (self->covers);
  g_free (self);
}

guint
mc_shift_model_add_type (McShiftModel *self, const char *id, gint minutes)
{
  McShiftType type = { .id = g_strdup (id), .minutes = minutes, .next = G_MAXUINT32 };

  g_assert (self->people->len == 0 && self->types->len < MC_SHIFT_MAX_TYPES);
  g_array_append_val (self->types, type);
  return self->types->len - 1;
}

McShiftPerson *
mc_shift_model_add_person (McShiftModel *self, const char *id)
{
  guint32 all = (guint32)((1ull << mc_shift_model_n_choices (self)) - 1);
  McShiftPerson person = { .id = g_strdup (id),
                           .max_minutes = G_MAXINT,
                           .min_run = 1,
                           .max_run = G_MAXINT,
                           .min_off = 1,
                           .max_off = G_MAXINT,
                           .max_weekends = G_MAXINT,
                           .most = g_new (gint, self->types->len),
                           .allowed = g_new (guint32, self->n_days) };

  for (guint t = 0; t < self->types->len; t++)
    person.most[t] = G_MAXINT;
  for (guint d = 0; d < self->n_days; d++)
    person.allowed[d] = all;
  g_array_append_val (self->people, person);
  return mc_shift_person (self, self->people->len - 1);
}

void
mc_shift_model_add_request (McShiftModel *self, guint person, guint day, gint type, gboolean on, gint weight)
{
  McShiftRequest request = { .person = person, .day = day, .type = type, .on = on, .weight = weight };

  g_array_append_val (self->requests, request);
}

void
mc_shift_model_add_cover (McShiftModel *self, guint day, guint type, gint wanted, gint under, gint over)
{
  McShiftCover cover = { .day = day, .type = type, .wanted = wanted, .under = under, .over = over };

  g_array_append_val (self->covers, cover);
}

guint
mc_shift_model_n_choices (const McShiftModel *self)
{
  return self->types->len + 1;
}

guint
mc_shift_model_weekday (const McShiftModel *self, guint day)
{
  return (self->first_weekday + day) % DAYS_A_WEEK;
}

gint
mc_shift_request_cost (const McShiftRequest *self, guint choice)
{
  gboolean has = self->type == MC_SHIFT_ANY ? choice != MC_SHIFT_OFF : choice == (guint)self->type + 1;

  return has == self->on ? 0 : self->weight;
}
