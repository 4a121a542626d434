/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mc-plan-editor-private.h"

#include <glib/gi18n.h>
#include <math.h>

#include "mc-number.h"

/* What is known of the one thing that is chosen; each row is written when it is applied. */

static AdwEntryRow *
row_of (McPlanEditor *self, guint i)
{
  AdwEntryRow *rows[] = { self->x_row, self->y_row, self->width_row, self->height_row, self->rotation_row };

  return rows[i];
}

static double *
member_of (McPlanObject *object, guint i)
{
  double *members[] = { &object->x, &object->y, &object->width, &object->height, &object->rotation };

  return members[i];
}

#define N_NUMBERS 5

/* A number as people here write it: "1.234,5"; NAN if it is none. */
static double
read_number (const char *text)
{
  g_autoptr (GString) plain = g_string_new (text);
  char *end;
  double value;

  g_string_replace (plain, ".", "", 0);
  g_string_replace (plain, ",", ".", 0);
  g_strstrip (plain->str);
  value = g_ascii_strtod (plain->str, &end);
  return *plain->str && !*end ? value : NAN;
}

void
mc_plan_editor_fill (McPlanEditor *self)
{
  g_autoptr (GPtrArray) chosen = mc_plan_editor_get_selection (self);
  McPlanObject *object = chosen->len == 1 ? g_ptr_array_index (chosen, 0) : NULL;
  gboolean by_points = object && mc_plan_kind_has_points (object->kind);

  gtk_widget_set_visible (GTK_WIDGET (self->properties), object != NULL);
  if (!object)
    return;
  self->filling = TRUE;
  adw_preferences_group_set_title (self->properties, g_dgettext (NULL, mc_plan_kind_values[object->kind].label));
  gtk_editable_set_text (GTK_EDITABLE (self->label_row), object->label ? object->label : "");
  gtk_editable_set_text (GTK_EDITABLE (self->number_row), object->number ? object->number : "");
  for (guint i = 0; i < N_NUMBERS; i++)
    {
      g_autofree char *text = mc_number_format (*member_of (object, i), i == 4 ? 1 : 3);

      gtk_editable_set_text (GTK_EDITABLE (row_of (self, i)), text);
    }
  gtk_widget_set_visible (GTK_WIDGET (self->height_row), !by_points);
  gtk_widget_set_visible (GTK_WIDGET (self->rotation_row), !by_points);
  gtk_widget_set_visible (GTK_WIDGET (self->use_row), object->kind == MC_PLAN_KIND_AREA);
  if (object->kind == MC_PLAN_KIND_AREA)
    adw_combo_row_set_selected (self->use_row, object->area_use - 1);
  self->filling = FALSE;
}

static void
set_text (char **member, AdwEntryRow *row)
{
  g_autofree char *text = g_strstrip (g_strdup (gtk_editable_get_text (GTK_EDITABLE (row))));

  g_set_str (member, *text ? text : NULL);
}

static void
read_rows (McPlanEditor *self, McPlanObject *object)
{
  set_text (&object->label, self->label_row);
  set_text (&object->number, self->number_row);
  for (guint i = 0; i < N_NUMBERS; i++)
    {
      double value = read_number (gtk_editable_get_text (GTK_EDITABLE (row_of (self, i))));
      double *member = member_of (object, i);
      g_autofree char *shown = mc_number_format (*member, i == 4 ? 1 : 3);

      /* What was rounded for the eye stays exact. */
      if (isfinite (value) && g_strcmp0 (shown, gtk_editable_get_text (GTK_EDITABLE (row_of (self, i)))) != 0)
        *member = i == 4 ? mc_plan_turn (value) : mc_plan_round (value);
    }
  if (object->kind == MC_PLAN_KIND_AREA)
    object->area_use = (McAreaUse)(adw_combo_row_get_selected (self->use_row) + 1);
}

static void
apply_cb (McPlanEditor *self)
{
  g_autoptr (GPtrArray) chosen = mc_plan_editor_get_selection (self);
  g_autoptr (GPtrArray) after = NULL;

  if (self->filling || self->busy || chosen->len != 1)
    return;
  after = mc_plan_editor_clone (chosen);
  read_rows (self, g_ptr_array_index (after, 0));
  if (!mc_entity_equal (g_ptr_array_index (chosen, 0), g_ptr_array_index (after, 0)))
    mc_plan_editor_commit_edit (self, _ ("Change the properties"), chosen, after);
  mc_plan_editor_fill (self);
}

void
mc_plan_editor_properties_init (McPlanEditor *self)
{
  g_autoptr (GtkStringList) uses = gtk_string_list_new (NULL);

  for (guint i = 1; mc_area_use_values[i].text; i++)
    gtk_string_list_append (uses, g_dgettext (NULL, mc_area_use_values[i].label));
  self->filling = TRUE;
  adw_combo_row_set_model (self->use_row, G_LIST_MODEL (uses));
  self->filling = FALSE;
  g_signal_connect_swapped (self->use_row, "notify::selected", G_CALLBACK (apply_cb), self);
  g_signal_connect_swapped (self->label_row, "apply", G_CALLBACK (apply_cb), self);
  g_signal_connect_swapped (self->number_row, "apply", G_CALLBACK (apply_cb), self);
  for (guint i = 0; i < N_NUMBERS; i++)
    g_signal_connect_swapped (row_of (self, i), "apply", G_CALLBACK (apply_cb), self);
}
