/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mc-staff-columns.h"

#include <glib/gi18n.h>

#include "mc-staff-entry.h"
#include "mc-table-column.h"
#include "mc-text-cells.h"

/* The fields of a file and of the clipboard, in this order. */
static const char *const shared_fields[] = {
  "full_name",   "tour_agency_code", "tour_agency_name", "state",     "tour_kind",
  "tour_role",   "tour_from",        "tour_until",       "post_name", "section_name",
  "field_codes", "rank_name",        "public_phone",     "email",     "decision_no",
};

char *
mc_staff_state_text (guint state)
{
  static const char *const signs[] = { "✓", "◐", "–", "▷", "○" };

  if (state >= G_N_ELEMENTS (signs))
    return g_strdup ("");
  return g_strdup_printf ("%s %s", signs[state], mc_enum_label (mc_staff_state_values, state));
}

char *
mc_staff_until_text (McDay until, int days_left)
{
  g_autofree char *day = NULL;

  if (until == MC_DAY_NONE)
    return g_strdup ("");
  day = mc_day_format (until - 1);
  if (days_left < 0 || days_left > 60)
    return g_steal_pointer (&day);
  return g_strdup_printf (g_dngettext (NULL, "%s (%d day)", "%s (%d days)", (gulong)days_left), day, days_left);
}

#define TEXT_OF(field)                                                                                                 \
  static char *field (gpointer entry) { return g_strdup (((McStaffEntry *)entry)->field); }

TEXT_OF (full_name)
TEXT_OF (tour_agency_code)
TEXT_OF (tour_agency_name)
TEXT_OF (post_name)
TEXT_OF (section_name)
TEXT_OF (field_codes)
TEXT_OF (rank_name)
TEXT_OF (public_phone)

static char *
state_of (gpointer entry)
{
  return mc_staff_state_text (((McStaffEntry *)entry)->state);
}

static char *
until_of (gpointer entry)
{
  return mc_staff_until_text (((McStaffEntry *)entry)->tour_until, ((McStaffEntry *)entry)->days_left);
}

static const McTextCell cells[] = {
  { "name", full_name, NULL, 18, 22, NULL, TRUE },
  { "agency", tour_agency_code, tour_agency_name, 6, 0, "mc-code", FALSE },
  { "state", state_of, NULL, 11, 0, NULL, FALSE },
  { "until", until_of, NULL, 18, 0, "numeric", FALSE },
  { "post", post_name, NULL, 12, 26, NULL, FALSE },
  { "section", section_name, NULL, 10, 26, NULL, FALSE },
  { "fields", field_codes, NULL, 8, 0, NULL, FALSE },
  { "rank", rank_name, NULL, 10, 0, NULL, FALSE },
  { "phone", public_phone, NULL, 12, 0, "numeric", FALSE },
};

void
mc_staff_columns_fill (GtkColumnView *table)
{
  mc_text_cells_fill (table, cells, G_N_ELEMENTS (cells));
}

/* A tour's end is kept as the first day after it; people write the last day. */
static void
last_day (gpointer item, McTableCell *cell, gpointer user_data)
{
  McStaffEntry *entry = item;

  if (entry->tour_until != MC_DAY_NONE)
    {
      g_autofree char *iso = mc_day_format_iso (entry->tour_until - 1);

      mc_table_cell_set_iso (cell, iso);
    }
}

GPtrArray *
mc_staff_columns_for_export (void)
{
  GPtrArray *columns = g_ptr_array_new_with_free_func (g_object_unref);

  for (gsize i = 0; i < G_N_ELEMENTS (shared_fields); i++)
    if (g_str_equal (shared_fields[i], "tour_until"))
      g_ptr_array_add (columns, mc_table_column_new (C_ ("column", "Until"), last_day, NULL, NULL));
    else
      g_ptr_array_add (columns, mc_table_column_new_field (NULL, MC_TYPE_STAFF_ENTRY, shared_fields[i]));
  return columns;
}

char *
mc_staff_columns_copy (GtkSelectionModel *selection)
{
  g_autoptr (GPtrArray) columns = mc_staff_columns_for_export ();
  g_autoptr (GtkBitset) chosen = gtk_selection_model_get_selection (selection);
  GString *text = g_string_new (NULL);

  for (guint c = 0; c < columns->len; c++)
    g_string_append_printf (text, "%s%s", c ? "\t" : "", mc_table_column_get_title (g_ptr_array_index (columns, c)));
  for (guint64 i = 0; i < gtk_bitset_get_size (chosen); i++)
    {
      g_autoptr (McEntity) entry =
          g_list_model_get_item (G_LIST_MODEL (selection), gtk_bitset_get_nth (chosen, (guint)i));

      g_string_append_c (text, '\n');
      for (guint c = 0; c < G_N_ELEMENTS (shared_fields); c++)
        {
          g_autofree char *value = g_str_equal (shared_fields[c], "tour_until")
                                       ? mc_staff_until_text (((McStaffEntry *)entry)->tour_until, -1)
                                       : mc_entity_format (entry, shared_fields[c]);

          g_string_append_printf (text, "%s%s", c ? "\t" : "", g_strdelimit (value, "\t\n", ' '));
        }
    }
  return g_string_free (text, FALSE);
}

static int
compare_groups (gconstpointer a, gconstpointer b, gpointer user_data)
{
  const char *field = user_data;
  g_autofree char *group_a = mc_entity_get_text ((McEntity *)a, field);
  g_autofree char *group_b = mc_entity_get_text ((McEntity *)b, field);

  if (!group_a || !group_b)
    return (group_a == NULL) - (group_b == NULL);
  return g_utf8_collate (group_a, group_b);
}

static void
setup_header_cb (GtkSignalListItemFactory *factory, GtkListHeader *header)
{
  GtkWidget *label = g_object_new (GTK_TYPE_LABEL, "xalign", 0.0, "margin-start", 12, NULL);

  gtk_widget_add_css_class (label, "heading");
  gtk_list_header_set_child (header, label);
}

static void
bind_header_cb (GtkSignalListItemFactory *factory, GtkListHeader *header, const char *field)
{
  McEntity *entry = gtk_list_header_get_item (header);
  g_autofree char *group = mc_entity_format (entry, field);
  g_autofree char *text =
      g_strdup_printf ("%s (%u)", *group ? group : _ ("None"), gtk_list_header_get_n_items (header));

  gtk_label_set_label (GTK_LABEL (gtk_list_header_get_child (header)), text);
}

void
mc_staff_columns_group (GtkColumnView *table, GtkSortListModel *sorted, const char *field)
{
  g_autoptr (GtkListItemFactory) factory = NULL;
  g_autoptr (GtkCustomSorter) sorter = NULL;

  if (field)
    {
      sorter = gtk_custom_sorter_new (compare_groups, g_strdup (field), g_free);
      factory = gtk_signal_list_item_factory_new ();
      g_signal_connect (factory, "setup", G_CALLBACK (setup_header_cb), NULL);
      g_signal_connect (factory, "bind", G_CALLBACK (bind_header_cb), (gpointer)g_intern_string (field));
    }
  gtk_sort_list_model_set_section_sorter (sorted, GTK_SORTER (sorter));
  gtk_column_view_set_header_factory (table, factory);
}
