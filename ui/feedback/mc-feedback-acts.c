/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mc-feedback-acts.h"

#include <glib/gi18n.h>

#include "mc-commit.h"
#include "mc-entity-dialog.h"
#include "mc-feedback.h"
#include "mc-noun.h"
#include "mc-supervision-kind.h"
#include "mc-supervision-note.h"

typedef struct
{
  const char *table;
  const char *add, *edit;
  const char *notice; /* over the form */
  const char *const fields[10];
} Form;

static const Form forms[] = {
  { "feedback",
    N_ ("Add Feedback"),
    N_ ("Change the Feedback"),
    N_ ("In words of the office. No name, telephone, address or dossier code of a citizen: the sender stays in the "
        "system that took the feedback, whose name alone is written here."),
    { "kind", "channel", "received_on", "person_id", "counter_id", "agency_id", "matter", "kept_at" } },
  { "supervision_note",
    N_ ("Add a Check"),
    N_ ("Change the Check"),
    N_ ("What was seen, without names or dossier codes of citizens."),
    { "kind_id", "noted_on", "person_id", "counter_id", "agency_id", "body", "result", "follow_up" } },
  { "supervision_kind",
    N_ ("Add a Kind of Check"),
    N_ ("Change the Kind of Check"),
    N_ ("Kinds with notes are not removed, but put out of use."),
    { "code", "name", "in_use", "sort_order" } },
};

static const Form *
find_form (const char *table)
{
  for (gsize i = 0; i < G_N_ELEMENTS (forms); i++)
    if (g_str_equal (forms[i].table, table))
      return &forms[i];
  return NULL;
}

McEntity *
mc_feedback_row_new (McSession *session, const char *table, gint64 person)
{
  McEntity *row = g_object_new (mc_noun_from_table (table), NULL);

  if (MC_IS_FEEDBACK (row))
    g_object_set (row, "received-on", mc_session_get_today (session), "person-id", person, NULL);
  if (MC_IS_SUPERVISION_NOTE (row))
    g_object_set (row, "noted-on", mc_session_get_today (session), "person-id", person, NULL);
  if (MC_IS_SUPERVISION_KIND (row))
    g_object_set (row, "in-use", TRUE, "sort-order", 100, NULL);
  return row;
}

static void
set_notice (AdwDialog *dialog, const char *notice)
{
  g_autoptr (GtkWidget) group = NULL;

  g_object_get (dialog, "content", &group, NULL);
  adw_preferences_group_set_description (ADW_PREFERENCES_GROUP (group), notice);
}

AdwDialog *
mc_feedback_dialog (McSession *session, McEntity *row)
{
  const Form *form = find_form (mc_entity_get_table (row));
  AdwDialog *dialog =
      mc_entity_dialog_new (session, row, mc_entity_get_id (row) ? _ (form->edit) : _ (form->add), NULL, form->fields);

  set_notice (dialog, _ (form->notice));
  return dialog;
}

const char *
mc_feedback_next_verb (McEntity *row)
{
  if (MC_IS_SUPERVISION_NOTE (row))
    return MC_SUPERVISION_NOTE (row)->follow_up && MC_SUPERVISION_NOTE (row)->followed_up_on == MC_DAY_NONE
               ? _ ("It _Was Done…")
               : NULL;
  switch (MC_FEEDBACK (row)->state)
    {
    case MC_FEEDBACK_STATE_RECEIVED:
      return _ ("_Examine");
    case MC_FEEDBACK_STATE_EXAMINED:
      return _ ("_Settle…");
    case MC_FEEDBACK_STATE_SETTLED:
      return _ ("_Record the Answer…");
    case MC_FEEDBACK_STATE_ANSWERED:
    default:
      return NULL;
    }
}

gboolean
mc_feedback_may_step (McSession *session, McEntity *row)
{
  const char *group = mc_session_get_group_role (session);

  if (!mc_session_may_write (session, mc_entity_get_table (row)))
    return FALSE;
  return !MC_IS_FEEDBACK (row) || MC_FEEDBACK (row)->state != MC_FEEDBACK_STATE_EXAMINED ||
         g_strcmp0 (group, "director") == 0 || g_strcmp0 (group, "deputy") == 0;
}

typedef struct
{
  GtkWidget *from;
  McSession *session;
  McChange *change;
} Act;

static void
act_free (gpointer data)
{
  Act *act = data;

  g_object_unref (act->from);
  g_object_unref (act->session);
  g_object_unref (act->change);
  g_free (act);
}

static DexFuture *
commit_fiber (gpointer data)
{
  Act *act = data;

  return mc_commit (act->from, act->session, act->change);
}

static void
commit (GtkWidget *from, McSession *session, McChange *change)
{
  Act *act = g_new0 (Act, 1);

  act->from = g_object_ref (from);
  act->session = g_object_ref (session);
  act->change = g_object_ref (change);
  dex_future_disown (dex_scheduler_spawn (NULL, 0, commit_fiber, act, act_free));
}

static void
settle (McEntity *before, McEntity *after)
{
  MC_FEEDBACK (after)->state = MC_FEEDBACK_STATE_SETTLED;
}

static void
answer (McEntity *before, McEntity *after)
{
  MC_FEEDBACK (after)->state = MC_FEEDBACK_STATE_ANSWERED;
}

static void
present_step (GtkWidget *from,
              McSession *session,
              McEntity *row,
              const char *title,
              const char *const *fields,
              McEntityFinish finish)
{
  AdwDialog *dialog = mc_entity_dialog_new (session, row, title, NULL, fields);
  g_autofree char *today = mc_day_format_iso (mc_session_get_today (session));

  if (mc_entity_class_find_field (MC_ENTITY_GET_CLASS (row), fields[0])->type == MC_FIELD_TYPE_DAY)
    mc_form_set (mc_act_dialog_get_form (MC_ACT_DIALOG (dialog)), fields[0], today);
  mc_entity_dialog_set_finish (MC_ENTITY_DIALOG (dialog), finish);
  if (MC_IS_FEEDBACK (row))
    set_notice (dialog, MC_FEEDBACK (row)->matter);
  adw_dialog_present (dialog, from);
}

void
mc_feedback_step (GtkWidget *from, McSession *session, McEntity *row)
{
  static const char *const outcome[] = { "outcome", "finding", NULL };
  static const char *const answered[] = { "answered_on", "paper_id", NULL };
  static const char *const done[] = { "followed_up_on", NULL };
  g_autoptr (McChange) change = NULL;
  g_autoptr (McEntity) after = NULL;

  if (MC_IS_SUPERVISION_NOTE (row))
    {
      present_step (from, session, row, _ ("It Was Done"), done, NULL);
      return;
    }
  switch (MC_FEEDBACK (row)->state)
    {
    case MC_FEEDBACK_STATE_RECEIVED:
      change = mc_change_new (_ ("Examine the feedback"));
      after = mc_entity_clone (row);
      MC_FEEDBACK (after)->state = MC_FEEDBACK_STATE_EXAMINED;
      mc_change_update (change, row, after);
      commit (from, session, change);
      return;
    case MC_FEEDBACK_STATE_EXAMINED:
      present_step (from, session, row, _ ("Settle the Feedback"), outcome, settle);
      return;
    case MC_FEEDBACK_STATE_SETTLED:
      present_step (from, session, row, _ ("Record the Answer"), answered, answer);
      return;
    case MC_FEEDBACK_STATE_ANSWERED:
    default:
      return;
    }
}

void
mc_feedback_remove (GtkWidget *from, McSession *session, McEntity *row)
{
  g_autofree char *label = g_strdup_printf (_ ("Remove: %s"), mc_entity_get_label (row));
  g_autoptr (McChange) change = mc_change_new (label);

  mc_change_delete (change, row);
  commit (from, session, change);
}
