/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mc-roster-setup-page.h"

#include <glib/gi18n.h>

#include "mc-counter.h"
#include "mc-demand.h"
#include "mc-duty-competence.h"
#include "mc-duty.h"
#include "mc-entity-dialog.h"
#include "mc-noun.h"
#include "mc-person.h"
#include "mc-planner-rule.h"
#include "mc-record-group.h"
#include "mc-report.h"
#include "mc-roster-request.h"
#include "mc-roster-setup-words.h"

#define N_KINDS 5

struct _McRosterSetupPage
{
  McPage parent_instance;

  McLiveList *lists[N_KINDS];
  McRosterSetupNames names;
  GSignalGroup *session_signals;

  McRecordGroup *rules;
  McRecordGroup *duties;
  McRecordGroup *demands;
  McRecordGroup *rights;
  McRecordGroup *requests;
};

G_DEFINE_FINAL_TYPE (McRosterSetupPage, mc_roster_setup_page, MC_TYPE_PAGE)

/* One kind of row: its list, how it reads, what its form asks. */
typedef struct
{
  GType (*noun) (void);
  gsize group; /* offset in the page */
  McFactDescribe describe;
  const char *add, *edit; /* titles of the form */
  const char *const fields[16];
} Kind;

static const Kind kinds[N_KINDS] = {
  { mc_planner_rule_get_type,
    G_STRUCT_OFFSET (McRosterSetupPage, rules),
    mc_roster_setup_describe_rule,
    N_ ("Add a Rule"),
    N_ ("Rule"),
    { "name", "kind", "enabled", "hard", "weight", "stage", "least", "most", "span", "unit", "ledger", "weekdays",
      "half", "scope", "note" } },
  { mc_duty_get_type,
    G_STRUCT_OFFSET (McRosterSetupPage, duties),
    mc_roster_setup_describe_duty,
    N_ ("Add a Duty"),
    N_ ("Duty"),
    { "code", "name", "kind", "whole_day", "sort_order", "note", "during" } },
  { mc_demand_get_type,
    G_STRUCT_OFFSET (McRosterSetupPage, demands),
    mc_roster_setup_describe_demand,
    N_ ("Add a Need"),
    N_ ("Need of people"),
    { "counter_id", "duty_id", "kind", "seats", "weekdays", "half", "note", "during" } },
  { mc_duty_competence_get_type,
    G_STRUCT_OFFSET (McRosterSetupPage, rights),
    mc_roster_setup_describe_right,
    N_ ("Who May Be Given a Duty"),
    N_ ("Who May Be Given a Duty"),
    { "duty_id", "person_id", "during" } },
  { mc_roster_request_get_type,
    G_STRUCT_OFFSET (McRosterSetupPage, requests),
    mc_roster_setup_describe_request,
    N_ ("Add a Request"),
    N_ ("Request"),
    { "person_id", "wish", "counter_id", "duty_id", "half", "weight", "note", "during" } },
};

/* What a rule that is law leaves to the office. */
static const char *const law_fields[] = { "name", "basis", "note", NULL };

static gboolean
is_law (gpointer row)
{
  return MC_IS_PLANNER_RULE (row) && MC_PLANNER_RULE (row)->basis;
}

static McRecordGroup *
group_of (McRosterSetupPage *self, const Kind *kind)
{
  return *(McRecordGroup **)G_STRUCT_MEMBER_P (self, kind->group);
}

static const Kind *
find_kind (const char *table)
{
  for (guint i = 0; i < N_KINDS; i++)
    if (kinds[i].noun () == mc_noun_from_table (table))
      return &kinds[i];
  return NULL;
}

static void
refresh (McRosterSetupPage *self)
{
  for (guint i = 0; i < N_KINDS; i++)
    mc_record_group_refresh (group_of (self, &kinds[i]));
}

static void
update_writable (McRosterSetupPage *self)
{
  McSession *session = mc_page_get_session (MC_PAGE (self));

  for (guint i = 0; i < N_KINDS; i++)
    g_object_set (group_of (self, &kinds[i]), "can-write", session && mc_session_get_can_write (session), NULL);
}

static void
take_names (McRosterSetupPage *self, McLiveList **place, McSession *session, GType noun)
{
  g_clear_object (place);
  if (!session)
    return;
  *place = mc_session_list (session, noun, MC_DAY_NONE);
  g_signal_connect_object (*place, "changed", G_CALLBACK (refresh), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (*place, "notify::ready", G_CALLBACK (refresh), self, G_CONNECT_SWAPPED);
}

/* In the order in which the office wants them: rules and duties by their place. */
static int
compare_rows (gconstpointer a, gconstpointer b, gpointer user_data)
{
  if (MC_IS_PLANNER_RULE ((gpointer)a))
    return ((const McPlannerRule *)a)->sort_order - ((const McPlannerRule *)b)->sort_order;
  if (MC_IS_DUTY ((gpointer)a))
    return ((const McDuty *)a)->sort_order - ((const McDuty *)b)->sort_order;
  return mc_entity_get_id ((gpointer)a) < mc_entity_get_id ((gpointer)b) ? -1 : 1;
}

static void
show_kind (McRosterSetupPage *self, guint i, McSession *session)
{
  g_autoptr (GtkSortListModel) sorted = NULL;

  g_set_object (&self->lists[i], NULL);
  if (session)
    {
      self->lists[i] = mc_session_list (session, kinds[i].noun (), MC_DAY_NONE);
      sorted = gtk_sort_list_model_new (g_object_ref (G_LIST_MODEL (self->lists[i])),
                                        GTK_SORTER (gtk_custom_sorter_new (compare_rows, NULL, NULL)));
    }
  mc_record_group_show (group_of (self, &kinds[i]), G_LIST_MODEL (sorted), kinds[i].describe, &self->names);
}

static void
mc_roster_setup_page_set_session (McPage *page, McSession *session)
{
  McRosterSetupPage *self = MC_ROSTER_SETUP_PAGE (page);

  g_signal_group_set_target (self->session_signals, session);
  take_names (self, &self->names.counters, session, MC_TYPE_COUNTER);
  take_names (self, &self->names.duties, session, MC_TYPE_DUTY);
  take_names (self, &self->names.people, session, MC_TYPE_PERSON);
  for (guint i = 0; i < N_KINDS; i++)
    show_kind (self, i, session);
  update_writable (self);
  mc_page_set_complete (page, session != NULL);
}

/* --- Acts --- */

static void
finish_row (McEntity *before, McEntity *after)
{
  if (MC_IS_PLANNER_RULE (after) && !MC_PLANNER_RULE (after)->scope)
    MC_PLANNER_RULE (after)->scope = g_strdup ("{}");
}

static McEntity *
make_row (McRosterSetupPage *self, const Kind *kind)
{
  McEntity *row = g_object_new (kind->noun (), NULL);
  McDay today = mc_session_get_today (mc_page_get_session (MC_PAGE (self)));

  if (mc_entity_class_find_field (MC_ENTITY_GET_CLASS (row), "during"))
    g_object_set (row, "during", &(McPeriod){ today, MC_IS_ROSTER_REQUEST (row) ? today + 1 : MC_DAY_NONE }, NULL);
  if (MC_IS_DEMAND (row))
    g_object_set (row, "weekdays", "12345", "seats", 1, NULL);
  if (MC_IS_PLANNER_RULE (row))
    g_object_set (row, "enabled", TRUE, "weight", 1, "stage", 2, "sort-order", 100, NULL);
  if (MC_IS_ROSTER_REQUEST (row))
    g_object_set (row, "weight", 1, NULL);
  if (MC_IS_DUTY (row))
    g_object_set (row, "sort-order", 100, NULL);
  return row;
}

static void
present_form (McRosterSetupPage *self, const Kind *kind, McEntity *row)
{
  AdwDialog *dialog = mc_entity_dialog_new (mc_page_get_session (MC_PAGE (self)), row,
                                            mc_entity_get_id (row) ? _ (kind->edit) : _ (kind->add), NULL,
                                            is_law (row) ? law_fields : kind->fields);

  mc_entity_dialog_set_finish (MC_ENTITY_DIALOG (dialog), finish_row);
  adw_dialog_present (dialog, GTK_WIDGET (self));
}

static void
add_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  McRosterSetupPage *self = MC_ROSTER_SETUP_PAGE (widget);
  const Kind *kind = find_kind (g_variant_get_string (parameter, NULL));
  g_autoptr (McEntity) row = kind ? make_row (self, kind) : NULL;

  if (row)
    present_form (self, kind, row);
}

typedef struct
{
  McRosterSetupPage *self;
  McSession *session;
  McEntity *row;
} Removal;

static void
removal_free (gpointer data)
{
  Removal *removal = data;

  g_object_unref (removal->self);
  g_object_unref (removal->session);
  g_object_unref (removal->row);
  g_free (removal);
}

static DexFuture *
remove_fiber (gpointer data)
{
  Removal *removal = data;
  g_autoptr (GError) error = NULL;
  g_autofree char *label = g_strdup_printf (_ ("Remove: %s"), mc_entity_get_label (removal->row));
  g_autoptr (McChange) change = mc_change_new (label);

  mc_change_delete (change, removal->row);
  if (dex_await (mc_session_commit (removal->session, change), &error))
    mc_report_undoable (GTK_WIDGET (removal->self), label);
  else
    mc_report_error (GTK_WIDGET (removal->self), _ ("It was not removed."), error);
  return dex_future_new_true ();
}

static void
row_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  McRosterSetupPage *self = MC_ROSTER_SETUP_PAGE (widget);
  const Kind *kind;
  const char *table;
  McEntity *row;
  Removal *removal;
  gint64 id;

  g_variant_get (parameter, "(&sx)", &table, &id);
  kind = find_kind (table);
  row = kind ? mc_live_list_get_by_id (self->lists[kind - kinds], id) : NULL;
  if (!row)
    return;
  if (g_str_equal (name, "record.edit"))
    {
      present_form (self, kind, row);
      return;
    }
  removal = g_new0 (Removal, 1);
  removal->self = g_object_ref (self);
  removal->session = g_object_ref (mc_page_get_session (MC_PAGE (self)));
  removal->row = g_object_ref (row);
  dex_future_disown (dex_scheduler_spawn (NULL, 0, remove_fiber, removal, removal_free));
}

static gboolean
mc_roster_setup_page_open (McPage *page, const char *target)
{
  McRosterSetupPage *self = MC_ROSTER_SETUP_PAGE (page);
  g_auto (GStrv) words = g_strsplit (target, "/", 2);
  const Kind *kind = words[0] ? find_kind (words[0]) : NULL;
  McEntity *row;

  if (!kind || !words[1])
    return FALSE;
  row = mc_live_list_get_by_id (self->lists[kind - kinds], g_ascii_strtoll (words[1], NULL, 10));
  if (row)
    present_form (self, kind, row);
  return row != NULL;
}

static void
mc_roster_setup_page_dispose (GObject *object)
{
  McRosterSetupPage *self = MC_ROSTER_SETUP_PAGE (object);

  gtk_widget_dispose_template (GTK_WIDGET (self), MC_TYPE_ROSTER_SETUP_PAGE);
  g_clear_object (&self->session_signals);
  for (guint i = 0; i < N_KINDS; i++)
    g_clear_object (&self->lists[i]);
  g_clear_object (&self->names.counters);
  g_clear_object (&self->names.duties);
  g_clear_object (&self->names.people);
  G_OBJECT_CLASS (mc_roster_setup_page_parent_class)->dispose (object);
}

static void
mc_roster_setup_page_class_init (McRosterSetupPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = mc_roster_setup_page_dispose;
  MC_PAGE_CLASS (klass)->set_session = mc_roster_setup_page_set_session;
  MC_PAGE_CLASS (klass)->open = mc_roster_setup_page_open;
  g_type_ensure (MC_TYPE_RECORD_GROUP);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/vn/gov/cantho/MotCua/roster-setup/mc-roster-setup-page.ui");
  gtk_widget_class_bind_template_child (widget_class, McRosterSetupPage, rules);
  gtk_widget_class_bind_template_child (widget_class, McRosterSetupPage, duties);
  gtk_widget_class_bind_template_child (widget_class, McRosterSetupPage, demands);
  gtk_widget_class_bind_template_child (widget_class, McRosterSetupPage, rights);
  gtk_widget_class_bind_template_child (widget_class, McRosterSetupPage, requests);
  gtk_widget_class_install_action (widget_class, "record.add", "s", add_action);
  gtk_widget_class_install_action (widget_class, "record.edit", "(sx)", row_action);
  gtk_widget_class_install_action (widget_class, "record.remove", "(sx)", row_action);
}

static void
mc_roster_setup_page_init (McRosterSetupPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  mc_record_group_set_stays (self->rules, is_law);
  self->session_signals = g_signal_group_new (MC_TYPE_SESSION);
  g_signal_group_connect_swapped (self->session_signals, "notify::can-write", G_CALLBACK (update_writable), self);
}
