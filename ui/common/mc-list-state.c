/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mc-list-state.h"

#include "mc-report.h"
#include "mc-skeleton.h"

struct _McListState
{
  AdwBin parent_instance;

  McLiveList *list;
  GSignalGroup *list_signals;
  GListModel *shown;
  GSignalGroup *shown_signals;

  GtkStack *states;
  AdwBin *content_bin;
  AdwBin *empty_bin;
  AdwStatusPage *error_page;
};

G_DEFINE_FINAL_TYPE (McListState, mc_list_state, ADW_TYPE_BIN)

enum
{
  PROP_0,
  PROP_LIST,
  PROP_CONTENT,
  PROP_EMPTY,
  PROP_SHOWN,
  N_PROPS
};
static GParamSpec *properties[N_PROPS];

static const char *
choose_state (McListState *self)
{
  const GError *error;

  if (self->list == NULL)
    return "loading";
  error = mc_live_list_get_error (self->list);
  if (g_list_model_get_n_items (G_LIST_MODEL (self->list)) > 0)
    return self->shown != NULL && g_list_model_get_n_items (self->shown) == 0 ? "nothing" : "content";
  if (error != NULL)
    {
      g_autofree char *text = g_markup_escape_text (mc_report_reason (error), -1);

      adw_status_page_set_description (self->error_page, text);
      return "error";
    }
  if (!mc_live_list_get_ready (self->list))
    return "loading";
  return adw_bin_get_child (self->empty_bin) != NULL ? "empty" : "content";
}

static void
show_state (McListState *self)
{
  gtk_stack_set_visible_child_name (self->states, choose_state (self));
}

static void
set_shown (McListState *self, GListModel *shown)
{
  if (!g_set_object (&self->shown, shown))
    return;
  g_signal_group_set_target (self->shown_signals, shown);
  show_state (self);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_SHOWN]);
}

static void
mc_list_state_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  McListState *self = MC_LIST_STATE (object);

  switch (id)
    {
    case PROP_LIST:
      g_value_set_object (value, self->list);
      break;
    case PROP_CONTENT:
      g_value_set_object (value, adw_bin_get_child (self->content_bin));
      break;
    case PROP_EMPTY:
      g_value_set_object (value, adw_bin_get_child (self->empty_bin));
      break;
    case PROP_SHOWN:
      g_value_set_object (value, self->shown);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
mc_list_state_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  McListState *self = MC_LIST_STATE (object);

  switch (id)
    {
    case PROP_LIST:
      mc_list_state_set_list (self, g_value_get_object (value));
      break;
    case PROP_CONTENT:
      adw_bin_set_child (self->content_bin, g_value_get_object (value));
      break;
    case PROP_EMPTY:
      adw_bin_set_child (self->empty_bin, g_value_get_object (value));
      break;
    case PROP_SHOWN:
      set_shown (self, g_value_get_object (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
mc_list_state_dispose (GObject *object)
{
  McListState *self = MC_LIST_STATE (object);

  g_clear_object (&self->list_signals);
  g_clear_object (&self->shown_signals);
  g_clear_object (&self->list);
  g_clear_object (&self->shown);
  /* The bin must know that its child goes: the template disposes a bound child behind its back. */
  adw_bin_set_child (ADW_BIN (object), NULL);
  gtk_widget_dispose_template (GTK_WIDGET (self), MC_TYPE_LIST_STATE);
  G_OBJECT_CLASS (mc_list_state_parent_class)->dispose (object);
}

static void
mc_list_state_class_init (McListStateClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  const GParamFlags flags = G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS;

  object_class->get_property = mc_list_state_get_property;
  object_class->set_property = mc_list_state_set_property;
  object_class->dispose = mc_list_state_dispose;

  properties[PROP_LIST] = g_param_spec_object ("list", NULL, NULL, MC_TYPE_LIVE_LIST, flags);
  properties[PROP_CONTENT] = g_param_spec_object ("content", NULL, NULL, GTK_TYPE_WIDGET, flags);
  properties[PROP_EMPTY] = g_param_spec_object ("empty", NULL, NULL, GTK_TYPE_WIDGET, flags);
  properties[PROP_SHOWN] = g_param_spec_object ("shown", NULL, NULL, G_TYPE_LIST_MODEL, flags);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  g_type_ensure (MC_TYPE_SKELETON);
  gtk_widget_class_set_template_from_resource (widget_class, "/vn/gov/cantho/MotCua/common/mc-list-state.ui");
  gtk_widget_class_bind_template_child (widget_class, McListState, states);
  gtk_widget_class_bind_template_child (widget_class, McListState, content_bin);
  gtk_widget_class_bind_template_child (widget_class, McListState, empty_bin);
  gtk_widget_class_bind_template_child (widget_class, McListState, error_page);
}

static void
mc_list_state_init (McListState *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  self->list_signals = g_signal_group_new (MC_TYPE_LIVE_LIST);
  g_signal_group_connect_swapped (self->list_signals, "notify", G_CALLBACK (show_state), self);
  g_signal_group_connect_swapped (self->list_signals, "items-changed", G_CALLBACK (show_state), self);
  self->shown_signals = g_signal_group_new (G_TYPE_LIST_MODEL);
  g_signal_group_connect_swapped (self->shown_signals, "items-changed", G_CALLBACK (show_state), self);
  show_state (self);
}

void
mc_list_state_set_list (McListState *self, McLiveList *list)
{
  g_return_if_fail (MC_IS_LIST_STATE (self));
  if (!g_set_object (&self->list, list))
    return;
  g_signal_group_set_target (self->list_signals, list);
  show_state (self);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_LIST]);
}
