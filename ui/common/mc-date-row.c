/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mc-date-row.h"

#include "mc-date-text.h"

struct _McDateRow
{
  AdwEntryRow parent_instance;

  McDateText *text;
  GtkMenuButton *button;
  GtkCalendar *calendar;
  GtkLabel *wrong;
};

G_DEFINE_FINAL_TYPE (McDateRow, mc_date_row, ADW_TYPE_ENTRY_ROW)

static void
mc_date_row_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  mc_date_text_get_forwarded (MC_DATE_ROW (object)->text, pspec, value);
}

static void
mc_date_row_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  mc_date_text_set_forwarded (MC_DATE_ROW (object)->text, pspec, value);
}

static void
mc_date_row_dispose (GObject *object)
{
  McDateRow *self = MC_DATE_ROW (object);

  g_clear_object (&self->text);
  gtk_widget_dispose_template (GTK_WIDGET (self), MC_TYPE_DATE_ROW);
  G_OBJECT_CLASS (mc_date_row_parent_class)->dispose (object);
}

static void
mc_date_row_class_init (McDateRowClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = mc_date_row_get_property;
  object_class->set_property = mc_date_row_set_property;
  object_class->dispose = mc_date_row_dispose;
  mc_date_text_forward (object_class);

  gtk_widget_class_set_template_from_resource (widget_class, "/vn/gov/cantho/MotCua/common/mc-date-row.ui");
  gtk_widget_class_bind_template_child (widget_class, McDateRow, button);
  gtk_widget_class_bind_template_child (widget_class, McDateRow, calendar);
  gtk_widget_class_bind_template_child (widget_class, McDateRow, wrong);
}

static void
mc_date_row_init (McDateRow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  self->text = mc_date_text_new (GTK_WIDGET (self), GTK_EDITABLE (self), self->calendar, self->button);
  mc_date_text_set_words (self->text, self->wrong);
}

McDay
mc_date_row_get_day (McDateRow *self)
{
  g_return_val_if_fail (MC_IS_DATE_ROW (self), MC_DAY_NONE);
  return mc_date_text_get_day (self->text);
}

void
mc_date_row_set_day (McDateRow *self, McDay day)
{
  g_return_if_fail (MC_IS_DATE_ROW (self));
  mc_date_text_set_day (self->text, day);
}

gboolean
mc_date_row_get_valid (McDateRow *self)
{
  g_return_val_if_fail (MC_IS_DATE_ROW (self), FALSE);
  return mc_date_text_get_valid (self->text);
}
