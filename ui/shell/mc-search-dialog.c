/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mc-search-dialog.h"

#include <glib/gi18n.h>

#include "mc-nav-selection.h"

struct _McSearchDialog
{
  AdwDialog parent_instance;

  McSession *session;
  GtkWidget *from;

  GtkEditable *entry;
  GtkStack *states;
  GtkListView *list;
  McNavSelection *selection;
};

G_DEFINE_FINAL_TYPE (McSearchDialog, mc_search_dialog, ADW_TYPE_DIALOG)

static char *
hit_text (gpointer item, const char *title, const char *subtitle)
{
  return subtitle != NULL && *subtitle != '\0' ? g_strdup_printf ("%s, %s", title, subtitle) : g_strdup (title);
}

static void
changed_cb (McSearchDialog *self)
{
  g_autoptr (GListModel) hits = mc_session_search (self->session, gtk_editable_get_text (self->entry));
  guint n_hits = hits != NULL ? g_list_model_get_n_items (hits) : 0;
  g_autofree char *spoken = NULL;

  /* Only typing and the keys choose, so that a pointer which lies there does not decide what Return opens. */
  g_object_set (self->selection, "model", hits, NULL);
  mc_nav_selection_set (self->selection, n_hits > 0 ? 0 : GTK_INVALID_LIST_POSITION);
  gtk_stack_set_visible_child_name (self->states, n_hits > 0 ? "hits" : "none");
  spoken = g_strdup_printf (ngettext ("%u found", "%u found", n_hits), n_hits);
  gtk_accessible_announce (GTK_ACCESSIBLE (self->entry), spoken, GTK_ACCESSIBLE_ANNOUNCEMENT_PRIORITY_LOW);
}

static void
go (McSearchDialog *self, McSearchHit *hit)
{
  g_autofree char *target = g_strdup (mc_search_hit_get_target (hit));
  g_autoptr (GtkWidget) from = g_object_ref (self->from);

  adw_dialog_close (ADW_DIALOG (self));
  gtk_widget_activate_action (from, "win.open-target", "s", target);
}

static void
activated_cb (McSearchDialog *self, guint position)
{
  g_autoptr (McSearchHit) hit = g_list_model_get_item (G_LIST_MODEL (self->selection), position);

  if (hit != NULL)
    go (self, hit);
}

static void
entry_activated_cb (McSearchDialog *self)
{
  activated_cb (self, mc_nav_selection_get (self->selection));
}

static void
stop_cb (McSearchDialog *self)
{
  adw_dialog_close (ADW_DIALOG (self));
}

static void
move (McSearchDialog *self, int step)
{
  guint n_hits = g_list_model_get_n_items (G_LIST_MODEL (self->selection));
  guint position = mc_nav_selection_get (self->selection);

  if (n_hits == 0)
    return;
  position = (guint)(((int)position + step + (int)n_hits) % (int)n_hits);
  mc_nav_selection_set (self->selection, position);
  gtk_list_view_scroll_to (self->list, position, GTK_LIST_SCROLL_NONE, NULL);
}

static void
down_cb (McSearchDialog *self)
{
  move (self, 1);
}

static void
up_cb (McSearchDialog *self)
{
  move (self, -1);
}

static gboolean
key_cb (McSearchDialog *self, guint keyval, guint keycode, GdkModifierType state)
{
  switch (keyval)
    {
    case GDK_KEY_Down:
    case GDK_KEY_KP_Down:
      move (self, 1);
      return GDK_EVENT_STOP;
    case GDK_KEY_Up:
    case GDK_KEY_KP_Up:
      move (self, -1);
      return GDK_EVENT_STOP;
    case GDK_KEY_Page_Down:
      move (self, 8);
      return GDK_EVENT_STOP;
    case GDK_KEY_Page_Up:
      move (self, -8);
      return GDK_EVENT_STOP;
    default:
      return GDK_EVENT_PROPAGATE;
    }
}

static void
mc_search_dialog_dispose (GObject *object)
{
  McSearchDialog *self = MC_SEARCH_DIALOG (object);

  g_clear_object (&self->session);
  g_clear_object (&self->from);
  gtk_widget_dispose_template (GTK_WIDGET (self), MC_TYPE_SEARCH_DIALOG);
  G_OBJECT_CLASS (mc_search_dialog_parent_class)->dispose (object);
}

static void
mc_search_dialog_class_init (McSearchDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = mc_search_dialog_dispose;

  g_type_ensure (MC_TYPE_NAV_SELECTION);
  g_type_ensure (MC_TYPE_SEARCH_HIT);
  gtk_widget_class_set_template_from_resource (widget_class, "/vn/gov/cantho/MotCua/shell/mc-search-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, McSearchDialog, entry);
  gtk_widget_class_bind_template_child (widget_class, McSearchDialog, states);
  gtk_widget_class_bind_template_child (widget_class, McSearchDialog, list);
  gtk_widget_class_bind_template_child (widget_class, McSearchDialog, selection);
  gtk_widget_class_bind_template_callback (widget_class, hit_text);
  gtk_widget_class_bind_template_callback (widget_class, changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, entry_activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, stop_cb);
  gtk_widget_class_bind_template_callback (widget_class, down_cb);
  gtk_widget_class_bind_template_callback (widget_class, up_cb);
  gtk_widget_class_bind_template_callback (widget_class, key_cb);
}

static void
mc_search_dialog_init (McSearchDialog *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

void
mc_search_dialog_present (GtkWidget *from, McSession *session)
{
  McSearchDialog *self = g_object_new (MC_TYPE_SEARCH_DIALOG, NULL);

  self->session = g_object_ref (session);
  self->from = g_object_ref (from);
  changed_cb (self);
  adw_dialog_present (ADW_DIALOG (self), from);
}
