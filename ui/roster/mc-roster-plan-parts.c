/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mc-roster-plan-parts.h"

#include <glib/gi18n.h>

#include "mc-date-row.h"

struct _McRosterPlanParts
{
  AdwBin parent_instance;

  McRosterBook *book;
  McRosterBrief *brief;
  McRosterSolution *plan;
  McPeriod days;
  guint n_cells, n_chosen;
  GPtrArray *people;   /* AdwSwitchRow */
  GArray *ids;         /* gint64: theirs */
  GPtrArray *switches; /* AdwSwitchRow, of places */
  GArray *places;      /* McRosterPlace: theirs */

  McDateRow *from_row;
  McDateRow *last_row;
  AdwExpanderRow *people_row;
  AdwExpanderRow *places_row;
  GtkLabel *summary;
};

static guint changed_signal;

G_DEFINE_FINAL_TYPE (McRosterPlanParts, mc_roster_plan_parts, ADW_TYPE_BIN)

/* --- What is chosen --- */

static gboolean
is_on (GPtrArray *rows, guint at)
{
  return adw_switch_row_get_active (g_ptr_array_index (rows, at));
}

static McPeriod
get_days (McRosterPlanParts *self)
{
  McPeriod chosen = { mc_date_row_get_day (self->from_row), mc_date_row_get_day (self->last_row) + 1 };
  gboolean good = mc_date_row_get_valid (self->from_row) && mc_date_row_get_valid (self->last_row) &&
                  !mc_period_is_empty (chosen) && mc_period_intersect (chosen, self->days, &chosen);

  return good ? chosen : (McPeriod){ self->days.from, self->days.from };
}

GArray *
mc_roster_plan_parts_make_edits (McRosterPlanParts *self)
{
  g_autoptr (GArray) people = g_array_new (FALSE, FALSE, sizeof (gint64));
  g_autoptr (GArray) places = g_array_new (FALSE, FALSE, sizeof (McRosterPlace));
  GArray *edits;

  g_return_val_if_fail (MC_IS_ROSTER_PLAN_PARTS (self) && self->plan, NULL);
  for (guint i = 0; i < self->people->len; i++)
    if (is_on (self->people, i))
      g_array_append_val (people, g_array_index (self->ids, gint64, i));
  for (guint i = 0; i < self->switches->len; i++)
    if (is_on (self->switches, i))
      g_array_append_val (places, g_array_index (self->places, McRosterPlace, i));
  edits = mc_roster_book_diff (self->book, self->brief, self->plan, people, get_days (self));
  mc_roster_book_keep_places (self->book, edits, places);
  return edits;
}

static void
changed_cb (McRosterPlanParts *self)
{
  g_autoptr (GArray) edits = NULL;
  g_autofree char *text = NULL;

  if (!self->plan)
    return;
  edits = mc_roster_plan_parts_make_edits (self);
  self->n_chosen = edits->len;
  text = g_strdup_printf (_ ("%u of %u cells are taken over."), self->n_chosen, self->n_cells);
  gtk_label_set_label (self->summary, text);
  g_signal_emit (self, changed_signal, 0);
}

/* --- What there is to choose from --- */

static void
add_switch (McRosterPlanParts *self, AdwExpanderRow *parent, GPtrArray *rows, const char *name, guint n)
{
  GtkWidget *row = adw_switch_row_new ();
  g_autofree char *title = g_markup_escape_text (name, -1);
  g_autofree char *count = g_strdup_printf (g_dngettext (NULL, "%u cell", "%u cells", n), n);

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), count);
  adw_switch_row_set_active (ADW_SWITCH_ROW (row), TRUE);
  adw_expander_row_add_row (parent, row);
  g_ptr_array_add (rows, row);
  g_signal_connect_object (row, "notify::active", G_CALLBACK (changed_cb), self, G_CONNECT_SWAPPED);
}

static void
show_people (McRosterPlanParts *self, GArray *edits)
{
  McRosterProblem *problem = mc_roster_brief_get_problem (self->brief);

  for (guint i = 0; i < problem->people->len; i++)
    {
      McRosterPerson *person = mc_roster_person (problem, i);
      guint n = 0;

      for (guint k = 0; k < edits->len; k++)
        n += g_array_index (edits, McRosterEdit, k).person == person->id;
      if (n == 0)
        continue;
      g_array_append_val (self->ids, person->id);
      add_switch (self, self->people_row, self->people, person->name, n);
    }
}

static void
show_places (McRosterPlanParts *self, GArray *edits)
{
  McRosterProblem *problem = mc_roster_brief_get_problem (self->brief);

  for (guint i = 0; i < problem->duties->len; i++)
    {
      McRosterPlace place = mc_roster_brief_get_place (self->brief, (gint)i);
      guint n = 0;

      for (guint k = 0; k < edits->len; k++)
        {
          McRosterPlace about = mc_roster_book_get_edit_place (self->book, &g_array_index (edits, McRosterEdit, k));

          n += about.counter_id == place.counter_id && about.duty_id == place.duty_id;
        }
      if (n == 0)
        continue;
      g_array_append_val (self->places, place);
      add_switch (self, self->places_row, self->switches, mc_roster_duty (problem, i)->name, n);
    }
}

void
mc_roster_plan_parts_show (
    McRosterPlanParts *self, McRosterBook *book, McRosterBrief *brief, McRosterSolution *plan, McPeriod days)
{
  g_autoptr (GArray) edits = mc_roster_book_diff (book, brief, plan, NULL, days);

  g_return_if_fail (MC_IS_ROSTER_PLAN_PARTS (self) && !self->plan);
  self->book = g_object_ref (book);
  self->brief = mc_roster_brief_ref (brief);
  self->days = days;
  self->n_cells = edits->len;
  show_people (self, edits);
  show_places (self, edits);
  mc_date_row_set_day (self->from_row, days.from);
  mc_date_row_set_day (self->last_row, days.until - 1);
  gtk_widget_set_visible (GTK_WIDGET (self), edits->len > 0);
  self->plan = mc_roster_solution_ref (plan);
  changed_cb (self);
}

guint
mc_roster_plan_parts_get_n_cells (McRosterPlanParts *self)
{
  g_return_val_if_fail (MC_IS_ROSTER_PLAN_PARTS (self), 0);
  return self->n_cells;
}

guint
mc_roster_plan_parts_get_n_chosen (McRosterPlanParts *self)
{
  g_return_val_if_fail (MC_IS_ROSTER_PLAN_PARTS (self), 0);
  return self->n_chosen;
}

static void
mc_roster_plan_parts_dispose (GObject *object)
{
  McRosterPlanParts *self = MC_ROSTER_PLAN_PARTS (object);

  g_clear_pointer (&self->plan, mc_roster_solution_unref);
  g_clear_pointer (&self->brief, mc_roster_brief_unref);
  g_clear_object (&self->book);
  /* The bin would let go of its child once more after the template did. */
  adw_bin_set_child (ADW_BIN (self), NULL);
  gtk_widget_dispose_template (GTK_WIDGET (self), MC_TYPE_ROSTER_PLAN_PARTS);
  G_OBJECT_CLASS (mc_roster_plan_parts_parent_class)->dispose (object);
}

static void
mc_roster_plan_parts_finalize (GObject *object)
{
  McRosterPlanParts *self = MC_ROSTER_PLAN_PARTS (object);

  g_ptr_array_unref (self->people);
  g_ptr_array_unref (self->switches);
  g_array_unref (self->ids);
  g_array_unref (self->places);
  G_OBJECT_CLASS (mc_roster_plan_parts_parent_class)->finalize (object);
}

static void
mc_roster_plan_parts_class_init (McRosterPlanPartsClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = mc_roster_plan_parts_dispose;
  G_OBJECT_CLASS (klass)->finalize = mc_roster_plan_parts_finalize;
  changed_signal =
      g_signal_new ("changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  g_type_ensure (MC_TYPE_DATE_ROW);
  gtk_widget_class_set_template_from_resource (widget_class, "/vn/gov/cantho/MotCua/roster/mc-roster-plan-parts.ui");
  gtk_widget_class_bind_template_child (widget_class, McRosterPlanParts, from_row);
  gtk_widget_class_bind_template_child (widget_class, McRosterPlanParts, last_row);
  gtk_widget_class_bind_template_child (widget_class, McRosterPlanParts, people_row);
  gtk_widget_class_bind_template_child (widget_class, McRosterPlanParts, places_row);
  gtk_widget_class_bind_template_child (widget_class, McRosterPlanParts, summary);
  gtk_widget_class_bind_template_callback (widget_class, changed_cb);
}

static void
mc_roster_plan_parts_init (McRosterPlanParts *self)
{
  self->people = g_ptr_array_new ();
  self->switches = g_ptr_array_new ();
  self->ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  self->places = g_array_new (FALSE, FALSE, sizeof (McRosterPlace));
  gtk_widget_init_template (GTK_WIDGET (self));
}
