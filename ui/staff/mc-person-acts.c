/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mc-person-acts.h"

#include <glib/gi18n.h>
#include <string.h>

#include "mc-appointment.h"
#include "mc-attachment.h"
#include "mc-commit.h"
#include "mc-end-dialog.h"
#include "mc-entity-dialog.h"
#include "mc-extend-dialog.h"
#include "mc-finding.h"
#include "mc-person-dialog.h"
#include "mc-person-rows.h"
#include "mc-replace-dialog.h"
#include "mc-report.h"
#include "mc-seat-entry.h"
#include "mc-session-records.h"
#include "mc-tour-actions.h"

#define LETTER "letter-"

/* Acts that add a row, and to which table. */
static const struct
{
  const char *act;
  const char *table;
} additions[] = {
  { "appoint", "appointment" },
  { "competence", "field_competence" },
  { "qualification", "qualification" },
  { "service", "service" },
  { "rating", "rating" },
  { "condition", "person_condition" },
  { "home", "home_agency" },
};

typedef struct
{
  GtkWidget *from;
  McPersonRegister *registry;
  char *act;
  McEntity *entity;
} Act;

static void
act_free (gpointer data)
{
  Act *act = data;

  g_clear_object (&act->from);
  g_clear_object (&act->registry);
  g_clear_object (&act->entity);
  g_free (act->act);
  g_free (act);
}

/* A tour that ran to its term ends with the new term as well. */
static void
follow_term (McEntity *before, McEntity *after)
{
  McTour *was = MC_TOUR (before);
  McTour *is = MC_TOUR (after);

  if (was->during.until == was->planned_until)
    is->during.until = is->planned_until;
}

static AdwDialog *
term_dialog (McSession *session, McTour *tour, const char *name)
{
  static const char *const fields[] = { "planned_until", "decision_no", "decision_date", "signer", NULL };
  AdwDialog *dialog = mc_entity_dialog_new (session, MC_ENTITY (tour), _ ("Set the Planned End"), name, fields);
  g_autoptr (McLegalFrame) frame = mc_tour_frame_new (session, tour->during.from, tour->kind);

  mc_act_dialog_set_frame (MC_ACT_DIALOG (dialog), frame);
  mc_entity_dialog_judge_by (MC_ENTITY_DIALOG (dialog), "planned_until");
  mc_entity_dialog_set_finish (MC_ENTITY_DIALOG (dialog), follow_term);
  return dialog;
}

/* The finding that asks for the move knows the successor. */
static gint64
find_successor (McSession *session, McDay day, McTour *tour)
{
  g_autoptr (GListModel) findings = mc_session_get_findings (session, day);
  guint n = g_list_model_get_n_items (findings);

  for (guint i = 0; i < n; i++)
    {
      g_autoptr (McFinding) finding = g_list_model_get_item (findings, i);

      if (mc_finding_get_remedy (finding) == MC_REMEDY_MOVE_TO_SUCCESSOR &&
          mc_finding_get_tour_id (finding) == mc_entity_get_id (MC_ENTITY (tour)))
        return mc_finding_get_remedy_agency_id (finding);
    }
  return 0;
}

static AdwDialog *
move_dialog (McSession *session, McDay day, McTour *tour, const char *name)
{
  static const char *const fields[] = { "agency_id", "decision_no", "decision_date", "signer", NULL };
  AdwDialog *dialog = mc_entity_dialog_new (session, MC_ENTITY (tour), _ ("Move to the Successor"), name, fields);
  gint64 successor = find_successor (session, day, tour);

  if (successor != 0)
    {
      g_autofree char *text = g_strdup_printf ("%" G_GINT64_FORMAT, successor);

      mc_form_set (mc_act_dialog_get_form (MC_ACT_DIALOG (dialog)), "agency_id", text);
    }
  return dialog;
}

static AdwDialog *
tour_dialog (McSession *session, McDay day, McTour *tour, const char *name, const char *act)
{
  if (g_str_equal (act, "extend"))
    return mc_extend_dialog_new (session, tour, name);
  if (g_str_equal (act, "end"))
    return mc_end_dialog_new (session, tour, name);
  if (g_str_equal (act, "replace"))
    return mc_replace_dialog_new (session, tour, name);
  if (g_str_equal (act, "term"))
    return term_dialog (session, tour, name);
  if (g_str_equal (act, "move"))
    return move_dialog (session, day, tour, name);
  return NULL;
}

static AdwDialog *
build_dialog (McPersonRegister *registry, McPerson *person, const char *act)
{
  McSession *session = mc_person_register_get_session (registry);
  McTour *tour = mc_person_register_get_tour (registry);

  for (gsize i = 0; i < G_N_ELEMENTS (additions); i++)
    if (g_str_equal (additions[i].act, act))
      {
        g_autoptr (McEntity) row = mc_person_row_new (registry, additions[i].table);

        return mc_person_row_dialog (registry, row);
      }
  if (g_str_equal (act, "edit"))
    return mc_person_edit_dialog_new (session, person);
  if (g_str_equal (act, "tour"))
    return mc_tour_dialog_new (session, person, tour ? tour->agency_id : 0);
  return tour ? tour_dialog (session, mc_person_register_get_day (registry), tour, person->full_name, act) : NULL;
}

/* "letter-term_ending": the page of documents makes it. */
static void
make_letter (Act *act, McTour *tour)
{
  g_autofree char *target =
      g_strdup_printf ("paper/%s/%" G_GINT64_FORMAT, act->act + strlen (LETTER), mc_entity_get_id (MC_ENTITY (tour)));

  gtk_widget_activate_action (act->from, "win.open-target", "s", target);
}

static DexFuture *
act_fiber (gpointer data)
{
  Act *act = data;
  McTour *tour;
  g_autoptr (GError) error = NULL;
  McPerson *person;
  AdwDialog *dialog;

  if (!dex_await (mc_person_register_when_ready (act->registry), &error))
    {
      mc_report_error (act->from, _ ("The person could not be read."), error);
      return dex_future_new_false ();
    }
  person = mc_person_register_get_person (act->registry);
  if (!person || !gtk_widget_get_root (act->from) ||
      !mc_session_get_can_write (mc_person_register_get_session (act->registry)))
    return dex_future_new_false ();
  tour = mc_person_register_get_tour (act->registry);
  if (tour && g_str_has_prefix (act->act, LETTER))
    {
      make_letter (act, tour);
      return dex_future_new_true ();
    }
  dialog = build_dialog (act->registry, person, act->act);
  if (dialog)
    adw_dialog_present (dialog, act->from);
  else
    mc_report_toast (act->from, _ ("There is no tour to act on."));
  return dex_future_new_true ();
}

void
mc_person_act (GtkWidget *from, McPersonRegister *registry, const char *act)
{
  Act *data = g_new0 (Act, 1);

  data->from = g_object_ref (from);
  data->registry = g_object_ref (registry);
  data->act = g_strdup (act);
  dex_future_disown (dex_scheduler_spawn (NULL, 0, act_fiber, data, act_free));
}

static DexFuture *
remove_fiber (gpointer data)
{
  Act *act = data;
  McSession *session = mc_person_register_get_session (act->registry);
  McPerson *person = mc_person_register_get_person (act->registry);
  g_autoptr (McEntity) row = mc_entity_clone (act->entity);
  g_autoptr (GError) error = NULL;
  g_autoptr (McChange) change = NULL;
  g_autofree char *label =
      g_strdup_printf (_ ("Remove: %s · %s"), mc_entity_get_label (row), person ? person->full_name : "");

  /* With its content in hand, the removal of a file can be undone. */
  if (MC_IS_ATTACHMENT (row))
    {
      g_autoptr (GBytes) content =
          dex_await_boxed (mc_session_read_attachment (session, mc_entity_get_id (row)), &error);

      if (!content)
        {
          mc_report_error (act->from, _ ("The file was not removed."), error);
          return dex_future_new_false ();
        }
      g_object_set (row, "content", content, NULL);
    }
  change = mc_change_new (label);
  mc_change_delete (change, row);
  return mc_commit (act->from, session, change);
}

void
mc_person_remove (GtkWidget *from, McPersonRegister *registry, McEntity *entity)
{
  Act *data = g_new0 (Act, 1);

  data->from = g_object_ref (from);
  data->registry = g_object_ref (registry);
  data->entity = g_object_ref (entity);
  dex_future_disown (dex_scheduler_spawn (NULL, 0, remove_fiber, data, act_free));
}

/* The first free seat of the post, or its first. */
static gint64
find_seat (McLiveList *seats, gint64 post)
{
  guint n = g_list_model_get_n_items (G_LIST_MODEL (seats));
  gint64 first = 0;

  for (guint i = 0; i < n; i++)
    {
      g_autoptr (McSeatEntry) seat = g_list_model_get_item (G_LIST_MODEL (seats), i);

      if (seat->post_id != post)
        continue;
      if (seat->person_id == 0)
        return mc_entity_get_id (MC_ENTITY (seat));
      if (first == 0)
        first = mc_entity_get_id (MC_ENTITY (seat));
    }
  return first;
}

typedef struct
{
  GtkWidget *from;
  McSession *session;
  gint64 post;
} Appoint;

static void
appoint_free (gpointer data)
{
  Appoint *self = data;

  g_object_unref (self->from);
  g_object_unref (self->session);
  g_free (self);
}

static DexFuture *
appoint_fiber (gpointer data)
{
  static const char *const fields[] = { "person_id",   "seat_id",       "concurrent", "during",
                                        "decision_no", "decision_date", NULL };
  Appoint *self = data;
  McDay day = mc_session_get_as_of (self->session);
  g_autoptr (McLiveList) seats = mc_session_list (self->session, MC_TYPE_SEAT_ENTRY, day);
  g_autoptr (McAppointment) appointment = mc_appointment_new ();
  g_autoptr (GError) error = NULL;

  if (!dex_await (mc_live_list_when_ready (seats), &error))
    {
      mc_report_error (self->from, _ ("The seats could not be read."), error);
      return dex_future_new_false ();
    }
  appointment->seat_id = find_seat (seats, self->post);
  appointment->during = (McPeriod){ day, MC_DAY_NONE };
  adw_dialog_present (
      mc_entity_dialog_new (self->session, MC_ENTITY (appointment), _ ("Appoint to a Post"), NULL, fields), self->from);
  return dex_future_new_true ();
}

void
mc_person_appoint_to (GtkWidget *from, McSession *session, gint64 post)
{
  Appoint *data;

  if (!session || !mc_session_get_can_write (session))
    return;
  data = g_new0 (Appoint, 1);
  data->from = g_object_ref (from);
  data->session = g_object_ref (session);
  data->post = post;
  dex_future_disown (dex_scheduler_spawn (NULL, 0, appoint_fiber, data, appoint_free));
}
