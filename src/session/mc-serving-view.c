/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mc-serving-view.h"

#include "mc-competence.h"
#include "mc-counter-agency.h"
#include "mc-counter-assignment.h"
#include "mc-counter-field.h"
#include "mc-field.h"
#include "mc-tour.h"

/* Several lists change by one act of a person; look once. */
#define SETTLE_MS 40

struct _McServingView
{
  GObject parent_instance;

  McDay day;
  GPtrArray *sources; /* McLiveList */
  McStaffFacts *facts;
  McServing *serving;
  McLiveList *competences; /* one of the sources */
  guint timeout;
  gboolean ready;
};

enum
{
  PROP_0,
  PROP_READY,
  N_PROPS,
};

static GParamSpec *properties[N_PROPS];
static guint changed_signal;

G_DEFINE_FINAL_TYPE (McServingView, mc_serving_view, G_TYPE_OBJECT)

static void
mc_serving_view_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  switch (id)
    {
    case PROP_READY:
      g_value_set_boolean (value, MC_SERVING_VIEW (object)->ready);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
mc_serving_view_dispose (GObject *object)
{
  g_clear_handle_id (&MC_SERVING_VIEW (object)->timeout, g_source_remove);
  G_OBJECT_CLASS (mc_serving_view_parent_class)->dispose (object);
}

static void
mc_serving_view_finalize (GObject *object)
{
  McServingView *self = MC_SERVING_VIEW (object);

  mc_serving_free (self->serving);
  mc_staff_facts_free (self->facts);
  g_ptr_array_unref (self->sources);
  G_OBJECT_CLASS (mc_serving_view_parent_class)->finalize (object);
}

static void
mc_serving_view_class_init (McServingViewClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->get_property = mc_serving_view_get_property;
  object_class->dispose = mc_serving_view_dispose;
  object_class->finalize = mc_serving_view_finalize;
  properties[PROP_READY] = g_param_spec_boolean ("ready", NULL, NULL, FALSE,
                                                 G_PARAM_READABLE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY);
  g_object_class_install_properties (object_class, N_PROPS, properties);
  changed_signal =
      g_signal_new ("changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
mc_serving_view_init (McServingView *self)
{
  self->sources = g_ptr_array_new_with_free_func (g_object_unref);
}

static gboolean
all_settled (McServingView *self)
{
  for (guint i = 0; i < self->sources->len; i++)
    {
      McLiveList *list = g_ptr_array_index (self->sources, i);

      if (!mc_live_list_get_ready (list) && (!mc_live_list_get_error (list) || mc_live_list_get_loading (list)))
        return FALSE;
    }
  return TRUE;
}

static void
look (McServingView *self)
{
  g_clear_pointer (&self->serving, mc_serving_free);
  g_clear_pointer (&self->facts, mc_staff_facts_free);
  self->facts = mc_staff_facts_new (self->day);
  for (guint i = 0; i < self->sources->len; i++)
    mc_staff_facts_add_list (self->facts, g_ptr_array_index (self->sources, i));
  self->serving = mc_serving_new (self->facts);
}

static void
due_cb (gpointer data)
{
  McServingView *self = data;

  self->timeout = 0;
  if (!all_settled (self))
    return;
  look (self);
  g_signal_emit (self, changed_signal, 0);
  if (self->ready)
    return;
  self->ready = TRUE;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_READY]);
}

static void
schedule (McServingView *self)
{
  if (!self->timeout)
    self->timeout = g_timeout_add_once (self->ready ? SETTLE_MS : 0, due_cb, self);
}

McServingView *
mc_serving_view_new (McSession *session, McDay day)
{
  McServingView *self = g_object_new (MC_TYPE_SERVING_VIEW, NULL);
  const GType nouns[] = { MC_TYPE_COMPETENCE,    MC_TYPE_TOUR,           MC_TYPE_FIELD,
                          MC_TYPE_COUNTER_FIELD, MC_TYPE_COUNTER_AGENCY, MC_TYPE_COUNTER_ASSIGNMENT };

  self->day = day;
  for (gsize i = 0; i < G_N_ELEMENTS (nouns); i++)
    {
      McLiveList *list = mc_session_list (session, nouns[i], MC_DAY_NONE);

      g_ptr_array_add (self->sources, list);
      g_signal_connect_object (list, "changed", G_CALLBACK (schedule), self, G_CONNECT_SWAPPED);
      g_signal_connect_object (list, "notify::ready", G_CALLBACK (schedule), self, G_CONNECT_SWAPPED);
      g_signal_connect_object (list, "notify::error", G_CALLBACK (schedule), self, G_CONNECT_SWAPPED);
    }
  self->competences = g_ptr_array_index (self->sources, 0);
  look (self);
  schedule (self);
  return self;
}

gboolean
mc_serving_view_get_ready (McServingView *self)
{
  g_return_val_if_fail (MC_IS_SERVING_VIEW (self), FALSE);
  return self->ready;
}

McServing *
mc_serving_view_get (McServingView *self)
{
  g_return_val_if_fail (MC_IS_SERVING_VIEW (self), NULL);
  return self->serving;
}

gpointer
mc_serving_view_get_competence (McServingView *self, gint64 person, gint64 field)
{
  g_return_val_if_fail (MC_IS_SERVING_VIEW (self), NULL);
  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (self->competences)); i++)
    {
      g_autoptr (McCompetence) row = g_list_model_get_item (G_LIST_MODEL (self->competences), i);

      if (row->person_id == person && row->field_id == field && mc_period_contains (row->during, self->day))
        return row; /* The live list holds it. */
    }
  return NULL;
}
