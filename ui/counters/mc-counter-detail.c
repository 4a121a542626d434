/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mc-counter-detail.h"

#include <glib/gi18n.h>

#include "mc-assign-dialog.h"
#include "mc-close-dialog.h"
#include "mc-commit.h"
#include "mc-counter-agency.h"
#include "mc-counter-field.h"
#include "mc-counter-rows.h"
#include "mc-counter-text.h"
#include "mc-counter-timeline.h"
#include "mc-equipment.h"
#include "mc-finding-row.h"
#include "mc-floor.h"
#include "mc-procedure.h"
#include "mc-record-group.h"

/* The groups of rows: their names in the template, and the nouns. */
static const struct
{
  const char *child;
  GType (*noun) (void);
} parts[] = {
  { "assignment_group", mc_counter_assignment_get_type }, { "agency_group", mc_counter_agency_get_type },
  { "field_group", mc_counter_field_get_type },           { "equipment_group", mc_equipment_get_type },
  { "procedure_group", mc_procedure_get_type },
};

/* Acts, as actions "counter.ACT". */
static const char *const acts[] = { "assign", "standby", "edit", "agency", "field", "equipment", "end", "train" };

struct _McCounterDetail
{
  AdwBin parent_instance;

  McCounterRegister *registry;
  McServingView *serving;
  gint64 id;
  McLiveList *counters;
  McLiveList *entries;
  McLiveList *floors;
  GListModel *lists[G_N_ELEMENTS (parts)];
  GListModel *our_findings;
  GtkFilter *procedure_filter;

  GtkStack *stack;
  GtkLabel *number;
  GtkLabel *name;
  GtkLabel *place;
  GtkLabel *seats;
  GtkLabel *standbys;
  GtkLabel *able;
  GtkLabel *risk;
  GtkLabel *note;
  GtkWidget *findings_group;
  GtkListBox *findings;
  McCounterTimeline *timeline;
  McRecordGroup *groups[G_N_ELEMENTS (parts)];
};

G_DEFINE_FINAL_TYPE (McCounterDetail, mc_counter_detail, ADW_TYPE_BIN)

static guint close_signal;

static McCounter *
get_counter (McCounterDetail *self)
{
  return self->counters ? mc_live_list_get_by_id (self->counters, self->id) : NULL;
}

static void
set_number (GtkLabel *label, int number)
{
  g_autofree char *text = g_strdup_printf ("%d", number);

  gtk_label_set_label (label, text);
}

static void
show_cover (McCounterDetail *self, McCounter *counter)
{
  McServing *serving = mc_serving_view_get (self->serving);
  McCounterCover cover = mc_serving_get_cover (serving, self->id);
  McCounterRisk risk = mc_serving_get_risk (serving, self->id);
  const char *classes[] = { "mc-finding", mc_counter_risk_class (risk), NULL };
  g_autofree char *seats = g_strdup_printf ("%d/%d", cover.officers, counter->seats);

  gtk_label_set_label (self->seats, seats);
  set_number (self->standbys, cover.standbys);
  set_number (self->able, cover.able);
  gtk_label_set_label (self->risk, mc_counter_risk_text (risk));
  gtk_widget_set_css_classes (GTK_WIDGET (self->risk), classes);
}

static void
update (McCounterDetail *self)
{
  McCounter *counter = get_counter (self);
  gboolean can_write =
      self->registry && counter && mc_session_get_can_write (mc_counter_register_get_session (self->registry));
  g_autofree char *place = NULL;

  for (gsize i = 0; i < G_N_ELEMENTS (acts); i++)
    {
      g_autofree char *action = g_strconcat ("counter.", acts[i], NULL);

      gtk_widget_action_set_enabled (GTK_WIDGET (self), action, counter && (can_write || i == G_N_ELEMENTS (acts) - 1));
    }
  if (!counter)
    return;
  place = mc_counter_place_text (counter->level, counter->place, G_LIST_MODEL (self->floors));
  set_number (self->number, counter->number);
  gtk_label_set_label (self->name, counter->name);
  gtk_label_set_label (self->place, place);
  gtk_label_set_label (self->note, counter->note ? counter->note : "");
  gtk_widget_set_visible (GTK_WIDGET (self->note), counter->note != NULL);
  show_cover (self, counter);
  for (gsize i = 0; i < G_N_ELEMENTS (parts); i++)
    {
      g_object_set (self->groups[i], "can-write", can_write, NULL);
      mc_record_group_refresh (self->groups[i]);
    }
  mc_counter_timeline_refresh (self->timeline);
}

static void
serving_changed_cb (McCounterDetail *self)
{
  /* Which procedures are served here goes with the fields. */
  if (self->procedure_filter)
    gtk_filter_changed (self->procedure_filter, GTK_FILTER_CHANGE_DIFFERENT);
  update (self);
}

static int
compare_newest (gconstpointer a, gconstpointer b, gpointer user_data)
{
  const McCounterAssignment *one = a;
  const McCounterAssignment *two = b;

  if (one->during.from != two->during.from)
    return one->during.from > two->during.from ? -1 : 1;
  return (int)one->role - (int)two->role;
}

static gboolean
finding_is_ours (gpointer finding, gpointer user_data)
{
  return mc_finding_get_subject (finding) == MC_FINDING_SUBJECT_COUNTER &&
         mc_finding_get_subject_id (finding) == ((McCounterDetail *)user_data)->id;
}

static gboolean
procedure_is_ours (gpointer item, gpointer user_data)
{
  McCounterDetail *self = user_data;
  McProcedure *procedure = item;
  GArray *fields = self->serving ? mc_serving_get_fields (mc_serving_view_get (self->serving), self->id) : NULL;

  for (guint i = 0; fields && i < fields->len; i++)
    if (g_array_index (fields, gint64, i) == procedure->field_id)
      return mc_period_contains (procedure->during, mc_counter_register_get_day (self->registry));
  return FALSE;
}

static void
findings_changed_cb (McCounterDetail *self)
{
  gtk_widget_set_visible (self->findings_group, g_list_model_get_n_items (self->our_findings) > 0);
}

static void
bind_findings (McCounterDetail *self, McSession *session, McDay day)
{
  self->our_findings = G_LIST_MODEL (gtk_filter_list_model_new (
      mc_session_get_findings (session, day), GTK_FILTER (gtk_custom_filter_new (finding_is_ours, self, NULL))));
  gtk_list_box_bind_model (self->findings, self->our_findings, mc_finding_row_create, NULL, NULL);
  g_signal_connect_object (self->our_findings, "items-changed", G_CALLBACK (findings_changed_cb), self,
                           G_CONNECT_SWAPPED);
  findings_changed_cb (self);
}

static GListModel *
open_rows (McCounterDetail *self, McSession *session, GType noun)
{
  if (noun == MC_TYPE_PROCEDURE)
    {
      self->procedure_filter = GTK_FILTER (gtk_custom_filter_new (procedure_is_ours, self, NULL));
      return G_LIST_MODEL (gtk_filter_list_model_new (G_LIST_MODEL (mc_session_list (session, noun, MC_DAY_NONE)),
                                                      self->procedure_filter));
    }
  if (noun == MC_TYPE_COUNTER_ASSIGNMENT)
    return G_LIST_MODEL (
        gtk_sort_list_model_new (G_LIST_MODEL (mc_session_list_of (session, noun, "counter_id", self->id)),
                                 GTK_SORTER (gtk_custom_sorter_new (compare_newest, NULL, NULL))));
  return G_LIST_MODEL (mc_session_list_of (session, noun, "counter_id", self->id));
}

static char *
person_of (McCounterAssignment *row, gpointer user_data)
{
  return mc_counter_register_dup_person (user_data, row->person_id);
}

static void
forget (McCounterDetail *self)
{
  mc_counter_timeline_show (self->timeline, NULL, MC_DAY_NONE, NULL, NULL);
  gtk_list_box_bind_model (self->findings, NULL, NULL, NULL, NULL);
  g_clear_object (&self->our_findings);
  self->procedure_filter = NULL;
  for (gsize i = 0; i < G_N_ELEMENTS (parts); i++)
    {
      mc_record_group_show (self->groups[i], NULL, NULL, NULL);
      g_clear_object (&self->lists[i]);
    }
  if (self->serving)
    g_signal_handlers_disconnect_by_func (self->serving, serving_changed_cb, self);
  if (self->counters)
    g_signal_handlers_disconnect_by_func (self->counters, update, self);
  if (self->registry)
    g_signal_handlers_disconnect_by_func (self->registry, update, self);
  g_clear_object (&self->serving);
  g_clear_object (&self->counters);
  g_clear_object (&self->floors);
  g_clear_object (&self->registry);
  self->id = 0;
}

void
mc_counter_detail_show (McCounterDetail *self, McSession *session, McDay day, McServingView *serving, gint64 counter)
{
  g_return_if_fail (MC_IS_COUNTER_DETAIL (self));

  if (counter && self->id == counter && self->serving == serving)
    return;
  forget (self);
  gtk_stack_set_visible_child_name (self->stack, session && counter ? "counter" : "none");
  if (!session || !counter || !serving)
    return;
  self->id = counter;
  self->serving = g_object_ref (serving);
  self->registry = mc_counter_register_new (session, day);
  self->counters = mc_session_list (session, MC_TYPE_COUNTER, MC_DAY_NONE);
  self->floors = mc_session_list (session, MC_TYPE_FLOOR, MC_DAY_NONE);
  for (gsize i = 0; i < G_N_ELEMENTS (parts); i++)
    {
      self->lists[i] = open_rows (self, session, parts[i].noun ());
      mc_record_group_show (self->groups[i], self->lists[i], mc_counter_row_describer (parts[i].noun ()),
                            self->registry);
    }
  mc_counter_timeline_show (self->timeline, self->lists[0], day, person_of, self->registry);
  bind_findings (self, session, day);
  g_signal_connect_object (serving, "changed", G_CALLBACK (serving_changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->counters, "changed", G_CALLBACK (update), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->registry, "changed", G_CALLBACK (update), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (session, "notify::can-write", G_CALLBACK (update), self, G_CONNECT_SWAPPED);
  update (self);
}

static McEntity *
find_row (McCounterDetail *self, const char *table, gint64 id)
{
  for (gsize i = 0; i < G_N_ELEMENTS (parts); i++)
    for (guint k = 0; self->lists[i] && k < g_list_model_get_n_items (self->lists[i]); k++)
      {
        g_autoptr (McEntity) row = g_list_model_get_item (self->lists[i], k);

        if (mc_entity_get_id (row) == id && g_str_equal (mc_entity_get_table (row), table))
          return row; /* The list holds it. */
      }
  return NULL;
}

static char *
dup_subject (McCounterDetail *self)
{
  McCounter *counter = get_counter (self);

  return counter ? g_strdup_printf ("%d · %s", counter->number, counter->name) : NULL;
}

static void
add_row (McCounterDetail *self, const char *table)
{
  McSession *session = mc_counter_register_get_session (self->registry);
  g_autoptr (McEntity) row = mc_counter_row_new (table, self->id, mc_counter_register_get_day (self->registry));
  g_autofree char *subject = dup_subject (self);

  adw_dialog_present (mc_counter_row_dialog (session, row, subject), GTK_WIDGET (self));
}

void
mc_counter_detail_act (McCounterDetail *self, const char *act)
{
  McSession *session;
  McCounter *counter = get_counter (self);
  g_autofree char *subject = dup_subject (self);
  g_autofree char *target = NULL;

  g_return_if_fail (MC_IS_COUNTER_DETAIL (self));
  if (!self->registry)
    return;
  session = mc_counter_register_get_session (self->registry);
  target = g_strdup_printf ("counter/who/at/%" G_GINT64_FORMAT, self->id);
  if (g_str_equal (act, "train"))
    gtk_widget_activate_action (GTK_WIDGET (self), "win.open-target", "s", target);
  else if (!mc_session_get_can_write (session))
    return;
  else if (g_str_equal (act, "assign") || g_str_equal (act, "standby"))
    adw_dialog_present (
        mc_assign_dialog_new (session, self->id, 0,
                              g_str_equal (act, "assign") ? MC_COUNTER_ROLE_PRIMARY : MC_COUNTER_ROLE_STANDBY),
        GTK_WIDGET (self));
  else if (g_str_equal (act, "agency") || g_str_equal (act, "field"))
    {
      g_autofree char *table = g_strconcat ("counter_", act, NULL);

      add_row (self, table);
    }
  else if (g_str_equal (act, "equipment"))
    add_row (self, act);
  else if (g_str_equal (act, "edit") && counter)
    adw_dialog_present (mc_counter_row_dialog (session, MC_ENTITY (counter), subject), GTK_WIDGET (self));
  else if (g_str_equal (act, "end") && counter)
    adw_dialog_present (mc_close_dialog_new (session, counter), GTK_WIDGET (self));
}

static void
act_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  mc_counter_detail_act (MC_COUNTER_DETAIL (widget), name + strlen ("counter."));
}

static void
add_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  McCounterDetail *self = MC_COUNTER_DETAIL (widget);
  const char *table = g_variant_get_string (parameter, NULL);

  if (!self->registry)
    return;
  if (g_str_equal (table, "counter_assignment"))
    mc_counter_detail_act (self, "assign");
  else
    add_row (self, table);
}

/* Work that has begun ends; a row that was made by mistake is taken away by editing its period. */
static void
remove_row (McCounterDetail *self, McEntity *row)
{
  McSession *session = mc_counter_register_get_session (self->registry);
  McDay day = mc_counter_register_get_day (self->registry);

  if (MC_IS_COUNTER_ASSIGNMENT (row) && MC_COUNTER_ASSIGNMENT (row)->during.from < day)
    {
      g_autofree char *who = mc_counter_register_dup_person (self->registry, MC_COUNTER_ASSIGNMENT (row)->person_id);

      adw_dialog_present (mc_close_dialog_new_for (session, MC_COUNTER_ASSIGNMENT (row), who), GTK_WIDGET (self));
    }
  else
    {
      g_autofree char *subject = dup_subject (self);
      g_autofree char *label = g_strdup_printf (_ ("Remove: %s · %s"), mc_entity_get_label (row), subject);
      g_autoptr (McChange) change = mc_change_new (label);

      mc_change_delete (change, row);
      dex_future_disown (mc_commit (GTK_WIDGET (self), session, change));
    }
}

static void
row_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  McCounterDetail *self = MC_COUNTER_DETAIL (widget);
  const char *table;
  gint64 id;
  McEntity *row;
  g_autofree char *subject = dup_subject (self);

  g_variant_get (parameter, "(&sx)", &table, &id);
  row = self->registry ? find_row (self, table, id) : NULL;
  if (!row)
    return;
  if (g_str_equal (name, "record.edit"))
    adw_dialog_present (mc_counter_row_dialog (mc_counter_register_get_session (self->registry), row, subject), widget);
  else
    remove_row (self, row);
}

static void
close_cb (McCounterDetail *self)
{
  g_signal_emit (self, close_signal, 0);
}

static void
mc_counter_detail_dispose (GObject *object)
{
  McCounterDetail *self = MC_COUNTER_DETAIL (object);

  if (self->registry)
    forget (self);
  /* The bin would let go of its child once more after the template did. */
  adw_bin_set_child (ADW_BIN (self), NULL);
  gtk_widget_dispose_template (GTK_WIDGET (self), MC_TYPE_COUNTER_DETAIL);
  G_OBJECT_CLASS (mc_counter_detail_parent_class)->dispose (object);
}

static void
bind_children (GtkWidgetClass *widget_class)
{
  gtk_widget_class_bind_template_child (widget_class, McCounterDetail, stack);
  gtk_widget_class_bind_template_child (widget_class, McCounterDetail, number);
  gtk_widget_class_bind_template_child (widget_class, McCounterDetail, name);
  gtk_widget_class_bind_template_child (widget_class, McCounterDetail, place);
  gtk_widget_class_bind_template_child (widget_class, McCounterDetail, seats);
  gtk_widget_class_bind_template_child (widget_class, McCounterDetail, standbys);
  gtk_widget_class_bind_template_child (widget_class, McCounterDetail, able);
  gtk_widget_class_bind_template_child (widget_class, McCounterDetail, risk);
  gtk_widget_class_bind_template_child (widget_class, McCounterDetail, note);
  gtk_widget_class_bind_template_child (widget_class, McCounterDetail, findings_group);
  gtk_widget_class_bind_template_child (widget_class, McCounterDetail, findings);
  gtk_widget_class_bind_template_child (widget_class, McCounterDetail, timeline);
  for (gsize i = 0; i < G_N_ELEMENTS (parts); i++)
    gtk_widget_class_bind_template_child_full (widget_class, parts[i].child, FALSE,
                                               G_STRUCT_OFFSET (McCounterDetail, groups) +
                                                   (gssize)(i * sizeof (gpointer)));
}

static void
mc_counter_detail_class_init (McCounterDetailClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = mc_counter_detail_dispose;
  close_signal = g_signal_new ("close", MC_TYPE_COUNTER_DETAIL, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  g_type_ensure (MC_TYPE_COUNTER_TIMELINE);
  g_type_ensure (MC_TYPE_RECORD_GROUP);
  gtk_widget_class_set_template_from_resource (widget_class, "/vn/gov/cantho/MotCua/counters/mc-counter-detail.ui");
  bind_children (widget_class);
  gtk_widget_class_bind_template_callback (widget_class, close_cb);
  for (gsize i = 0; i < G_N_ELEMENTS (acts); i++)
    {
      g_autofree char *action = g_strconcat ("counter.", acts[i], NULL);

      gtk_widget_class_install_action (widget_class, g_intern_string (action), NULL, act_action);
    }
  gtk_widget_class_install_action (widget_class, "record.add", "s", add_action);
  gtk_widget_class_install_action (widget_class, "record.edit", "(sx)", row_action);
  gtk_widget_class_install_action (widget_class, "record.remove", "(sx)", row_action);
}

static void
mc_counter_detail_init (McCounterDetail *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}
