/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mc-serving-view.h"

#include "mc-competence.h"
#include "mc-counter-agency.h"
#include "mc-counter-assignment.h"
#include "mc-counter-field.h"
#include "mc-field.h"
#include "mc-list-group.h"
#include "mc-tour.h"

struct _McServingView
{
  GObject parent_instance;

  McDay day;
  McListGroup *lists;
  McStaffFacts *facts;
  McServing *serving;
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
      g_value_set_boolean (value, mc_list_group_get_ready (MC_SERVING_VIEW (object)->lists));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
mc_serving_view_finalize (GObject *object)
{
  McServingView *self = MC_SERVING_VIEW (object);

  mc_serving_free (self->serving);
  mc_staff_facts_free (self->facts);
  g_clear_object (&self->lists);
  G_OBJECT_CLASS (mc_serving_view_parent_class)->finalize (object);
}

static void
mc_serving_view_class_init (McServingViewClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->get_property = mc_serving_view_get_property;
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
}

static void
look (McServingView *self)
{
  GPtrArray *lists = mc_list_group_get_lists (self->lists);

  g_clear_pointer (&self->serving, mc_serving_free);
  g_clear_pointer (&self->facts, mc_staff_facts_free);
  self->facts = mc_staff_facts_new (self->day);
  for (guint i = 0; i < lists->len; i++)
    mc_staff_facts_add_list (self->facts, g_ptr_array_index (lists, i));
  self->serving = mc_serving_new (self->facts);
}

static void
settled_cb (McServingView *self)
{
  look (self);
  g_signal_emit (self, changed_signal, 0);
}

static void
ready_cb (McServingView *self)
{
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_READY]);
}

McServingView *
mc_serving_view_new (McSession *session, McDay day)
{
  McServingView *self = g_object_new (MC_TYPE_SERVING_VIEW, NULL);
  const GType nouns[] = { MC_TYPE_COMPETENCE,    MC_TYPE_TOUR,           MC_TYPE_FIELD,
                          MC_TYPE_COUNTER_FIELD, MC_TYPE_COUNTER_AGENCY, MC_TYPE_COUNTER_ASSIGNMENT };

  self->day = day;
  self->lists = mc_list_group_new (session, nouns, G_N_ELEMENTS (nouns));
  g_signal_connect_object (self->lists, "changed", G_CALLBACK (settled_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->lists, "notify::ready", G_CALLBACK (ready_cb), self, G_CONNECT_SWAPPED);
  look (self);
  return self;
}

gboolean
mc_serving_view_get_ready (McServingView *self)
{
  g_return_val_if_fail (MC_IS_SERVING_VIEW (self), FALSE);
  return mc_list_group_get_ready (self->lists);
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
  GListModel *rows;

  g_return_val_if_fail (MC_IS_SERVING_VIEW (self), NULL);
  rows = G_LIST_MODEL (mc_list_group_get (self->lists, MC_TYPE_COMPETENCE));
  for (guint i = 0; i < g_list_model_get_n_items (rows); i++)
    {
      g_autoptr (McCompetence) row = g_list_model_get_item (rows, i);

      if (row->person_id == person && row->field_id == field && mc_period_contains (row->during, self->day))
        return row; /* The live list holds it. */
    }
  return NULL;
}
