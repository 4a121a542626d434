/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mc-roster-page-private.h"

#include <glib/gi18n.h>

#include "mc-number.h"
#include "mc-report.h"
#include "mc-roster-compare-dialog.h"

/* Versions of a month, and one compared with another. */

char *
mc_roster_page_dup_version_name (McRosterPage *self, McRoster *roster)
{
  McPeriod month = mc_roster_page_get_period (self);
  const char *state = _ (mc_roster_state_values[roster->state].label);
  g_autofree char *days = mc_period_equal (roster->during, month) ? NULL : mc_period_format_people (roster->during);
  g_autofree char *number = mc_number_format_int (mc_entity_get_id (MC_ENTITY (roster)));

  if (roster->title && *roster->title)
    return g_strdup_printf ("%s · %s", roster->title, state);
  if (days)
    return g_strdup_printf ("%s · %s", days, state);
  /* Translators: number of a version of the month's roster, its state */
  return g_strdup_printf (_ ("Version %s · %s"), number, state);
}

/* --- Marks in the grid --- */

static void
end (McRosterPage *self)
{
  g_clear_object (&self->compared);
  mc_roster_view_compare (self->view, NULL, 0);
  mc_roster_page_compare_update (self);
}

static void
mark_cb (McRosterPage *self, McRosterBook *before, int version)
{
  guint n;
  g_autofree char *text = NULL;

  g_set_object (&self->compared, before);
  self->compared_version = version;
  n = mc_roster_view_compare (self->view, before, version);
  text = g_strdup_printf (g_dngettext (NULL, "%u cell differs and is framed; F8 leads to the next.",
                                       "%u cells differ and are framed; F8 leads to the next.", n),
                          n);
  mc_report_toast (GTK_WIDGET (self), text);
  mc_roster_page_compare_update (self);
}

/* A dialog gives the keyboard back to where it was called from, the menu; keys of what is marked are the grid's. */
static void
closed_cb (McRosterPage *self)
{
  gtk_widget_grab_focus (GTK_WIDGET (self->grid));
}

static void
go_to_cb (McRosterPage *self, gint64 person, McDay day, guint session)
{
  McRosterBrief *brief = mc_roster_page_is_ready (self) ? mc_roster_book_get_brief (self->book) : NULL;
  guint row, slot;

  if (brief && mc_roster_view_find (self->view, mc_roster_brief_find_person (brief, person),
                                    mc_roster_brief_find_session (brief, day, session), MC_ROSTER_NONE, &row, &slot))
    mc_roster_grid_go_to (self->grid, row, slot);
}

/* --- Actions --- */

static void
compare_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  McRosterPage *self = MC_ROSTER_PAGE (widget);
  g_autoptr (GPtrArray) versions = NULL, names = NULL;
  AdwDialog *dialog;

  if (!mc_roster_page_is_ready (self))
    return;
  versions = mc_roster_page_list_versions (self);
  names = g_ptr_array_new_with_free_func (g_free);
  for (guint i = 0; i < versions->len; i++)
    g_ptr_array_add (names, mc_roster_page_dup_version_name (self, g_ptr_array_index (versions, i)));
  dialog = mc_roster_compare_dialog_new (self->book, versions, names);
  g_signal_connect_object (dialog, "mark", G_CALLBACK (mark_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (dialog, "go-to", G_CALLBACK (go_to_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (dialog, "closed", G_CALLBACK (closed_cb), self, G_CONNECT_SWAPPED);
  adw_dialog_present (dialog, widget);
}

static void
end_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  end (MC_ROSTER_PAGE (widget));
}

static void
step_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  McRosterPage *self = MC_ROSTER_PAGE (widget);
  guint row = 0, slot = 0;

  mc_roster_grid_get_cursor (self->grid, &row, &slot);
  if (mc_roster_view_find_difference (self->view, g_str_equal (name, "roster.next-difference") ? 1 : -1, &row, &slot))
    mc_roster_grid_go_to (self->grid, row, slot);
}

void
mc_roster_page_compare_update (McRosterPage *self)
{
  GtkWidget *widget = GTK_WIDGET (self);
  gboolean compares = self->compared != NULL;

  gtk_widget_action_set_enabled (widget, "roster.compare", mc_roster_page_is_ready (self));
  gtk_widget_action_set_enabled (widget, "roster.compare-end", compares);
  gtk_widget_action_set_enabled (widget, "roster.next-difference", compares);
  gtk_widget_action_set_enabled (widget, "roster.previous-difference", compares);
}

void
mc_roster_page_compare_class_init (GtkWidgetClass *klass)
{
  gtk_widget_class_install_action (klass, "roster.compare", NULL, compare_action);
  gtk_widget_class_install_action (klass, "roster.compare-end", NULL, end_action);
  gtk_widget_class_install_action (klass, "roster.next-difference", NULL, step_action);
  gtk_widget_class_install_action (klass, "roster.previous-difference", NULL, step_action);
}
