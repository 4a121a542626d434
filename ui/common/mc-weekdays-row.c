/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mc-weekdays-row.h"

#include <string.h>

#include "mc-field-text.h"

#define DAYS 7

struct _McWeekdaysRow
{
  AdwActionRow parent_instance;

  GtkEditable *value; /* not shown: what a form reads and fills */
  GtkToggleButton *buttons[DAYS];
  gboolean syncing;
};

G_DEFINE_FINAL_TYPE (McWeekdaysRow, mc_weekdays_row, ADW_TYPE_ACTION_ROW)

static void
toggled_cb (McWeekdaysRow *self)
{
  char digits[DAYS + 1];
  guint n = 0;

  if (self->syncing)
    return;
  for (guint i = 0; i < DAYS; i++)
    if (gtk_toggle_button_get_active (self->buttons[i]))
      digits[n++] = (char)('1' + i);
  digits[n] = '\0';
  self->syncing = TRUE;
  gtk_editable_set_text (self->value, digits);
  self->syncing = FALSE;
}

static void
value_cb (McWeekdaysRow *self)
{
  const char *digits = gtk_editable_get_text (self->value);

  if (self->syncing)
    return;
  self->syncing = TRUE;
  for (guint i = 0; i < DAYS; i++)
    gtk_toggle_button_set_active (self->buttons[i], strchr (digits, (int)('1' + i)) != NULL);
  self->syncing = FALSE;
}

static void
mc_weekdays_row_class_init (McWeekdaysRowClass *klass)
{
}

static void
mc_weekdays_row_init (McWeekdaysRow *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);

  self->value = GTK_EDITABLE (gtk_text_new ());
  gtk_widget_set_visible (GTK_WIDGET (self->value), FALSE);
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->value));
  gtk_widget_add_css_class (box, "linked");
  gtk_widget_set_valign (box, GTK_ALIGN_CENTER);
  for (guint i = 0; i < DAYS; i++)
    {
      self->buttons[i] = GTK_TOGGLE_BUTTON (gtk_toggle_button_new_with_label (mc_field_text_weekday (i + 1)));
      g_signal_connect_object (self->buttons[i], "toggled", G_CALLBACK (toggled_cb), self, G_CONNECT_SWAPPED);
      gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->buttons[i]));
    }
  g_signal_connect_object (self->value, "changed", G_CALLBACK (value_cb), self, G_CONNECT_SWAPPED);
  adw_action_row_add_suffix (ADW_ACTION_ROW (self), box);
}

GtkEditable *
mc_weekdays_row_get_editable (McWeekdaysRow *self)
{
  g_return_val_if_fail (MC_IS_WEEKDAYS_ROW (self), NULL);
  return self->value;
}
