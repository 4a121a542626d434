/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mc-standing-effect.h"

#include <glib/gi18n.h>

#include "mc-counter-assignment.h"
#include "mc-counter.h"
#include "mc-staff-entry.h"

struct _McStandingEffect
{
  GObject parent_instance;

  McLiveList *counters;
  McLiveList *assignments;
  McLiveList *staff;
};

G_DEFINE_FINAL_TYPE (McStandingEffect, mc_standing_effect, G_TYPE_OBJECT)

/* Who else is at the counter, or could be. */
static char *
name_others (McStandingEffect *self, gint64 counter, gint64 person, McDay day, McCounterRole role)
{
  GString *names = g_string_new (NULL);

  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (self->assignments)); i++)
    {
      g_autoptr (McCounterAssignment) one = g_list_model_get_item (G_LIST_MODEL (self->assignments), i);
      McStaffEntry *who = mc_live_list_get_by_id (self->staff, one->person_id);

      if (one->counter_id == counter && one->person_id != person && one->role == role && who &&
          mc_period_contains (one->during, day))
        g_string_append_printf (names, "%s%s", names->len ? ", " : "", who->full_name);
    }
  return g_string_free (names, FALSE);
}

static void
tell_counter (McStandingEffect *self, GString *text, McCounter *counter, gint64 person, McDay day)
{
  gint64 id = mc_entity_get_id (MC_ENTITY (counter));
  g_autofree char *others = name_others (self, id, person, day, MC_COUNTER_ROLE_PRIMARY);
  g_autofree char *standbys = name_others (self, id, person, day, MC_COUNTER_ROLE_STANDBY);

  if (text->len > 0)
    g_string_append_c (text, ' ');
  if (*others)
    g_string_append_printf (text, _ ("Counter %d stays open with %s."), counter->number, others);
  else if (*standbys)
    g_string_append_printf (text, _ ("Counter %d stays empty. Standbys: %s."), counter->number, standbys);
  else
    g_string_append_printf (text, _ ("Counter %d stays empty, and it has no standby."), counter->number);
}

char *
mc_standing_effect_dup (McStandingEffect *self, gint64 person, McDay day)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (self->assignments)); i++)
    {
      g_autoptr (McCounterAssignment) one = g_list_model_get_item (G_LIST_MODEL (self->assignments), i);
      McCounter *counter = mc_live_list_get_by_id (self->counters, one->counter_id);

      if (one->person_id == person && one->role == MC_COUNTER_ROLE_PRIMARY && counter &&
          mc_period_contains (one->during, day))
        tell_counter (self, text, counter, person, day);
    }
  return g_string_free (text, FALSE);
}

static void
mc_standing_effect_dispose (GObject *object)
{
  McStandingEffect *self = MC_STANDING_EFFECT (object);

  g_clear_object (&self->counters);
  g_clear_object (&self->assignments);
  g_clear_object (&self->staff);
  G_OBJECT_CLASS (mc_standing_effect_parent_class)->dispose (object);
}

static void
mc_standing_effect_class_init (McStandingEffectClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = mc_standing_effect_dispose;
}

static void
mc_standing_effect_init (McStandingEffect *self)
{
}

McStandingEffect *
mc_standing_effect_new (McSession *session, McDay day)
{
  McStandingEffect *self = g_object_new (MC_TYPE_STANDING_EFFECT, NULL);

  self->counters = mc_session_list (session, MC_TYPE_COUNTER, MC_DAY_NONE);
  self->assignments = mc_session_list (session, MC_TYPE_COUNTER_ASSIGNMENT, MC_DAY_NONE);
  self->staff = mc_session_list (session, MC_TYPE_STAFF_ENTRY, day);
  return self;
}
