/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mc-person-detail.h"

#include <glib/gi18n.h>

#include "mc-absence-dialog.h"
#include "mc-absence.h"
#include "mc-duty-credit.h"
#include "mc-leave-account.h"
#include "mc-appointment.h"
#include "mc-assign-dialog.h"
#include "mc-attachment.h"
#include "mc-close-dialog.h"
#include "mc-competence.h"
#include "mc-condition.h"
#include "mc-counter-timeline.h"
#include "mc-feedback.h"
#include "mc-finding-row.h"
#include "mc-history-entry.h"
#include "mc-home-agency.h"
#include "mc-noun.h"
#include "mc-person-acts.h"
#include "mc-person-attachments.h"
#include "mc-person-file.h"
#include "mc-person-evaluations.h"
#include "mc-person-leave.h"
#include "mc-person-photo.h"
#include "mc-person-rows.h"
#include "mc-qualification.h"
#include "mc-rating.h"
#include "mc-record-group.h"
#include "mc-service.h"
#include "mc-session-records.h"
#include "mc-staff-columns.h"
#include "mc-supervision-note.h"
#include "mc-tour-bar.h"
#include "mc-tour-extension.h"

#define HISTORY_LENGTH 50

/* The groups of rows: their names in the template, and the nouns. */
static const struct
{
  const char *child;
  GType (*noun) (void);
} parts[] = {
  { "tour_group", mc_tour_get_type },
  { "extension_group", mc_tour_extension_get_type },
  { "home_group", mc_home_agency_get_type },
  { "appointment_group", mc_appointment_get_type },
  { "counter_group", mc_counter_assignment_get_type },
  { "competence_group", mc_competence_get_type },
  { "qualification_group", mc_qualification_get_type },
  { "service_group", mc_service_get_type },
  { "absence_group", mc_absence_get_type },
  { "account_group", mc_leave_account_get_type },
  { "credit_group", mc_duty_credit_get_type },
  { "rating_group", mc_rating_get_type },
  { "feedback_group", mc_feedback_get_type },
  { "note_group", mc_supervision_note_get_type },
  { "condition_group", mc_condition_get_type },
  { "attachment_group", mc_attachment_get_type },
};

/* Acts, as actions "person.ACT". */
static const char *const acts[] = { "extend",
                                    "term",
                                    "end",
                                    "replace",
                                    "move",
                                    "tour",
                                    "edit",
                                    "appoint",
                                    "rating",
                                    "service",
                                    "competence",
                                    "condition",
                                    "letter-term_ending",
                                    "letter-replacement" };

struct _McPersonDetail
{
  AdwBin parent_instance;

  McPersonRegister *registry;
  GListModel *our_findings;
  guint stamp;
  gboolean seen; /* the person has been in the register */
  guint leave_source;

  GtkStack *stack;
  McPersonPhoto *photo;
  GtkLabel *name;
  GtkLabel *post;
  GtkLabel *agency;
  GtkLabel *state;
  GtkLabel *kind;
  GtkWidget *tour_line;
  GtkLabel *tour_from;
  McTourBar *tour_bar;
  GtkLabel *tour_until;
  GtkLabel *tour_left;
  GtkWidget *findings_group;
  GtkListBox *findings;
  AdwViewStack *pages;
  McTourBar *timeline;
  McCounterTimeline *counters;
  McRecordGroup *groups[G_N_ELEMENTS (parts)];
  AdwActionRow *phone_row;
  AdwActionRow *email_row;
  AdwActionRow *rank_row;
  AdwActionRow *note_row;
  McPersonFile *file;
  McPersonLeave *leave;
  McPersonEvaluations *evaluations;
  GtkListBox *history;
  GtkWidget *no_history;
};

G_DEFINE_FINAL_TYPE (McPersonDetail, mc_person_detail, ADW_TYPE_BIN)

static guint close_signal;

static void
show_tour (McPersonDetail *self, McStaffEntry *entry)
{
  McTour *tour = mc_person_register_get_tour (self->registry);
  McPeriod during = tour ? tour->during : MC_PERIOD_ALWAYS;
  g_autofree char *from = NULL;
  g_autofree char *until = NULL;
  g_autofree char *left = NULL;

  gtk_widget_set_visible (self->tour_line, tour != NULL);
  mc_tour_bar_clear (self->tour_bar);
  if (!tour)
    return;
  if (during.until == MC_DAY_NONE)
    during.until = tour->planned_until;
  from = mc_day_format (during.from);
  until = during.until != MC_DAY_NONE ? mc_day_format (during.until - 1) : g_strdup (_ ("open"));
  if (entry && entry->tour_id != 0 && entry->days_left != MC_INT_NONE && entry->days_left >= 0)
    left =
        g_strdup_printf (g_dngettext (NULL, "%d day left", "%d days left", (gulong)entry->days_left), entry->days_left);
  mc_tour_bar_set_day (self->tour_bar, mc_person_register_get_day (self->registry));
  mc_tour_bar_add (self->tour_bar, during, tour->role == MC_TOUR_ROLE_STANDBY);
  gtk_label_set_label (self->tour_from, from);
  gtk_label_set_label (self->tour_until, until);
  gtk_label_set_label (self->tour_left, left ? left : "");
}

static void
show_state (McPersonDetail *self, McStaffEntry *entry)
{
  static const char *const classes[] = { "good", "note", "idle", "note", "idle" };
  g_autofree char *state = entry ? mc_staff_state_text (entry->state) : NULL;
  g_autofree char *kind = NULL;
  g_autofree char *post = NULL;
  const char *agency = entry ? entry->tour_agency_code ? entry->tour_agency_code : entry->home_agency_code : NULL;

  for (gsize i = 0; i < G_N_ELEMENTS (classes); i++)
    gtk_widget_remove_css_class (GTK_WIDGET (self->state), classes[i]);
  if (entry && entry->state < G_N_ELEMENTS (classes))
    gtk_widget_add_css_class (GTK_WIDGET (self->state), classes[entry->state]);
  gtk_label_set_label (self->state, state ? state : "");
  gtk_widget_set_visible (GTK_WIDGET (self->state), state != NULL);
  gtk_label_set_label (self->agency, agency ? agency : "");
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->agency), entry ? entry->tour_agency_name : NULL);
  gtk_widget_set_visible (GTK_WIDGET (self->agency), agency != NULL);
  if (entry && entry->tour_id != 0)
    kind = g_strdup_printf ("%s · %s", mc_enum_label (mc_tour_kind_values, entry->tour_kind),
                            mc_enum_label (mc_tour_role_values, entry->tour_role));
  gtk_label_set_label (self->kind, kind ? kind : "");
  if (entry && entry->post_name)
    post = entry->section_name ? g_strdup_printf ("%s · %s", entry->post_name, entry->section_name)
                               : g_strdup (entry->post_name);
  gtk_label_set_label (self->post, post ? post : _ ("no post"));
}

static void
show_timeline (McPersonDetail *self)
{
  GListModel *tours = mc_person_register_get_list (self->registry, MC_TYPE_TOUR);
  GListModel *extensions = mc_person_register_get_list (self->registry, MC_TYPE_TOUR_EXTENSION);
  guint n = g_list_model_get_n_items (tours);

  mc_tour_bar_clear (self->timeline);
  mc_tour_bar_set_day (self->timeline, mc_person_register_get_day (self->registry));
  for (guint i = n; i > 0; i--)
    {
      g_autoptr (McTour) tour = g_list_model_get_item (tours, i - 1);

      mc_tour_bar_add (self->timeline, tour->during, tour->role == MC_TOUR_ROLE_STANDBY);
    }
  for (guint i = 0; i < g_list_model_get_n_items (extensions); i++)
    {
      g_autoptr (McTourExtension) extension = g_list_model_get_item (extensions, i);

      mc_tour_bar_add_mark (self->timeline, extension->old_until);
    }
  /* One tour is in the head already. */
  gtk_widget_set_visible (GTK_WIDGET (self->timeline), n > 1);
}

static void
show_property (AdwActionRow *row, const char *text)
{
  adw_action_row_set_subtitle (row, text && *text ? text : "–");
}

static void
leave_cb (gpointer user_data)
{
  McPersonDetail *self = user_data;

  self->leave_source = 0;
  g_signal_emit (self, close_signal, 0);
}

/* A person who was taken out of the register again, as by undoing, is shown no more. Somebody who was just added may
 * not have come yet. */
static void
follow_presence (McPersonDetail *self, gboolean present)
{
  if (present)
    g_clear_handle_id (&self->leave_source, g_source_remove);
  else if (self->seen && self->leave_source == 0)
    self->leave_source = g_idle_add_once (leave_cb, self);
  self->seen |= present;
}

static void
update (McPersonDetail *self)
{
  McStaffEntry *entry = mc_person_register_get_entry (self->registry);
  McPerson *person = mc_person_register_get_person (self->registry);
  gboolean can_write = mc_session_get_can_write (mc_person_register_get_session (self->registry));

  follow_presence (self, person != NULL);
  gtk_label_set_label (self->name, person ? person->full_name : "…");
  show_state (self, entry);
  show_tour (self, entry);
  show_timeline (self);
  mc_counter_timeline_refresh (self->counters);
  show_property (self->phone_row, person ? person->public_phone : NULL);
  show_property (self->email_row, person ? person->email : NULL);
  show_property (self->rank_row, entry ? entry->rank_name : NULL);
  show_property (self->note_row, person ? person->note : NULL);
  for (gsize i = 0; i < G_N_ELEMENTS (parts); i++)
    {
      g_object_set (self->groups[i], "can-write",
                    mc_session_may_write (mc_person_register_get_session (self->registry),
                                          mc_noun_get_class (parts[i].noun ())->table),
                    NULL);
      mc_record_group_refresh (self->groups[i]);
    }
  for (gsize i = 0; i < G_N_ELEMENTS (acts); i++)
    {
      g_autofree char *action = g_strconcat ("person.", acts[i], NULL);

      gtk_widget_action_set_enabled (GTK_WIDGET (self), action, can_write && person);
    }
}

static gboolean
finding_is_ours (gpointer finding, gpointer user_data)
{
  return mc_finding_get_person_id (finding) == *(gint64 *)user_data;
}

static void
findings_changed_cb (McPersonDetail *self)
{
  gtk_widget_set_visible (self->findings_group, g_list_model_get_n_items (self->our_findings) > 0);
}

static void
bind_findings (McPersonDetail *self)
{
  gint64 id = mc_person_register_get_id (self->registry);
  GListModel *all = mc_session_get_findings (mc_person_register_get_session (self->registry),
                                             mc_person_register_get_day (self->registry));

  self->our_findings = G_LIST_MODEL (gtk_filter_list_model_new (
      all, GTK_FILTER (gtk_custom_filter_new (finding_is_ours, g_memdup2 (&id, sizeof id), g_free))));
  gtk_list_box_bind_model (self->findings, self->our_findings, mc_finding_row_create, NULL, NULL);
  g_signal_connect_object (self->our_findings, "items-changed", G_CALLBACK (findings_changed_cb), self,
                           G_CONNECT_SWAPPED);
  findings_changed_cb (self);
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
  McPersonDetail *self = user_data;
  guint stamp = self->stamp;
  g_autoptr (GListModel) entries =
      dex_await_object (mc_session_load_history (mc_person_register_get_session (self->registry), "person",
                                                 mc_person_register_get_id (self->registry), HISTORY_LENGTH),
                        NULL);

  /* Somebody else may be shown by now. A role that may not read the journal sees the empty text. */
  if (stamp != self->stamp)
    return dex_future_new_false ();
  mc_fact_rows_bind (self->history, entries, describe_history, self, self->no_history);
  gtk_widget_set_visible (self->no_history, !entries || g_list_model_get_n_items (entries) == 0);
  return dex_future_new_true ();
}

/* The journal is read when it is looked at, so that walking through the table stays light. */
static void
page_changed_cb (McPersonDetail *self)
{
  if (self->registry && g_strcmp0 (adw_view_stack_get_visible_child_name (self->pages), "journal") == 0)
    dex_future_disown (dex_scheduler_spawn (NULL, 0, history_fiber, g_object_ref (self), g_object_unref));
}

static char *
counter_of (McCounterAssignment *row, gpointer registry)
{
  return mc_person_register_dup_counter (registry, row->counter_id);
}

static void
forget (McPersonDetail *self)
{
  mc_counter_timeline_show (self->counters, NULL, MC_DAY_NONE, NULL, NULL);
  self->stamp++;
  self->seen = FALSE;
  g_clear_handle_id (&self->leave_source, g_source_remove);
  mc_person_photo_show (self->photo, NULL);
  mc_person_file_show (self->file, NULL);
  mc_person_leave_show (self->leave, NULL);
  mc_person_evaluations_show (self->evaluations, NULL, 0);
  for (gsize i = 0; i < G_N_ELEMENTS (parts); i++)
    mc_record_group_show (self->groups[i], NULL, NULL, NULL);
  gtk_list_box_bind_model (self->findings, NULL, NULL, NULL, NULL);
  g_clear_object (&self->our_findings);
  if (self->registry)
    {
      g_signal_handlers_disconnect_by_func (self->registry, update, self);
      g_signal_handlers_disconnect_by_func (mc_person_register_get_session (self->registry), update, self);
    }
  g_clear_object (&self->registry);
}

static gboolean
is_shown (McPersonDetail *self, McSession *session, McDay day, gint64 person)
{
  return self->registry && mc_person_register_get_session (self->registry) == session &&
         mc_person_register_get_day (self->registry) == day && mc_person_register_get_id (self->registry) == person;
}

void
mc_person_detail_show (McPersonDetail *self, McSession *session, McDay day, gint64 person)
{
  g_return_if_fail (MC_IS_PERSON_DETAIL (self));

  if (person != 0 && is_shown (self, session, day, person))
    return;
  forget (self);
  gtk_stack_set_visible_child_name (self->stack, session && person ? "person" : "none");
  if (!session || person == 0)
    return;

  self->registry = mc_person_register_new (session, day, person);
  for (gsize i = 0; i < G_N_ELEMENTS (parts); i++)
    mc_record_group_show (self->groups[i], mc_person_register_get_list (self->registry, parts[i].noun ()),
                          mc_person_row_describer (parts[i].noun ()), self->registry);
  mc_counter_timeline_show (self->counters, mc_person_register_get_list (self->registry, MC_TYPE_COUNTER_ASSIGNMENT),
                            day, counter_of, self->registry);
  mc_person_photo_show (self->photo, self->registry);
  mc_person_file_show (self->file, self->registry);
  mc_person_leave_show (self->leave, self->registry);
  mc_person_evaluations_show (self->evaluations, mc_person_register_get_session (self->registry),
                              mc_person_register_get_id (self->registry));
  bind_findings (self);
  g_signal_connect_object (self->registry, "changed", G_CALLBACK (update), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (session, "notify::can-write", G_CALLBACK (update), self, G_CONNECT_SWAPPED);
  update (self);
  page_changed_cb (self);
}

void
mc_person_detail_act (McPersonDetail *self, const char *act)
{
  g_return_if_fail (MC_IS_PERSON_DETAIL (self));

  if (self->registry)
    mc_person_act (GTK_WIDGET (self), self->registry, act);
}

void
mc_person_detail_appoint_to (GtkWidget *from, McSession *session, gint64 post)
{
  mc_person_appoint_to (from, session, post);
}

static void
close_cb (McPersonDetail *self)
{
  g_signal_emit (self, close_signal, 0);
}

static void
act_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  mc_person_detail_act (MC_PERSON_DETAIL (widget), name + strlen ("person."));
}

/* Who only stands by is assigned as such. */
static void
assign (McPersonDetail *self)
{
  McTour *tour = mc_person_register_get_tour (self->registry);

  adw_dialog_present (mc_assign_dialog_new (mc_person_register_get_session (self->registry), 0,
                                            mc_person_register_get_id (self->registry),
                                            tour && tour->role == MC_TOUR_ROLE_STANDBY ? MC_COUNTER_ROLE_STANDBY
                                                                                       : MC_COUNTER_ROLE_PRIMARY),
                      GTK_WIDGET (self));
}

static void
add_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  McPersonDetail *self = MC_PERSON_DETAIL (widget);
  const char *table = g_variant_get_string (parameter, NULL);
  g_autoptr (McEntity) row = NULL;

  if (!self->registry)
    return;
  if (g_str_equal (table, "attachment"))
    {
      mc_person_attach (widget, self->registry, NULL);
      return;
    }
  if (g_str_equal (table, "absence"))
    {
      adw_dialog_present (mc_absence_dialog_new (mc_person_register_get_session (self->registry),
                                                 mc_person_register_get_id (self->registry),
                                                 mc_person_register_get_day (self->registry)),
                          widget);
      return;
    }
  if (g_str_equal (table, "counter_assignment"))
    {
      assign (self);
      return;
    }
  row = mc_person_row_new (self->registry, table);
  if (row)
    adw_dialog_present (mc_person_row_dialog (self->registry, row), widget);
}

/* Work at a counter that has begun ends; everything else is taken out. */
static void
remove_row (McPersonDetail *self, McEntity *row)
{
  if (MC_IS_COUNTER_ASSIGNMENT (row) &&
      MC_COUNTER_ASSIGNMENT (row)->during.from < mc_person_register_get_day (self->registry))
    {
      g_autofree char *where = mc_person_register_dup_counter (self->registry, MC_COUNTER_ASSIGNMENT (row)->counter_id);

      adw_dialog_present (
          mc_close_dialog_new_for (mc_person_register_get_session (self->registry), MC_COUNTER_ASSIGNMENT (row), where),
          GTK_WIDGET (self));
    }
  else
    mc_person_remove (GTK_WIDGET (self), self->registry, row);
}

static void
row_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  McPersonDetail *self = MC_PERSON_DETAIL (widget);
  const char *table;
  gint64 id;
  McEntity *row;

  g_variant_get (parameter, "(&sx)", &table, &id);
  row = self->registry ? mc_person_register_find (self->registry, mc_noun_from_table (table), id) : NULL;
  if (!row)
    return;
  if (g_str_equal (name, "record.edit"))
    adw_dialog_present (mc_person_row_dialog (self->registry, row), widget);
  else if (g_str_equal (name, "record.open"))
    mc_person_open_attachment (widget, self->registry, id);
  else
    remove_row (self, row);
}

static gboolean
drop_file_cb (McPersonDetail *self, const GValue *value)
{
  if (!self->registry || !mc_session_get_can_write (mc_person_register_get_session (self->registry)))
    return FALSE;
  mc_person_attach (GTK_WIDGET (self), self->registry, g_value_get_object (value));
  return TRUE;
}

static void
mc_person_detail_dispose (GObject *object)
{
  McPersonDetail *self = MC_PERSON_DETAIL (object);

  if (self->registry)
    forget (self);
  /* The bin would let go of its child once more after the template did. */
  adw_bin_set_child (ADW_BIN (self), NULL);
  gtk_widget_dispose_template (GTK_WIDGET (self), MC_TYPE_PERSON_DETAIL);
  G_OBJECT_CLASS (mc_person_detail_parent_class)->dispose (object);
}

static void
bind_children (GtkWidgetClass *widget_class)
{
  for (gsize i = 0; i < G_N_ELEMENTS (parts); i++)
    gtk_widget_class_bind_template_child_full (widget_class, parts[i].child, FALSE,
                                               G_STRUCT_OFFSET (McPersonDetail, groups) +
                                                   (gssize)(i * sizeof (gpointer)));
  gtk_widget_class_bind_template_child (widget_class, McPersonDetail, stack);
  gtk_widget_class_bind_template_child (widget_class, McPersonDetail, photo);
  gtk_widget_class_bind_template_child (widget_class, McPersonDetail, name);
  gtk_widget_class_bind_template_child (widget_class, McPersonDetail, post);
  gtk_widget_class_bind_template_child (widget_class, McPersonDetail, agency);
  gtk_widget_class_bind_template_child (widget_class, McPersonDetail, state);
  gtk_widget_class_bind_template_child (widget_class, McPersonDetail, kind);
  gtk_widget_class_bind_template_child (widget_class, McPersonDetail, tour_line);
  gtk_widget_class_bind_template_child (widget_class, McPersonDetail, tour_from);
  gtk_widget_class_bind_template_child (widget_class, McPersonDetail, tour_bar);
  gtk_widget_class_bind_template_child (widget_class, McPersonDetail, tour_until);
  gtk_widget_class_bind_template_child (widget_class, McPersonDetail, tour_left);
  gtk_widget_class_bind_template_child (widget_class, McPersonDetail, findings_group);
  gtk_widget_class_bind_template_child (widget_class, McPersonDetail, findings);
  gtk_widget_class_bind_template_child (widget_class, McPersonDetail, pages);
  gtk_widget_class_bind_template_child (widget_class, McPersonDetail, timeline);
  gtk_widget_class_bind_template_child (widget_class, McPersonDetail, counters);
  gtk_widget_class_bind_template_child (widget_class, McPersonDetail, phone_row);
  gtk_widget_class_bind_template_child (widget_class, McPersonDetail, email_row);
  gtk_widget_class_bind_template_child (widget_class, McPersonDetail, rank_row);
  gtk_widget_class_bind_template_child (widget_class, McPersonDetail, note_row);
  gtk_widget_class_bind_template_child (widget_class, McPersonDetail, file);
  gtk_widget_class_bind_template_child (widget_class, McPersonDetail, leave);
  gtk_widget_class_bind_template_child (widget_class, McPersonDetail, evaluations);
  gtk_widget_class_bind_template_child (widget_class, McPersonDetail, history);
  gtk_widget_class_bind_template_child (widget_class, McPersonDetail, no_history);
}

static void
mc_person_detail_class_init (McPersonDetailClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = mc_person_detail_dispose;
  close_signal = g_signal_new ("close", MC_TYPE_PERSON_DETAIL, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  g_type_ensure (MC_TYPE_COUNTER_TIMELINE);
  g_type_ensure (MC_TYPE_PERSON_FILE);
  g_type_ensure (MC_TYPE_PERSON_LEAVE);
  g_type_ensure (MC_TYPE_PERSON_EVALUATIONS);
  g_type_ensure (MC_TYPE_PERSON_PHOTO);
  g_type_ensure (MC_TYPE_RECORD_GROUP);
  g_type_ensure (MC_TYPE_TOUR_BAR);
  gtk_widget_class_set_template_from_resource (widget_class, "/vn/gov/cantho/MotCua/staff/mc-person-detail.ui");
  bind_children (widget_class);
  gtk_widget_class_bind_template_callback (widget_class, close_cb);
  gtk_widget_class_bind_template_callback (widget_class, page_changed_cb);
  for (gsize i = 0; i < G_N_ELEMENTS (acts); i++)
    {
      g_autofree char *action = g_strconcat ("person.", acts[i], NULL);

      gtk_widget_class_install_action (widget_class, g_intern_string (action), NULL, act_action);
    }
  gtk_widget_class_install_action (widget_class, "record.add", "s", add_action);
  gtk_widget_class_install_action (widget_class, "record.edit", "(sx)", row_action);
  gtk_widget_class_install_action (widget_class, "record.open", "(sx)", row_action);
  gtk_widget_class_install_action (widget_class, "record.remove", "(sx)", row_action);
}

static void
mc_person_detail_init (McPersonDetail *self)
{
  GtkDropTarget *drop = gtk_drop_target_new (G_TYPE_FILE, GDK_ACTION_COPY);

  gtk_widget_init_template (GTK_WIDGET (self));
  g_signal_connect_object (drop, "drop", G_CALLBACK (drop_file_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (drop));
}
