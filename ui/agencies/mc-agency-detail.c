/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mc-agency-detail.h"

#include <glib/gi18n.h>

#include "mc-agency-dialog.h"
#include "mc-agency-name.h"
#include "mc-agency-state.h"
#include "mc-agency-succession.h"
#include "mc-counter-entry.h"
#include "mc-fact-row.h"
#include "mc-finding-row.h"
#include "mc-merge-dialog.h"
#include "mc-quota.h"
#include "mc-quota-dialog.h"
#include "mc-rename-dialog.h"
#include "mc-serving-view.h"
#include "mc-session-records.h"
#include "mc-staff-entry.h"

struct _McAgencyDetail
{
  AdwBin parent_instance;

  McSession *session;
  McAgencyEntry *entry;
  McLiveList *agencies;
  McAgency *agency;
  McServingView *serving;
  GListModel *our_counters;
  char *risks; /* of these, as they are shown */
  McDay day;
  guint stamp;

  GtkStack *stack;
  GtkLabel *code;
  GtkLabel *name;
  GtkLabel *kind;
  GtkLabel *quota;
  GtkLabel *present;
  GtkLabel *standby;
  GtkLabel *state;
  GtkWidget *findings_group;
  GtkListBox *findings;
  GtkListBox *people;
  GtkWidget *no_people;
  GtkListBox *counters;
  GtkWidget *no_counters;
  AdwActionRow *letter_to;
  AdwActionRow *address;
  AdwActionRow *phone;
  AdwActionRow *email;
  AdwActionRow *reserve;
  GtkListBox *quotas;
  GtkWidget *no_quotas;
  GtkListBox *names;
  GtkListBox *successions;
  GtkListBox *history;
  GtkWidget *no_history;
};

G_DEFINE_FINAL_TYPE (McAgencyDetail, mc_agency_detail, ADW_TYPE_BIN)

static void
describe_person (gpointer entity, gpointer user_data, char **title, char **subtitle, char **target)
{
  McStaffEntry *entry = entity;
  McPeriod tour = { entry->tour_from, entry->tour_until };
  g_autofree char *period = mc_period_format_people (tour);

  *title = g_strdup (entry->full_name);
  *subtitle = g_strdup_printf ("%s · %s · %s", mc_enum_label (mc_tour_role_values, entry->tour_role),
                               entry->post_name ? entry->post_name : _ ("no post"), period);
  *target = g_strdup_printf ("person/%" G_GINT64_FORMAT, mc_entity_get_id (MC_ENTITY (entry)));
}

static McCounterRisk
risk_of (McAgencyDetail *self, McCounterEntry *counter)
{
  return mc_serving_get_risk (mc_serving_view_get (self->serving), mc_entity_get_id (MC_ENTITY (counter)));
}

static void
describe_counter (gpointer entity, gpointer user_data, char **title, char **subtitle, char **target)
{
  McCounterEntry *counter = entity;
  const char *risk = mc_counter_risk_text (risk_of (user_data, counter));

  *title = g_strdup_printf ("%d · %s", counter->number, counter->name);
  *subtitle =
      counter->officers && *counter->officers ? g_strdup_printf ("%s · %s", risk, counter->officers) : g_strdup (risk);
  *target = g_strdup_printf ("counter/%" G_GINT64_FORMAT, mc_entity_get_id (MC_ENTITY (counter)));
}

static void
describe_quota (gpointer entity, gpointer user_data, char **title, char **subtitle, char **target)
{
  McQuota *quota = entity;
  g_autofree char *period = mc_period_format_people (quota->during);

  *title = g_strdup_printf (g_dngettext (NULL, "%d officer", "%d officers", (gulong)quota->officers), quota->officers);
  *subtitle = quota->decision_no ? g_strdup_printf ("%s · %s", period, quota->decision_no) : g_steal_pointer (&period);
}

static void
describe_name (gpointer entity, gpointer user_data, char **title, char **subtitle, char **target)
{
  McAgencyName *name = entity;
  g_autofree char *period = mc_period_format_people (name->during);

  *title = g_strdup (name->name);
  *subtitle = name->decision_no ? g_strdup_printf ("%s · %s", period, name->decision_no) : g_steal_pointer (&period);
}

/* The name of an agency at the time of a succession is on the other agency's page; here its code is enough. */
static char *
dup_agency_code (McAgencyDetail *self, gint64 id)
{
  McAgency *agency = self->agencies ? mc_live_list_get_by_id (self->agencies, id) : NULL;

  return g_strdup (agency ? agency->code : "…");
}

static void
describe_succession (gpointer entity, gpointer user_data, char **title, char **subtitle, char **target)
{
  McAgencySuccession *succession = entity;
  McAgencyDetail *self = user_data;
  g_autofree char *from = dup_agency_code (self, succession->predecessor_id);
  g_autofree char *to = dup_agency_code (self, succession->successor_id);
  g_autofree char *day = mc_day_format (succession->effective);
  gint64 own = mc_entity_get_id (MC_ENTITY (self->entry));
  gint64 other = succession->predecessor_id == own ? succession->successor_id : succession->predecessor_id;

  *title = g_strdup_printf ("%s → %s", from, to);
  *subtitle = g_strdup_printf ("%s · %s%s%s", mc_enum_label (mc_succession_kind_values, succession->kind), day,
                               succession->note ? " · " : "", succession->note ? succession->note : "");
  *target = g_strdup_printf ("agency/%" G_GINT64_FORMAT, other);
}

static gboolean
person_is_ours (gpointer item, gpointer user_data)
{
  McAgencyDetail *self = user_data;

  return self->entry && ((McStaffEntry *)item)->tour_agency_id == mc_entity_get_id (MC_ENTITY (self->entry));
}

static gboolean
counter_is_ours (gpointer item, gpointer user_data)
{
  McAgencyDetail *self = user_data;
  GArray *agencies = mc_serving_get_agencies (mc_serving_view_get (self->serving), mc_entity_get_id (item));

  for (guint i = 0; self->entry && agencies && i < agencies->len; i++)
    if (g_array_index (agencies, gint64, i) == mc_entity_get_id (MC_ENTITY (self->entry)))
      return TRUE;
  return FALSE;
}

static gboolean
finding_is_ours (gpointer item, gpointer user_data)
{
  McAgencyDetail *self = user_data;

  return self->entry && mc_finding_get_agency_id (item) == mc_entity_get_id (MC_ENTITY (self->entry));
}

static gboolean
succession_is_ours (gpointer item, gpointer user_data)
{
  McAgencyDetail *self = user_data;
  McAgencySuccession *succession = item;
  gint64 id = self->entry ? mc_entity_get_id (MC_ENTITY (self->entry)) : 0;

  return succession->predecessor_id == id || succession->successor_id == id;
}

static void
refilter_cb (GtkFilter *filter)
{
  gtk_filter_changed (filter, GTK_FILTER_CHANGE_DIFFERENT);
}

/* A row of a live list changes where it stands: whoever is carried over to another agency leaves the list of this one.
 */
static GListModel *
filtered (McAgencyDetail *self, GListModel *model, GtkCustomFilterFunc func)
{
  GtkFilter *filter = GTK_FILTER (gtk_custom_filter_new (func, self, NULL));

  if (MC_IS_LIVE_LIST (model))
    g_signal_connect_object (model, "changed", G_CALLBACK (refilter_cb), filter, G_CONNECT_SWAPPED);
  return G_LIST_MODEL (gtk_filter_list_model_new (model, filter));
}

static void
findings_count_cb (GListModel *model, guint position, guint removed, guint added, GtkWidget *group)
{
  gtk_widget_set_visible (group, g_list_model_get_n_items (model) > 0);
}

static void
bind_findings (McAgencyDetail *self)
{
  g_autoptr (GListModel) ours = filtered (self, mc_session_get_findings (self->session, self->day), finding_is_ours);

  gtk_list_box_bind_model (self->findings, ours, mc_finding_row_create, NULL, NULL);
  g_signal_connect_object (ours, "items-changed", G_CALLBACK (findings_count_cb), self->findings_group,
                           G_CONNECT_DEFAULT);
  findings_count_cb (ours, 0, 0, 0, self->findings_group);
}

static char *
dup_risks (McAgencyDetail *self)
{
  g_autoptr (GString) risks = g_string_new (NULL);

  for (guint i = 0; i < g_list_model_get_n_items (self->our_counters); i++)
    {
      g_autoptr (McCounterEntry) counter = g_list_model_get_item (self->our_counters, i);

      g_string_append_c (risks, (char)('0' + risk_of (self, counter)));
    }
  return g_string_free_and_steal (g_steal_pointer (&risks));
}

/* The rows are made anew only where a risk is another, so that nobody loses the row he stands on. */
static void
serving_changed_cb (McAgencyDetail *self)
{
  g_autofree char *risks = NULL;

  gtk_filter_changed (gtk_filter_list_model_get_filter (GTK_FILTER_LIST_MODEL (self->our_counters)),
                      GTK_FILTER_CHANGE_DIFFERENT);
  risks = dup_risks (self);
  if (g_set_str (&self->risks, risks))
    mc_fact_rows_bind (self->counters, self->our_counters, describe_counter, self, self->no_counters);
}

static void
forget_counters (McAgencyDetail *self)
{
  if (self->serving)
    g_signal_handlers_disconnect_by_func (self->serving, serving_changed_cb, self);
  if (self->counters)
    mc_fact_rows_bind (self->counters, NULL, describe_counter, self, NULL);
  g_clear_object (&self->our_counters);
  g_clear_object (&self->serving);
  g_clear_pointer (&self->risks, g_free);
}

static void
bind_counters (McAgencyDetail *self)
{
  self->serving = mc_serving_view_new (self->session, self->day);
  self->our_counters = filtered (self, G_LIST_MODEL (mc_session_list (self->session, MC_TYPE_COUNTER_ENTRY, self->day)),
                                 counter_is_ours);
  g_signal_connect_swapped (self->serving, "changed", G_CALLBACK (serving_changed_cb), self);
  mc_fact_rows_bind (self->counters, self->our_counters, describe_counter, self, self->no_counters);
}

static void
bind_lists (McAgencyDetail *self)
{
  gint64 id = mc_entity_get_id (MC_ENTITY (self->entry));
  GListModel *staff = G_LIST_MODEL (mc_session_list (self->session, MC_TYPE_STAFF_ENTRY, self->day));
  GListModel *all = G_LIST_MODEL (mc_session_list (self->session, MC_TYPE_AGENCY_SUCCESSION, MC_DAY_NONE));
  g_autoptr (GListModel) people = filtered (self, staff, person_is_ours);
  g_autoptr (GListModel) successions = filtered (self, all, succession_is_ours);
  g_autoptr (McLiveList) quotas = mc_session_list_of (self->session, MC_TYPE_QUOTA, "agency_id", id);
  g_autoptr (McLiveList) names = mc_session_list_of (self->session, MC_TYPE_AGENCY_NAME, "agency_id", id);

  mc_fact_rows_bind (self->people, people, describe_person, self, self->no_people);
  mc_fact_rows_bind (self->quotas, G_LIST_MODEL (quotas), describe_quota, self, self->no_quotas);
  mc_fact_rows_bind (self->names, G_LIST_MODEL (names), describe_name, self, NULL);
  mc_fact_rows_bind (self->successions, successions, describe_succession, self, NULL);
  bind_counters (self);
  bind_findings (self);
}

static void
show_numbers (McAgencyDetail *self)
{
  McAgencyEntry *entry = self->entry;
  g_autofree char *quota = NULL, *present = NULL, *standby = NULL, *state = NULL;

  if (!entry)
    return;
  quota = g_strdup_printf ("%d", entry->quota);
  present = g_strdup_printf ("%d", entry->present);
  standby = g_strdup_printf ("%d", entry->standby);
  state = mc_agency_state_text (entry->quota, entry->present, entry->standby, entry->standby_duty, entry->receives);
  gtk_label_set_label (self->code, entry->code);
  gtk_label_set_label (self->name, entry->name ? entry->name : entry->code);
  gtk_label_set_label (self->kind, mc_enum_label (mc_agency_kind_values, entry->kind));
  gtk_label_set_label (self->quota, quota);
  gtk_label_set_label (self->present, present);
  gtk_label_set_label (self->standby, standby);
  gtk_label_set_label (self->state, state);
}

static const char *
or_dash (const char *text)
{
  return text && *text ? text : "–";
}

static void
show_agency (McAgencyDetail *self)
{
  McAgency *agency = self->agencies && self->entry
                         ? mc_live_list_get_by_id (self->agencies, mc_entity_get_id (MC_ENTITY (self->entry)))
                         : NULL;
  gboolean can_write = self->session && agency && mc_session_get_can_write (self->session);

  if (g_set_object (&self->agency, agency) && agency)
    g_signal_connect_object (agency, "notify", G_CALLBACK (show_agency), self, G_CONNECT_SWAPPED);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "agency.edit", can_write);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "agency.quota", can_write);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "agency.rename", can_write);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "agency.merge", can_write);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "agency.add-person", can_write);
  if (!agency)
    return;
  adw_action_row_set_subtitle (self->letter_to, or_dash (agency->letter_to));
  adw_action_row_set_subtitle (self->address, or_dash (agency->address));
  adw_action_row_set_subtitle (self->phone, or_dash (agency->phone));
  adw_action_row_set_subtitle (self->email, or_dash (agency->email));
  adw_action_row_set_subtitle (self->reserve, agency->standby_duty ? _ ("Names at least one standby") : _ ("None"));
}

static void
describe_history (gpointer item, gpointer user_data, char **title, char **subtitle, char **target)
{
  McHistoryEntry *entry = item;
  g_autofree char *at = g_date_time_format (mc_history_entry_get_at (entry), "%d/%m/%Y %H:%M");

  *title =
      g_strdup_printf ("%s · %s · %s", at, mc_history_entry_get_who (entry), mc_history_entry_get_noun_label (entry));
  *subtitle = g_strdup (mc_history_entry_get_summary (entry));
}

static DexFuture *
history_fiber (gpointer user_data)
{
  McAgencyDetail *self = user_data;
  guint stamp = self->stamp;
  g_autoptr (GListModel) entries = dex_await_object (
      mc_session_load_history (self->session, "agency", mc_entity_get_id (MC_ENTITY (self->entry)), 30), NULL);

  /* Another agency may have been chosen meanwhile. A role that may not read the journal sees the empty text. */
  if (stamp != self->stamp || !self->entry)
    return dex_future_new_false ();
  mc_fact_rows_bind (self->history, entries, describe_history, self, self->no_history);
  gtk_widget_set_visible (self->no_history, !entries || g_list_model_get_n_items (entries) == 0);
  return dex_future_new_true ();
}

void
mc_agency_detail_show (McAgencyDetail *self, McSession *session, McDay day, McAgencyEntry *entry)
{
  g_return_if_fail (MC_IS_AGENCY_DETAIL (self));

  self->stamp++;
  if (self->entry)
    g_signal_handlers_disconnect_by_func (self->entry, show_numbers, self);
  g_set_object (&self->session, session);
  g_set_object (&self->entry, entry);
  self->day = day;
  if (self->agencies)
    g_signal_handlers_disconnect_by_func (self->agencies, show_agency, self);
  g_clear_object (&self->agencies);
  forget_counters (self);
  gtk_stack_set_visible_child_name (self->stack, entry ? "agency" : "none");
  if (!session || !entry)
    return;

  self->agencies = mc_session_list (session, MC_TYPE_AGENCY, MC_DAY_NONE);
  g_signal_connect_swapped (self->agencies, "items-changed", G_CALLBACK (show_agency), self);
  g_signal_connect_swapped (entry, "notify", G_CALLBACK (show_numbers), self);
  show_numbers (self);
  show_agency (self);
  bind_lists (self);
  dex_future_disown (dex_scheduler_spawn (NULL, 0, history_fiber, g_object_ref (self), g_object_unref));
}

static void
edit_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  McAgencyDetail *self = MC_AGENCY_DETAIL (widget);
  AdwDialog *dialog = NULL;

  if (!self->agency)
    return;
  if (g_str_equal (name, "agency.edit"))
    dialog = mc_agency_dialog_new (self->session, self->agency);
  else if (g_str_equal (name, "agency.quota"))
    dialog = mc_quota_dialog_new (self->session, self->agency, self->entry->quota);
  else if (g_str_equal (name, "agency.rename"))
    dialog = mc_rename_dialog_new (self->session, self->agency, self->entry->name, self->entry->short_name);
  else
    dialog = mc_merge_dialog_new (self->session, self->agency, self->day);
  adw_dialog_present (dialog, widget);
}

static void
add_person_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  McAgencyDetail *self = MC_AGENCY_DETAIL (widget);
  g_autofree char *target = NULL;

  if (!self->entry)
    return;
  target = g_strdup_printf ("person/new/%" G_GINT64_FORMAT "/primary", mc_entity_get_id (MC_ENTITY (self->entry)));
  gtk_widget_activate_action (widget, "win.open-target", "s", target);
}

void
mc_agency_detail_act (McAgencyDetail *self, const char *act)
{
  static const char *const acts[] = { "edit", "quota", "rename", "merge", NULL };
  g_autofree char *action = g_strconcat ("agency.", act, NULL);

  if (g_strv_contains (acts, act))
    gtk_widget_activate_action (GTK_WIDGET (self), action, NULL);
}

static void
mc_agency_detail_dispose (GObject *object)
{
  McAgencyDetail *self = MC_AGENCY_DETAIL (object);

  self->stamp++;
  if (self->entry)
    g_signal_handlers_disconnect_by_func (self->entry, show_numbers, self);
  if (self->agencies)
    g_signal_handlers_disconnect_by_func (self->agencies, show_agency, self);
  forget_counters (self);
  /* The bin would let go of its child once more after the template did. */
  adw_bin_set_child (ADW_BIN (self), NULL);
  gtk_widget_dispose_template (GTK_WIDGET (self), MC_TYPE_AGENCY_DETAIL);
  g_clear_object (&self->session);
  g_clear_object (&self->entry);
  g_clear_object (&self->agencies);
  g_clear_object (&self->agency);
  G_OBJECT_CLASS (mc_agency_detail_parent_class)->dispose (object);
}

static void
bind_children (GtkWidgetClass *widget_class)
{
  gtk_widget_class_bind_template_child (widget_class, McAgencyDetail, stack);
  gtk_widget_class_bind_template_child (widget_class, McAgencyDetail, code);
  gtk_widget_class_bind_template_child (widget_class, McAgencyDetail, name);
  gtk_widget_class_bind_template_child (widget_class, McAgencyDetail, kind);
  gtk_widget_class_bind_template_child (widget_class, McAgencyDetail, quota);
  gtk_widget_class_bind_template_child (widget_class, McAgencyDetail, present);
  gtk_widget_class_bind_template_child (widget_class, McAgencyDetail, standby);
  gtk_widget_class_bind_template_child (widget_class, McAgencyDetail, state);
  gtk_widget_class_bind_template_child (widget_class, McAgencyDetail, findings_group);
  gtk_widget_class_bind_template_child (widget_class, McAgencyDetail, findings);
  gtk_widget_class_bind_template_child (widget_class, McAgencyDetail, people);
  gtk_widget_class_bind_template_child (widget_class, McAgencyDetail, no_people);
  gtk_widget_class_bind_template_child (widget_class, McAgencyDetail, counters);
  gtk_widget_class_bind_template_child (widget_class, McAgencyDetail, no_counters);
  gtk_widget_class_bind_template_child (widget_class, McAgencyDetail, letter_to);
  gtk_widget_class_bind_template_child (widget_class, McAgencyDetail, address);
  gtk_widget_class_bind_template_child (widget_class, McAgencyDetail, phone);
  gtk_widget_class_bind_template_child (widget_class, McAgencyDetail, email);
  gtk_widget_class_bind_template_child (widget_class, McAgencyDetail, reserve);
  gtk_widget_class_bind_template_child (widget_class, McAgencyDetail, quotas);
  gtk_widget_class_bind_template_child (widget_class, McAgencyDetail, no_quotas);
  gtk_widget_class_bind_template_child (widget_class, McAgencyDetail, names);
  gtk_widget_class_bind_template_child (widget_class, McAgencyDetail, successions);
  gtk_widget_class_bind_template_child (widget_class, McAgencyDetail, history);
  gtk_widget_class_bind_template_child (widget_class, McAgencyDetail, no_history);
}

static void
mc_agency_detail_class_init (McAgencyDetailClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = mc_agency_detail_dispose;
  gtk_widget_class_set_template_from_resource (widget_class, "/vn/gov/cantho/MotCua/agencies/mc-agency-detail.ui");
  bind_children (widget_class);
  gtk_widget_class_install_action (widget_class, "agency.edit", NULL, edit_action);
  gtk_widget_class_install_action (widget_class, "agency.quota", NULL, edit_action);
  gtk_widget_class_install_action (widget_class, "agency.rename", NULL, edit_action);
  gtk_widget_class_install_action (widget_class, "agency.merge", NULL, edit_action);
  gtk_widget_class_install_action (widget_class, "agency.add-person", NULL, add_person_action);
}

static void
mc_agency_detail_init (McAgencyDetail *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}
