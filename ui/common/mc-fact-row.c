/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mc-fact-row.h"

struct _McFactRow
{
  AdwActionRow parent_instance;

  GObject *entity;
  McFactDescribe describe;
  gpointer user_data;
  char *target;
};

G_DEFINE_FINAL_TYPE (McFactRow, mc_fact_row, ADW_TYPE_ACTION_ROW)

static void
describe (McFactRow *self)
{
  g_autofree char *title = NULL;
  g_autofree char *subtitle = NULL;

  g_clear_pointer (&self->target, g_free);
  self->describe (self->entity, self->user_data, &title, &subtitle, &self->target);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self), title ? title : "");
  adw_action_row_set_subtitle (ADW_ACTION_ROW (self), subtitle ? subtitle : "");
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (self), self->target != NULL);
}

static void
mc_fact_row_activate (AdwActionRow *row)
{
  McFactRow *self = MC_FACT_ROW (row);

  if (self->target)
    gtk_widget_activate_action (GTK_WIDGET (self), "win.open-target", "s", self->target);
}

static void
mc_fact_row_dispose (GObject *object)
{
  McFactRow *self = MC_FACT_ROW (object);

  g_clear_object (&self->entity);
  g_clear_pointer (&self->target, g_free);
  G_OBJECT_CLASS (mc_fact_row_parent_class)->dispose (object);
}

static void
mc_fact_row_class_init (McFactRowClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = mc_fact_row_dispose;
  ADW_ACTION_ROW_CLASS (klass)->activate = mc_fact_row_activate;
}

static void
mc_fact_row_init (McFactRow *self)
{
  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (self), FALSE);
}

typedef struct
{
  McFactDescribe describe;
  gpointer user_data;
} Binding;

static GtkWidget *
create_row (gpointer item, gpointer user_data)
{
  Binding *binding = user_data;
  McFactRow *self = g_object_new (MC_TYPE_FACT_ROW, NULL);

  self->entity = g_object_ref (item);
  self->describe = binding->describe;
  self->user_data = binding->user_data;
  g_signal_connect_object (item, "notify", G_CALLBACK (describe), self, G_CONNECT_SWAPPED);
  describe (self);
  return GTK_WIDGET (self);
}

static void
show_empty_cb (GListModel *model, guint position, guint removed, guint added, GtkWidget *empty)
{
  gtk_widget_set_visible (empty, g_list_model_get_n_items (model) == 0);
}

static void
row_activated_cb (GtkListBox *box, GtkListBoxRow *row)
{
  if (MC_IS_FACT_ROW (row))
    mc_fact_row_activate (ADW_ACTION_ROW (row));
}

void
mc_fact_rows_bind (
    GtkListBox *box, GListModel *model, McFactDescribe describe_func, gpointer user_data, GtkWidget *empty)
{
  Binding *binding;

  g_signal_handlers_disconnect_by_func (box, row_activated_cb, NULL);
  if (!model)
    {
      gtk_list_box_bind_model (box, NULL, NULL, NULL, NULL);
      gtk_list_box_remove_all (box);
      return;
    }
  binding = g_new (Binding, 1);
  binding->describe = describe_func;
  binding->user_data = user_data;
  gtk_list_box_bind_model (box, model, create_row, binding, g_free);
  g_signal_connect (box, "row-activated", G_CALLBACK (row_activated_cb), NULL);
  if (empty)
    {
      gtk_widget_set_visible (empty, g_list_model_get_n_items (model) == 0);
      g_signal_connect_object (model, "items-changed", G_CALLBACK (show_empty_cb), empty, G_CONNECT_DEFAULT);
    }
}
