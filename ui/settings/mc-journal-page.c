/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mc-journal-page.h"

#include <glib/gi18n.h>

#include "mc-audit-access.h"
#include "mc-columns.h"
#include "mc-empty-page.h"
#include "mc-entity-label.h"
#include "mc-list-state.h"
#include "mc-needle.h"
#include "mc-person.h"
#include "mc-report.h"
#include "mc-session-records.h"
#include "mc-skeleton.h"
#include "mc-table-actions.h"

/* Enough for months of office work, and still read in one go; older entries are found by the console program. */
#define HISTORY_LIMIT 2000

struct _McJournalPage
{
  McPage parent_instance;

  McLiveList *people;
  char *needle; /* folded; NULL for no filter */
  guint serial; /* of the reading; an older one that comes home is dropped */

  GtkEditable *search;
  AdwViewStack *views;
  GtkStack *change_states;
  AdwStatusPage *change_error;
  GtkColumnView *changes;
  GtkFilterListModel *change_rows;
  GtkCustomFilter *change_filter;
  McListState *access_state;
  GtkColumnView *accesses;
  GtkFilterListModel *access_rows;
  GtkCustomFilter *access_filter;
};

G_DEFINE_FINAL_TYPE (McJournalPage, mc_journal_page, MC_TYPE_PAGE)

typedef struct
{
  McJournalPage *page;
  McSession *session;
  guint serial;
} Reading;

static void
reading_free (gpointer data)
{
  Reading *self = data;

  g_object_unref (self->page);
  g_object_unref (self->session);
  g_free (self);
}

static Reading *
reading_new (McJournalPage *page)
{
  Reading *self = g_new0 (Reading, 1);

  self->page = g_object_ref (page);
  self->session = g_object_ref (mc_page_get_session (MC_PAGE (page)));
  self->serial = page->serial;
  return self;
}

static char *
time_text (gpointer item, GDateTime *at)
{
  g_autoptr (GDateTime) local = at != NULL ? g_date_time_to_local (at) : NULL;

  return local != NULL ? g_date_time_format (local, "%d/%m/%Y %H:%M:%S") : NULL;
}

static char *
action_text (gpointer item, const char *action, const char *noun)
{
  if (g_strcmp0 (action, "insert") == 0)
    return g_strdup_printf (_ ("Added: %s"), noun);
  if (g_strcmp0 (action, "delete") == 0)
    return g_strdup_printf (_ ("Removed: %s"), noun);
  if (g_strcmp0 (action, "anonymise") == 0)
    return g_strdup_printf (_ ("Anonymised: %s"), noun);
  return g_strdup_printf (_ ("Changed: %s"), noun);
}

/* A new row has a line per field; one below the other they would leave five rows on a screen. */
static char *
on_few_lines (gpointer item, const char *summary)
{
  g_auto (GStrv) lines = summary != NULL ? g_strsplit (summary, "\n", -1) : NULL;

  return lines != NULL ? g_strjoinv (" · ", lines) : NULL;
}

static gboolean
matches (McJournalPage *self, const char *const *texts)
{
  return mc_needle_finds (self->needle, texts, g_strv_length ((char **)texts));
}

static gboolean
change_matches (gpointer item, gpointer data)
{
  McHistoryEntry *entry = item;
  const char *who = mc_history_entry_get_who (entry), *noun = mc_history_entry_get_noun_label (entry);
  const char *summary = mc_history_entry_get_summary (entry);
  const char *subject = mc_history_entry_get_subject (entry);
  const char *texts[] = { who != NULL ? who : "", noun != NULL ? noun : "", subject != NULL ? subject : "",
                          summary != NULL ? summary : "", NULL };

  return matches (data, texts);
}

static const char *
name_of (McJournalPage *self, gint64 id)
{
  McPerson *person = self->people != NULL ? mc_live_list_get_by_id (self->people, id) : NULL;

  return person != NULL && person->full_name != NULL ? person->full_name : "–";
}

static gboolean
access_matches (gpointer item, gpointer data)
{
  McAuditAccess *access = item;
  const char *texts[] = { access->login, access->purpose, name_of (data, access->person_id), NULL };

  return matches (data, texts);
}

static void
setup_person_cb (McJournalPage *self, GtkListItem *item)
{
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_list_item_set_child (item, label);
}

static void
bind_person_cb (McJournalPage *self, GtkListItem *item)
{
  McAuditAccess *access = gtk_list_item_get_item (item);

  gtk_label_set_label (GTK_LABEL (gtk_list_item_get_child (item)), name_of (self, access->person_id));
}

static void
filter_cb (McJournalPage *self)
{
  mc_needle_set (&self->needle, gtk_editable_get_text (self->search));
  gtk_filter_changed (GTK_FILTER (self->change_filter), GTK_FILTER_CHANGE_DIFFERENT);
  gtk_filter_changed (GTK_FILTER (self->access_filter), GTK_FILTER_CHANGE_DIFFERENT);
}

static DexFuture *
changes_fiber (gpointer data)
{
  Reading *self = data;
  McJournalPage *page = self->page;
  g_autoptr (GError) error = NULL;
  g_autoptr (GListModel) entries =
      dex_await_object (mc_session_load_history (self->session, NULL, 0, HISTORY_LIMIT), &error);

  if (self->serial != page->serial)
    return dex_future_new_for_boolean (FALSE);
  if (entries == NULL)
    {
      g_autofree char *text = g_markup_escape_text (mc_report_reason (error), -1);

      adw_status_page_set_description (page->change_error, text);
      gtk_stack_set_visible_child_name (page->change_states, "error");
      return dex_future_new_for_boolean (FALSE);
    }
  gtk_filter_list_model_set_model (page->change_rows, entries);
  gtk_stack_set_visible_child_name (page->change_states, g_list_model_get_n_items (entries) > 0 ? "content" : "empty");
  return dex_future_new_for_boolean (TRUE);
}

/* Names stand in another list; the rows come once both are there. */
static DexFuture *
accesses_fiber (gpointer data)
{
  Reading *self = data;
  McJournalPage *page = self->page;
  g_autoptr (McLiveList) people = mc_session_list (self->session, MC_TYPE_PERSON, MC_DAY_NONE);
  g_autoptr (McLiveList) list = mc_session_list (self->session, MC_TYPE_AUDIT_ACCESS, MC_DAY_NONE);

  dex_await (mc_live_list_when_ready (people), NULL);
  if (self->serial != page->serial)
    return dex_future_new_for_boolean (FALSE);
  g_set_object (&page->people, people);
  gtk_filter_list_model_set_model (page->access_rows, G_LIST_MODEL (list));
  mc_list_state_set_list (page->access_state, list);
  return dex_future_new_for_boolean (TRUE);
}

static void
spawn (McJournalPage *self, DexFiberFunc fiber)
{
  dex_future_disown (dex_scheduler_spawn (dex_scheduler_get_default (), 0, fiber, reading_new (self), reading_free));
}

static void
reload (McJournalPage *self)
{
  if (mc_page_get_session (MC_PAGE (self)) == NULL)
    return;
  self->serial++;
  spawn (self, changes_fiber);
  spawn (self, accesses_fiber);
}

static void
reload_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  reload (MC_JOURNAL_PAGE (widget));
}

static void
mc_journal_page_set_session (McPage *page, McSession *session)
{
  McJournalPage *self = MC_JOURNAL_PAGE (page);

  self->serial++;
  g_clear_object (&self->people);
  gtk_filter_list_model_set_model (self->change_rows, NULL);
  gtk_filter_list_model_set_model (self->access_rows, NULL);
  mc_list_state_set_list (self->access_state, NULL);
  gtk_stack_set_visible_child_name (self->change_states, "loading");
  if (session != NULL && gtk_widget_get_mapped (GTK_WIDGET (self)))
    reload (self);
}

static gboolean
mc_journal_page_open (McPage *page, const char *target)
{
  McJournalPage *self = MC_JOURNAL_PAGE (page);

  adw_view_stack_set_visible_child_name (self->views, g_str_has_prefix (target, "access") ? "accesses" : "changes");
  return TRUE;
}

static gboolean
mc_journal_page_grab_search (McPage *page)
{
  return gtk_widget_grab_focus (GTK_WIDGET (MC_JOURNAL_PAGE (page)->search));
}

/* Nothing tells that the journal has grown; it is read when it comes into view. */
static void
mc_journal_page_map (GtkWidget *widget)
{
  GTK_WIDGET_CLASS (mc_journal_page_parent_class)->map (widget);
  reload (MC_JOURNAL_PAGE (widget));
}

static void
mc_journal_page_dispose (GObject *object)
{
  McJournalPage *self = MC_JOURNAL_PAGE (object);

  self->serial++;
  g_clear_object (&self->people);
  g_clear_pointer (&self->needle, g_free);
  gtk_widget_dispose_template (GTK_WIDGET (self), MC_TYPE_JOURNAL_PAGE);
  G_OBJECT_CLASS (mc_journal_page_parent_class)->dispose (object);
}

/* The menu is about the table that is seen. */
static void
tab_cb (McJournalPage *self)
{
  if (g_strcmp0 (adw_view_stack_get_visible_child_name (self->views), "accesses") == 0)
    mc_table_actions_install (GTK_WIDGET (self), self->accesses, _ ("Reading of private data"));
  else if (self->changes)
    mc_table_actions_install (GTK_WIDGET (self), self->changes, _ ("Changes"));
}

static void
bind_template (GtkWidgetClass *widget_class)
{
  gtk_widget_class_set_template_from_resource (widget_class, "/vn/gov/cantho/MotCua/settings/mc-journal-page.ui");
  gtk_widget_class_bind_template_child (widget_class, McJournalPage, search);
  gtk_widget_class_bind_template_child (widget_class, McJournalPage, views);
  gtk_widget_class_bind_template_child (widget_class, McJournalPage, change_states);
  gtk_widget_class_bind_template_child (widget_class, McJournalPage, change_error);
  gtk_widget_class_bind_template_child (widget_class, McJournalPage, changes);
  gtk_widget_class_bind_template_child (widget_class, McJournalPage, change_rows);
  gtk_widget_class_bind_template_child (widget_class, McJournalPage, change_filter);
  gtk_widget_class_bind_template_child (widget_class, McJournalPage, access_state);
  gtk_widget_class_bind_template_child (widget_class, McJournalPage, accesses);
  gtk_widget_class_bind_template_child (widget_class, McJournalPage, access_rows);
  gtk_widget_class_bind_template_child (widget_class, McJournalPage, access_filter);
  gtk_widget_class_bind_template_callback (widget_class, time_text);
  gtk_widget_class_bind_template_callback (widget_class, action_text);
  gtk_widget_class_bind_template_callback (widget_class, on_few_lines);
  gtk_widget_class_bind_template_callback (widget_class, setup_person_cb);
  gtk_widget_class_bind_template_callback (widget_class, bind_person_cb);
  gtk_widget_class_bind_template_callback (widget_class, filter_cb);
  gtk_widget_class_bind_template_callback (widget_class, tab_cb);
}

static void
mc_journal_page_class_init (McJournalPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  McPageClass *page_class = MC_PAGE_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = mc_journal_page_dispose;
  widget_class->map = mc_journal_page_map;
  page_class->set_session = mc_journal_page_set_session;
  page_class->open = mc_journal_page_open;
  page_class->grab_search = mc_journal_page_grab_search;

  g_type_ensure (MC_TYPE_SKELETON);
  g_type_ensure (MC_TYPE_EMPTY_PAGE);
  g_type_ensure (MC_TYPE_LIST_STATE);
  g_type_ensure (MC_TYPE_ENTITY_LABEL);
  g_type_ensure (MC_TYPE_HISTORY_ENTRY);
  bind_template (widget_class);
  gtk_widget_class_install_action (widget_class, "journal.reload", NULL, reload_cb);
}

static void
read_time (gpointer item, McTableCell *cell, gpointer user_data)
{
  mc_table_cell_take_text (cell, time_text (NULL, mc_history_entry_get_at (item)));
}

static void
read_action (gpointer item, McTableCell *cell, gpointer user_data)
{
  mc_table_cell_take_text (
      cell, action_text (NULL, mc_history_entry_get_action (item), mc_history_entry_get_noun_label (item)));
}

static void
read_person (gpointer item, McTableCell *cell, gpointer user_data)
{
  mc_table_cell_take_text (cell, g_strdup (name_of (user_data, MC_AUDIT_ACCESS (item)->person_id)));
}

static void
serve_tables (McJournalPage *self)
{
  mc_columns_tell (self->changes, "at", read_time, NULL, NULL);
  mc_columns_tell_property (self->changes, "who", "who");
  mc_columns_tell (self->changes, "what", read_action, NULL, NULL);
  mc_columns_tell_property (self->changes, "subject", "subject");
  mc_columns_tell_property (self->changes, "summary", "summary");
  mc_columns_remember (self->changes, "journal-changes");
  mc_columns_tell_field (self->accesses, "at", MC_TYPE_AUDIT_ACCESS, "at");
  mc_columns_tell_field (self->accesses, "login", MC_TYPE_AUDIT_ACCESS, "login");
  mc_columns_tell (self->accesses, "person", read_person, self, NULL);
  mc_columns_tell_field (self->accesses, "fields", MC_TYPE_AUDIT_ACCESS, "fields");
  mc_columns_tell_field (self->accesses, "purpose", MC_TYPE_AUDIT_ACCESS, "purpose");
  mc_columns_remember (self->accesses, "journal-accesses");
  tab_cb (self);
}

static void
mc_journal_page_init (McJournalPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_custom_filter_set_filter_func (self->change_filter, change_matches, self, NULL);
  gtk_custom_filter_set_filter_func (self->access_filter, access_matches, self, NULL);
  serve_tables (self);
}
