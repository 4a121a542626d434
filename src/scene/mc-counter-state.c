/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mc-counter-state.h"

#include <glib/gi18n-lib.h>
#include <math.h>

static void
person_free (gpointer data)
{
  McCounterPerson *person = data;

  g_free (person->name);
  g_free (person->agency_code);
  g_clear_pointer (&person->photo, cairo_surface_destroy);
  g_free (person);
}

McCounterState *
mc_counter_state_new (const char *number)
{
  McCounterState *self = g_new0 (McCounterState, 1);

  self->number = g_strdup (number);
  self->tone = MC_TONE_GAP;
  self->seats = 1;
  self->people = g_ptr_array_new_with_free_func (person_free);
  for (guint i = 0; i < MC_N_PLAN_OVERLAYS; i++)
    self->values[i] = NAN;
  return self;
}

void
mc_counter_state_free (McCounterState *self)
{
  g_free (self->number);
  g_free (self->name);
  g_free (self->agency_codes);
  g_ptr_array_unref (self->people);
  g_free (self);
}

void
mc_counter_state_add_person (McCounterState *self,
                             gint64 person_id,
                             const char *name,
                             const char *agency_code,
                             McTone tone,
                             cairo_surface_t *photo)
{
  McCounterPerson *person = g_new0 (McCounterPerson, 1);

  person->person_id = person_id;
  person->name = g_strdup (name ? name : "");
  person->agency_code = g_strdup (agency_code);
  person->tone = tone;
  person->photo = photo ? cairo_surface_reference (photo) : NULL;
  g_ptr_array_add (self->people, person);
}

static gboolean
has_tone (McCounterState *self, McTone tone)
{
  for (guint i = 0; i < self->people->len; i++)
    if (((McCounterPerson *)g_ptr_array_index (self->people, i))->tone == tone)
      return TRUE;
  return FALSE;
}

void
mc_counter_state_settle (McCounterState *self)
{
  static const McTone order[] = { MC_TONE_STANDBY, MC_TONE_STAFFED, MC_TONE_ARRIVING, MC_TONE_ABSENT_UNEXCUSED,
                                  MC_TONE_ABSENT };

  if (self->tone == MC_TONE_CLOSED)
    return;
  self->tone = MC_TONE_GAP;
  for (guint i = 0; i < G_N_ELEMENTS (order) && self->tone == MC_TONE_GAP; i++)
    if (has_tone (self, order[i]))
      self->tone = order[i];
}

guint
mc_counter_state_get_present (McCounterState *self)
{
  guint present = 0;

  for (guint i = 0; i < self->people->len; i++)
    {
      McTone tone = ((McCounterPerson *)g_ptr_array_index (self->people, i))->tone;

      present += tone == MC_TONE_STAFFED || tone == MC_TONE_STANDBY;
    }
  return present;
}
