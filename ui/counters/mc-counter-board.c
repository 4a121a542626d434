/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mc-counter-board.h"

#include <glib/gi18n.h>

#include "mc-agency-entry.h"
#include "mc-choice.h"
#include "mc-columns.h"
#include "mc-counter-detail.h"
#include "mc-counter-sheet.h"
#include "mc-counter-text.h"
#include "mc-empty-page.h"
#include "mc-export.h"
#include "mc-floor.h"
#include "mc-list-state.h"
#include "mc-needle.h"
#include "mc-person.h"
#include "mc-report.h"
#include "mc-reveal.h"
#include "mc-text-cells.h"

struct _McCounterBoard
{
  AdwBin parent_instance;

  McSession *session;
  McDay day;
  McServingView *serving;
  McLiveList *entries;
  McLiveList *floors;
  GListModel *agencies;
  char *needle;
  gint64 shown;

  AdwOverlaySplitView *split;
  GtkSearchEntry *search;
  GtkDropDown *risk_choice;
  GtkDropDown *agency_choice;
  McListState *state;
  GtkColumnView *table;
  GtkColumnViewColumn *number_column;
  GtkColumnViewColumn *place_column;
  GtkColumnViewColumn *risk_column;
  GtkSingleSelection *selection;
  GtkFilterListModel *filtered;
  GtkCustomFilter *filter;
  GtkSortListModel *sorted;
  GtkCustomSorter *risk_sorter;
  GtkLabel *totals;
  GMenu *columns_menu;
  McCounterDetail *detail;
};

G_DEFINE_FINAL_TYPE (McCounterBoard, mc_counter_board, ADW_TYPE_BIN)

#define TEXT_OF(field)                                                                                                 \
  static char *field (gpointer entry) { return g_strdup (((McCounterEntry *)entry)->field); }

TEXT_OF (name)
TEXT_OF (agency_codes)
TEXT_OF (agency_names)
TEXT_OF (field_codes)
TEXT_OF (field_names)
TEXT_OF (officers)
TEXT_OF (standbys)

static char *
number_of (gpointer entry)
{
  return g_strdup_printf ("%d", ((McCounterEntry *)entry)->number);
}

static const McTextCell cells[] = {
  { "number", number_of, NULL, 3, 0, "numeric", FALSE },
  { "name", name, NULL, 16, 22, NULL, TRUE },
  { "agencies", agency_codes, agency_names, 6, 8, "mc-code", FALSE },
  { "fields", field_codes, field_names, 8, 12, NULL, FALSE },
  { "officers", officers, NULL, 16, 24, NULL, FALSE },
  { "standbys", standbys, NULL, 14, 20, NULL, FALSE },
};

static McCounterRisk
risk_of (McCounterBoard *self, gpointer entry)
{
  return self->serving ? mc_serving_get_risk (mc_serving_view_get (self->serving), mc_entity_get_id (entry))
                       : MC_COUNTER_RISK_NONE;
}

static gboolean
has_agency (McCounterEntry *entry, const char *code)
{
  g_auto (GStrv) codes = g_strsplit (entry->agency_codes ? entry->agency_codes : "", ", ", -1);

  return g_strv_contains ((const char *const *)codes, code);
}

static gboolean
has_words (McCounterBoard *self, McCounterEntry *entry)
{
  g_autofree char *number = number_of (entry);
  const char *const words[] = {
    number,          entry->name,     entry->agency_codes, entry->agency_names, entry->field_codes, entry->field_names,
    entry->officers, entry->standbys, entry->place
  };

  return mc_needle_finds (self->needle, words, G_N_ELEMENTS (words));
}

/* The lines of risk_choice: every counter; with a risk; each risk alone. */
static gboolean
matches (gpointer item, gpointer user_data)
{
  McCounterBoard *self = user_data;
  guint at = gtk_drop_down_get_selected (self->risk_choice);
  gint64 agency = mc_choice_get (self->agency_choice, self->agencies);

  if (at == 1 && risk_of (self, item) == MC_COUNTER_RISK_NONE)
    return FALSE;
  if (at > 1 && at != GTK_INVALID_LIST_POSITION && (guint)risk_of (self, item) != at - 2)
    return FALSE;
  if (agency)
    {
      McAgencyEntry *entry = mc_live_list_get_by_id (MC_LIVE_LIST (self->agencies), agency);

      if (entry && !has_agency (item, entry->code))
        return FALSE;
    }
  return !self->needle || has_words (self, item);
}

static void
update_totals (McCounterBoard *self)
{
  guint shown = g_list_model_get_n_items (G_LIST_MODEL (self->filtered));
  guint all = self->entries ? g_list_model_get_n_items (G_LIST_MODEL (self->entries)) : 0;
  guint risky = 0;
  g_autofree char *text = NULL;

  for (guint i = 0; i < all; i++)
    {
      g_autoptr (McCounterEntry) entry = g_list_model_get_item (G_LIST_MODEL (self->entries), i);

      risky += risk_of (self, entry) <= MC_COUNTER_RISK_SINGLE;
    }
  text = g_strdup_printf (_ ("%u of %u counters · one absence closes: %u"), shown, all, risky);
  gtk_label_set_label (self->totals, text);
}

static void
filter_changed_cb (McCounterBoard *self)
{
  if (!self->filter)
    return;
  mc_needle_set (&self->needle, gtk_editable_get_text (GTK_EDITABLE (self->search)));
  gtk_filter_changed (GTK_FILTER (self->filter), GTK_FILTER_CHANGE_DIFFERENT);
  if (g_list_model_get_n_items (G_LIST_MODEL (self->filtered)) > 0)
    gtk_column_view_scroll_to (self->table, 0, NULL, GTK_LIST_SCROLL_NONE, NULL);
  update_totals (self);
}

static void
setup_label_cb (GtkSignalListItemFactory *factory, GtkListItem *item)
{
  gtk_list_item_set_child (item,
                           g_object_new (GTK_TYPE_LABEL, "xalign", 0.0, "halign", GTK_ALIGN_START, "valign",
                                         GTK_ALIGN_CENTER, "width-chars", 14, "ellipsize", PANGO_ELLIPSIZE_END, NULL));
}

static void
bind_risk_cb (GtkSignalListItemFactory *factory, GtkListItem *item, McCounterBoard *self)
{
  McCounterRisk risk = risk_of (self, gtk_list_item_get_item (item));
  const char *classes[] = { "mc-finding", mc_counter_risk_class (risk), NULL };
  GtkWidget *label = gtk_list_item_get_child (item);

  gtk_label_set_label (GTK_LABEL (label), mc_counter_risk_text (risk));
  gtk_widget_set_tooltip_text (label, mc_counter_risk_text (risk));
  gtk_widget_set_css_classes (label, classes);
}

static void
bind_place_cb (GtkSignalListItemFactory *factory, GtkListItem *item, McCounterBoard *self)
{
  McCounterEntry *entry = gtk_list_item_get_item (item);
  g_autofree char *text =
      mc_counter_place_text (entry->level, entry->place, self->floors ? G_LIST_MODEL (self->floors) : NULL);

  gtk_label_set_label (GTK_LABEL (gtk_list_item_get_child (item)), text);
  gtk_widget_set_tooltip_text (gtk_list_item_get_child (item), text);
}

/* What these cells say comes from elsewhere than their row: made anew, they say it anew. */
static void
refresh_cells (McCounterBoard *self, GtkColumnViewColumn *column, GCallback bind)
{
  g_autoptr (GtkListItemFactory) factory = gtk_signal_list_item_factory_new ();

  g_signal_connect (factory, "setup", G_CALLBACK (setup_label_cb), NULL);
  g_signal_connect (factory, "bind", bind, self);
  gtk_column_view_column_set_factory (column, factory);
}

static void
serving_changed_cb (McCounterBoard *self)
{
  refresh_cells (self, self->risk_column, G_CALLBACK (bind_risk_cb));
  gtk_sorter_changed (GTK_SORTER (self->risk_sorter), GTK_SORTER_CHANGE_DIFFERENT);
  if (gtk_drop_down_get_selected (self->risk_choice) > 0)
    gtk_filter_changed (GTK_FILTER (self->filter), GTK_FILTER_CHANGE_DIFFERENT);
  update_totals (self);
}

static void
floors_changed_cb (McCounterBoard *self)
{
  refresh_cells (self, self->place_column, G_CALLBACK (bind_place_cb));
}

static void
show_counter (McCounterBoard *self, gint64 counter)
{
  self->shown = counter;
  mc_counter_detail_show (self->detail, self->session, self->day, self->serving, counter);
  mc_reveal_sidebar (self->split, counter != 0);
}

static gint64
counter_at (McCounterBoard *self, guint position)
{
  g_autoptr (McEntity) entry = g_list_model_get_item (G_LIST_MODEL (self->selection), position);

  return entry ? mc_entity_get_id (entry) : 0;
}

static void
activate_cb (McCounterBoard *self, guint position)
{
  show_counter (self, counter_at (self, position));
}

/* While the detail is open beside the table it follows the selected row. */
static void
selected_cb (McCounterBoard *self)
{
  guint at = gtk_single_selection_get_selected (self->selection);

  if (at != GTK_INVALID_LIST_POSITION && adw_overlay_split_view_get_show_sidebar (self->split) &&
      !adw_overlay_split_view_get_collapsed (self->split))
    show_counter (self, counter_at (self, at));
}

static void
detail_close_cb (McCounterBoard *self)
{
  show_counter (self, 0);
  gtk_widget_grab_focus (GTK_WIDGET (self->table));
}

static void
select_counter (McCounterBoard *self, gint64 counter)
{
  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (self->selection)); i++)
    if (counter_at (self, i) == counter)
      {
        gtk_single_selection_set_selected (self->selection, i);
        gtk_column_view_scroll_to (self->table, i, NULL, GTK_LIST_SCROLL_NONE, NULL);
        return;
      }
}

static void
forget (McCounterBoard *self)
{
  if (self->serving)
    g_signal_handlers_disconnect_by_func (self->serving, serving_changed_cb, self);
  if (self->floors)
    g_signal_handlers_disconnect_by_func (self->floors, floors_changed_cb, self);
  g_clear_object (&self->session);
  g_clear_object (&self->serving);
  g_clear_object (&self->entries);
  g_clear_object (&self->floors);
  g_clear_object (&self->agencies);
}

void
mc_counter_board_show (McCounterBoard *self, McSession *session, McDay day, McServingView *serving)
{
  g_return_if_fail (MC_IS_COUNTER_BOARD (self));
  forget (self);
  self->session = session ? g_object_ref (session) : NULL;
  self->serving = serving ? g_object_ref (serving) : NULL;
  self->day = day;
  if (session)
    {
      self->entries = mc_session_list (session, MC_TYPE_COUNTER_ENTRY, day);
      self->floors = mc_session_list (session, MC_TYPE_FLOOR, MC_DAY_NONE);
      self->agencies = G_LIST_MODEL (mc_session_list (session, MC_TYPE_AGENCY_ENTRY, day));
      mc_choice_fill (self->agency_choice, _ ("All agencies"), self->agencies, "code");
      g_signal_connect_object (serving, "changed", G_CALLBACK (serving_changed_cb), self, G_CONNECT_SWAPPED);
      g_signal_connect_object (self->floors, "changed", G_CALLBACK (floors_changed_cb), self, G_CONNECT_SWAPPED);
    }
  mc_list_state_set_list (self->state, self->entries);
  gtk_sort_list_model_set_model (self->sorted, G_LIST_MODEL (self->entries));
  floors_changed_cb (self);
  serving_changed_cb (self);
  show_counter (self, session ? self->shown : 0);
}

void
mc_counter_board_open (McCounterBoard *self, gint64 counter, const char *act)
{
  g_return_if_fail (MC_IS_COUNTER_BOARD (self));
  show_counter (self, counter);
  select_counter (self, counter);
  if (act)
    mc_counter_detail_act (self->detail, act);
}

gboolean
mc_counter_board_go_back (McCounterBoard *self)
{
  g_return_val_if_fail (MC_IS_COUNTER_BOARD (self), FALSE);
  if (!adw_overlay_split_view_get_show_sidebar (self->split))
    return FALSE;
  detail_close_cb (self);
  return TRUE;
}

gboolean
mc_counter_board_grab_search (McCounterBoard *self)
{
  return gtk_widget_grab_focus (GTK_WIDGET (self->search));
}

static DexFuture *
export_fiber (gpointer data)
{
  McCounterBoard *self = data;
  g_autoptr (McSession) session = g_object_ref (self->session);
  g_autoptr (McCounterSheet) sheet = mc_counter_sheet_new ();
  g_autoptr (GPtrArray) columns = NULL;
  g_autoptr (GError) error = NULL;
  McDay day = self->day;
  GType noun;

  for (guint n = 0; (noun = mc_counter_sheet_noun (n)) != G_TYPE_INVALID; n++)
    {
      g_autoptr (McLiveList) rows = mc_session_list (session, noun, noun == MC_TYPE_PERSON ? MC_DAY_NONE : day);

      if (!dex_await (mc_live_list_when_ready (rows), &error))
        {
          mc_report_error (GTK_WIDGET (self), _ ("The table could not be exported."), error);
          return dex_future_new_false ();
        }
      for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (rows)); i++)
        {
          g_autoptr (McEntity) row = g_list_model_get_item (G_LIST_MODEL (rows), i);

          mc_counter_sheet_add (sheet, row);
        }
    }
  /* The page may have gone to another database or day meanwhile. */
  if (self->session != session || self->day != day)
    return dex_future_new_false ();
  columns = mc_counter_sheet_get_columns (sheet);
  mc_export_table (GTK_WIDGET (self), C_ ("page", "Counters"), G_LIST_MODEL (self->filtered), columns);
  return dex_future_new_true ();
}

void
mc_counter_board_export (McCounterBoard *self)
{
  g_return_if_fail (MC_IS_COUNTER_BOARD (self));
  if (self->session)
    dex_future_disown (dex_scheduler_spawn (NULL, 0, export_fiber, g_object_ref (self), g_object_unref));
}

int
mc_counter_board_get_free_number (McCounterBoard *self)
{
  guint n = self->entries ? g_list_model_get_n_items (G_LIST_MODEL (self->entries)) : 0;

  for (int number = 1;; number++)
    {
      gboolean taken = FALSE;

      for (guint i = 0; i < n && !taken; i++)
        {
          g_autoptr (McCounterEntry) entry = g_list_model_get_item (G_LIST_MODEL (self->entries), i);

          taken = entry->number == number;
        }
      if (!taken)
        return number;
    }
}

static int
compare_risks (gconstpointer a, gconstpointer b, gpointer user_data)
{
  return (int)risk_of (user_data, (gpointer)a) - (int)risk_of (user_data, (gpointer)b);
}

static void
fill_choices (McCounterBoard *self)
{
  const char *const risks[] = { _ ("Every counter"),
                                _ ("With a risk"),
                                mc_counter_risk_text (MC_COUNTER_RISK_EMPTY),
                                mc_counter_risk_text (MC_COUNTER_RISK_SINGLE),
                                mc_counter_risk_text (MC_COUNTER_RISK_NO_STANDBY),
                                mc_counter_risk_text (MC_COUNTER_RISK_NONE),
                                NULL };
  g_autoptr (GtkStringList) list = gtk_string_list_new (risks);

  gtk_drop_down_set_model (self->risk_choice, G_LIST_MODEL (list));
  mc_choice_fill (self->agency_choice, _ ("All agencies"), NULL, "code");
}

static void
mc_counter_board_dispose (GObject *object)
{
  McCounterBoard *self = MC_COUNTER_BOARD (object);

  forget (self);
  /* The bin would let go of its child once more after the template did. */
  adw_bin_set_child (ADW_BIN (self), NULL);
  gtk_widget_dispose_template (GTK_WIDGET (self), MC_TYPE_COUNTER_BOARD);
  g_clear_pointer (&self->needle, g_free);
  G_OBJECT_CLASS (mc_counter_board_parent_class)->dispose (object);
}

static void
bind_children (GtkWidgetClass *widget_class)
{
  gtk_widget_class_bind_template_child (widget_class, McCounterBoard, split);
  gtk_widget_class_bind_template_child (widget_class, McCounterBoard, search);
  gtk_widget_class_bind_template_child (widget_class, McCounterBoard, risk_choice);
  gtk_widget_class_bind_template_child (widget_class, McCounterBoard, agency_choice);
  gtk_widget_class_bind_template_child (widget_class, McCounterBoard, state);
  gtk_widget_class_bind_template_child (widget_class, McCounterBoard, table);
  gtk_widget_class_bind_template_child (widget_class, McCounterBoard, number_column);
  gtk_widget_class_bind_template_child (widget_class, McCounterBoard, place_column);
  gtk_widget_class_bind_template_child (widget_class, McCounterBoard, risk_column);
  gtk_widget_class_bind_template_child (widget_class, McCounterBoard, selection);
  gtk_widget_class_bind_template_child (widget_class, McCounterBoard, filtered);
  gtk_widget_class_bind_template_child (widget_class, McCounterBoard, filter);
  gtk_widget_class_bind_template_child (widget_class, McCounterBoard, sorted);
  gtk_widget_class_bind_template_child (widget_class, McCounterBoard, risk_sorter);
  gtk_widget_class_bind_template_child (widget_class, McCounterBoard, totals);
  gtk_widget_class_bind_template_child (widget_class, McCounterBoard, columns_menu);
  gtk_widget_class_bind_template_child (widget_class, McCounterBoard, detail);
}

static void
mc_counter_board_class_init (McCounterBoardClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = mc_counter_board_dispose;
  g_type_ensure (MC_TYPE_COUNTER_DETAIL);
  g_type_ensure (MC_TYPE_COUNTER_ENTRY);
  g_type_ensure (MC_TYPE_EMPTY_PAGE);
  g_type_ensure (MC_TYPE_LIST_STATE);
  gtk_widget_class_set_template_from_resource (widget_class, "/vn/gov/cantho/MotCua/counters/mc-counter-board.ui");
  bind_children (widget_class);
  gtk_widget_class_bind_template_callback (widget_class, filter_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, selected_cb);
  gtk_widget_class_bind_template_callback (widget_class, activate_cb);
  gtk_widget_class_bind_template_callback (widget_class, detail_close_cb);
}

static void
mc_counter_board_init (McCounterBoard *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  fill_choices (self);
  mc_text_cells_fill (self->table, cells, G_N_ELEMENTS (cells));
  gtk_custom_filter_set_filter_func (self->filter, matches, self, NULL);
  gtk_custom_sorter_set_sort_func (self->risk_sorter, compare_risks, self, NULL);
  gtk_column_view_sort_by_column (self->table, self->number_column, GTK_SORT_ASCENDING);
  mc_columns_remember (self->table, "counters");
  mc_columns_offer (self->table, GTK_WIDGET (self), self->columns_menu);
  g_signal_connect_object (self->filtered, "items-changed", G_CALLBACK (update_totals), self, G_CONNECT_SWAPPED);
}
