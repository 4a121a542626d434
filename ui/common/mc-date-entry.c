/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mc-date-entry.h"

#include "mc-date-text.h"

struct _McDateEntry
{
  AdwBin parent_instance;

  McDateText *text;
  GtkEntry *entry;
  GtkMenuButton *button;
  GtkCalendar *calendar;
};

G_DEFINE_FINAL_TYPE (McDateEntry, mc_date_entry, ADW_TYPE_BIN)

enum
{
  ACTIVATE,
  N_SIGNALS
};
static guint signals[N_SIGNALS];

static void
mc_date_entry_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  mc_date_text_get_forwarded (MC_DATE_ENTRY (object)->text, pspec, value);
}

static void
mc_date_entry_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  mc_date_text_set_forwarded (MC_DATE_ENTRY (object)->text, pspec, value);
}

static void
activate_cb (McDateEntry *self)
{
  if (mc_date_text_get_day (self->text) != MC_DAY_NONE)
    g_signal_emit (self, signals[ACTIVATE], 0);
}

static gboolean
mc_date_entry_grab_focus (GtkWidget *widget)
{
  return gtk_widget_grab_focus (GTK_WIDGET (MC_DATE_ENTRY (widget)->entry));
}

static void
mc_date_entry_dispose (GObject *object)
{
  McDateEntry *self = MC_DATE_ENTRY (object);

  g_clear_object (&self->text);
  gtk_widget_dispose_template (GTK_WIDGET (self), MC_TYPE_DATE_ENTRY);
  G_OBJECT_CLASS (mc_date_entry_parent_class)->dispose (object);
}

static void
mc_date_entry_class_init (McDateEntryClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = mc_date_entry_get_property;
  object_class->set_property = mc_date_entry_set_property;
  object_class->dispose = mc_date_entry_dispose;
  mc_date_text_forward (object_class);
  widget_class->grab_focus = mc_date_entry_grab_focus;

  signals[ACTIVATE] =
      g_signal_new ("activate", MC_TYPE_DATE_ENTRY, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);

  gtk_widget_class_set_template_from_resource (widget_class, "/vn/gov/cantho/MotCua/common/mc-date-entry.ui");
  /* A plain box may not have a name of its own, and the entry takes its name from here. */
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
  gtk_widget_class_bind_template_child (widget_class, McDateEntry, entry);
  gtk_widget_class_bind_template_child (widget_class, McDateEntry, button);
  gtk_widget_class_bind_template_child (widget_class, McDateEntry, calendar);
  gtk_widget_class_bind_template_callback (widget_class, activate_cb);
}

static void
mc_date_entry_init (McDateEntry *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  self->text = mc_date_text_new (GTK_WIDGET (self), GTK_EDITABLE (self->entry), self->calendar, self->button);
}

McDay
mc_date_entry_get_day (McDateEntry *self)
{
  g_return_val_if_fail (MC_IS_DATE_ENTRY (self), MC_DAY_NONE);
  return mc_date_text_get_day (self->text);
}

void
mc_date_entry_set_day (McDateEntry *self, McDay day)
{
  g_return_if_fail (MC_IS_DATE_ENTRY (self));
  mc_date_text_set_day (self->text, day);
}

gboolean
mc_date_entry_get_valid (McDateEntry *self)
{
  g_return_val_if_fail (MC_IS_DATE_ENTRY (self), FALSE);
  return mc_date_text_get_valid (self->text);
}
