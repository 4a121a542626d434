/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mc-needle.h"
#include "mc-org-chart-page-private.h"

/* The table says what the picture says, box by box; what one shows, the other shows. And the search in both. */

void
mc_org_chart_table_fill (McOrgChartPage *self, McOrgChart *chart)
{
  const GPtrArray *seats = mc_org_chart_get_seats (chart), *loose = mc_org_chart_get_loose (chart);
  g_autoptr (GPtrArray) all = g_ptr_array_new ();

  for (guint i = 0; i < seats->len; i++)
    g_ptr_array_add (all, g_ptr_array_index (seats, i));
  for (guint i = 0; i < loose->len; i++)
    g_ptr_array_add (all, g_ptr_array_index (loose, i));
  g_list_store_splice (self->rows, 0, g_list_model_get_n_items (G_LIST_MODEL (self->rows)), all->pdata, all->len);
}

static gboolean
matches (gpointer item, gpointer user_data)
{
  McOrgChartPage *self = user_data;
  g_autofree char *title = self->needle ? mc_org_seat_dup_title (item) : NULL;
  g_autofree char *description = self->needle ? mc_org_seat_dup_description (item) : NULL;
  const char *const words[] = { title, description, mc_org_seat_get_agency_code (item) };

  return mc_needle_finds (self->needle, words, G_N_ELEMENTS (words));
}

static void
select_row (McOrgChartPage *self, const char *key)
{
  GListModel *model = G_LIST_MODEL (self->selection);

  for (guint i = 0; i < g_list_model_get_n_items (model); i++)
    {
      g_autoptr (McOrgSeat) seat = g_list_model_get_item (model, i);

      if (g_strcmp0 (seat->key, key) != 0)
        continue;
      if (gtk_widget_get_mapped (GTK_WIDGET (self->table)))
        gtk_column_view_scroll_to (self->table, i, NULL, GTK_LIST_SCROLL_SELECT, NULL);
      else
        gtk_single_selection_set_selected (self->selection, i);
      return;
    }
}

McOrgSeat *
mc_org_chart_page_get_current (McOrgChartPage *self)
{
  McOrgChart *chart = mc_org_chart_page_get_chart (self);
  const char *key = mc_canvas_get_focus_key (self->canvas);

  if (g_str_equal (self->view, "list"))
    return gtk_single_selection_get_selected_item (self->selection);
  return chart && key ? mc_org_chart_find (chart, key) : NULL;
}

/* What stands in something folded is unfolded first. */
static void
unfold_above (McOrgChartPage *self, McOrgSeat *seat)
{
  g_autofree char *section = g_strdup_printf ("section/%" G_GINT64_FORMAT, seat->section_id);
  McScene *scene = mc_canvas_get_scene (self->canvas);

  if (scene && mc_scene_find (scene, seat->key))
    return;
  g_hash_table_remove (self->collapsed, section);
  mc_org_chart_page_redraw (self);
  scene = mc_canvas_get_scene (self->canvas);
  if (scene && mc_scene_find (scene, seat->key))
    return;
  g_hash_table_remove_all (self->collapsed);
  mc_org_chart_page_redraw (self);
}

void
mc_org_chart_page_go_to (McOrgChartPage *self, const char *key)
{
  McOrgChart *chart = mc_org_chart_page_get_chart (self);
  McOrgSeat *seat = chart ? mc_org_chart_find (chart, key) : NULL;

  if (!seat)
    {
      g_set_str (&self->wanted, key);
      return;
    }
  g_clear_pointer (&self->wanted, g_free);
  unfold_above (self, seat);
  mc_canvas_go_to (self->canvas, key);
  select_row (self, key);
}

static void
canvas_moved_cb (McOrgChartPage *self)
{
  mc_org_chart_acts_update (self);
  if (self->following || !mc_canvas_get_focus_key (self->canvas))
    return;
  self->following = TRUE;
  select_row (self, mc_canvas_get_focus_key (self->canvas));
  self->following = FALSE;
}

static void
row_selected_cb (McOrgChartPage *self)
{
  McOrgSeat *seat = gtk_single_selection_get_selected_item (self->selection);

  if (!self->following && seat && mc_canvas_get_scene (self->canvas))
    {
      self->following = TRUE;
      mc_canvas_go_to (self->canvas, seat->key);
      self->following = FALSE;
    }
  mc_org_chart_acts_update (self);
}

static void
row_activated_cb (McOrgChartPage *self, guint position)
{
  g_autoptr (McOrgSeat) seat = g_list_model_get_item (G_LIST_MODEL (self->selection), position);

  if (seat)
    mc_org_chart_acts_activate (self, seat->key);
}

static void
search_changed_cb (McOrgChartPage *self)
{
  g_autoptr (GStrvBuilder) found = g_strv_builder_new ();
  g_auto (GStrv) keys = NULL;

  mc_needle_set (&self->needle, gtk_editable_get_text (GTK_EDITABLE (self->search)));
  gtk_filter_changed (GTK_FILTER (self->filter), GTK_FILTER_CHANGE_DIFFERENT);
  for (guint i = 0; self->needle && i < g_list_model_get_n_items (G_LIST_MODEL (self->filtered)); i++)
    {
      g_autoptr (McOrgSeat) seat = g_list_model_get_item (G_LIST_MODEL (self->filtered), i);

      g_strv_builder_add (found, seat->key);
    }
  keys = g_strv_builder_end (found);
  mc_canvas_set_found (self->canvas, self->needle ? (const char *const *)keys : NULL);
  if (self->needle && keys[0])
    mc_org_chart_page_go_to (self, keys[0]);
}

/* From the one found to the next, and round. */
static void
search_next_cb (McOrgChartPage *self)
{
  GListModel *model = G_LIST_MODEL (self->filtered);
  guint n = g_list_model_get_n_items (model), next = 0;
  g_autoptr (McOrgSeat) target = NULL;
  McOrgSeat *current = mc_org_chart_page_get_current (self);

  for (guint i = 0; current && i < n; i++)
    {
      g_autoptr (McOrgSeat) seat = g_list_model_get_item (model, i);

      if (g_str_equal (seat->key, current->key))
        next = (i + 1) % n;
    }
  target = n ? g_list_model_get_item (model, next) : NULL;
  if (target)
    mc_org_chart_page_go_to (self, target->key);
}

void
mc_org_chart_table_bind (GtkWidgetClass *widget_class)
{
  gtk_widget_class_bind_template_callback (widget_class, search_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, search_next_cb);
  gtk_widget_class_bind_template_callback (widget_class, canvas_moved_cb);
  gtk_widget_class_bind_template_callback (widget_class, row_selected_cb);
  gtk_widget_class_bind_template_callback (widget_class, row_activated_cb);
}

void
mc_org_chart_table_init (McOrgChartPage *self)
{
  self->rows = g_list_store_new (MC_TYPE_ORG_SEAT);
  gtk_custom_filter_set_filter_func (self->filter, matches, self, NULL);
  gtk_filter_list_model_set_model (self->filtered, G_LIST_MODEL (self->rows));
}
