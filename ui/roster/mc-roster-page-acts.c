/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mc-roster-page-private.h"

#include <glib/gi18n.h>

#include "mc-ask.h"
#include "mc-commit.h"
#include "mc-period.h"
#include "mc-report.h"
#include "mc-roster-plan-dialog.h"
#include "mc-roster-sick-dialog.h"

/* What is done to a roster: its cells, new versions, and what is opened from it. */

McRoster *
mc_roster_page_get_roster (McRosterPage *self)
{
  return self->book ? mc_roster_book_get_roster (self->book) : NULL;
}

gboolean
mc_roster_page_is_ready (McRosterPage *self)
{
  return self->book && mc_roster_book_get_ready (self->book) && mc_roster_page_get_roster (self);
}

static McSession *
get_session (McRosterPage *self)
{
  return mc_page_get_session (MC_PAGE (self));
}

/* --- Commits, on fibers --- */

typedef struct
{
  McRosterPage *page;
  McRosterBook *book;
  McChange *change;
  GArray *edits; /* of a roster that is out */
  gboolean plans;
} Act;

static Act *
act_new (McRosterPage *page)
{
  Act *act = g_new0 (Act, 1);

  act->page = g_object_ref (page);
  if (page->book)
    act->book = g_object_ref (page->book);
  return act;
}

static void
act_free (gpointer data)
{
  Act *act = data;

  g_clear_object (&act->page);
  g_clear_object (&act->book);
  g_clear_object (&act->change);
  g_clear_pointer (&act->edits, g_array_unref);
  g_free (act);
}

static DexFuture *
edit_fiber (gpointer data)
{
  Act *act = data;
  McSession *session = get_session (act->page);
  g_autoptr (GError) error = NULL;
  g_autoptr (McCommitResult) result = NULL;

  if (session && !act->change)
    {
      g_autofree char *reason = dex_await_string (
          mc_ask_text (GTK_WIDGET (act->page), _ ("Amend the Roster?"),
                       _ ("This roster has been published. The change becomes an amendment: everybody sees it at once, "
                          "with its reason."),
                       _ ("Reason"), _ ("_Amend"), FALSE),
          &error);

      if (reason)
        act->change = mc_roster_change_amend (act->book, reason, NULL, act->edits);
    }
  if (session && act->change && !mc_change_is_empty (act->change))
    result = dex_await_object (mc_commit (GTK_WIDGET (act->page), session, act->change), &error);
  if (!result)
    mc_roster_view_set_pending (act->page->view, NULL);
  return dex_future_new_true ();
}

void
mc_roster_page_commit_edits (McRosterPage *self, const char *label, GArray *edits)
{
  Act *act;

  if (!mc_roster_page_is_ready (self) || edits->len == 0)
    return;
  act = act_new (self);
  act->edits = g_array_ref (edits);
  if (!mc_roster_book_is_out (self->book))
    act->change = mc_roster_change_edit (self->book, label, edits);
  mc_roster_view_set_pending (self->view, edits);
  dex_future_disown (dex_scheduler_spawn (NULL, 0, edit_fiber, act, act_free));
}

static const char *const verbs[] = {
  [MC_GRID_VERB_FILL] = N_ ("Assign in the Roster"),
  [MC_GRID_VERB_FREE] = N_ ("Free in the Roster"),
  [MC_GRID_VERB_CUT] = N_ ("Cut from the Roster"),
  [MC_GRID_VERB_PASTE] = N_ ("Paste into the Roster"),
  [MC_GRID_VERB_FILL_RIGHT] = N_ ("Fill to the Right"),
  [MC_GRID_VERB_FILL_DOWN] = N_ ("Fill Down"),
  [MC_GRID_VERB_PIN] = N_ ("Pin Cells"),
  [MC_GRID_VERB_UNPIN] = N_ ("Unpin Cells"),
};

void
mc_roster_page_edit_cb (McRosterPage *self, McGridEdit *edit)
{
  g_autoptr (GArray) edits = mc_roster_view_make_edits (self->view, edit);

  if (self->book && mc_roster_book_is_out (self->book) &&
      (edit->verb == MC_GRID_VERB_PIN || edit->verb == MC_GRID_VERB_UNPIN))
    mc_report_toast (GTK_WIDGET (self), _ ("What is published stands; it needs no pins."));
  else
    mc_roster_page_commit_edits (self, _ (verbs[edit->verb]), edits);
}

void
mc_roster_page_move_cb (McRosterPage *self, guint row, guint slot, guint to_row, guint to_slot)
{
  g_autoptr (GArray) edits = mc_roster_view_make_move (self->view, row, slot, to_row, to_slot);

  mc_roster_page_commit_edits (self, _ ("Swap in the Roster"), edits);
}

gboolean
mc_roster_page_drop_cb (McRosterPage *self, const char *payload, guint row, guint slot)
{
  g_autoptr (GArray) edits = NULL;

  if (!g_str_has_prefix (payload, "person/"))
    return FALSE;
  edits =
      mc_roster_view_make_takeover (self->view, g_ascii_strtoll (payload + strlen ("person/"), NULL, 10), row, slot);
  if (edits->len == 0)
    mc_report_toast (GTK_WIDGET (self), _ ("There is nothing to take over in this cell."));
  mc_roster_page_commit_edits (self, _ ("Take Over in the Roster"), edits);
  return TRUE;
}

void
mc_roster_page_take_cb (McRosterPage *self, gint64 person)
{
  g_autoptr (GArray) edits = NULL;
  guint row, slot;

  if (!mc_roster_grid_get_cursor (self->grid, &row, &slot))
    return;
  edits = mc_roster_view_make_takeover (self->view, person, row, slot);
  mc_roster_page_commit_edits (self, _ ("Take Over in the Roster"), edits);
}

/* --- New rosters --- */

static gint64
find_newest (McRosterPage *self)
{
  guint n = self->rosters ? g_list_model_get_n_items (G_LIST_MODEL (self->rosters)) : 0;
  g_autoptr (McEntity) last = n > 0 ? g_list_model_get_item (G_LIST_MODEL (self->rosters), n - 1) : NULL;

  return last ? mc_entity_get_id (last) : 0;
}

static DexFuture *
begin_fiber (gpointer data)
{
  Act *act = data;
  McSession *session = get_session (act->page);
  g_autoptr (GError) error = NULL;
  g_autoptr (McCommitResult) result = NULL;
  gint64 newest = find_newest (act->page);

  if (session)
    result = dex_await_object (mc_commit (GTK_WIDGET (act->page), session, act->change), &error);
  if (!result)
    return dex_future_new_true ();
  act->page->newer_than = newest;
  act->page->plans = act->plans;
  mc_roster_page_update (act->page);
  return dex_future_new_true ();
}

static void
begin (McRosterPage *self, McChange *change, gboolean plans)
{
  Act *act = act_new (self);

  act->change = change;
  act->plans = plans;
  dex_future_disown (dex_scheduler_spawn (NULL, 0, begin_fiber, act, act_free));
}

static void
begin_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  McRosterPage *self = MC_ROSTER_PAGE (widget);

  begin (self, mc_roster_change_new (mc_roster_page_get_period (self), NULL), g_str_equal (name, "roster.begin-plan"));
}

static gint64
find_before (McRosterPage *self)
{
  McDay first = mc_roster_page_get_period (self).from;
  McRoster *best = NULL;

  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (self->rosters)); i++)
    {
      g_autoptr (McRoster) roster = g_list_model_get_item (G_LIST_MODEL (self->rosters), i);

      if (roster->during.from < first && roster->during.until >= first &&
          (!best || mc_roster_state_is_out (roster->state)))
        best = roster;
    }
  return best ? mc_entity_get_id (MC_ENTITY (best)) : 0;
}

static DexFuture *
copy_fiber (gpointer data)
{
  Act *act = data;
  McPeriod period = mc_roster_page_get_period (act->page);
  g_autoptr (GError) error = NULL;
  g_autoptr (McRosterBook) source = dex_await_object (mc_roster_book_when_ready (act->book), &error);

  if (source)
    begin (act->page, mc_roster_change_copy (source, period, NULL), FALSE);
  else
    mc_report_error (GTK_WIDGET (act->page), _ ("The month before cannot be read."), error);
  return dex_future_new_true ();
}

static void
copy_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  McRosterPage *self = MC_ROSTER_PAGE (widget);
  gboolean previous = g_str_equal (name, "roster.copy-previous");
  gint64 source = previous ? find_before (self) : self->chosen;
  Act *act;

  if (!source)
    {
      mc_report_toast (widget, _ ("There is no roster of the month before."));
      return;
    }
  act = act_new (self);
  g_clear_object (&act->book);
  act->book = mc_roster_book_new (get_session (self), source);
  dex_future_disown (dex_scheduler_spawn (NULL, 0, copy_fiber, act, act_free));
}

/* --- Dialogs --- */

static DexFuture *
drop_fiber (gpointer data)
{
  Act *act = data;
  g_autoptr (GError) error = NULL;
  McSession *session = get_session (act->page);
  g_autoptr (McCommitResult) result =
      session ? dex_await_object (mc_commit (GTK_WIDGET (act->page), session, act->change), &error) : NULL;

  return dex_future_new_true ();
}

/* Who begins a month by planning it, and thinks better of it, has begun nothing. */
static void
plan_closed_cb (McRosterPage *self, AdwDialog *dialog)
{
  McRoster *roster = mc_roster_page_get_roster (self);
  GListModel *cells = self->book ? mc_roster_book_get_rows (self->book, MC_TYPE_ROSTER_CELL) : NULL;
  Act *act;

  if (mc_roster_plan_dialog_get_accepted (MC_ROSTER_PLAN_DIALOG (dialog)) || !roster ||
      !mc_roster_book_is_open (self->book) || !cells || g_list_model_get_n_items (cells) > 0)
    return;
  act = act_new (self);
  act->change = mc_roster_change_delete (roster);
  dex_future_disown (dex_scheduler_spawn (NULL, 0, drop_fiber, act, act_free));
}

void
mc_roster_page_open_plan (McRosterPage *self, gboolean begun)
{
  AdwDialog *dialog;

  if (!mc_roster_page_is_ready (self))
    return;
  dialog = mc_roster_plan_dialog_new (self->book);
  if (begun)
    g_signal_connect_object (dialog, "closed", G_CALLBACK (plan_closed_cb), self, G_CONNECT_SWAPPED);
  adw_dialog_present (dialog, GTK_WIDGET (self));
}

static void
plan_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  mc_roster_page_open_plan (MC_ROSTER_PAGE (widget), FALSE);
}

gboolean
mc_roster_page_get_cell (McRosterPage *self, gint64 *person, McDay *day, guint *part)
{
  gint index, session, duty;
  guint row, slot;

  if (!mc_roster_page_is_ready (self) || !mc_roster_grid_get_cursor (self->grid, &row, &slot) ||
      !mc_roster_view_get_place (self->view, row, slot, &index, &session, &duty) || index < 0)
    return FALSE;
  *person = mc_roster_person (mc_roster_brief_get_problem (mc_roster_book_get_brief (self->book)), index)->id;
  *day = mc_roster_page_get_roster (self)->during.from + (McDay)(slot / 2);
  *part = slot % 2;
  return TRUE;
}

static void
sick_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  McRosterPage *self = MC_ROSTER_PAGE (widget);
  McSession *session = get_session (self);
  McDay day = session ? mc_session_get_today (session) : MC_DAY_NONE;
  gint64 person = 0;
  gboolean exact = FALSE;
  guint part;

  if (!session)
    return;
  /* Somebody is rostered on that day, whatever the calendar says of it. */
  if (mc_roster_page_get_cell (self, &person, &day, &part))
    exact = day != mc_session_get_today (session) &&
            mc_roster_brief_find_session (mc_roster_book_get_brief (self->book), day, part) >= 0;
  adw_dialog_present (mc_roster_sick_dialog_new (session, person, day, exact), widget);
}

static void
why_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  adw_overlay_split_view_set_show_sidebar (MC_ROSTER_PAGE (widget)->split, TRUE);
}

static void
open_person_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  g_autofree char *target = NULL;
  gint64 person;
  McDay day;
  guint part;

  if (!mc_roster_page_get_cell (MC_ROSTER_PAGE (widget), &person, &day, &part))
    return;
  target = g_strdup_printf ("person/%" G_GINT64_FORMAT, person);
  gtk_widget_activate_action (widget, "win.open-target", "s", target);
}

static void
print_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  if (mc_roster_page_is_ready (MC_ROSTER_PAGE (widget)))
    mc_roster_page_print (MC_ROSTER_PAGE (widget), g_str_equal (name, "roster.export"));
}

void
mc_roster_page_update_actions (McRosterPage *self)
{
  GtkWidget *widget = GTK_WIDGET (self);
  McRoster *roster = mc_roster_page_get_roster (self);
  gboolean can_write = get_session (self) && mc_session_get_can_write (get_session (self));
  gboolean draft = roster && roster->state == MC_ROSTER_STATE_DRAFT;
  gboolean ready = mc_roster_page_is_ready (self),
           edits = can_write && ready && (draft || mc_roster_state_is_out (roster->state));
  gint64 person;
  McDay day;
  guint part;

  mc_roster_page_set_primary (self, roster, can_write);
  g_object_set (self->grid, "editable", edits, NULL);
  g_object_set (self->panel, "editable", edits, NULL);
  gtk_widget_set_visible (self->plan_button, draft);
  gtk_widget_action_set_enabled (widget, "roster.plan", can_write && draft && ready);
  gtk_widget_action_set_enabled (widget, "roster.begin", can_write);
  gtk_widget_action_set_enabled (widget, "roster.begin-plan", can_write);
  gtk_widget_action_set_enabled (widget, "roster.copy-previous", can_write && self->rosters);
  gtk_widget_action_set_enabled (widget, "roster.copy-this", can_write && ready);
  gtk_widget_action_set_enabled (widget, "roster.sick", can_write);
  gtk_widget_action_set_enabled (widget, "roster.delete", can_write && draft);
  gtk_widget_action_set_enabled (
      widget, "roster.return",
      can_write && roster && (roster->state == MC_ROSTER_STATE_SUBMITTED || roster->state == MC_ROSTER_STATE_APPROVED));
  gtk_widget_action_set_enabled (widget, "roster.print", ready);
  gtk_widget_action_set_enabled (widget, "roster.export", ready);
  gtk_widget_action_set_enabled (widget, "roster.workbook", ready);
  gtk_widget_action_set_enabled (widget, "roster.paper", ready && can_write);
  gtk_widget_action_set_enabled (widget, "roster.import", edits);
  mc_roster_page_compare_update (self);
  gtk_widget_action_set_enabled (widget, "roster.open-person", mc_roster_page_get_cell (self, &person, &day, &part));
  gtk_widget_action_set_enabled (widget, "roster.swap", edits);
  gtk_widget_action_set_enabled (widget, "roster.save-template", can_write && ready);
  gtk_widget_action_set_enabled (widget, "roster.templates", can_write && ready);
}

void
mc_roster_page_acts_class_init (GtkWidgetClass *klass)
{
  gtk_widget_class_install_action (klass, "roster.begin", NULL, begin_action);
  gtk_widget_class_install_action (klass, "roster.begin-plan", NULL, begin_action);
  gtk_widget_class_install_action (klass, "roster.copy-previous", NULL, copy_action);
  gtk_widget_class_install_action (klass, "roster.copy-this", NULL, copy_action);
  gtk_widget_class_install_action (klass, "roster.plan", NULL, plan_action);
  gtk_widget_class_install_action (klass, "roster.sick", NULL, sick_action);
  gtk_widget_class_install_action (klass, "roster.why", NULL, why_action);
  gtk_widget_class_install_action (klass, "roster.open-person", NULL, open_person_action);
  gtk_widget_class_install_action (klass, "roster.print", NULL, print_action);
  gtk_widget_class_install_action (klass, "roster.export", NULL, print_action);
  mc_roster_page_papers_class_init (klass);
  mc_roster_page_steps_class_init (klass);
  mc_roster_page_swaps_class_init (klass);
  mc_roster_page_compare_class_init (klass);
  mc_roster_page_templates_class_init (klass);
  mc_roster_page_tables_class_init (klass);
  gtk_widget_class_install_property_action (klass, "roster.group", "grouping");
}
