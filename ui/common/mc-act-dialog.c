/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mc-act-dialog.h"

#include <glib/gi18n.h>

#include "mc-commit.h"
#include "mc-error.h"
#include "mc-legal-frame-view.h"
#include "mc-report.h"

typedef struct
{
  McSession *session;
  McForm *form;
  McLegalFrame *frame;
  const char *const *required;
  gboolean destructive;
  gboolean busy;

  GtkButton *verb_button;
  AdwBanner *restored;
  AdwBanner *problem;
  AdwBanner *warning;
  McDay judged; /* the day of the act as it is typed */
  AdwBin *content_bin;
  McLegalFrameView *frame_view;
  GtkLabel *missing;
} McActDialogPrivate;

G_DEFINE_ABSTRACT_TYPE_WITH_PRIVATE (McActDialog, mc_act_dialog, ADW_TYPE_DIALOG)

enum
{
  PROP_SESSION = 1,
  PROP_VERB,
  PROP_DESTRUCTIVE,
  PROP_CONTENT,
  N_PROPS,
};

static GParamSpec *properties[N_PROPS];

static McActDialogPrivate *
get_private (McActDialog *self)
{
  return mc_act_dialog_get_instance_private (self);
}

static void
update_verb (McActDialog *self)
{
  McActDialogPrivate *priv = get_private (self);
  gboolean blocked = priv->frame && mc_legal_frame_get_blocked (priv->frame);

  g_autofree char *missing = blocked ? NULL : mc_form_dup_missing (priv->form, priv->required);
  g_autofree char *text = missing ? g_strdup_printf (_ ("Still to be filled in: %s"), missing) : NULL;

  gtk_label_set_label (priv->missing, text ? text : "");
  gtk_widget_set_visible (GTK_WIDGET (priv->missing), text != NULL);
  gtk_widget_set_sensitive (GTK_WIDGET (priv->verb_button),
                            !priv->busy && !blocked && mc_form_is_valid (priv->form, priv->required));
}

static void
form_changed_cb (McActDialog *self)
{
  adw_banner_set_revealed (get_private (self)->problem, FALSE);
  update_verb (self);
  if (MC_ACT_DIALOG_GET_CLASS (self)->changed)
    MC_ACT_DIALOG_GET_CLASS (self)->changed (self);
}

static void
show_problem (McActDialog *self, const GError *error)
{
  McActDialogPrivate *priv = get_private (self);

  adw_banner_set_title (priv->problem, error->message);
  adw_banner_set_revealed (priv->problem, TRUE);
  gtk_accessible_announce (GTK_ACCESSIBLE (self), error->message, GTK_ACCESSIBLE_ANNOUNCEMENT_PRIORITY_HIGH);
}

static void
set_busy (McActDialog *self, gboolean busy)
{
  McActDialogPrivate *priv = get_private (self);

  priv->busy = busy;
  gtk_widget_set_sensitive (GTK_WIDGET (priv->content_bin), !busy);
  update_verb (self);
}

/* Builds and commits. mc_commit() shows what it meets; here is only decided whether the dialog stays. */
static DexFuture *
act_fiber (gpointer user_data)
{
  McActDialog *self = user_data;
  McActDialogPrivate *priv = get_private (self);
  g_autoptr (GError) error = NULL;
  g_autoptr (McChange) change = NULL;
  g_autoptr (McCommitResult) result = NULL;
  DexFuture *building = MC_ACT_DIALOG_GET_CLASS (self)->build (self, &error);

  if (building)
    change = dex_await_object (building, &error);
  if (!change)
    {
      set_busy (self, FALSE);
      show_problem (self, error);
      return dex_future_new_false ();
    }
  result = dex_await_object (mc_commit (GTK_WIDGET (self), priv->session, change), &error);
  set_busy (self, FALSE);
  /* Kept for later counts as sent: the change waits in the list of pending ones, no longer in this form. */
  if (!result && !g_error_matches (error, MC_ERROR, MC_ERROR_CONNECTION))
    return dex_future_new_false ();
  mc_form_drop_draft (priv->form);
  if (result && MC_ACT_DIALOG_GET_CLASS (self)->done)
    MC_ACT_DIALOG_GET_CLASS (self)->done (self, result);
  adw_dialog_force_close (ADW_DIALOG (self));
  return dex_future_new_true ();
}

static DexFuture *
act_itself_fiber (gpointer user_data)
{
  McActDialog *self = user_data;
  g_autoptr (GError) error = NULL;
  g_autofree char *done = dex_await_string (MC_ACT_DIALOG_GET_CLASS (self)->act (self), &error);

  set_busy (self, FALSE);
  if (!done)
    {
      show_problem (self, error);
      return dex_future_new_false ();
    }
  mc_form_drop_draft (get_private (self)->form);
  mc_report_undoable (GTK_WIDGET (self), done);
  adw_dialog_force_close (ADW_DIALOG (self));
  return dex_future_new_true ();
}

static void
verb_cb (McActDialog *self)
{
  gboolean itself = MC_ACT_DIALOG_GET_CLASS (self)->act != NULL;

  set_busy (self, TRUE);
  dex_future_disown (
      dex_scheduler_spawn (NULL, 0, itself ? act_itself_fiber : act_fiber, g_object_ref (self), g_object_unref));
}

static void
cancel_cb (McActDialog *self)
{
  if (get_private (self)->busy)
    return;
  mc_form_drop_draft (get_private (self)->form);
  adw_dialog_force_close (ADW_DIALOG (self));
}

static void
start_over_cb (McActDialog *self)
{
  McActDialogPrivate *priv = get_private (self);

  adw_banner_set_revealed (priv->restored, FALSE);
  mc_form_start_over (priv->form);
  update_verb (self);
}

/* The keyboard begins in the form, not on Cancel. */
static void
shown_cb (McActDialog *self)
{
  gtk_widget_child_focus (GTK_WIDGET (get_private (self)->content_bin), GTK_DIR_TAB_FORWARD);
}

static void
mc_act_dialog_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  McActDialogPrivate *priv = get_private (MC_ACT_DIALOG (object));

  switch (id)
    {
    case PROP_SESSION:
      g_value_set_object (value, priv->session);
      break;
    case PROP_VERB:
      g_value_set_string (value, gtk_button_get_label (priv->verb_button));
      break;
    case PROP_DESTRUCTIVE:
      g_value_set_boolean (value, priv->destructive);
      break;
    case PROP_CONTENT:
      g_value_set_object (value, adw_bin_get_child (priv->content_bin));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
set_destructive (McActDialogPrivate *priv, gboolean destructive)
{
  priv->destructive = destructive;
  gtk_widget_remove_css_class (GTK_WIDGET (priv->verb_button), destructive ? "suggested-action" : "destructive-action");
  gtk_widget_add_css_class (GTK_WIDGET (priv->verb_button), destructive ? "destructive-action" : "suggested-action");
}

static void
mc_act_dialog_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  McActDialogPrivate *priv = get_private (MC_ACT_DIALOG (object));

  switch (id)
    {
    case PROP_SESSION:
      priv->session = g_value_dup_object (value);
      break;
    case PROP_VERB:
      gtk_button_set_label (priv->verb_button, g_value_get_string (value));
      break;
    case PROP_DESTRUCTIVE:
      set_destructive (priv, g_value_get_boolean (value));
      break;
    case PROP_CONTENT:
      adw_bin_set_child (priv->content_bin, g_value_get_object (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
mc_act_dialog_dispose (GObject *object)
{
  McActDialog *self = MC_ACT_DIALOG (object);
  McActDialogPrivate *priv = get_private (self);

  gtk_widget_dispose_template (GTK_WIDGET (self), MC_TYPE_ACT_DIALOG);
  g_clear_object (&priv->session);
  g_clear_object (&priv->form);
  g_clear_object (&priv->frame);
  G_OBJECT_CLASS (mc_act_dialog_parent_class)->dispose (object);
}

static void
mc_act_dialog_class_init (McActDialogClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  const GParamFlags flags = G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS;

  object_class->dispose = mc_act_dialog_dispose;
  object_class->get_property = mc_act_dialog_get_property;
  object_class->set_property = mc_act_dialog_set_property;
  properties[PROP_SESSION] =
      g_param_spec_object ("session", NULL, NULL, MC_TYPE_SESSION, flags | G_PARAM_CONSTRUCT_ONLY);
  properties[PROP_VERB] = g_param_spec_string ("verb", NULL, NULL, NULL, flags);
  properties[PROP_DESTRUCTIVE] = g_param_spec_boolean ("destructive", NULL, NULL, FALSE, flags);
  properties[PROP_CONTENT] = g_param_spec_object ("content", NULL, NULL, GTK_TYPE_WIDGET, flags);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  g_type_ensure (MC_TYPE_LEGAL_FRAME_VIEW);
  gtk_widget_class_set_template_from_resource (widget_class, "/vn/gov/cantho/MotCua/common/mc-act-dialog.ui");
  gtk_widget_class_bind_template_child_private (widget_class, McActDialog, verb_button);
  gtk_widget_class_bind_template_child_private (widget_class, McActDialog, restored);
  gtk_widget_class_bind_template_child_private (widget_class, McActDialog, problem);
  gtk_widget_class_bind_template_child_private (widget_class, McActDialog, warning);
  gtk_widget_class_bind_template_child_private (widget_class, McActDialog, content_bin);
  gtk_widget_class_bind_template_child_private (widget_class, McActDialog, frame_view);
  gtk_widget_class_bind_template_child_private (widget_class, McActDialog, missing);
  gtk_widget_class_bind_template_callback (widget_class, verb_cb);
  gtk_widget_class_bind_template_callback (widget_class, cancel_cb);
  gtk_widget_class_bind_template_callback (widget_class, start_over_cb);
}

static void
mc_act_dialog_init (McActDialog *self)
{
  McActDialogPrivate *priv = get_private (self);

  priv->form = mc_form_new ();
  priv->judged = MC_DAY_NONE;
  gtk_widget_init_template (GTK_WIDGET (self));
  adw_dialog_set_default_widget (ADW_DIALOG (self), GTK_WIDGET (priv->verb_button));
  g_signal_connect_swapped (self, "map", G_CALLBACK (shown_cb), self);
  g_signal_connect_object (priv->form, "changed", G_CALLBACK (form_changed_cb), self, G_CONNECT_SWAPPED);
}

McSession *
mc_act_dialog_get_session (McActDialog *self)
{
  return get_private (self)->session;
}

McForm *
mc_act_dialog_get_form (McActDialog *self)
{
  return get_private (self)->form;
}

void
mc_act_dialog_set_required (McActDialog *self, const char *const *names)
{
  get_private (self)->required = names;
  update_verb (self);
}

/* Why it cannot be done, or what is wrong with the day; at the top, for a long form hides what stands under it. */
static void
show_warning (McActDialog *self)
{
  McActDialogPrivate *priv = get_private (self);
  g_autofree char *text = NULL;

  if (priv->frame && mc_legal_frame_get_blocked (priv->frame))
    text = g_strdup (mc_legal_frame_get_blocked (priv->frame));
  else if (priv->frame && priv->judged != MC_DAY_NONE)
    text = mc_legal_frame_judge_date (priv->frame, priv->judged);
  if (text && g_strcmp0 (text, adw_banner_get_title (priv->warning)) != 0)
    gtk_accessible_announce (GTK_ACCESSIBLE (self), text, GTK_ACCESSIBLE_ANNOUNCEMENT_PRIORITY_HIGH);
  adw_banner_set_title (priv->warning, text ? text : "");
  adw_banner_set_revealed (priv->warning, text != NULL);
}

void
mc_act_dialog_set_frame (McActDialog *self, McLegalFrame *frame)
{
  McActDialogPrivate *priv = get_private (self);

  g_set_object (&priv->frame, frame);
  g_object_set (priv->frame_view, "frame", frame, "visible", frame != NULL, NULL);
  show_warning (self);
  update_verb (self);
}

void
mc_act_dialog_judge (McActDialog *self, McDay day)
{
  get_private (self)->judged = day;
  show_warning (self);
}

void
mc_act_dialog_keep_draft (McActDialog *self, const char *key)
{
  McActDialogPrivate *priv = get_private (self);
  McDraftStore *drafts = mc_session_get_drafts (priv->session);

  mc_form_mark (priv->form);
  if (mc_form_keep_draft (priv->form, drafts, key))
    adw_banner_set_revealed (priv->restored, TRUE);
  update_verb (self);
}
