/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mc-evaluation-points-dialog.h"

#include <glib/gi18n.h>

#include "mc-error.h"
#include "mc-evaluation-actions.h"
#include "mc-number.h"

struct _McEvaluationPointsDialog
{
  McActDialog parent_instance;

  McEvaluation *evaluation;
  McRaterRole role;
  GPtrArray *criteria; /* that people give points for */
  McLiveList *scores;
  McEvaluationText *text;
  AdwPreferencesGroup *group;
};

G_DEFINE_FINAL_TYPE (McEvaluationPointsDialog, mc_evaluation_points_dialog, MC_TYPE_ACT_DIALOG)

#define NAME "points_%" G_GINT64_FORMAT

/* "8,5" or "8.5"; FALSE with an error for anything else. */
static gboolean
read_points (McEvaluationCriterion *criterion, const char *text, double *points, GError **error)
{
  g_autofree char *plain = g_strdelimit (g_strdup (text), ",", '.');
  char *end = NULL;

  *points = g_ascii_strtod (plain, &end);
  if (end != plain && *end == '\0' && *points >= 0 && *points <= criterion->max_points)
    return TRUE;
  {
    g_autofree char *most = mc_number_format (criterion->max_points, 1);

    g_set_error (error, MC_ERROR, MC_ERROR_INVALID, _ ("“%s” takes points from 0 to %s."), criterion->name, most);
  }
  return FALSE;
}

static gboolean
add_score (McEvaluationPointsDialog *self, McChange *change, McEvaluationCriterion *criterion, GError **error)
{
  gint64 id = mc_entity_get_id (MC_ENTITY (criterion));
  g_autofree char *name = g_strdup_printf (NAME, id);
  g_autofree char *text = mc_form_get (mc_act_dialog_get_form (MC_ACT_DIALOG (self)), name);
  McEvaluationScore *before = mc_evaluation_find_score (self->scores, id, self->role);
  g_autoptr (McEvaluationScore) after = NULL;
  double points;

  if (!text)
    {
      if (before)
        mc_change_delete (change, MC_ENTITY (before));
      return TRUE;
    }
  if (!read_points (criterion, text, &points, error))
    return FALSE;
  after = before ? mc_entity_clone (before) : mc_evaluation_score_new ();
  after->evaluation_id = mc_entity_get_id (MC_ENTITY (self->evaluation));
  after->criterion_id = id;
  after->role = self->role;
  after->points = points;
  if (!before)
    mc_change_insert (change, MC_ENTITY (after));
  else if (!mc_entity_equal (MC_ENTITY (before), MC_ENTITY (after)))
    mc_change_update (change, MC_ENTITY (before), MC_ENTITY (after));
  return TRUE;
}

static void
add_text (McEvaluationPointsDialog *self, McChange *change)
{
  McForm *form = mc_act_dialog_get_form (MC_ACT_DIALOG (self));
  g_autofree char *hand_over = mc_form_get (form, "given");
  g_autoptr (McEvaluationText) after = self->text ? mc_entity_clone (self->text) : mc_evaluation_text_new ();

  after->evaluation_id = mc_entity_get_id (MC_ENTITY (self->evaluation));
  after->role = (McTextRole)(self->role - MC_RATER_SELF);
  g_free (after->body);
  after->body = mc_form_get (form, "body");
  after->given = g_strcmp0 (hand_over, "t") == 0 || g_strcmp0 (hand_over, "true") == 0;
  if (after->given)
    mc_change_set_final (change);
  if (!self->text)
    mc_change_insert (change, MC_ENTITY (after));
  else if (!mc_entity_equal (MC_ENTITY (self->text), MC_ENTITY (after)))
    mc_change_update (change, MC_ENTITY (self->text), MC_ENTITY (after));
}

static DexFuture *
mc_evaluation_points_dialog_build (McActDialog *dialog, GError **error)
{
  McEvaluationPointsDialog *self = MC_EVALUATION_POINTS_DIALOG (dialog);
  g_autoptr (McChange) change = mc_change_new (_ ("Give points and a text"));

  for (guint i = 0; i < self->criteria->len; i++)
    if (!add_score (self, change, self->criteria->pdata[i], error))
      return NULL;
  add_text (self, change);
  return dex_future_new_take_object (g_steal_pointer (&change));
}

/* The total follows where the leaders give points; of others' it follows when a leader reckons. */
static void
mc_evaluation_points_dialog_done (McActDialog *dialog, McCommitResult *result)
{
  McEvaluationPointsDialog *self = MC_EVALUATION_POINTS_DIALOG (dialog);

  if (self->role == MC_RATER_DIRECTOR)
    dex_future_disown (mc_session_reckon_evaluation (mc_act_dialog_get_session (dialog),
                                                     mc_entity_get_id (MC_ENTITY (self->evaluation))));
}

static void
mc_evaluation_points_dialog_dispose (GObject *object)
{
  McEvaluationPointsDialog *self = MC_EVALUATION_POINTS_DIALOG (object);

  g_clear_object (&self->evaluation);
  g_clear_object (&self->scores);
  g_clear_object (&self->text);
  g_clear_pointer (&self->criteria, g_ptr_array_unref);
  G_OBJECT_CLASS (mc_evaluation_points_dialog_parent_class)->dispose (object);
}

static void
mc_evaluation_points_dialog_class_init (McEvaluationPointsDialogClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = mc_evaluation_points_dialog_dispose;
  MC_ACT_DIALOG_CLASS (klass)->build = mc_evaluation_points_dialog_build;
  MC_ACT_DIALOG_CLASS (klass)->done = mc_evaluation_points_dialog_done;
}

static void
mc_evaluation_points_dialog_init (McEvaluationPointsDialog *self)
{
  self->group = ADW_PREFERENCES_GROUP (adw_preferences_group_new ());
  g_object_set (self, "content", self->group, NULL);
}

/* What is computed stands in the title, to be taken or not. */
static void
add_row (McEvaluationPointsDialog *self, McEvaluationCriterion *criterion)
{
  gint64 id = mc_entity_get_id (MC_ENTITY (criterion));
  g_autofree char *name = g_strdup_printf (NAME, id);
  g_autofree char *most = mc_number_format (criterion->max_points, 0);
  McEvaluationScore *own = mc_evaluation_find_score (self->scores, id, self->role),
                    *computed = mc_evaluation_find_score (self->scores, id, MC_RATER_COMPUTED);
  g_autofree char *points = computed ? mc_number_format (computed->points, 1) : NULL;
  g_autofree char *title = points ? g_strdup_printf (_ ("%s (0 to %s, computed %s)"), criterion->name, most, points)
                                  : g_strdup_printf (_ ("%s (0 to %s)"), criterion->name, most);
  GtkWidget *row = g_object_new (ADW_TYPE_ENTRY_ROW, "title", title, "use-markup", FALSE, NULL);

  adw_preferences_group_add (self->group, row);
  if (own)
    {
      g_autofree char *text = mc_number_format (own->points, 1);

      gtk_editable_set_text (GTK_EDITABLE (row), text);
    }
  mc_form_add_text (mc_act_dialog_get_form (MC_ACT_DIALOG (self)), name, GTK_EDITABLE (row));
}

AdwDialog *
mc_evaluation_points_dialog_new (
    McEvaluationBook *book, McEvaluation *evaluation, McRaterRole role, McLiveList *scores, McEvaluationText *text)
{
  static const char *const required[] = { "body", NULL };
  g_autofree char *person = mc_evaluation_book_dup_person (book, evaluation);
  g_autofree char *title = g_strdup_printf ("%s · %s", mc_enum_label (mc_rater_role_values, role), person);
  McEvaluationPointsDialog *self =
      g_object_new (MC_TYPE_EVALUATION_POINTS_DIALOG, "session", mc_evaluation_book_get_session (book), "title", title,
                    "verb", _ ("_Save"), NULL);
  GtkWidget *body = g_object_new (ADW_TYPE_ENTRY_ROW, "title", _ ("Assessment"), NULL);
  GtkWidget *given = g_object_new (ADW_TYPE_SWITCH_ROW, "title", _ ("Hand over now"), "subtitle",
                                   _ ("Points and text then stay as they are."), NULL);
  McForm *form = mc_act_dialog_get_form (MC_ACT_DIALOG (self));

  self->evaluation = g_object_ref (evaluation);
  self->role = role;
  self->scores = g_object_ref (scores);
  g_set_object (&self->text, text);
  self->criteria = mc_evaluation_book_dup_criteria (book, evaluation);
  for (guint i = self->criteria->len; i > 0; i--)
    if (!((McEvaluationCriterion *)self->criteria->pdata[i - 1])->rated)
      g_ptr_array_remove_index (self->criteria, i - 1);
  for (guint i = 0; i < self->criteria->len; i++)
    add_row (self, self->criteria->pdata[i]);
  adw_preferences_group_add (self->group, body);
  adw_preferences_group_add (self->group, given);
  if (text)
    gtk_editable_set_text (GTK_EDITABLE (body), text->body ? text->body : "");
  mc_form_add_text (form, "body", GTK_EDITABLE (body));
  mc_form_add_switch (form, "given", ADW_SWITCH_ROW (given));
  mc_act_dialog_set_required (MC_ACT_DIALOG (self), required);
  return ADW_DIALOG (self);
}
