/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mc-evaluation-acts.h"

#include <glib/gi18n.h>

#include "mc-ask.h"
#include "mc-commit.h"
#include "mc-entity-dialog.h"
#include "mc-evaluation-actions.h"
#include "mc-report.h"

typedef struct
{
  GtkWidget *from;
  McEvaluationBook *book;
  McEvaluation *evaluation;
} Act;

static void
act_free (gpointer data)
{
  Act *act = data;

  g_object_unref (act->from);
  g_object_unref (act->book);
  g_object_unref (act->evaluation);
  g_free (act);
}

static void
spawn (GtkWidget *from, McEvaluationBook *book, McEvaluation *evaluation, DexFiberFunc fiber)
{
  Act *act = g_new0 (Act, 1);

  act->from = g_object_ref (from);
  act->book = g_object_ref (book);
  act->evaluation = g_object_ref (evaluation);
  dex_future_disown (dex_scheduler_spawn (NULL, 0, fiber, act, act_free));
}

static DexFuture *
commit (Act *act, McChange *change)
{
  g_autoptr (McChange) owned = change;

  return mc_commit (act->from, mc_evaluation_book_get_session (act->book), owned);
}

/* "Quarter III of 2026 · Circular 01/2018/TT-VPCP, Articles 13, 14, 15" */
static char *
describe_frame (Act *act)
{
  McEvaluationCycle *cycle = mc_evaluation_book_get_cycle (act->book, act->evaluation);
  McEvaluationScheme *scheme = mc_evaluation_book_get_scheme (act->book, act->evaluation);
  g_autofree char *when = cycle ? mc_evaluation_cycle_dup_name (cycle) : g_strdup ("…");

  return g_strdup_printf ("%s · %s · %s%s%s", when, scheme ? scheme->name : "…", scheme ? scheme->source : "",
                          scheme && scheme->article ? ", " : "", scheme && scheme->article ? scheme->article : "");
}

static char *
dup_sign_body (Act *act, McEvaluation *now)
{
  g_autofree char *total = mc_evaluation_book_dup_total (act->book, now);
  g_autofree char *band = mc_evaluation_book_dup_band (act->book, now);
  g_autofree char *agency = mc_evaluation_book_dup_agency (act->book, now);
  g_autofree char *frame = describe_frame (act);

  return g_strdup_printf (
      _ ("%s\nTotal %s, %s.\n\nFrom now on points, texts and evidence are frozen in a chain of seals; they change no "
         "more. It can be reopened with a reason; this one then stays readable.\nThe result goes into the notice to "
         "%s."),
      frame, total, band, agency);
}

static DexFuture *
sign_fiber (gpointer data)
{
  Act *act = data;
  McSession *session = mc_evaluation_book_get_session (act->book);
  gint64 id = mc_entity_get_id (MC_ENTITY (act->evaluation));
  g_autoptr (GError) error = NULL;
  /* What is signed is what is reckoned now. */
  g_autoptr (McEvaluation) now = dex_await_object (mc_session_reckon_evaluation (session, id), &error);
  g_autofree char *person = NULL, *heading = NULL, *body = NULL;

  if (!now)
    {
      mc_report_error (act->from, _ ("The evaluation was not reckoned, and is not signed."), error);
      return dex_future_new_false ();
    }
  person = mc_evaluation_book_dup_person (act->book, now);
  heading = g_strdup_printf (_ ("Sign the evaluation of %s?"), person);
  body = dup_sign_body (act, now);
  if (!dex_await (mc_ask_go (act->from, heading, body, _ ("_Sign"), FALSE), NULL))
    return dex_future_new_false ();
  if (dex_await (mc_session_sign_evaluation (session, id), &error))
    mc_report_toast (act->from, _ ("The evaluation is signed."));
  else
    mc_report_error (act->from, _ ("The evaluation was not signed."), error);
  return dex_future_new_true ();
}

void
mc_evaluation_act_sign (GtkWidget *from, McEvaluationBook *book, McEvaluation *evaluation)
{
  spawn (from, book, evaluation, sign_fiber);
}

static DexFuture *
waive_fiber (gpointer data)
{
  static const McTextRole roles[] = { MC_TEXT_ROLE_SELF, MC_TEXT_ROLE_SECTION, MC_TEXT_ROLE_SUPERVISION };
  Act *act = data;
  McTextRole role = roles[MIN (act->evaluation->state, MC_EVALUATION_STATE_SECTION)];
  g_autofree char *heading = g_strdup_printf (_ ("Go on without: %s?"), mc_enum_label (mc_text_role_values, role));
  g_autofree char *why = NULL;

  why = dex_await_string (mc_ask_text (act->from, heading,
                                       _ ("It is then the next one's turn. What was left out cannot be given later."),
                                       _ ("Reason"), _ ("_Go On"), TRUE),
                          NULL);
  if (!why)
    return dex_future_new_false ();
  return commit (act, mc_evaluation_change_waive (act->evaluation, role, why));
}

void
mc_evaluation_act_waive (GtkWidget *from, McEvaluationBook *book, McEvaluation *evaluation)
{
  spawn (from, book, evaluation, waive_fiber);
}

static DexFuture *
reopen_fiber (gpointer data)
{
  Act *act = data;
  g_autofree char *person = mc_evaluation_book_dup_person (act->book, act->evaluation);
  g_autofree char *heading = g_strdup_printf (_ ("Reopen the evaluation of %s?"), person);
  g_autofree char *why = NULL;

  why = dex_await_string (
      mc_ask_text (act->from, heading,
                   _ ("A new evaluation begins, which names this one. This one stays as it was signed."), _ ("Reason"),
                   _ ("_Reopen"), TRUE),
      NULL);
  if (!why)
    return dex_future_new_false ();
  return commit (act, mc_evaluation_change_reopen (act->evaluation, why));
}

void
mc_evaluation_act_reopen (GtkWidget *from, McEvaluationBook *book, McEvaluation *evaluation)
{
  spawn (from, book, evaluation, reopen_fiber);
}

static DexFuture *
gather_fiber (gpointer data)
{
  Act *act = data;
  g_autoptr (GError) error = NULL;

  if (dex_await (mc_session_reckon_evaluation (mc_evaluation_book_get_session (act->book),
                                               mc_entity_get_id (MC_ENTITY (act->evaluation))),
                 &error))
    mc_report_toast (act->from, _ ("The evidence was counted anew."));
  else
    mc_report_error (act->from, _ ("The evidence was not gathered."), error);
  return dex_future_new_true ();
}

void
mc_evaluation_act_gather (GtkWidget *from, McEvaluationBook *book, McEvaluation *evaluation)
{
  spawn (from, book, evaluation, gather_fiber);
}

AdwDialog *
mc_evaluation_home_dialog (McSession *session, McEvaluation *evaluation)
{
  static const char *const fields[] = { "home_level", "home_no", "home_on", "home_note", NULL };

  return mc_entity_dialog_new (session, MC_ENTITY (evaluation), _ ("The Home Agency's Rating"), NULL, fields);
}
