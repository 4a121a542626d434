/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mc-conflict-dialog.h"

#include <glib/gi18n.h>

#include "mc-conflict-row.h"
#include "mc-error.h"

struct _McConflictDialog
{
  AdwDialog parent_instance;

  McConflict *conflict;
  DexPromise *promise; /* NULL once answered */

  GtkLabel *explanation;
  GtkNoSelection *selection;
};

G_DEFINE_FINAL_TYPE (McConflictDialog, mc_conflict_dialog, ADW_TYPE_DIALOG)

static void
choose_all (McConflictDialog *self, McChoice choice)
{
  GListModel *fields = mc_conflict_get_fields (self->conflict);
  guint n_fields = g_list_model_get_n_items (fields);

  for (guint i = 0; i < n_fields; i++)
    {
      g_autoptr (McConflictField) field = g_list_model_get_item (fields, i);
      mc_conflict_field_set_choice (field, choice);
    }
}

static void
all_mine_cb (McConflictDialog *self)
{
  choose_all (self, MC_CHOICE_MINE);
}

static void
all_theirs_cb (McConflictDialog *self)
{
  choose_all (self, MC_CHOICE_THEIRS);
}

static void
cancel_cb (McConflictDialog *self)
{
  adw_dialog_close (ADW_DIALOG (self));
}

static void
save_cb (McConflictDialog *self)
{
  g_autoptr (DexPromise) promise = g_steal_pointer (&self->promise);

  if (promise != NULL)
    dex_promise_resolve_object (promise, mc_conflict_resolve (self->conflict));
  adw_dialog_close (ADW_DIALOG (self));
}

static void
mc_conflict_dialog_closed (AdwDialog *dialog)
{
  McConflictDialog *self = MC_CONFLICT_DIALOG (dialog);
  g_autoptr (DexPromise) promise = g_steal_pointer (&self->promise);

  if (promise != NULL)
    dex_promise_reject (promise, g_error_new_literal (MC_ERROR, MC_ERROR_CANCELLED, _ ("The other change stays.")));
}

static void
mc_conflict_dialog_dispose (GObject *object)
{
  McConflictDialog *self = MC_CONFLICT_DIALOG (object);

  mc_conflict_dialog_closed (ADW_DIALOG (self));
  g_clear_object (&self->conflict);
  gtk_widget_dispose_template (GTK_WIDGET (self), MC_TYPE_CONFLICT_DIALOG);
  G_OBJECT_CLASS (mc_conflict_dialog_parent_class)->dispose (object);
}

static void
mc_conflict_dialog_class_init (McConflictDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = mc_conflict_dialog_dispose;
  ADW_DIALOG_CLASS (klass)->closed = mc_conflict_dialog_closed;

  g_type_ensure (MC_TYPE_CONFLICT_ROW);
  g_type_ensure (MC_TYPE_CONFLICT_FIELD);
  gtk_widget_class_set_template_from_resource (widget_class, "/vn/gov/cantho/MotCua/common/mc-conflict-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, McConflictDialog, explanation);
  gtk_widget_class_bind_template_child (widget_class, McConflictDialog, selection);
  gtk_widget_class_bind_template_callback (widget_class, all_mine_cb);
  gtk_widget_class_bind_template_callback (widget_class, all_theirs_cb);
  gtk_widget_class_bind_template_callback (widget_class, cancel_cb);
  gtk_widget_class_bind_template_callback (widget_class, save_cb);
}

static void
mc_conflict_dialog_init (McConflictDialog *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

static void
explain (McConflictDialog *self)
{
  GDateTime *when = mc_conflict_get_when (self->conflict);
  g_autoptr (GDateTime) local = when != NULL ? g_date_time_to_local (when) : NULL;
  g_autofree char *time = local != NULL ? g_date_time_format (local, "%H:%M, %d/%m/%Y") : NULL;
  g_autofree char *text = NULL;

  if (mc_conflict_get_theirs (self->conflict) == NULL)
    text = g_strdup (_ ("Somebody else deleted this entry while you were editing it."));
  else if (mc_conflict_get_who (self->conflict) != NULL && time != NULL)
    text = g_strdup_printf (_ ("%s changed this entry at %s while you were editing it. Nothing is lost: please choose "
                               "field by field what shall stand."),
                            mc_conflict_get_who (self->conflict), time);
  else
    text = g_strdup (_ ("Somebody else changed this entry while you were editing it. Nothing is lost: please choose "
                        "field by field what shall stand."));
  gtk_label_set_label (self->explanation, text);
}

DexFuture *
mc_conflict_dialog_ask (GtkWidget *from, McConflict *conflict)
{
  McConflictDialog *self = g_object_new (MC_TYPE_CONFLICT_DIALOG, NULL);

  self->conflict = g_object_ref (conflict);
  self->promise = dex_promise_new ();
  gtk_no_selection_set_model (self->selection, mc_conflict_get_fields (conflict));
  explain (self);
  adw_dialog_present (ADW_DIALOG (self), from);
  return dex_ref (DEX_FUTURE (self->promise));
}
