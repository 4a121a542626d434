/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mc-evaluation-actions.h"

#include <glib/gi18n-lib.h>

#include "mc-evaluation-store.h"
#include "mc-session-private.h"

McChange *
mc_evaluation_change_cycle (McCycleKind kind, McDay day)
{
  g_autoptr (McEvaluationCycle) cycle = mc_evaluation_cycle_new ();
  McChange *change = mc_change_new (_ ("Open an evaluation cycle"));

  cycle->kind = kind;
  cycle->during = mc_evaluation_cycle_around (kind, day);
  mc_change_insert (change, MC_ENTITY (cycle));
  return change;
}

McChange *
mc_evaluation_change_score (McEvaluationScore *before,
                            McEvaluation *evaluation,
                            McEvaluationCriterion *criterion,
                            McRaterRole role,
                            double points,
                            const char *reason)
{
  g_autofree char *label = NULL;
  g_autoptr (McEvaluationScore) after = NULL;
  McChange *change;

  g_return_val_if_fail (MC_IS_EVALUATION (evaluation) && MC_IS_EVALUATION_CRITERION (criterion), NULL);
  label = g_strdup_printf (_ ("Give points for “%s”"), criterion->name);
  change = mc_change_new (label);
  after = before ? mc_entity_clone (before) : mc_evaluation_score_new ();
  after->evaluation_id = mc_entity_get_id (MC_ENTITY (evaluation));
  after->criterion_id = mc_entity_get_id (MC_ENTITY (criterion));
  after->role = role;
  after->points = points;
  g_set_str (&after->reason, reason);
  if (before)
    mc_change_update (change, MC_ENTITY (before), MC_ENTITY (after));
  else
    mc_change_insert (change, MC_ENTITY (after));
  return change;
}

McEvaluationScore *
mc_evaluation_find_score (McLiveList *scores, gint64 criterion, McRaterRole role)
{
  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (scores)); i++)
    {
      g_autoptr (McEvaluationScore) score = g_list_model_get_item (G_LIST_MODEL (scores), i);

      /* The list holds it on. */
      if (score->criterion_id == criterion && score->role == role)
        return score;
    }
  return NULL;
}

McChange *
mc_evaluation_change_text (
    McEvaluationText *before, McEvaluation *evaluation, McTextRole role, const char *body, gboolean given)
{
  g_autoptr (McEvaluationText) after = NULL;
  McChange *change;

  g_return_val_if_fail (MC_IS_EVALUATION (evaluation), NULL);
  change = mc_change_new (given ? _ ("Hand over an assessment") : _ ("Write an assessment"));
  after = before ? mc_entity_clone (before) : mc_evaluation_text_new ();
  after->evaluation_id = mc_entity_get_id (MC_ENTITY (evaluation));
  after->role = role;
  after->given = given;
  g_set_str (&after->body, body);
  if (before)
    mc_change_update (change, MC_ENTITY (before), MC_ENTITY (after));
  else
    mc_change_insert (change, MC_ENTITY (after));
  if (given)
    mc_change_set_final (change);
  return change;
}

McChange *
mc_evaluation_change_waive (McEvaluation *evaluation, McTextRole role, const char *why)
{
  g_autoptr (McEvaluationText) text = mc_evaluation_text_new ();
  McChange *change = mc_change_new (_ ("Go on without an assessment"));

  g_return_val_if_fail (MC_IS_EVALUATION (evaluation), NULL);
  text->evaluation_id = mc_entity_get_id (MC_ENTITY (evaluation));
  text->role = role;
  text->given = TRUE;
  text->waived = TRUE;
  text->body = g_strdup (why);
  mc_change_insert (change, MC_ENTITY (text));
  mc_change_set_final (change);
  return change;
}

McChange *
mc_evaluation_change_sign (McEvaluation *evaluation)
{
  g_autoptr (McEvaluation) after = NULL;
  McChange *change;

  g_return_val_if_fail (MC_IS_EVALUATION (evaluation), NULL);
  change = mc_change_new (_ ("Sign an evaluation"));
  after = mc_entity_clone (evaluation);
  after->state = MC_EVALUATION_STATE_SIGNED;
  mc_change_update (change, MC_ENTITY (evaluation), MC_ENTITY (after));
  mc_change_set_final (change);
  return change;
}

McChange *
mc_evaluation_change_reopen (McEvaluation *signed_one, const char *reason)
{
  g_autoptr (McEvaluation) again = mc_evaluation_new ();
  McChange *change = mc_change_new (_ ("Reopen an evaluation"));

  g_return_val_if_fail (MC_IS_EVALUATION (signed_one), NULL);
  again->cycle_id = signed_one->cycle_id;
  again->person_id = signed_one->person_id;
  again->scheme_id = signed_one->scheme_id;
  again->previous_id = mc_entity_get_id (MC_ENTITY (signed_one));
  again->reopen_reason = g_strdup (reason);
  mc_change_insert (change, MC_ENTITY (again));
  mc_change_set_final (change);
  return change;
}

McChange *
mc_evaluation_change_home (McEvaluation *signed_one, McHomeLevel level, const char *number, McDay day, const char *note)
{
  g_autoptr (McEvaluation) after = NULL;
  McChange *change;

  g_return_val_if_fail (MC_IS_EVALUATION (signed_one), NULL);
  change = mc_change_new (_ ("Record the home agency's rating"));
  after = mc_entity_clone (signed_one);
  after->home_level = level;
  after->home_on = day;
  g_set_str (&after->home_no, number);
  g_set_str (&after->home_note, note);
  mc_change_update (change, MC_ENTITY (signed_one), MC_ENTITY (after));
  return change;
}

DexFuture *
mc_session_open_evaluations (McSession *self, McCycleKind kind, McDay day, const char *scheme, gint64 person)
{
  g_return_val_if_fail (MC_IS_SESSION (self) && self->store, NULL);
  return mc_session_watch (self, mc_evaluation_store_open (self->store, kind, day, scheme, person));
}

DexFuture *
mc_session_reckon_evaluation (McSession *self, gint64 evaluation)
{
  g_return_val_if_fail (MC_IS_SESSION (self) && self->store, NULL);
  return mc_session_watch (self, mc_evaluation_store_reckon (self->store, evaluation));
}

static DexFuture *
sign_reckoned (DexFuture *future, gpointer user_data)
{
  McEvaluation *evaluation = g_value_get_object (dex_future_get_value (future, NULL));
  g_autoptr (McChange) change = mc_evaluation_change_sign (evaluation);

  return mc_session_commit (user_data, change);
}

DexFuture *
mc_session_sign_evaluation (McSession *self, gint64 evaluation)
{
  g_return_val_if_fail (MC_IS_SESSION (self) && self->store, NULL);
  return dex_future_then (mc_session_reckon_evaluation (self, evaluation), sign_reckoned, g_object_ref (self),
                          g_object_unref);
}

DexFuture *
mc_session_try_scheme (McSession *self, McCycleKind kind, McDay day, const char *scheme)
{
  g_return_val_if_fail (MC_IS_SESSION (self) && self->store && scheme, NULL);
  return mc_session_watch (self, mc_evaluation_store_trial (self->store, kind, day, scheme));
}

DexFuture *
mc_session_load_marks (McSession *self, gint64 cycle)
{
  g_return_val_if_fail (MC_IS_SESSION (self) && self->store, NULL);
  return mc_session_watch (self, mc_evaluation_store_load_marks (self->store, cycle));
}

DexFuture *
mc_session_read_seal (McSession *self, gint64 evaluation)
{
  g_return_val_if_fail (MC_IS_SESSION (self) && self->store, NULL);
  return mc_session_watch (self, mc_evaluation_store_read_seal (self->store, evaluation));
}
