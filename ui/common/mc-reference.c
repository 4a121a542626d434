/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mc-reference.h"

#include <glib/gi18n.h>

#include "mc-agency-entry.h"
#include "mc-counter.h"
#include "mc-field.h"
#include "mc-rank.h"
#include "mc-seat-entry.h"
#include "mc-staff-entry.h"

static char *
seat_text (McSeatEntry *seat)
{
  return g_strdup_printf ("%s %d · %s", seat->post_name, seat->number,
                          seat->full_name ? seat->full_name : C_ ("seat", "vacant"));
}

char *
mc_reference_text (McEntity *entity)
{
  if (mc_entity_get_id (entity) == 0)
    return g_strdup ("–");
  if (MC_IS_SEAT_ENTRY (entity))
    return seat_text (MC_SEAT_ENTRY (entity));
  if (MC_IS_AGENCY_ENTRY (entity))
    {
      McAgencyEntry *agency = MC_AGENCY_ENTRY (entity);

      return g_strdup_printf ("%s · %s", agency->code, agency->name ? agency->name : agency->code);
    }
  if (MC_IS_FIELD (entity))
    return g_strdup_printf ("%s · %s", MC_FIELD (entity)->code, MC_FIELD (entity)->name);
  if (MC_IS_COUNTER (entity))
    return g_strdup_printf ("%d · %s", MC_COUNTER (entity)->number, MC_COUNTER (entity)->name);
  if (MC_IS_RANK (entity))
    return g_strdup (MC_RANK (entity)->name);
  if (MC_IS_STAFF_ENTRY (entity))
    {
      McStaffEntry *person = MC_STAFF_ENTRY (entity);
      const char *agency = person->tour_agency_code ? person->tour_agency_code : person->home_agency_code;

      return agency ? g_strdup_printf ("%s · %s", person->full_name, agency) : g_strdup (person->full_name);
    }
  return g_strdup_printf ("%s %" G_GINT64_FORMAT, mc_entity_get_label (entity), mc_entity_get_id (entity));
}

static char *
text_of_item (gpointer item, gpointer user_data)
{
  return MC_IS_ENTITY (item) ? mc_reference_text (item) : g_strdup ("");
}

static int
compare (gconstpointer a, gconstpointer b, gpointer user_data)
{
  g_autofree char *text_a = NULL;
  g_autofree char *text_b = NULL;

  if (MC_IS_STAFF_ENTRY ((gpointer)a))
    return g_strcmp0 (((const McStaffEntry *)a)->sort_key, ((const McStaffEntry *)b)->sort_key);
  if (MC_IS_COUNTER ((gpointer)a))
    return ((const McCounter *)a)->number - ((const McCounter *)b)->number;
  if (MC_IS_SEAT_ENTRY ((gpointer)a))
    return mc_entity_get_id ((gpointer)a) < mc_entity_get_id ((gpointer)b) ? -1 : 1;
  text_a = mc_reference_text ((gpointer)a);
  text_b = mc_reference_text ((gpointer)b);
  return g_utf8_collate (text_a, text_b);
}

void
mc_reference_setup_model (AdwComboRow *row, GListModel *entities, GType noun)
{
  g_autoptr (GListStore) parts = g_list_store_new (G_TYPE_LIST_MODEL);
  g_autoptr (GListStore) nothing = g_list_store_new (noun);
  g_autoptr (McEntity) none = g_object_new (noun, NULL);
  g_autoptr (GtkExpression) text =
      gtk_cclosure_expression_new (G_TYPE_STRING, NULL, 0, NULL, G_CALLBACK (text_of_item), NULL, NULL);
  g_autoptr (GtkSortListModel) sorted =
      gtk_sort_list_model_new (g_object_ref (entities), GTK_SORTER (gtk_custom_sorter_new (compare, NULL, NULL)));
  g_autoptr (GtkFlattenListModel) lines = NULL;

  g_list_store_append (nothing, none);
  g_list_store_append (parts, nothing);
  g_list_store_append (parts, sorted);
  lines = gtk_flatten_list_model_new (G_LIST_MODEL (g_steal_pointer (&parts)));
  adw_combo_row_set_expression (row, text);
  adw_combo_row_set_model (row, G_LIST_MODEL (lines));
  adw_combo_row_set_search_match_mode (row, GTK_STRING_FILTER_MATCH_MODE_SUBSTRING);
  adw_combo_row_set_enable_search (row, TRUE);
}

void
mc_reference_setup (AdwComboRow *row, McSession *session, const char *table, McDay day)
{
  const struct
  {
    const char *table;
    GType noun;
  } nouns[] = {
    { "agency", MC_TYPE_AGENCY_ENTRY }, { "field", MC_TYPE_FIELD },     { "person", MC_TYPE_STAFF_ENTRY },
    { "rank", MC_TYPE_RANK },           { "seat", MC_TYPE_SEAT_ENTRY }, { "counter", MC_TYPE_COUNTER },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (nouns); i++)
    if (g_str_equal (nouns[i].table, table))
      {
        /* Ranks have no period. */
        g_autoptr (McLiveList) list =
            mc_session_list (session, nouns[i].noun, nouns[i].noun == MC_TYPE_RANK ? MC_DAY_NONE : day);

        mc_reference_setup_model (row, G_LIST_MODEL (list), nouns[i].noun);
        return;
      }
  g_return_if_reached ();
}
