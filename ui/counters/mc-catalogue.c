/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mc-catalogue.h"

#include <glib/gi18n.h>

#include "mc-catalogue-columns.h"
#include "mc-counter-rows.h"
#include "mc-empty-page.h"
#include "mc-equipment.h"
#include "mc-export.h"
#include "mc-list-state.h"
#include "mc-name.h"
#include "mc-procedure-import.h"
#include "mc-procedure.h"

struct _McCatalogue
{
  AdwBin parent_instance;

  char *table_name;
  McSession *session;
  McDay day;
  McCounterRegister *registry;
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

enum
{
  PROP_TABLE = 1,
  N_PROPS,
};

static GParamSpec *properties[N_PROPS];

G_DEFINE_FINAL_TYPE (McCatalogue, mc_catalogue, ADW_TYPE_BIN)

static gboolean
is_procedures (McCatalogue *self)
{
  return g_strcmp0 (self->table_name, "procedure") == 0;
}

static const McCatalogueColumn *
get_columns (McCatalogue *self, gsize *n)
{
  return mc_catalogue_columns (self->table_name, n);
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
  const McCatalogueColumn *columns = get_columns (self, &n);
  g_autoptr (GString) words = g_string_new (NULL);
  g_autofree char *folded = NULL;

  if (!self->registry || !mc_period_contains (period_of (item), self->day))
    return FALSE;
  if (gtk_drop_down_get_selected (self->choice) == 1 && !is_amiss (item))
    return FALSE;
  if (!self->needle)
    return TRUE;
  for (gsize i = 0; i < n; i++)
    {
      g_autofree char *text = columns[i].text (self->registry, item);

      g_string_append_printf (words, "%s ", text ? text : "");
    }
  folded = mc_fold (words->str);
  return mc_fold_matches (folded, self->needle);
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
  g_autofree char *needle = NULL;

  if (!self->filter)
    return;
  needle = mc_fold (gtk_editable_get_text (GTK_EDITABLE (self->search)));
  g_clear_pointer (&self->needle, g_free);
  if (*needle)
    self->needle = g_steal_pointer (&needle);
  gtk_filter_changed (GTK_FILTER (self->filter), GTK_FILTER_CHANGE_DIFFERENT);
  update_totals (self);
}

/* What a cell is told by lies in its column; the catalogue outlives both. */
typedef struct
{
  McCatalogue *self;
  McCatalogueText text;
} Cell;

static void
show_cell (GtkListItem *item, Cell *cell)
{
  g_autofree char *text =
      cell->self->registry ? cell->text (cell->self->registry, gtk_list_item_get_item (item)) : NULL;
  GtkWidget *child = gtk_list_item_get_child (item);

  gtk_label_set_label (GTK_LABEL (child), text ? text : "");
  gtk_widget_set_tooltip_text (child, text);
}

static void
setup_cb (GtkSignalListItemFactory *factory, GtkListItem *item, Cell *cell)
{
  gtk_list_item_set_child (item, g_object_new (GTK_TYPE_LABEL, "xalign", 0.0, "ellipsize", PANGO_ELLIPSIZE_END,
                                               "width-chars", 12, "max-width-chars", 26, NULL));
}

static void
bind_cb (GtkSignalListItemFactory *factory, GtkListItem *item, Cell *cell)
{
  show_cell (item, cell);
}

static void
cell_free (gpointer data, GClosure *closure)
{
  g_free (data);
}

static GtkListItemFactory *
create_factory (McCatalogue *self, McCatalogueText text)
{
  GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();
  Cell *cell = g_new0 (Cell, 1);

  cell->self = self;
  cell->text = text;
  g_signal_connect (factory, "setup", G_CALLBACK (setup_cb), cell);
  g_signal_connect_data (factory, "bind", G_CALLBACK (bind_cb), cell, cell_free, G_CONNECT_DEFAULT);
  return factory;
}

/* Names of agencies, fields and counters have come or changed. */
static void
refresh (McCatalogue *self)
{
  gsize n;
  const McCatalogueColumn *columns = get_columns (self, &n);
  GListModel *shown = gtk_column_view_get_columns (self->table);

  for (gsize i = 0; i < n; i++)
    {
      g_autoptr (GtkColumnViewColumn) column = g_list_model_get_item (shown, (guint)i);
      g_autoptr (GtkListItemFactory) factory = create_factory (self, columns[i].text);

      gtk_column_view_column_set_factory (column, factory);
    }
  if (self->needle)
    gtk_filter_changed (GTK_FILTER (self->filter), GTK_FILTER_CHANGE_DIFFERENT);
}

static int
compare_cells (gconstpointer a, gconstpointer b, gpointer user_data)
{
  Cell *cell = user_data;
  g_autofree char *one = cell->self->registry ? cell->text (cell->self->registry, (gpointer)a) : NULL;
  g_autofree char *two = cell->self->registry ? cell->text (cell->self->registry, (gpointer)b) : NULL;

  return g_utf8_collate (one ? one : "", two ? two : "");
}

static void
fill_columns (McCatalogue *self)
{
  gsize n;
  const McCatalogueColumn *columns = get_columns (self, &n);

  for (gsize i = 0; i < n; i++)
    {
      g_autoptr (GtkColumnViewColumn) column = gtk_column_view_column_new (
          g_dpgettext2 (NULL, "column", columns[i].title), create_factory (self, columns[i].text));
      Cell *cell = g_new0 (Cell, 1);
      g_autoptr (GtkSorter) sorter = NULL;

      cell->self = self;
      cell->text = columns[i].text;
      sorter = GTK_SORTER (gtk_custom_sorter_new (compare_cells, cell, g_free));
      gtk_column_view_column_set_sorter (column, sorter);
      gtk_column_view_column_set_expand (column, columns[i].expand);
      gtk_column_view_column_set_resizable (column, TRUE);
      gtk_column_view_append_column (self->table, column);
      if (i == 0)
        gtk_column_view_sort_by_column (self->table, column, GTK_SORT_ASCENDING);
    }
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
  if (self->registry)
    g_signal_handlers_disconnect_by_func (self->registry, refresh, self);
  if (self->rows)
    g_signal_handlers_disconnect_by_func (self->rows, rows_changed_cb, self);
  g_clear_object (&self->registry);
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
  self->registry = mc_counter_register_new (session, day);
  self->rows = mc_session_list (session, is_procedures (self) ? MC_TYPE_PROCEDURE : MC_TYPE_EQUIPMENT, MC_DAY_NONE);
  g_signal_connect_object (self->registry, "changed", G_CALLBACK (refresh), self, G_CONNECT_SWAPPED);
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
      g_autoptr (McEntity) row = mc_counter_row_new (self->table_name, 0, self->day);

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
read_field_code (gpointer item, McTableCell *cell, gpointer user_data)
{
  McProcedure *row = item;
  g_autofree char *text = row->field_id ? mc_catalogue_procedure_field (user_data, item) : g_strdup ("");
  g_auto (GStrv) parts = g_strsplit (text, " · ", 2);

  mc_table_cell_take_text (cell, g_strdup (parts[0]));
}

static void
add_export (GPtrArray *columns, McProcedureColumn meaning, const char *field)
{
  g_ptr_array_add (columns, mc_table_column_new_field (mc_column_set_label (&mc_procedure_columns, meaning),
                                                       MC_TYPE_PROCEDURE, field));
}

static void
read_cell (gpointer item, McTableCell *target, gpointer user_data)
{
  Cell *cell = user_data;

  mc_table_cell_take_text (target, cell->text (cell->self->registry, item));
}

static void
add_cells (McCatalogue *self, GPtrArray *columns, const char *title, McCatalogueText text)
{
  Cell *cell = g_new0 (Cell, 1);

  cell->self = self;
  cell->text = text;
  g_ptr_array_add (columns, mc_table_column_new (title, read_cell, cell, g_free));
}

/* The headers are those that an import understands, so that a catalogue goes out, is completed, and comes in again. */
static void
add_procedure_columns (McCatalogue *self, GPtrArray *columns)
{
  const McColumnSet *set = &mc_procedure_columns;

  add_export (columns, MC_PROCEDURE_COLUMN_CODE, "code");
  add_export (columns, MC_PROCEDURE_COLUMN_NAME, "name");
  add_cells (self, columns, mc_column_set_label (set, MC_PROCEDURE_COLUMN_AGENCY), mc_catalogue_procedure_agency);
  g_ptr_array_add (
      columns, mc_table_column_new (mc_column_set_label (set, MC_PROCEDURE_COLUMN_FIELD), read_field_code, self, NULL));
  g_ptr_array_add (columns, mc_table_column_new (mc_column_set_label (set, MC_PROCEDURE_COLUMN_RECEIVED), read_received,
                                                 NULL, NULL));
  add_export (columns, MC_PROCEDURE_COLUMN_REASON, "reason");
  add_export (columns, MC_PROCEDURE_COLUMN_SOURCE, "source");
  add_export (columns, MC_PROCEDURE_COLUMN_NOTE, "note");
}

void
mc_catalogue_export (McCatalogue *self)
{
  g_autoptr (GPtrArray) all = g_ptr_array_new_with_free_func (g_object_unref);
  gsize n;
  const McCatalogueColumn *columns = get_columns (self, &n);

  g_return_if_fail (MC_IS_CATALOGUE (self));
  if (!self->registry)
    return;
  if (is_procedures (self))
    add_procedure_columns (self, all);
  else
    for (gsize i = 0; i < n; i++)
      add_cells (self, all, g_dpgettext2 (NULL, "column", columns[i].title), columns[i].text);
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

  G_OBJECT_CLASS (mc_catalogue_parent_class)->constructed (object);
  fill_columns (self);
  fill_words (self);
}

static void
mc_catalogue_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  switch (id)
    {
    case PROP_TABLE:
      g_value_set_string (value, MC_CATALOGUE (object)->table_name);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
mc_catalogue_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  switch (id)
    {
    case PROP_TABLE:
      g_set_str (&MC_CATALOGUE (object)->table_name, g_value_get_string (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
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
mc_catalogue_finalize (GObject *object)
{
  g_free (MC_CATALOGUE (object)->table_name);
  G_OBJECT_CLASS (mc_catalogue_parent_class)->finalize (object);
}

static void
mc_catalogue_class_init (McCatalogueClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->constructed = mc_catalogue_constructed;
  object_class->dispose = mc_catalogue_dispose;
  object_class->finalize = mc_catalogue_finalize;
  object_class->get_property = mc_catalogue_get_property;
  object_class->set_property = mc_catalogue_set_property;
  properties[PROP_TABLE] = g_param_spec_string ("table", NULL, NULL, "procedure",
                                                G_PARAM_READWRITE | G_PARAM_CONSTRUCT_ONLY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);
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
