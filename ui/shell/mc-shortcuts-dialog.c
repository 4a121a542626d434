/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mc-shortcuts-dialog.h"

#include "mc-key-row.h"

struct _McShortcutsDialog
{
  AdwDialog parent_instance;
};

G_DEFINE_FINAL_TYPE (McShortcutsDialog, mc_shortcuts_dialog, ADW_TYPE_DIALOG)

static void
mc_shortcuts_dialog_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), MC_TYPE_SHORTCUTS_DIALOG);
  G_OBJECT_CLASS (mc_shortcuts_dialog_parent_class)->dispose (object);
}

static void
mc_shortcuts_dialog_class_init (McShortcutsDialogClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = mc_shortcuts_dialog_dispose;
  g_type_ensure (MC_TYPE_KEY_ROW);
  gtk_widget_class_set_template_from_resource (GTK_WIDGET_CLASS (klass),
                                               "/vn/gov/cantho/MotCua/shell/mc-shortcuts-dialog.ui");
}

static void
mc_shortcuts_dialog_init (McShortcutsDialog *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

void
mc_shortcuts_dialog_present (GtkWidget *from)
{
  adw_dialog_present (g_object_new (MC_TYPE_SHORTCUTS_DIALOG, NULL), from);
}
