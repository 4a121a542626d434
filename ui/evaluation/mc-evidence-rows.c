/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mc-evidence-rows.h"

#include <glib/gi18n.h>
#include <json-glib/json-glib.h>

#include "mc-absence.h"
#include "mc-attendance.h"
#include "mc-roster-cell.h"

typedef struct
{
  McSession *session;
  McEvaluationEvidence *evidence;
  gint64 person;
} Ask;

static char *
describe_attendance (McEntity *row)
{
  McAttendance *one = MC_ATTENDANCE (row);
  g_autofree char *day = mc_day_format (one->day);

  return g_strdup_printf ("%s %s · %s", day, mc_enum_label (mc_day_session_values, one->session),
                          mc_enum_label (mc_attendance_state_values, one->state));
}

static char *
describe_cell (McEntity *row)
{
  McRosterCell *one = MC_ROSTER_CELL (row);
  g_autofree char *day = mc_day_format (one->day);

  return g_strdup_printf ("%s %s", day, mc_enum_label (mc_day_session_values, one->session));
}

static char *
describe_absence (McEntity *row)
{
  return mc_period_format_people (MC_ABSENCE (row)->during);
}

static const struct
{
  const char *table;
  GType (*noun) (void);
  char *(*describe) (McEntity *row);
} tables[] = {
  { "attendance", mc_attendance_get_type, describe_attendance },
  { "roster_cell", mc_roster_cell_get_type, describe_cell },
  { "absence", mc_absence_get_type, describe_absence },
};

static int
find_table (McEvaluationEvidence *evidence)
{
  for (gsize i = 0; i < G_N_ELEMENTS (tables); i++)
    if (g_strcmp0 (evidence->source_table, tables[i].table) == 0)
      return (int)i;
  return -1;
}

/* Their keys, in the order of the days. */
static JsonArray *
dup_keys (McEvaluationEvidence *evidence)
{
  g_autoptr (JsonNode) node = json_from_string (evidence->source_rows ? evidence->source_rows : "[]", NULL);

  return node && JSON_NODE_HOLDS_ARRAY (node) ? json_node_dup_array (node) : json_array_new ();
}

gboolean
mc_evidence_rows_can_list (McEvaluationEvidence *evidence)
{
  g_autoptr (JsonArray) keys = dup_keys (evidence);

  return find_table (evidence) >= 0 && json_array_get_length (keys) > 0;
}

static void
fill (GtkLabel *label, McLiveList *list)
{
  McEvaluationEvidence *evidence = g_object_get_data (G_OBJECT (label), "mc-evidence");
  int table = find_table (evidence);
  g_autoptr (JsonArray) keys = dup_keys (evidence);
  g_autoptr (GString) text = g_string_new (NULL);

  if (!mc_live_list_get_ready (list))
    return;
  for (guint i = 0; i < json_array_get_length (keys); i++)
    {
      McEntity *row = mc_live_list_get_by_id (list, json_array_get_int_element (keys, i));
      g_autofree char *line = row ? tables[table].describe (row) : g_strdup (_ ("Changed since it was counted"));

      g_string_append_printf (text, "%s%s", i ? "\n" : "", line);
    }
  gtk_label_set_label (label, text->str);
}

static void
list_changed_cb (GtkLabel *label)
{
  fill (label, g_object_get_data (G_OBJECT (label), "mc-list"));
}

static void
open_cb (GtkMenuButton *button, gpointer data)
{
  Ask *ask = data;
  GtkWidget *label = g_object_new (GTK_TYPE_LABEL, "label", _ ("Loading…"), "xalign", 0.0, NULL);
  GtkWidget *scrolled = gtk_scrolled_window_new (), *popover = gtk_popover_new ();
  McLiveList *list =
      mc_session_list_of (ask->session, tables[find_table (ask->evidence)].noun (), "person_id", ask->person);

  gtk_widget_add_css_class (label, "numeric");
  g_object_set_data_full (G_OBJECT (label), "mc-evidence", g_object_ref (ask->evidence), g_object_unref);
  g_object_set_data_full (G_OBJECT (label), "mc-list", list, g_object_unref);
  g_signal_connect_object (list, "changed", G_CALLBACK (list_changed_cb), label, G_CONNECT_SWAPPED);
  g_signal_connect_object (list, "notify::ready", G_CALLBACK (list_changed_cb), label, G_CONNECT_SWAPPED);
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scrolled), GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_propagate_natural_height (GTK_SCROLLED_WINDOW (scrolled), TRUE);
  gtk_scrolled_window_set_max_content_height (GTK_SCROLLED_WINDOW (scrolled), 300);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scrolled), label);
  gtk_popover_set_child (GTK_POPOVER (popover), scrolled);
  gtk_menu_button_set_popover (button, popover);
  fill (GTK_LABEL (label), list);
}

static void
ask_free (gpointer data)
{
  Ask *ask = data;

  g_object_unref (ask->session);
  g_object_unref (ask->evidence);
  g_free (ask);
}

GtkWidget *
mc_evidence_rows_new (McSession *session, McEvaluationEvidence *evidence, gint64 person)
{
  GtkWidget *button = gtk_menu_button_new ();
  Ask *ask = g_new0 (Ask, 1);

  ask->session = g_object_ref (session);
  ask->evidence = g_object_ref (evidence);
  ask->person = person;
  gtk_menu_button_set_child (GTK_MENU_BUTTON (button),
                             g_object_new (GTK_TYPE_LABEL, "label", _ ("Which Days"), "css-classes",
                                           (const char *[]){ "caption", NULL }, NULL));
  gtk_menu_button_set_always_show_arrow (GTK_MENU_BUTTON (button), TRUE);
  gtk_widget_add_css_class (button, "flat");
  gtk_widget_set_tooltip_text (button, _ ("Open what this is counted from"));
  gtk_menu_button_set_create_popup_func (GTK_MENU_BUTTON (button), open_cb, ask, ask_free);
  return button;
}
