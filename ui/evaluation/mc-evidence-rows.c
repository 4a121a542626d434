/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mc-evidence-rows.h"

#include <glib/gi18n.h>
#include <json-glib/json-glib.h>

#include "mc-absence.h"
#include "mc-attendance.h"
#include "mc-feedback-words.h"
#include "mc-feedback.h"
#include "mc-roster-cell.h"
#include "mc-supervision-note.h"

typedef struct
{
  McSession *session;
  McEvaluationEvidence *evidence;
  gint64 person;
} Ask;

/* One row of the evidence in words. */
typedef struct
{
  char *kind; /* beneath which it stands; NULL where the table has but one */
  McDay day;
  char *text;
  char *detail; /* nullable */
  char *target; /* nullable: where it opens */
} Line;

static void
line_free (gpointer data)
{
  Line *line = data;

  g_free (line->kind);
  g_free (line->text);
  g_free (line->detail);
  g_free (line->target);
  g_free (line);
}

static void
tell_attendance (McEntity *row, Line *line)
{
  McAttendance *one = MC_ATTENDANCE (row);
  g_autofree char *day = mc_day_format (one->day);

  line->day = one->day;
  line->kind = g_strdup (mc_enum_label (mc_attendance_state_values, one->state));
  line->text = g_strdup_printf ("%s %s", day, mc_enum_label (mc_day_session_values, one->session));
}

static void
tell_cell (McEntity *row, Line *line)
{
  McRosterCell *one = MC_ROSTER_CELL (row);
  g_autofree char *day = mc_day_format (one->day);

  line->day = one->day;
  line->text = g_strdup_printf ("%s %s", day, mc_enum_label (mc_day_session_values, one->session));
}

static void
tell_absence (McEntity *row, Line *line)
{
  line->day = MC_ABSENCE (row)->during.from;
  line->text = mc_period_format_people (MC_ABSENCE (row)->during);
}

static void
tell_feedback (McEntity *row, Line *line)
{
  line->day = MC_FEEDBACK (row)->received_on;
  line->kind = g_strdup (mc_enum_label (mc_feedback_kind_values, MC_FEEDBACK (row)->kind));
  mc_feedback_describe (row, NULL, &line->text, &line->detail, &line->target);
}

static void
tell_note (McEntity *row, Line *line)
{
  line->day = MC_SUPERVISION_NOTE (row)->noted_on;
  line->kind = g_strdup (mc_enum_label (mc_supervision_result_values, MC_SUPERVISION_NOTE (row)->result));
  mc_supervision_describe (row, NULL, &line->text, &line->detail, &line->target);
}

/* In the order in which evidence of a criterion stands. */
static const struct
{
  const char *table;
  GType (*noun) (void); /* NULL: sums of many rows, which are not listed here */
  void (*tell) (McEntity *row, Line *line);
} tables[] = {
  { "attendance", mc_attendance_get_type, tell_attendance },
  { "roster_cell", mc_roster_cell_get_type, tell_cell },
  { "dossier_fact", NULL, NULL },
  { "rating_fact", NULL, NULL },
  { "feedback", mc_feedback_get_type, tell_feedback },
  { "supervision_note", mc_supervision_note_get_type, tell_note },
  { "absence", mc_absence_get_type, tell_absence },
};

static guint
find_table (McEvaluationEvidence *evidence)
{
  guint i = 0;

  while (i < G_N_ELEMENTS (tables) && g_strcmp0 (evidence->source_table, tables[i].table) != 0)
    i++;
  return i;
}

int
mc_evidence_rows_compare (McEvaluationEvidence *a, McEvaluationEvidence *b)
{
  gint64 x = mc_entity_get_id (MC_ENTITY (a)), y = mc_entity_get_id (MC_ENTITY (b));

  if (a->entered != b->entered)
    return a->entered ? 1 : -1;
  if (find_table (a) != find_table (b))
    return find_table (a) < find_table (b) ? -1 : 1;
  return x < y ? -1 : x > y;
}

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
  guint table = find_table (evidence);

  return table < G_N_ELEMENTS (tables) && tables[table].noun && json_array_get_length (keys) > 0;
}

/* By kind, the newest first in each; what is not there any more at the end. */
static int
compare_lines (gconstpointer a, gconstpointer b)
{
  const Line *x = *(Line *const *)a, *y = *(Line *const *)b;
  int by_kind;

  if ((x->day == MC_DAY_NONE) != (y->day == MC_DAY_NONE))
    return x->day == MC_DAY_NONE ? 1 : -1;
  by_kind = g_strcmp0 (x->kind, y->kind);
  if (by_kind)
    return by_kind;
  return x->day > y->day ? -1 : x->day < y->day;
}

static GPtrArray *
dup_lines (McEvaluationEvidence *evidence, McLiveList *list)
{
  GPtrArray *lines = g_ptr_array_new_with_free_func (line_free);
  g_autoptr (JsonArray) keys = dup_keys (evidence);

  for (guint i = 0; i < json_array_get_length (keys); i++)
    {
      McEntity *row = mc_live_list_get_by_id (list, json_array_get_int_element (keys, i));
      Line *line = g_new0 (Line, 1);

      line->day = MC_DAY_NONE;
      if (row)
        tables[find_table (evidence)].tell (row, line);
      else
        line->text = g_strdup (_ ("Changed since it was counted"));
      g_ptr_array_add (lines, line);
    }
  g_ptr_array_sort (lines, compare_lines);
  return lines;
}

static void
open_target_cb (GtkWidget *button)
{
  GtkWidget *popover = gtk_widget_get_ancestor (button, GTK_TYPE_POPOVER);

  gtk_widget_activate_action (button, "win.open-target", "s",
                              (const char *)g_object_get_data (G_OBJECT (button), "mc-target"));
  if (popover)
    gtk_popover_popdown (GTK_POPOVER (popover));
}

static GtkWidget *
new_label (const char *text, const char *style)
{
  GtkWidget *label = g_object_new (GTK_TYPE_LABEL, "label", text, "xalign", 0.0, "ellipsize", PANGO_ELLIPSIZE_END,
                                   "max-width-chars", 60, NULL);

  gtk_widget_add_css_class (label, style);
  return label;
}

static GtkWidget *
new_line (const Line *line)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0), *button;

  gtk_box_append (GTK_BOX (box), new_label (line->text, "numeric"));
  if (line->detail)
    gtk_box_append (GTK_BOX (box), new_label (line->detail, "caption"));
  if (!line->target)
    return box;
  button = g_object_new (GTK_TYPE_BUTTON, "child", box, "tooltip-text", line->text, NULL);
  gtk_widget_add_css_class (button, "flat");
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, line->text, -1);
  g_object_set_data_full (G_OBJECT (button), "mc-target", g_strdup (line->target), g_free);
  g_signal_connect (button, "clicked", G_CALLBACK (open_target_cb), NULL);
  return button;
}

static void
fill (GtkBox *box, McLiveList *list)
{
  McEvaluationEvidence *evidence = g_object_get_data (G_OBJECT (box), "mc-evidence");
  g_autoptr (GPtrArray) lines = NULL;
  const char *kind = NULL;
  GtkWidget *child;

  if (!mc_live_list_get_ready (list))
    return;
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (box))))
    gtk_box_remove (box, child);
  lines = dup_lines (evidence, list);
  for (guint i = 0; i < lines->len; i++)
    {
      Line *line = lines->pdata[i];

      if (line->kind && g_strcmp0 (line->kind, kind) != 0)
        gtk_box_append (box, new_label (line->kind, "caption-heading"));
      kind = line->kind;
      gtk_box_append (box, new_line (line));
    }
}

static void
list_changed_cb (GtkBox *box)
{
  fill (box, g_object_get_data (G_OBJECT (box), "mc-list"));
}

static void
open_cb (GtkMenuButton *button, gpointer data)
{
  Ask *ask = data;
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 3);
  GtkWidget *scrolled = gtk_scrolled_window_new (), *popover = gtk_popover_new ();
  McLiveList *list =
      mc_session_list_of (ask->session, tables[find_table (ask->evidence)].noun (), "person_id", ask->person);

  gtk_box_append (GTK_BOX (box), new_label (_ ("Loading…"), "dimmed"));
  g_object_set_data_full (G_OBJECT (box), "mc-evidence", g_object_ref (ask->evidence), g_object_unref);
  g_object_set_data_full (G_OBJECT (box), "mc-list", list, g_object_unref);
  g_signal_connect_object (list, "changed", G_CALLBACK (list_changed_cb), box, G_CONNECT_SWAPPED);
  g_signal_connect_object (list, "notify::ready", G_CALLBACK (list_changed_cb), box, G_CONNECT_SWAPPED);
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scrolled), GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_propagate_natural_height (GTK_SCROLLED_WINDOW (scrolled), TRUE);
  gtk_scrolled_window_set_max_content_height (GTK_SCROLLED_WINDOW (scrolled), 300);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scrolled), box);
  gtk_popover_set_child (GTK_POPOVER (popover), scrolled);
  gtk_menu_button_set_popover (button, popover);
  fill (GTK_BOX (box), list);
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
                             g_object_new (GTK_TYPE_LABEL, "label", _ ("Which Ones"), "css-classes",
                                           (const char *[]){ "caption", NULL }, NULL));
  gtk_menu_button_set_always_show_arrow (GTK_MENU_BUTTON (button), TRUE);
  gtk_widget_add_css_class (button, "flat");
  gtk_widget_set_tooltip_text (button, _ ("Open what this is counted from"));
  gtk_menu_button_set_create_popup_func (GTK_MENU_BUTTON (button), open_cb, ask, ask_free);
  return button;
}
