/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mc-attention-page.h"

#include <glib/gi18n.h>

#include "mc-finding-row.h"
#include "mc-finding-target.h"
#include "mc-name.h"
#include "mc-needle.h"
#include "mc-number.h"
#include "mc-report.h"
#include "mc-table-actions.h"
#include "mc-table-column.h"

struct _McAttentionPage
{
  McPage parent_instance;

  GListModel *findings;
  GHashTable *folded; /* McFinding → its searchable words */
  char *needle;
  int wanted;   /* McFindingSeverity, or -1 for all */
  char *sought; /* the key of the finding to show once it is there */

  AdwToggleGroup *severity;
  GtkSearchEntry *search;
  GtkLabel *count;
  GtkStack *stack;
  GtkListView *list;
  GtkFilterListModel *filtered;
  GtkSortListModel *sorted;
  GtkCustomFilter *filter;
  GtkCustomSorter *sorter;
};

G_DEFINE_FINAL_TYPE (McAttentionPage, mc_attention_page, MC_TYPE_PAGE)

static const char *
folded_words (McAttentionPage *self, McFinding *finding)
{
  char *words = g_hash_table_lookup (self->folded, finding);

  if (!words)
    {
      const char *person = mc_finding_get_person_name (finding);
      const char *agency = mc_finding_get_agency_name (finding);
      const char *citation = mc_finding_get_citation (finding);
      g_autofree char *all = g_strjoin (" ", mc_finding_get_message (finding), person ? person : "",
                                        agency ? agency : "", citation ? citation : "", NULL);

      words = mc_fold (all);
      g_hash_table_insert (self->folded, g_object_ref (finding), words);
    }
  return words;
}

static gboolean
matches (gpointer item, gpointer user_data)
{
  McAttentionPage *self = user_data;

  if (self->wanted >= 0 && (int)mc_finding_get_severity (item) != self->wanted)
    return FALSE;
  return !self->needle || mc_fold_matches (folded_words (self, item), self->needle);
}

static int
compare (gconstpointer a, gconstpointer b, gpointer user_data)
{
  return mc_finding_compare ((McFinding *)a, (McFinding *)b);
}

static gboolean
is_ready (GListModel *findings)
{
  gboolean ready = FALSE;

  g_object_get (findings, "ready", &ready, NULL);
  return ready;
}

/* The badge in the sidebar counts what somebody has to act on; a note is only worth knowing. The line above the list
 * says both numbers. */
static void
update_counts (McAttentionPage *self)
{
  guint n = self->findings ? g_list_model_get_n_items (self->findings) : 0;
  guint shown = g_list_model_get_n_items (G_LIST_MODEL (self->filtered));
  guint urgent = 0;
  g_autofree char *text = NULL;

  for (guint i = 0; i < n; i++)
    {
      g_autoptr (McFinding) finding = g_list_model_get_item (self->findings, i);

      urgent += mc_finding_get_severity (finding) != MC_FINDING_NOTE;
    }
  mc_page_set_badge (MC_PAGE (self), urgent);
  text = shown == n ? g_strdup_printf (_ ("%u to act on · %u notes"), urgent, n - urgent)
                    : g_strdup_printf (_ ("%u of %u"), shown, n);
  gtk_label_set_label (self->count, text);
  if (self->findings && !is_ready (self->findings))
    gtk_stack_set_visible_child_name (self->stack, "loading");
  else
    gtk_stack_set_visible_child_name (self->stack, shown > 0 ? "list" : n > 0 ? "no-match" : "none");
}

static void
filter_changed_cb (McAttentionPage *self)
{
  static const char *const names[] = { "error", "warning", "note" };
  const char *active;

  /* The template's own first values come before its children are here. */
  if (!self->filter)
    return;
  active = adw_toggle_group_get_active_name (self->severity);
  mc_needle_set (&self->needle, gtk_editable_get_text (GTK_EDITABLE (self->search)));
  self->wanted = -1;
  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    if (g_strcmp0 (active, names[i]) == 0)
      self->wanted = (int)i;
  gtk_filter_changed (GTK_FILTER (self->filter), GTK_FILTER_CHANGE_DIFFERENT);
  if (self->findings)
    update_counts (self);
}

static McFinding *
find (GListModel *findings, const char *key, guint *position)
{
  for (*position = 0; *position < g_list_model_get_n_items (findings); (*position)++)
    {
      g_autoptr (McFinding) finding = g_list_model_get_item (findings, *position);

      if (g_str_equal (mc_finding_get_key (finding), key))
        return finding;
    }
  return NULL;
}

/* Brings the sought finding into sight, past whatever filters stand. */
static void
show_sought (McAttentionPage *self)
{
  g_autofree char *key = g_steal_pointer (&self->sought);
  guint position;

  if (!find (G_LIST_MODEL (self->filtered), key, &position))
    {
      gtk_editable_set_text (GTK_EDITABLE (self->search), "");
      adw_toggle_group_set_active_name (self->severity, "all");
      filter_changed_cb (self);
    }
  if (find (G_LIST_MODEL (self->filtered), key, &position))
    gtk_list_view_scroll_to (self->list, position, GTK_LIST_SCROLL_FOCUS | GTK_LIST_SCROLL_SELECT, NULL);
  else
    mc_report_toast (GTK_WIDGET (self), _ ("This entry is not there any more."));
}

static void
findings_changed_cb (McAttentionPage *self)
{
  g_hash_table_remove_all (self->folded);
  update_counts (self);
}

static void
ready_cb (McAttentionPage *self)
{
  update_counts (self);
  if (self->sought)
    show_sought (self);
  mc_page_set_complete (MC_PAGE (self), TRUE);
}

static void
activate_cb (McAttentionPage *self, guint position)
{
  g_autoptr (McFinding) finding = g_list_model_get_item (G_LIST_MODEL (self->filtered), position);
  g_autofree char *target = finding ? mc_finding_dup_subject_target (finding) : NULL;

  if (target)
    gtk_widget_activate_action (GTK_WIDGET (self), "win.open-target", "s", target);
}

static void
take_findings (McAttentionPage *self, GListModel *findings)
{
  if (self->findings)
    g_signal_handlers_disconnect_by_data (self->findings, self);
  g_hash_table_remove_all (self->folded);
  g_set_object (&self->findings, findings);
  gtk_sort_list_model_set_model (self->sorted, findings);
  if (findings)
    {
      g_signal_connect_swapped (findings, "items-changed", G_CALLBACK (findings_changed_cb), self);
      g_signal_connect_swapped (findings, "notify::ready", G_CALLBACK (ready_cb), self);
      if (is_ready (findings))
        ready_cb (self);
      else
        update_counts (self);
    }
  else
    {
      mc_page_set_badge (MC_PAGE (self), 0);
      gtk_stack_set_visible_child_name (self->stack, "loading");
    }
}

static void
load (McAttentionPage *self)
{
  McSession *session = mc_page_get_session (MC_PAGE (self));
  McDay day = mc_page_get_as_of (MC_PAGE (self));
  g_autoptr (GListModel) findings = session ? mc_session_get_findings (session, day) : NULL;

  take_findings (self, findings);
}

static void
mc_attention_page_set_session (McPage *page, McSession *session)
{
  load (MC_ATTENTION_PAGE (page));
}

static void
mc_attention_page_set_as_of (McPage *page, McDay day)
{
  load (MC_ATTENTION_PAGE (page));
}

/* Findings come and go with the data: whether one is still there is known once they are judged. */
static gboolean
mc_attention_page_open (McPage *page, const char *target)
{
  McAttentionPage *self = MC_ATTENTION_PAGE (page);

  if (!g_str_has_prefix (target, "finding/") || !self->findings)
    return FALSE;
  g_set_str (&self->sought, target + strlen ("finding/"));
  if (is_ready (self->findings))
    show_sought (self);
  return TRUE;
}

static gboolean
mc_attention_page_grab_search (McPage *page)
{
  return gtk_widget_grab_focus (GTK_WIDGET (MC_ATTENTION_PAGE (page)->search));
}

static void
mc_attention_page_dispose (GObject *object)
{
  McAttentionPage *self = MC_ATTENTION_PAGE (object);

  if (self->findings)
    g_signal_handlers_disconnect_by_data (self->findings, self);
  gtk_widget_dispose_template (GTK_WIDGET (self), MC_TYPE_ATTENTION_PAGE);
  g_clear_object (&self->findings);
  g_clear_pointer (&self->folded, g_hash_table_unref);
  g_clear_pointer (&self->needle, g_free);
  g_clear_pointer (&self->sought, g_free);
  G_OBJECT_CLASS (mc_attention_page_parent_class)->dispose (object);
}

static void
mc_attention_page_class_init (McAttentionPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  McPageClass *page_class = MC_PAGE_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = mc_attention_page_dispose;
  page_class->set_session = mc_attention_page_set_session;
  page_class->set_as_of = mc_attention_page_set_as_of;
  page_class->open = mc_attention_page_open;
  page_class->grab_search = mc_attention_page_grab_search;

  g_type_ensure (MC_TYPE_FINDING_ROW);
  gtk_widget_class_set_template_from_resource (widget_class, "/vn/gov/cantho/MotCua/attention/mc-attention-page.ui");
  gtk_widget_class_bind_template_child (widget_class, McAttentionPage, severity);
  gtk_widget_class_bind_template_child (widget_class, McAttentionPage, search);
  gtk_widget_class_bind_template_child (widget_class, McAttentionPage, count);
  gtk_widget_class_bind_template_child (widget_class, McAttentionPage, stack);
  gtk_widget_class_bind_template_child (widget_class, McAttentionPage, list);
  gtk_widget_class_bind_template_child (widget_class, McAttentionPage, filtered);
  gtk_widget_class_bind_template_child (widget_class, McAttentionPage, sorted);
  gtk_widget_class_bind_template_child (widget_class, McAttentionPage, filter);
  gtk_widget_class_bind_template_child (widget_class, McAttentionPage, sorter);
  gtk_widget_class_bind_template_callback (widget_class, filter_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, activate_cb);
}

static void
read_since (gpointer item, McTableCell *cell, gpointer user_data)
{
  if (mc_finding_get_since (item) != MC_DAY_NONE)
    {
      g_autofree char *iso = mc_day_format_iso (mc_finding_get_since (item));

      mc_table_cell_set_iso (cell, iso);
    }
}

static void
serve_list (McAttentionPage *self)
{
  const struct
  {
    const char *title;
    const char *property;
  } texts[] = {
    { C_ ("column", "Severity"), "severity-text" }, { C_ ("column", "Finding"), "message" },
    { C_ ("column", "Name"), "person-name" },       { C_ ("column", "Agency"), "agency-name" },
    { C_ ("column", "Article"), "citation" },       { C_ ("column", "Remedy"), "remedy-label" },
  };
  g_autoptr (GPtrArray) columns = g_ptr_array_new_with_free_func (g_object_unref);

  for (gsize i = 0; i < G_N_ELEMENTS (texts); i++)
    g_ptr_array_add (columns, mc_table_column_new_property (texts[i].title, texts[i].property));
  g_ptr_array_add (columns, mc_table_column_new (C_ ("column", "Since"), read_since, NULL, NULL));
  mc_table_actions_install_list (GTK_WIDGET (self), G_LIST_MODEL (self->filtered), columns,
                                 C_ ("page", "Needs Attention"));
}

static void
mc_attention_page_init (McAttentionPage *self)
{
  self->wanted = -1;
  self->folded = g_hash_table_new_full (NULL, NULL, g_object_unref, g_free);
  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_custom_filter_set_filter_func (self->filter, matches, self, NULL);
  gtk_custom_sorter_set_sort_func (self->sorter, compare, NULL, NULL);
  serve_list (self);
}
