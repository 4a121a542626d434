/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mc-serving-matrix.h"

#include <glib/gi18n.h>

#include "mc-choice.h"
#include "mc-commit.h"
#include "mc-counter-actions.h"
#include "mc-counter-entry.h"
#include "mc-export.h"
#include "mc-field.h"
#include "mc-needle.h"
#include "mc-serving-button.h"
#include "mc-staff-entry.h"

struct _McServingMatrix
{
  AdwBin parent_instance;

  McSession *session;
  McDay day;
  McServingView *serving;
  McLiveList *staff;
  McLiveList *fields;
  McLiveList *counters;
  GHashTable *bound; /* McServingButtons in sight */
  char *needle;
  gint64 only; /* one person in sight, or 0 */

  GtkSearchEntry *search;
  GtkDropDown *counter_choice;
  GtkStack *stack;
  GtkColumnView *table;
  GtkColumnViewColumn *name_column;
  GtkFilterListModel *filtered;
  GtkCustomFilter *filter;
  GtkSortListModel *sorted;
};

G_DEFINE_FINAL_TYPE (McServingMatrix, mc_serving_matrix, ADW_TYPE_BIN)

/* The field of a column of the matrix; its place in the list of columns is that in the list of fields. */
static GQuark
field_quark (void)
{
  return g_quark_from_static_string ("mc-serving-field");
}

static gint64
field_of (GtkColumnViewColumn *column)
{
  gint64 *id = g_object_get_qdata (G_OBJECT (column), field_quark ());

  return id ? *id : 0;
}

static gboolean
matches (gpointer item, gpointer user_data)
{
  McServingMatrix *self = user_data;
  McStaffEntry *entry = item;
  gint64 id = mc_entity_get_id (MC_ENTITY (entry));
  const char *const words[] = { entry->full_name, entry->tour_agency_code, entry->tour_agency_name };

  if (self->only != 0)
    return id == self->only;
  /* Leaders, guards and supervisors do not serve, unless they know a field or sit at a counter. */
  if (entry->tour_id == 0 || ((entry->tour_kind == MC_TOUR_KIND_OWN || entry->tour_kind == MC_TOUR_KIND_SUPERVISION) &&
                              !(entry->field_codes && *entry->field_codes)))
    return FALSE;
  return mc_needle_finds (self->needle, words, G_N_ELEMENTS (words));
}

static void
show_state (McServingMatrix *self)
{
  gboolean any = self->staff && g_list_model_get_n_items (G_LIST_MODEL (self->staff)) > 0 &&
                 g_list_model_get_n_items (G_LIST_MODEL (self->fields)) > 0;
  guint shown = g_list_model_get_n_items (G_LIST_MODEL (self->filtered));

  if (!self->staff || !mc_live_list_get_ready (self->staff) || !mc_live_list_get_ready (self->fields))
    gtk_stack_set_visible_child_name (self->stack, "loading");
  else
    gtk_stack_set_visible_child_name (self->stack, !any ? "none" : shown > 0 ? "table" : "no-match");
}

static void
refilter (McServingMatrix *self)
{
  gtk_filter_changed (GTK_FILTER (self->filter), GTK_FILTER_CHANGE_DIFFERENT);
  show_state (self);
}

static void
show_button (McServingMatrix *self, McServingButton *button)
{
  gint64 person = mc_serving_button_get_person (button);
  gint64 field = mc_serving_button_get_field (button);
  McStaffEntry *entry = self->staff ? mc_live_list_get_by_id (self->staff, person) : NULL;
  McField *row = self->fields ? mc_live_list_get_by_id (self->fields, field) : NULL;

  if (entry && row && self->serving)
    mc_serving_button_show (button, mc_serving_get (mc_serving_view_get (self->serving), person, field),
                            entry->full_name, row->name);
}

static void show_titles (McServingMatrix *self);

static void
serving_changed_cb (McServingMatrix *self)
{
  GHashTableIter iter;
  gpointer button;

  g_hash_table_iter_init (&iter, self->bound);
  while (g_hash_table_iter_next (&iter, &button, NULL))
    show_button (self, button);
  show_titles (self);
}

static void
setup_cell_cb (GtkSignalListItemFactory *factory, GtkListItem *item)
{
  gtk_list_item_set_child (item, mc_serving_button_new ());
  gtk_list_item_set_activatable (item, FALSE);
}

static McServingMatrix *
matrix_of (GtkSignalListItemFactory *factory)
{
  return g_object_get_qdata (G_OBJECT (factory), field_quark ());
}

static void
bind_cell_cb (GtkSignalListItemFactory *factory, GtkListItem *item, GtkColumnViewColumn *column)
{
  McServingMatrix *self = matrix_of (factory);
  GtkWidget *button = gtk_list_item_get_child (item);

  mc_serving_button_place (MC_SERVING_BUTTON (button), mc_entity_get_id (gtk_list_item_get_item (item)),
                           field_of (column));
  g_hash_table_add (self->bound, button);
  show_button (self, MC_SERVING_BUTTON (button));
}

static void
unbind_cell_cb (GtkSignalListItemFactory *factory, GtkListItem *item)
{
  g_hash_table_remove (matrix_of (factory)->bound, gtk_list_item_get_child (item));
}

/* "LĐTBXH-01" in two lines, so that many columns fit; beneath, how many people can serve the field: with a sign where
 * it rests on one alone, or on nobody. */
static char *
column_title (McServingMatrix *self, McField *field)
{
  g_auto (GStrv) parts = g_strsplit (field->code, "-", 2);
  int able = mc_serving_count (mc_serving_view_get (self->serving), mc_entity_get_id (MC_ENTITY (field)), NULL);
  const char *sign = able == 0 ? "✗ " : able == 1 ? "◐ " : "";

  return g_strdup_printf ("%s\n%s\n%s%d", parts[0], parts[1] ? parts[1] : "", sign, able);
}

static void
show_titles (McServingMatrix *self)
{
  GListModel *columns = gtk_column_view_get_columns (self->table);

  for (guint i = 0; i < g_list_model_get_n_items (columns); i++)
    {
      g_autoptr (GtkColumnViewColumn) column = g_list_model_get_item (columns, i);
      McField *field = field_of (column) ? mc_live_list_get_by_id (self->fields, field_of (column)) : NULL;
      g_autofree char *title = field ? column_title (self, field) : NULL;

      if (title && g_strcmp0 (title, gtk_column_view_column_get_title (column)) != 0)
        gtk_column_view_column_set_title (column, title);
    }
}

static void
add_column (McServingMatrix *self, McField *field)
{
  gint64 id = mc_entity_get_id (MC_ENTITY (field));
  g_autofree char *title = column_title (self, field);
  GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();
  g_autoptr (GtkColumnViewColumn) column = gtk_column_view_column_new (title, factory);

  g_object_set_qdata (G_OBJECT (factory), field_quark (), self);
  g_object_set_qdata_full (G_OBJECT (column), field_quark (), g_memdup2 (&id, sizeof id), g_free);
  g_signal_connect (factory, "setup", G_CALLBACK (setup_cell_cb), NULL);
  g_signal_connect (factory, "bind", G_CALLBACK (bind_cell_cb), column);
  g_signal_connect (factory, "unbind", G_CALLBACK (unbind_cell_cb), NULL);
  gtk_column_view_append_column (self->table, column);
}

static int
compare_codes (gconstpointer a, gconstpointer b)
{
  return g_strcmp0 (MC_FIELD (*(gpointer const *)a)->code, MC_FIELD (*(gpointer const *)b)->code);
}

static void
drop_columns (McServingMatrix *self)
{
  GListModel *columns = gtk_column_view_get_columns (self->table);

  for (guint i = g_list_model_get_n_items (columns); i > 0; i--)
    {
      g_autoptr (GtkColumnViewColumn) column = g_list_model_get_item (columns, i - 1);

      if (field_of (column) != 0)
        gtk_column_view_remove_column (self->table, column);
    }
}

static gboolean
holds (GArray *ids, gint64 id)
{
  for (guint i = 0; ids && i < ids->len; i++)
    if (g_array_index (ids, gint64, i) == id)
      return TRUE;
  return FALSE;
}

/* A counter has few fields; of the others nothing is to be seen then. */
static void
choose_columns (McServingMatrix *self)
{
  gint64 counter = mc_choice_get (self->counter_choice, G_LIST_MODEL (self->counters));
  GListModel *columns = gtk_column_view_get_columns (self->table);
  GArray *fields =
      counter && self->serving ? mc_serving_get_fields (mc_serving_view_get (self->serving), counter) : NULL;

  for (guint i = 0; i < g_list_model_get_n_items (columns); i++)
    {
      g_autoptr (GtkColumnViewColumn) column = g_list_model_get_item (columns, i);
      gint64 field = field_of (column);

      gtk_column_view_column_set_visible (column, field == 0 || counter == 0 || holds (fields, field));
    }
}

static void
fields_changed_cb (McServingMatrix *self)
{
  g_autoptr (GPtrArray) fields = g_ptr_array_new_with_free_func (g_object_unref);

  drop_columns (self);
  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (self->fields)); i++)
    g_ptr_array_add (fields, g_list_model_get_item (G_LIST_MODEL (self->fields), i));
  g_ptr_array_sort (fields, compare_codes);
  for (guint i = 0; i < fields->len; i++)
    add_column (self, g_ptr_array_index (fields, i));
  choose_columns (self);
  show_state (self);
}

static void
search_changed_cb (McServingMatrix *self)
{
  mc_needle_set (&self->needle, gtk_editable_get_text (GTK_EDITABLE (self->search)));
  self->only = 0;
  if (self->filter)
    refilter (self);
}

static void
counter_changed_cb (McServingMatrix *self)
{
  if (self->counters)
    choose_columns (self);
}

static void
forget (McServingMatrix *self)
{
  if (self->serving)
    g_signal_handlers_disconnect_by_func (self->serving, serving_changed_cb, self);
  if (self->fields)
    g_signal_handlers_disconnect_by_func (self->fields, fields_changed_cb, self);
  if (self->staff)
    g_signal_handlers_disconnect_by_func (self->staff, show_state, self);
  g_clear_object (&self->session);
  g_clear_object (&self->serving);
  g_clear_object (&self->staff);
  g_clear_object (&self->fields);
  g_clear_object (&self->counters);
}

static void
can_write_cb (McServingMatrix *self)
{
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "matrix.toggle",
                                 self->session && mc_session_get_can_write (self->session));
}

void
mc_serving_matrix_show (McServingMatrix *self, McSession *session, McDay day, McServingView *serving)
{
  g_return_if_fail (MC_IS_SERVING_MATRIX (self));
  forget (self);
  gtk_sort_list_model_set_model (self->sorted, NULL);
  drop_columns (self);
  can_write_cb (self);
  if (!session || !serving)
    return;
  self->session = g_object_ref (session);
  self->day = day;
  self->serving = g_object_ref (serving);
  self->staff = mc_session_list (session, MC_TYPE_STAFF_ENTRY, day);
  self->fields = mc_session_list (session, MC_TYPE_FIELD, day);
  self->counters = mc_session_list (session, MC_TYPE_COUNTER_ENTRY, day);
  mc_choice_fill (self->counter_choice, _ ("Fields of all counters"), G_LIST_MODEL (self->counters), "name");
  g_signal_connect_object (serving, "changed", G_CALLBACK (serving_changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->fields, "items-changed", G_CALLBACK (fields_changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->fields, "notify::ready", G_CALLBACK (show_state), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->staff, "items-changed", G_CALLBACK (show_state), self,
                           G_CONNECT_SWAPPED | G_CONNECT_AFTER);
  g_signal_connect_object (self->staff, "notify::ready", G_CALLBACK (show_state), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (session, "notify::can-write", G_CALLBACK (can_write_cb), self, G_CONNECT_SWAPPED);
  gtk_sort_list_model_set_model (self->sorted, G_LIST_MODEL (self->staff));
  fields_changed_cb (self);
  can_write_cb (self);
}

void
mc_serving_matrix_look_at (McServingMatrix *self, gint64 counter, gint64 person)
{
  guint at = 0;

  g_return_if_fail (MC_IS_SERVING_MATRIX (self));
  for (guint i = 0; self->counters && i < g_list_model_get_n_items (G_LIST_MODEL (self->counters)); i++)
    {
      g_autoptr (McEntity) row = g_list_model_get_item (G_LIST_MODEL (self->counters), i);

      if (mc_entity_get_id (row) == counter)
        at = i + 1;
    }
  gtk_editable_set_text (GTK_EDITABLE (self->search), "");
  gtk_drop_down_set_selected (self->counter_choice, at);
  self->only = person;
  refilter (self);
}

gboolean
mc_serving_matrix_grab_search (McServingMatrix *self)
{
  return gtk_widget_grab_focus (GTK_WIDGET (self->search));
}

static void
toggle_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  McServingMatrix *self = MC_SERVING_MATRIX (widget);
  g_autoptr (McChange) change = NULL;
  gint64 person, field;

  g_variant_get (parameter, "(xx)", &person, &field);
  if (!self->session || !mc_serving_view_get_ready (self->serving))
    return;
  change = mc_competence_change_toggle (self->session, mc_serving_view_get_competence (self->serving, person, field),
                                        person, field, self->day);
  dex_future_disown (mc_commit (widget, self->session, change));
}

static void
read_cell (gpointer item, McTableCell *cell, gpointer user_data)
{
  GtkColumnViewColumn *column = user_data;
  McServingMatrix *self = MC_SERVING_MATRIX (
      gtk_widget_get_ancestor (GTK_WIDGET (gtk_column_view_column_get_column_view (column)), MC_TYPE_SERVING_MATRIX));
  McServingCell state =
      mc_serving_get (mc_serving_view_get (self->serving), mc_entity_get_id (item), field_of (column));

  mc_table_cell_take_text (cell, g_strdup (mc_serving_button_sign (state.state)));
}

void
mc_serving_matrix_export (McServingMatrix *self)
{
  GListModel *columns = gtk_column_view_get_columns (self->table);
  g_autoptr (GPtrArray) all = g_ptr_array_new_with_free_func (g_object_unref);

  g_return_if_fail (MC_IS_SERVING_MATRIX (self));
  if (!self->serving)
    return;
  g_ptr_array_add (all, mc_table_column_new_field (NULL, MC_TYPE_STAFF_ENTRY, "full_name"));
  g_ptr_array_add (all, mc_table_column_new_field (NULL, MC_TYPE_STAFF_ENTRY, "tour_agency_name"));
  for (guint i = 0; i < g_list_model_get_n_items (columns); i++)
    {
      g_autoptr (GtkColumnViewColumn) column = g_list_model_get_item (columns, i);
      McField *field = field_of (column) ? mc_live_list_get_by_id (self->fields, field_of (column)) : NULL;

      if (field && gtk_column_view_column_get_visible (column))
        g_ptr_array_add (all, mc_table_column_new (field->code, read_cell, g_object_ref (column), g_object_unref));
    }
  mc_export_table (GTK_WIDGET (self), _ ("Who May Do What"), G_LIST_MODEL (self->filtered), all);
}

static void
mc_serving_matrix_dispose (GObject *object)
{
  McServingMatrix *self = MC_SERVING_MATRIX (object);

  forget (self);
  /* The bin would let go of its child once more after the template did. */
  adw_bin_set_child (ADW_BIN (self), NULL);
  gtk_widget_dispose_template (GTK_WIDGET (self), MC_TYPE_SERVING_MATRIX);
  G_OBJECT_CLASS (mc_serving_matrix_parent_class)->dispose (object);
}

static void
mc_serving_matrix_finalize (GObject *object)
{
  g_hash_table_unref (MC_SERVING_MATRIX (object)->bound);
  g_free (MC_SERVING_MATRIX (object)->needle);
  G_OBJECT_CLASS (mc_serving_matrix_parent_class)->finalize (object);
}

static void
mc_serving_matrix_class_init (McServingMatrixClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = mc_serving_matrix_dispose;
  G_OBJECT_CLASS (klass)->finalize = mc_serving_matrix_finalize;
  g_type_ensure (MC_TYPE_STAFF_ENTRY);
  gtk_widget_class_set_template_from_resource (widget_class, "/vn/gov/cantho/MotCua/counters/mc-serving-matrix.ui");
  gtk_widget_class_bind_template_child (widget_class, McServingMatrix, search);
  gtk_widget_class_bind_template_child (widget_class, McServingMatrix, counter_choice);
  gtk_widget_class_bind_template_child (widget_class, McServingMatrix, stack);
  gtk_widget_class_bind_template_child (widget_class, McServingMatrix, table);
  gtk_widget_class_bind_template_child (widget_class, McServingMatrix, name_column);
  gtk_widget_class_bind_template_child (widget_class, McServingMatrix, filtered);
  gtk_widget_class_bind_template_child (widget_class, McServingMatrix, filter);
  gtk_widget_class_bind_template_child (widget_class, McServingMatrix, sorted);
  gtk_widget_class_bind_template_callback (widget_class, search_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, counter_changed_cb);
  gtk_widget_class_install_action (widget_class, "matrix.toggle", "(xx)", toggle_action);
}

static void
mc_serving_matrix_init (McServingMatrix *self)
{
  self->bound = g_hash_table_new (NULL, NULL);
  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_custom_filter_set_filter_func (self->filter, matches, self, NULL);
  gtk_column_view_sort_by_column (self->table, self->name_column, GTK_SORT_ASCENDING);
}
