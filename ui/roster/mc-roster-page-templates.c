/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mc-roster-page-private.h"

#include <glib/gi18n.h>

#include "mc-ask.h"
#include "mc-commit.h"
#include "mc-template-actions.h"
#include "mc-roster-template-dialog.h"

/* Patterns of a week: saved from the roster that is shown, or filled into it. */

static DexFuture *
save_fiber (gpointer data)
{
  McRosterPage *self = data;
  g_autoptr (McRosterBook) book = g_object_ref (self->book);
  g_autoptr (GError) error = NULL;
  g_autoptr (McChange) change = NULL;
  g_autofree char *name =
      dex_await_string (mc_ask_text (GTK_WIDGET (self), _ ("Save as Template?"),
                                     _ ("The week as it mostly is in this roster: who is where on which day. Drafts of "
                                        "other months can be filled from it."),
                                     _ ("Name"), _ ("_Save"), FALSE),
                        &error);

  if (!name || !mc_roster_book_get_ready (book))
    return dex_future_new_true ();
  change = mc_template_change_save (book, name);
  return mc_commit (GTK_WIDGET (self), mc_roster_book_get_session (book), change);
}

static void
save_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  if (mc_roster_page_is_ready (MC_ROSTER_PAGE (widget)))
    dex_future_disown (dex_scheduler_spawn (NULL, 0, save_fiber, g_object_ref (widget), g_object_unref));
}

static void
templates_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  McRosterPage *self = MC_ROSTER_PAGE (widget);

  if (mc_roster_page_is_ready (self))
    adw_dialog_present (mc_roster_template_dialog_new (self->book), widget);
}

void
mc_roster_page_templates_class_init (GtkWidgetClass *klass)
{
  gtk_widget_class_install_action (klass, "roster.save-template", NULL, save_action);
  gtk_widget_class_install_action (klass, "roster.templates", NULL, templates_action);
}
