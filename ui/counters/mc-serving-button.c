/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mc-serving-button.h"

#include <glib/gi18n.h>

struct _McServingButton
{
  GtkButton parent_instance;

  gint64 person;
  gint64 field;
};

G_DEFINE_FINAL_TYPE (McServingButton, mc_serving_button, GTK_TYPE_BUTTON)

/* In the order of McServingState. */
static const struct
{
  const char *sign;
  const char *css_class;
} looks[] = {
  [MC_SERVING_NO] = { "", "none" },
  [MC_SERVING_TRAINED] = { "◐", "trained" },
  [MC_SERVING_CERTIFIED] = { "✓", "certified" },
};

static void
mc_serving_button_class_init (McServingButtonClass *klass)
{
}

static void
mc_serving_button_init (McServingButton *self)
{
}

GtkWidget *
mc_serving_button_new (void)
{
  return g_object_new (MC_TYPE_SERVING_BUTTON, "label", "", NULL);
}

const char *
mc_serving_button_sign (McServingState state)
{
  return state < G_N_ELEMENTS (looks) ? looks[state].sign : "";
}

void
mc_serving_button_place (McServingButton *self, gint64 person, gint64 field)
{
  g_return_if_fail (MC_IS_SERVING_BUTTON (self));
  self->person = person;
  self->field = field;
  gtk_actionable_set_action_target (GTK_ACTIONABLE (self), "(xx)", person, field);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (self), "matrix.toggle");
}

gint64
mc_serving_button_get_person (McServingButton *self)
{
  return self->person;
}

gint64
mc_serving_button_get_field (McServingButton *self)
{
  return self->field;
}

/* Translators, in each: a person; a field of procedures */
static void
append_sentence (GString *text, McServingState state, const char *who, const char *what)
{
  switch (state)
    {
    case MC_SERVING_TRAINED:
      g_string_append_printf (text, _ ("%s was trained for %s"), who, what);
      break;
    case MC_SERVING_CERTIFIED:
      g_string_append_printf (text, _ ("%s may serve %s alone"), who, what);
      break;
    case MC_SERVING_NO:
    default:
      g_string_append_printf (text, _ ("%s may not serve %s"), who, what);
    }
}

void
mc_serving_button_show (McServingButton *self, McServingCell cell, const char *who, const char *what)
{
  const char *classes[6] = { "flat", "mc-serving", looks[cell.state].css_class };
  guint n = 3;
  g_autoptr (GString) text = g_string_new (NULL);

  g_return_if_fail (MC_IS_SERVING_BUTTON (self));
  if (cell.assigned)
    classes[n++] = "assigned";
  if (cell.cross && cell.state != MC_SERVING_NO)
    classes[n++] = "cross";
  gtk_widget_set_css_classes (GTK_WIDGET (self), classes);
  gtk_button_set_label (GTK_BUTTON (self), looks[cell.state].sign);
  /* The button would be called by its sign; it is called by what the sign means. */
  gtk_accessible_reset_relation (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_RELATION_LABELLED_BY);
  append_sentence (text, cell.state, who, what);
  if (cell.assigned)
    g_string_append_printf (text, " · %s", _ ("at a counter of this field"));
  if (cell.cross && cell.state != MC_SERVING_NO)
    g_string_append_printf (text, " · %s", _ ("of another agency"));
  gtk_widget_set_tooltip_text (GTK_WIDGET (self), text->str);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, text->str, -1);
}
