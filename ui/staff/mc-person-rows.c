/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mc-person-rows.h"

#include <glib/gi18n.h>

#include "mc-absence-reason.h"
#include "mc-absence.h"
#include "mc-duty-credit.h"
#include "mc-leave-account.h"

#include "mc-appointment.h"
#include "mc-attachment.h"
#include "mc-competence.h"
#include "mc-condition.h"
#include "mc-counter-assignment.h"
#include "mc-entity-dialog.h"
#include "mc-feedback-acts.h"
#include "mc-feedback-words.h"
#include "mc-feedback.h"
#include "mc-home-agency.h"
#include "mc-leave-answer-dialog.h"
#include "mc-noun.h"
#include "mc-qualification.h"
#include "mc-number.h"
#include "mc-rating.h"
#include "mc-service.h"
#include "mc-supervision-note.h"
#include "mc-tour-extension.h"

/* Puts together what is there; the parts are taken. */
static char *
join (char *first, char *second, char *third)
{
  char *parts[] = { first, second, third };
  GString *text = g_string_new (NULL);

  for (gsize i = 0; i < G_N_ELEMENTS (parts); i++)
    {
      if (parts[i] && *parts[i])
        g_string_append_printf (text, "%s%s", text->len ? " · " : "", parts[i]);
      g_free (parts[i]);
    }
  return g_string_free (text, FALSE);
}

/* "No. 12/QĐ of 05/01/2026, signed by …" */
static char *
decision_text (const char *number, McDay date, const char *signer)
{
  g_autofree char *day = date != MC_DAY_NONE ? mc_day_format (date) : NULL;
  g_autofree char *text = NULL;

  if (!number || !*number)
    return NULL;
  text = day ? g_strdup_printf (_ ("Decision %s of %s"), number, day) : g_strdup_printf (_ ("Decision %s"), number);
  return signer && *signer ? g_strdup_printf ("%s · %s", text, signer) : g_steal_pointer (&text);
}

static char *
end_text (McTour *tour)
{
  if (tour->end_reason == MC_TOUR_END_NONE)
    return NULL;
  return join (g_strdup (mc_enum_label (mc_tour_end_values, tour->end_reason)), g_strdup (tour->end_decision_no),
               g_strdup (tour->end_note));
}

static void
describe_tour (gpointer entity, gpointer registry, char **title, char **subtitle, char **target)
{
  McTour *tour = entity;

  *title = join (mc_person_register_dup_agency (registry, tour->agency_id),
                 g_strdup (mc_enum_label (mc_tour_kind_values, tour->kind)),
                 g_strdup (mc_enum_label (mc_tour_role_values, tour->role)));
  *subtitle = join (mc_period_format_people (tour->during),
                    decision_text (tour->decision_no, tour->decision_date, tour->signer), end_text (tour));
}

static void
describe_extension (gpointer entity, gpointer registry, char **title, char **subtitle, char **target)
{
  McTourExtension *extension = entity;
  g_autofree char *now = mc_day_format (extension->new_until - 1);
  g_autofree char *before = mc_day_format (extension->old_until - 1);

  *title = g_strdup_printf (_ ("Until %s, before %s"), now, before);
  *subtitle = decision_text (extension->decision_no, extension->decision_date, extension->signer);
}

static void
describe_appointment (gpointer entity, gpointer registry, char **title, char **subtitle, char **target)
{
  McAppointment *appointment = entity;

  *title = join (mc_person_register_dup_post (registry, appointment->seat_id),
                 appointment->concurrent ? g_strdup (_ ("beside another post")) : NULL, NULL);
  *subtitle = join (mc_period_format_people (appointment->during),
                    decision_text (appointment->decision_no, appointment->decision_date, NULL), NULL);
}

static void
describe_counter (gpointer entity, gpointer registry, char **title, char **subtitle, char **target)
{
  McCounterAssignment *row = entity;

  *title = mc_person_register_dup_counter (registry, row->counter_id);
  *subtitle = join (g_strdup (mc_enum_label (mc_counter_role_values, row->role)), mc_period_format_people (row->during),
                    g_strdup (row->note));
}

static void
describe_competence (gpointer entity, gpointer registry, char **title, char **subtitle, char **target)
{
  McCompetence *competence = entity;

  *title = mc_person_register_dup_field (registry, competence->field_id);
  *subtitle = join (g_strdup (mc_enum_label (mc_competence_level_values, competence->level)),
                    mc_period_format_people (competence->during), g_strdup (competence->note));
}

static void
describe_qualification (gpointer entity, gpointer registry, char **title, char **subtitle, char **target)
{
  McQualification *qualification = entity;

  *title = join (g_strdup (qualification->level), g_strdup (qualification->major), NULL);
  *subtitle = join (g_strdup (qualification->institution),
                    qualification->year != MC_INT_NONE ? g_strdup_printf ("%d", qualification->year) : NULL, NULL);
}

static void
describe_service (gpointer entity, gpointer registry, char **title, char **subtitle, char **target)
{
  McService *service = entity;
  const gboolean named = service->employer && *service->employer;

  *title = join (named || service->agency_id == 0 ? g_strdup (service->employer)
                                                  : mc_person_register_dup_agency (registry, service->agency_id),
                 g_strdup (service->role), NULL);
  *subtitle = join (mc_period_format_people (service->during), g_strdup (service->field_name), NULL);
}

static void
describe_rating (gpointer entity, gpointer registry, char **title, char **subtitle, char **target)
{
  McRating *rating = entity;

  *title = g_strdup_printf ("%d · %s", rating->year, mc_enum_label (mc_rating_level_values, rating->level));
  *subtitle = join (g_strdup (rating->rated_by), decision_text (rating->decision_no, MC_DAY_NONE, NULL), NULL);
}

static void
describe_condition (gpointer entity, gpointer registry, char **title, char **subtitle, char **target)
{
  McCondition *condition = entity;

  *title = g_strdup (mc_enum_label (mc_condition_kind_values, condition->kind));
  *subtitle =
      join (mc_period_format_people (condition->during), g_strdup (condition->decision_no), g_strdup (condition->note));
}

static void
describe_home (gpointer entity, gpointer registry, char **title, char **subtitle, char **target)
{
  McHomeAgency *home = entity;

  *title = mc_person_register_dup_agency (registry, home->agency_id);
  *subtitle = join (mc_period_format_people (home->during), decision_text (home->decision_no, MC_DAY_NONE, NULL), NULL);
}

static void
describe_attachment (gpointer entity, gpointer registry, char **title, char **subtitle, char **target)
{
  McAttachment *file = entity;
  McTour *tour = file->subject == MC_ATTACHMENT_SUBJECT_TOUR
                     ? mc_person_register_find (registry, MC_TYPE_TOUR, file->subject_id)
                     : NULL;
  g_autofree char *period = tour ? mc_period_format_people (tour->during) : NULL;

  *title = g_strdup (file->file_name);
  *subtitle = join (mc_number_format_bytes ((guint64)file->byte_count),
                    period ? g_strdup_printf (_ ("of the tour %s"), period) : NULL, g_strdup (file->note));
}

static McAbsenceKind
kind_of (gpointer registry, McAbsence *absence)
{
  GListModel *reasons = mc_person_register_get_list (registry, MC_TYPE_ABSENCE_REASON);

  for (guint i = 0; i < g_list_model_get_n_items (reasons); i++)
    {
      g_autoptr (McAbsenceReason) reason = g_list_model_get_item (reasons, i);

      if (reason->absence_id == mc_entity_get_id (MC_ENTITY (absence)))
        return reason->kind;
    }
  return MC_ABSENCE_KIND_NONE;
}

static char *
home_text (McAbsence *absence)
{
  g_autofree char *paper = absence->paper_no ? g_strdup_printf (_ (", paper %s"), absence->paper_no) : g_strdup ("");

  return absence->home_word == MC_HOME_WORD_NOT_NEEDED
             ? g_strdup (absence->paper_no)
             : g_strdup_printf (_ ("home agency: %s%s"), mc_enum_label (mc_home_word_values, absence->home_word),
                                paper);
}

static void
describe_absence (gpointer entity, gpointer registry, char **title, char **subtitle, char **target)
{
  McAbsence *absence = entity;
  McAbsenceKind kind = kind_of (registry, absence);
  char *hours = absence->starts ? g_strdup_printf ("%s–%s", absence->starts, absence->ends) : NULL;
  const char *half = absence->half == MC_HALF_DAY ? NULL : mc_enum_label (mc_half_values, absence->half);
  const char *why = !absence->excused ? _ ("Without leave")
                    : kind            ? mc_enum_label (mc_absence_kind_values, kind)
                                      : _ ("With leave");
  char *when = join (mc_period_format_people (absence->during), g_strdup (half), hours);

  *title = join (when, g_strdup (why), NULL);
  *subtitle = join (g_strdup (mc_enum_label (mc_absence_state_values, absence->state)), home_text (absence),
                    g_strdup (absence->answer_note));
}

static void
describe_account (gpointer entity, gpointer registry, char **title, char **subtitle, char **target)
{
  McLeaveAccount *account = entity;
  g_autofree char *carried = mc_number_format (account->carried, 1);
  g_autofree char *elsewhere = mc_number_format (account->used_elsewhere, 1);

  *title = g_strdup_printf ("%d", account->year);
  *subtitle = g_strdup_printf (_ ("carried over %s · taken elsewhere %s · days under way %d"), carried, elsewhere,
                               account->travel_days);
}

static void
describe_credit (gpointer entity, gpointer registry, char **title, char **subtitle, char **target)
{
  McDutyCredit *credit = entity;
  g_autofree char *days = mc_number_format (credit->halves / 2.0, 1);
  char *lapses = credit->expires_on == MC_DAY_NONE ? NULL : mc_day_format (credit->expires_on);

  *title = join (mc_day_format (credit->day), g_strdup (mc_enum_label (mc_day_session_values, credit->session)),
                 g_strdup (mc_enum_label (mc_credit_kind_values, credit->kind)));
  *subtitle = join (g_strdup_printf (_ ("%s days of leave"), days),
                    lapses ? g_strdup_printf (_ ("lapses on %s"), lapses) : NULL, g_strdup (credit->note));
  g_free (lapses);
}

typedef struct
{
  const char *table;
  McFactDescribe describe;
  const char *add_title;
  const char *edit_title;
  const char *fields[10];
} RowForm;

static const RowForm forms[] = {
  { "tour",
    describe_tour,
    NULL,
    N_ ("Correct the Tour"),
    { "agency_id", "kind", "role", "during", "planned_until", "decision_no", "decision_date", "signer" } },
  { "tour_extension",
    describe_extension,
    NULL,
    N_ ("Correct the Extension"),
    { "old_until", "new_until", "decision_no", "decision_date", "signer" } },
  { "appointment",
    describe_appointment,
    N_ ("Appoint to a Post"),
    N_ ("Change the Appointment"),
    { "seat_id", "concurrent", "during", "decision_no", "decision_date" } },
  { "counter_assignment",
    describe_counter,
    NULL, /* by the dialog that assigns */
    N_ ("Work at the Counter"),
    { "role", "during", "note" } },
  { "field_competence",
    describe_competence,
    N_ ("Add a Field"),
    N_ ("Change the Field"),
    { "field_id", "level", "during", "note" } },
  { "qualification",
    describe_qualification,
    N_ ("Add a Qualification"),
    N_ ("Change the Qualification"),
    { "level", "major", "institution", "year" } },
  { "service",
    describe_service,
    N_ ("Add Earlier Service"),
    N_ ("Change the Service"),
    { "agency_id", "employer", "field_name", "role", "during" } },
  { "rating",
    describe_rating,
    N_ ("Add a Yearly Rating"),
    N_ ("Change the Yearly Rating"),
    { "year", "level", "rated_by", "decision_no" } },
  { "person_condition",
    describe_condition,
    N_ ("Add a Condition"),
    N_ ("Change the Condition"),
    { "kind", "during", "decision_no", "note" } },
  { "absence",
    describe_absence,
    NULL, /* by the dialog that reports */
    N_ ("Answer the Absence"),
    { "state", "answer_note", "home_word", "home_on", "paper_no", "paper_date" } },
  { "leave_account",
    describe_account,
    N_ ("Add a Leave Account"),
    N_ ("Change the Leave Account"),
    { "year", "carried", "used_elsewhere", "travel_days", "note" } },
  { "duty_credit",
    describe_credit,
    N_ ("Add Compensatory Leave"),
    N_ ("Change the Compensatory Leave"),
    { "day", "session", "kind", "halves", "expires_on", "note" } },
  { "attachment", describe_attachment, NULL, NULL, { NULL } },
  /* Their forms are those of their own page. */
  { "feedback", mc_feedback_describe, NULL, NULL, { NULL } },
  { "supervision_note", mc_supervision_describe, NULL, NULL, { NULL } },
  { "home_agency",
    describe_home,
    N_ ("Add a Home Agency"),
    N_ ("Change the Home Agency"),
    { "agency_id", "during", "decision_no" } },
};

static const RowForm *
find_form (const char *table)
{
  for (gsize i = 0; i < G_N_ELEMENTS (forms); i++)
    if (g_str_equal (forms[i].table, table))
      return &forms[i];
  return NULL;
}

McFactDescribe
mc_person_row_describer (GType noun)
{
  const RowForm *form = find_form (mc_noun_get_class (noun)->table);

  return form ? form->describe : NULL;
}

McEntity *
mc_person_row_new (McPersonRegister *registry, const char *table)
{
  const RowForm *form = find_form (table);
  McSession *session = mc_person_register_get_session (registry);
  g_autofree char *person = g_strdup_printf ("%" G_GINT64_FORMAT, mc_person_register_get_id (registry));
  McEntity *entity;

  if (form && (form->describe == mc_feedback_describe || form->describe == mc_supervision_describe))
    return mc_feedback_row_new (session, table, mc_person_register_get_id (registry));
  if (!form || !form->add_title)
    return NULL;
  entity = g_object_new (mc_noun_from_table (table), NULL);
  mc_entity_set_text (entity, "person_id", person, NULL);
  if (mc_entity_class_find_field (MC_ENTITY_GET_CLASS (entity), "during"))
    {
      McPeriod period = { mc_session_get_as_of (session), MC_DAY_NONE };
      g_autofree char *text = mc_period_format (period);

      mc_entity_set_text (entity, "during", text, NULL);
    }
  if (MC_IS_DUTY_CREDIT (entity))
    g_object_set (entity, "day", mc_session_get_as_of (session), "halves", 1, NULL);
  if (MC_IS_LEAVE_ACCOUNT (entity))
    {
      int year;

      mc_day_split (mc_session_get_as_of (session), &year, NULL, NULL);
      g_object_set (entity, "year", year, "carried", 0.0, "used-elsewhere", 0.0, "travel-days", 0, NULL);
    }
  if (MC_IS_RATING (entity))
    {
      g_autofree char *today = mc_day_format_iso (mc_session_get_today (session));

      /* The rating of a year is given at its end: until December it is last year's that is entered. */
      g_object_set (entity, "year", atoi (today) - (g_str_has_prefix (today + 4, "-12") ? 0 : 1), NULL);
    }
  return entity;
}

static AdwDialog *
form_dialog (McPersonRegister *registry, McEntity *entity)
{
  const RowForm *form = find_form (mc_entity_get_table (entity));
  gboolean is_new = mc_entity_get_id (entity) == 0;
  McPerson *person = mc_person_register_get_person (registry);
  const char *title = form ? is_new ? form->add_title : form->edit_title : NULL;

  if (MC_IS_FEEDBACK (entity) || MC_IS_SUPERVISION_NOTE (entity))
    return mc_feedback_dialog (mc_person_register_get_session (registry), entity);
  if (!title)
    return NULL;
  return mc_entity_dialog_new (mc_person_register_get_session (registry), entity, _ (title),
                               person ? person->full_name : NULL, form->fields);
}

static void
complete_cb (AdwDialog *dialog, GtkWidget *above, McPersonRegister *registry)
{
  adw_dialog_present (form_dialog (registry, g_object_get_data (G_OBJECT (dialog), "absence")), above);
}

/* What waits for the centre's word is answered with its consequences in view. */
static AdwDialog *
answer_dialog (McPersonRegister *registry, McAbsence *absence)
{
  AdwDialog *dialog = mc_leave_answer_dialog_new (mc_person_register_get_session (registry), absence);

  g_object_set_data_full (G_OBJECT (dialog), "absence", g_object_ref (absence), g_object_unref);
  g_signal_connect_object (dialog, "complete", G_CALLBACK (complete_cb), registry, 0);
  return dialog;
}

AdwDialog *
mc_person_row_dialog (McPersonRegister *registry, McEntity *entity)
{
  if (MC_IS_ABSENCE (entity) && MC_ABSENCE (entity)->state == MC_ABSENCE_REQUESTED)
    return answer_dialog (registry, MC_ABSENCE (entity));
  return form_dialog (registry, entity);
}
