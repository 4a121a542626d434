/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mc-conflict-row.h"

#include <glib/gi18n.h>

struct _McConflictRow
{
  AdwBin parent_instance;

  McConflictField *field;
  GSignalGroup *field_signals;

  GtkLabel *label;
  GtkLabel *base;
  GtkCheckButton *mine;
  GtkCheckButton *theirs;
  GtkLabel *mine_label;
  GtkLabel *theirs_label;
};

G_DEFINE_FINAL_TYPE (McConflictRow, mc_conflict_row, ADW_TYPE_BIN)

enum
{
  PROP_0,
  PROP_FIELD,
  N_PROPS
};
static GParamSpec *properties[N_PROPS];

static const char *
or_dash (const char *text)
{
  return text != NULL && *text != '\0' ? text : "–";
}

static void
show_choice (McConflictRow *self)
{
  gboolean mine = mc_conflict_field_get_choice (self->field) == MC_CHOICE_MINE;

  gtk_check_button_set_active (mine ? self->mine : self->theirs, TRUE);
}

/* What stood there, and of a field that one of the two left alone, who changed it. */
static char *
describe (McConflictField *field)
{
  const char *base = or_dash (mc_conflict_field_get_base (field));

  if (mc_conflict_field_get_clash (field))
    return g_strdup_printf (_ ("Before: %s · both changed it"), base);
  if (g_strcmp0 (mc_conflict_field_get_theirs (field), mc_conflict_field_get_base (field)) == 0)
    return g_strdup_printf (_ ("Before: %s · only you changed it"), base);
  return g_strdup_printf (_ ("Before: %s · only the other changed it"), base);
}

static void
set_field (McConflictRow *self, McConflictField *field)
{
  g_autofree char *base = NULL, *mine = NULL, *theirs = NULL;

  if (!g_set_object (&self->field, field))
    return;
  g_signal_group_set_target (self->field_signals, field);
  if (field != NULL)
    {
      base = describe (field);
      mine = g_strdup_printf (_ ("Mine: %s"), or_dash (mc_conflict_field_get_mine (field)));
      theirs = g_strdup_printf (_ ("Theirs: %s"), or_dash (mc_conflict_field_get_theirs (field)));
      gtk_label_set_label (self->label, mc_conflict_field_get_label (field));
      gtk_label_set_label (self->base, base);
      gtk_label_set_label (self->mine_label, mine);
      gtk_label_set_label (self->theirs_label, theirs);
      if (mc_conflict_field_get_clash (field))
        gtk_widget_add_css_class (GTK_WIDGET (self), "clash");
      else
        gtk_widget_remove_css_class (GTK_WIDGET (self), "clash");
      show_choice (self);
    }
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_FIELD]);
}

static void
toggled_cb (McConflictRow *self)
{
  if (self->field != NULL)
    mc_conflict_field_set_choice (self->field,
                                  gtk_check_button_get_active (self->mine) ? MC_CHOICE_MINE : MC_CHOICE_THEIRS);
}

static void
mc_conflict_row_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  McConflictRow *self = MC_CONFLICT_ROW (object);

  switch (id)
    {
    case PROP_FIELD:
      g_value_set_object (value, self->field);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
mc_conflict_row_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  McConflictRow *self = MC_CONFLICT_ROW (object);

  switch (id)
    {
    case PROP_FIELD:
      set_field (self, g_value_get_object (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
mc_conflict_row_dispose (GObject *object)
{
  McConflictRow *self = MC_CONFLICT_ROW (object);

  g_clear_object (&self->field_signals);
  g_clear_object (&self->field);
  gtk_widget_dispose_template (GTK_WIDGET (self), MC_TYPE_CONFLICT_ROW);
  G_OBJECT_CLASS (mc_conflict_row_parent_class)->dispose (object);
}

static void
mc_conflict_row_class_init (McConflictRowClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = mc_conflict_row_get_property;
  object_class->set_property = mc_conflict_row_set_property;
  object_class->dispose = mc_conflict_row_dispose;

  properties[PROP_FIELD] = g_param_spec_object ("field", NULL, NULL, MC_TYPE_CONFLICT_FIELD,
                                                G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  gtk_widget_class_set_template_from_resource (widget_class, "/vn/gov/cantho/MotCua/common/mc-conflict-row.ui");
  gtk_widget_class_bind_template_child (widget_class, McConflictRow, label);
  gtk_widget_class_bind_template_child (widget_class, McConflictRow, base);
  gtk_widget_class_bind_template_child (widget_class, McConflictRow, mine);
  gtk_widget_class_bind_template_child (widget_class, McConflictRow, theirs);
  gtk_widget_class_bind_template_child (widget_class, McConflictRow, mine_label);
  gtk_widget_class_bind_template_child (widget_class, McConflictRow, theirs_label);
  gtk_widget_class_bind_template_callback (widget_class, toggled_cb);
}

static void
mc_conflict_row_init (McConflictRow *self)
{
  self->field_signals = g_signal_group_new (MC_TYPE_CONFLICT_FIELD);
  g_signal_group_connect_swapped (self->field_signals, "notify::choice", G_CALLBACK (show_choice), self);
  gtk_widget_init_template (GTK_WIDGET (self));
}
