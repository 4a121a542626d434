/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mc-list-group.h"

/* Several lists change by one act of a person; look once. */
#define SETTLE_MS 40

struct _McListGroup
{
  GObject parent_instance;

  GPtrArray *lists; /* McLiveList */
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

G_DEFINE_FINAL_TYPE (McListGroup, mc_list_group, G_TYPE_OBJECT)

static void
mc_list_group_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  switch (id)
    {
    case PROP_READY:
      g_value_set_boolean (value, MC_LIST_GROUP (object)->ready);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
mc_list_group_dispose (GObject *object)
{
  g_clear_handle_id (&MC_LIST_GROUP (object)->timeout, g_source_remove);
  G_OBJECT_CLASS (mc_list_group_parent_class)->dispose (object);
}

static void
mc_list_group_finalize (GObject *object)
{
  g_ptr_array_unref (MC_LIST_GROUP (object)->lists);
  G_OBJECT_CLASS (mc_list_group_parent_class)->finalize (object);
}

static void
mc_list_group_class_init (McListGroupClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->get_property = mc_list_group_get_property;
  object_class->dispose = mc_list_group_dispose;
  object_class->finalize = mc_list_group_finalize;
  properties[PROP_READY] = g_param_spec_boolean ("ready", NULL, NULL, FALSE,
                                                 G_PARAM_READABLE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY);
  g_object_class_install_properties (object_class, N_PROPS, properties);
  changed_signal =
      g_signal_new ("changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
mc_list_group_init (McListGroup *self)
{
  self->lists = g_ptr_array_new_with_free_func (g_object_unref);
}

static gboolean
all_settled (McListGroup *self)
{
  for (guint i = 0; i < self->lists->len; i++)
    {
      McLiveList *list = g_ptr_array_index (self->lists, i);

      if (!mc_live_list_get_ready (list) && (!mc_live_list_get_error (list) || mc_live_list_get_loading (list)))
        return FALSE;
    }
  return TRUE;
}

static void
due_cb (gpointer data)
{
  McListGroup *self = data;

  self->timeout = 0;
  if (!all_settled (self))
    return;
  g_signal_emit (self, changed_signal, 0);
  if (self->ready)
    return;
  self->ready = TRUE;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_READY]);
}

static void
schedule (McListGroup *self)
{
  if (!self->timeout)
    self->timeout = g_timeout_add_once (self->ready ? SETTLE_MS : 0, due_cb, self);
}

void
mc_list_group_add (McListGroup *self, McLiveList *list)
{
  g_return_if_fail (MC_IS_LIST_GROUP (self) && MC_IS_LIVE_LIST (list));
  g_ptr_array_add (self->lists, g_object_ref (list));
  g_signal_connect_object (list, "changed", G_CALLBACK (schedule), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (list, "notify::ready", G_CALLBACK (schedule), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (list, "notify::error", G_CALLBACK (schedule), self, G_CONNECT_SWAPPED);
  schedule (self);
}

McListGroup *
mc_list_group_new (McSession *session, const GType *nouns, guint n_nouns)
{
  McListGroup *self = g_object_new (MC_TYPE_LIST_GROUP, NULL);

  for (guint i = 0; i < n_nouns; i++)
    {
      g_autoptr (McLiveList) list = mc_session_list (session, nouns[i], MC_DAY_NONE);

      mc_list_group_add (self, list);
    }
  schedule (self);
  return self;
}

gboolean
mc_list_group_get_ready (McListGroup *self)
{
  g_return_val_if_fail (MC_IS_LIST_GROUP (self), FALSE);
  return self->ready;
}

McLiveList *
mc_list_group_get (McListGroup *self, GType noun)
{
  g_return_val_if_fail (MC_IS_LIST_GROUP (self), NULL);
  for (guint i = 0; i < self->lists->len; i++)
    if (mc_live_list_get_noun (self->lists->pdata[i]) == noun)
      return self->lists->pdata[i];
  g_return_val_if_reached (NULL);
}

GPtrArray *
mc_list_group_get_lists (McListGroup *self)
{
  g_return_val_if_fail (MC_IS_LIST_GROUP (self), NULL);
  return self->lists;
}
