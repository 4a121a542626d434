/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mc-catalogue.h"

#include <glib/gi18n.h>

#include "mc-catalogue-columns.h"
#include "mc-columns.h"
#include "mc-counter-rows.h"
#include "mc-empty-page.h"
#include "mc-equipment.h"
#include "mc-export.h"
#include "mc-list-state.h"
#include "mc-needle.h"
#include "mc-procedure-import.h"
#include "mc-procedure.h"

struct _McCatalogue
{
  McTableBin parent_instance;

  McSession *session;
  McDay day;
  McCatalogueNames names;
  McLiveList *rows;
  char *needle;
  gint64 wanted; /* the row whose form opens once it is there */

  GtkSearchEntry *search;
  GtkDropDown *choice;
  McListState *state;
  McEmptyPage *empty;
  GtkColumnView *table;
  GtkFilterListModel *filtered;
  GtkCustomFilter *filter;
  GtkSortListModel *sorted;
  GtkLabel *totals;
};

G_DEFINE_FINAL_TYPE (McCatalogue, mc_catalogue, MC_TYPE_TABLE_BIN)

static const char *
table_of (McCatalogue *self)
{
  return mc_table_bin_get_table (MC_TABLE_BIN (self));
}

static gboolean
is_procedures (McCatalogue *self)
{
  return g_strcmp0 (table_of (self), "procedure") == 0;
}

static McPeriod
period_of (gpointer item)
{
  return MC_IS_PROCEDURE (item) ? ((McProcedure *)item)->during : ((McEquipment *)item)->during;
}

/* The second line of the choice: procedures that are not received; things that do not work. */
static gboolean
is_amiss (gpointer item)
{
  if (MC_IS_PROCEDURE (item))
    return !((McProcedure *)item)->received;
  return ((McEquipment *)item)->state == MC_EQUIPMENT_STATE_BROKEN ||
         ((McEquipment *)item)->state == MC_EQUIPMENT_STATE_IN_REPAIR;
}

static gboolean
matches (gpointer item, gpointer user_data)
{
  McCatalogue *self = user_data;
  gsize n;
  const McToldColumn *columns = mc_catalogue_columns (table_of (self), &n);
  g_autoptr (GString) words = g_string_new (NULL);
  const char *all;

  if (!self->names.registry || !mc_period_contains (period_of (item), self->day))
    return FALSE;
  if (gtk_drop_down_get_selected (self->choice) == 1 && !is_amiss (item))
    return FALSE;
  if (!self->needle)
    return TRUE;
  for (gsize i = 0; i < n; i++)
    {
      g_autofree char *text = columns[i].text (&self->names, item);

      g_string_append_printf (words, "%s ", text ? text : "");
    }
  all = words->str;
  return mc_needle_finds (self->needle, &all, 1);
}

static void
update_totals (McCatalogue *self)
{
  g_autofree char *text = g_strdup_printf (
      g_dngettext (NULL, "%u row", "%u rows", g_list_model_get_n_items (G_LIST_MODEL (self->filtered))),
      g_list_model_get_n_items (G_LIST_MODEL (self->filtered)));

  gtk_label_set_label (self->totals, text);
}

static void
filter_changed_cb (McCatalogue *self)
{
  if (!self->filter)
    return;
  mc_needle_set (&self->needle, gtk_editable_get_text (GTK_EDITABLE (self->search)));
  gtk_filter_changed (GTK_FILTER (self->filter), GTK_FILTER_CHANGE_DIFFERENT);
  update_totals (self);
}

/* Names of agencies, fields and counters have come or changed. */
static void
refresh (McCatalogue *self)
{
  mc_told_columns_refresh (self->table);
  if (self->needle)
    gtk_filter_changed (GTK_FILTER (self->filter), GTK_FILTER_CHANGE_DIFFERENT);
}

static void
open_form (McCatalogue *self, McEntity *row)
{
  if (self->session && mc_session_get_can_write (self->session))
    adw_dialog_present (mc_counter_row_dialog (self->session, row, NULL), GTK_WIDGET (self));
}

static void
rows_changed_cb (McCatalogue *self)
{
  McEntity *row = self->wanted ? mc_live_list_get_by_id (self->rows, self->wanted) : NULL;

  update_totals (self);
  if (!row)
    return;
  self->wanted = 0;
  open_form (self, row);
}

static void
activate_cb (McCatalogue *self, guint position)
{
  g_autoptr (McEntity) row = g_list_model_get_item (G_LIST_MODEL (self->filtered), position);

  if (row)
    open_form (self, row);
}

static void
forget (McCatalogue *self)
{
  if (self->names.registry)
    g_signal_handlers_disconnect_by_func (self->names.registry, refresh, self);
  if (self->rows)
    g_signal_handlers_disconnect_by_func (self->rows, rows_changed_cb, self);
  g_clear_object (&self->names.registry);
  g_clear_object (&self->rows);
  g_clear_object (&self->session);
}

void
mc_catalogue_show (McCatalogue *self, McSession *session, McDay day)
{
  g_return_if_fail (MC_IS_CATALOGUE (self));
  gtk_sort_list_model_set_model (self->sorted, NULL);
  forget (self);
  self->day = day;
  mc_list_state_set_list (self->state, NULL);
  if (!session)
    return;
  self->session = g_object_ref (session);
  self->names.registry = mc_counter_register_new (session, day);
  self->rows = mc_session_list (session, is_procedures (self) ? MC_TYPE_PROCEDURE : MC_TYPE_EQUIPMENT, MC_DAY_NONE);
  g_signal_connect_object (self->names.registry, "changed", G_CALLBACK (refresh), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->rows, "changed", G_CALLBACK (rows_changed_cb), self,
                           G_CONNECT_SWAPPED | G_CONNECT_AFTER);
  g_signal_connect_object (self->rows, "changed", G_CALLBACK (refresh), self, G_CONNECT_SWAPPED);
  mc_list_state_set_list (self->state, self->rows);
  gtk_sort_list_model_set_model (self->sorted, G_LIST_MODEL (self->rows));
  refresh (self);
  update_totals (self);
}

void
mc_catalogue_open (McCatalogue *self, gint64 id)
{
  g_return_if_fail (MC_IS_CATALOGUE (self));
  if (!self->session)
    return;
  if (id == 0)
    {
      g_autoptr (McEntity) row = mc_counter_row_new (table_of (self), 0, self->day);

      open_form (self, row);
      return;
    }
  self->wanted = id;
  rows_changed_cb (self);
}

gboolean
mc_catalogue_grab_search (McCatalogue *self)
{
  return gtk_widget_grab_focus (GTK_WIDGET (self->search));
}

/* Yes and no as words, which an import understands. */
static void
read_received (gpointer item, McTableCell *cell, gpointer user_data)
{
  mc_table_cell_take_text (cell, g_strdup (((McProcedure *)item)->received ? _ ("Yes") : _ ("No")));
}

static void
read_field_code (gpointer item, McTableCell *cell, gpointer names)
{
  g_autofree char *text = mc_catalogue_procedure_field (names, item);
  g_auto (GStrv) parts = g_strsplit (text ? text : "", " · ", 2);

  mc_table_cell_take_text (cell, g_strdup (parts[0]));
}

static void
add_export (GPtrArray *columns, McProcedureColumn meaning, const char *field)
{
  g_ptr_array_add (columns, mc_table_column_new_field (mc_column_set_label (&mc_procedure_columns, meaning),
                                                       MC_TYPE_PROCEDURE, field));
}

static void
read_agency (gpointer item, McTableCell *cell, gpointer names)
{
  mc_table_cell_take_text (cell, mc_catalogue_procedure_agency (names, item));
}

static void
add_read (GPtrArray *columns, McProcedureColumn meaning, McTableColumnFunc read, gpointer names)
{
  g_ptr_array_add (columns,
                   mc_table_column_new (mc_column_set_label (&mc_procedure_columns, meaning), read, names, NULL));
}

/* The headers are those that an import understands, so that a catalogue goes out, is completed, and comes in again. */
static void
add_procedure_columns (McCatalogue *self, GPtrArray *columns)
{
  add_export (columns, MC_PROCEDURE_COLUMN_CODE, "code");
  add_export (columns, MC_PROCEDURE_COLUMN_NAME, "name");
  add_read (columns, MC_PROCEDURE_COLUMN_AGENCY, read_agency, &self->names);
  add_read (columns, MC_PROCEDURE_COLUMN_FIELD, read_field_code, &self->names);
  add_read (columns, MC_PROCEDURE_COLUMN_RECEIVED, read_received, NULL);
  add_export (columns, MC_PROCEDURE_COLUMN_REASON, "reason");
  add_export (columns, MC_PROCEDURE_COLUMN_SOURCE, "source");
  add_export (columns, MC_PROCEDURE_COLUMN_NOTE, "note");
}

void
mc_catalogue_export (McCatalogue *self)
{
  g_autoptr (GPtrArray) all = g_ptr_array_new_with_free_func (g_object_unref);
  gsize n;
  const McToldColumn *columns = mc_catalogue_columns (table_of (self), &n);

  g_return_if_fail (MC_IS_CATALOGUE (self));
  if (!self->names.registry)
    return;
  if (is_procedures (self))
    add_procedure_columns (self, all);
  else
    for (gsize i = 0; i < n; i++)
      g_ptr_array_add (all, mc_told_column_export (&columns[i], &self->names));
  mc_export_table (GTK_WIDGET (self), is_procedures (self) ? _ ("Procedures") : _ ("Equipment"),
                   G_LIST_MODEL (self->filtered), all);
}

static void
fill_words (McCatalogue *self)
{
  gboolean procedures = is_procedures (self);
  const char *const lines[] = { procedures ? _ ("All procedures") : _ ("All equipment"),
                                procedures ? _ ("✗ Not received here") : _ ("✗ Broken or in repair"), NULL };
  g_autoptr (GtkStringList) list = gtk_string_list_new (lines);

  gtk_drop_down_set_model (self->choice, G_LIST_MODEL (list));
  g_object_set (
      self->empty, "title", procedures ? _ ("No procedure yet") : _ ("No equipment yet"), "description",
      procedures ? _ ("Here stands the catalogue of procedures: which are received here, which are not, and why.")
                 : _ ("Here stand desks, computers, printers and whatever else belongs to the counters and the halls."),
      "button-label", procedures ? _ ("Add _Procedure") : _ ("Add _Equipment"), "link-label",
      procedures ? _ ("Import from a file…") : NULL, "link-action-name", procedures ? "counters.import" : NULL, NULL);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->table), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  procedures ? _ ("Procedures") : _ ("Equipment"), -1);
}

static void
mc_catalogue_constructed (GObject *object)
{
  McCatalogue *self = MC_CATALOGUE (object);
  gsize n;
  const McToldColumn *columns;

  G_OBJECT_CLASS (mc_catalogue_parent_class)->constructed (object);
  columns = mc_catalogue_columns (table_of (self), &n);
  mc_told_columns_fill (self->table, columns, n, &self->names, 0, GTK_SORT_ASCENDING);
  mc_columns_remember (self->table, table_of (self));
  fill_words (self);
}

static void
mc_catalogue_dispose (GObject *object)
{
  McCatalogue *self = MC_CATALOGUE (object);

  forget (self);
  /* The bin would let go of its child once more after the template did. */
  adw_bin_set_child (ADW_BIN (self), NULL);
  gtk_widget_dispose_template (GTK_WIDGET (self), MC_TYPE_CATALOGUE);
  g_clear_pointer (&self->needle, g_free);
  G_OBJECT_CLASS (mc_catalogue_parent_class)->dispose (object);
}

static void
mc_catalogue_class_init (McCatalogueClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->constructed = mc_catalogue_constructed;
  object_class->dispose = mc_catalogue_dispose;
  g_type_ensure (MC_TYPE_EMPTY_PAGE);
  g_type_ensure (MC_TYPE_LIST_STATE);
  gtk_widget_class_set_template_from_resource (widget_class, "/vn/gov/cantho/MotCua/counters/mc-catalogue.ui");
  gtk_widget_class_bind_template_child (widget_class, McCatalogue, search);
  gtk_widget_class_bind_template_child (widget_class, McCatalogue, choice);
  gtk_widget_class_bind_template_child (widget_class, McCatalogue, state);
  gtk_widget_class_bind_template_child (widget_class, McCatalogue, empty);
  gtk_widget_class_bind_template_child (widget_class, McCatalogue, table);
  gtk_widget_class_bind_template_child (widget_class, McCatalogue, filtered);
  gtk_widget_class_bind_template_child (widget_class, McCatalogue, filter);
  gtk_widget_class_bind_template_child (widget_class, McCatalogue, sorted);
  gtk_widget_class_bind_template_child (widget_class, McCatalogue, totals);
  gtk_widget_class_bind_template_callback (widget_class, filter_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, activate_cb);
}

static void
mc_catalogue_init (McCatalogue *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_custom_filter_set_filter_func (self->filter, matches, self, NULL);
  g_signal_connect_object (self->filtered, "items-changed", G_CALLBACK (update_totals), self, G_CONNECT_SWAPPED);
}
