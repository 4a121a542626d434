/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mc-table-actions.h"

#include "mc-columns.h"
#include "mc-export.h"

/* Lives as long as the group of actions, which is the page's. */
typedef struct
{
  GtkWidget *page;     /* not held */
  GtkColumnView *view; /* not held either; NULL for a list */
  GListModel *rows;
  GPtrArray *columns;
  char *name;
} Table;

static void
table_free (gpointer data)
{
  Table *self = data;

  g_clear_weak_pointer (&self->view);
  g_clear_object (&self->rows);
  g_clear_pointer (&self->columns, g_ptr_array_unref);
  g_free (self->name);
  g_free (self);
}

static void
act_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  Table *self = data;
  GListModel *rows = self->view ? G_LIST_MODEL (gtk_column_view_get_model (self->view)) : self->rows;
  g_autoptr (GPtrArray) columns = NULL;

  if (!rows)
    return;
  columns = self->view ? mc_columns_dup_told (self->view) : g_ptr_array_ref (self->columns);
  if (g_str_equal (g_action_get_name (G_ACTION (action)), "export"))
    mc_export_table (self->page, self->name, rows, columns);
  else
    mc_export_copy (self->page, rows, columns);
}

static void
install (Table *self)
{
  static const GActionEntry entries[] = { { .name = "export", .activate = act_cb },
                                          { .name = "copy", .activate = act_cb } };
  g_autoptr (GSimpleActionGroup) group = g_simple_action_group_new ();

  g_action_map_add_action_entries (G_ACTION_MAP (group), entries, G_N_ELEMENTS (entries), self);
  g_object_set_data_full (G_OBJECT (group), "mc-table", self, table_free);
  gtk_widget_insert_action_group (self->page, "table", G_ACTION_GROUP (group));
}

void
mc_table_actions_install (GtkWidget *page, GtkColumnView *view, const char *name)
{
  Table *self = g_new0 (Table, 1);

  self->page = page;
  g_set_weak_pointer (&self->view, view);
  self->name = g_strdup (name);
  install (self);
}

void
mc_table_actions_install_list (GtkWidget *page, GListModel *rows, GPtrArray *columns, const char *name)
{
  Table *self = g_new0 (Table, 1);

  self->page = page;
  self->rows = g_object_ref (rows);
  self->columns = g_ptr_array_ref (columns);
  self->name = g_strdup (name);
  install (self);
}
