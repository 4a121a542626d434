/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mc-reference.h"

#include <glib/gi18n.h>

#include "mc-agency-entry.h"
#include "mc-counter.h"
#include "mc-duty.h"
#include "mc-field.h"
#include "mc-name.h"
#include "mc-rank.h"
#include "mc-registered-paper.h"
#include "mc-seat-entry.h"
#include "mc-staff-entry.h"
#include "mc-supervision-kind.h"

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
  if (MC_IS_DUTY (entity))
    return g_strdup_printf ("%s · %s", MC_DUTY (entity)->code, MC_DUTY (entity)->name);
  if (MC_IS_RANK (entity))
    return g_strdup (MC_RANK (entity)->name);
  if (MC_IS_SUPERVISION_KIND (entity))
    return g_strdup (MC_SUPERVISION_KIND (entity)->name);
  if (MC_IS_REGISTERED_PAPER (entity))
    {
      g_autofree char *number = mc_registered_paper_dup_number (MC_REGISTERED_PAPER (entity));

      return g_strdup_printf ("%s · %s", number, MC_REGISTERED_PAPER (entity)->abstract);
    }
  if (MC_IS_STAFF_ENTRY (entity))
    {
      McStaffEntry *person = MC_STAFF_ENTRY (entity);
      const char *agency = person->tour_agency_code ? person->tour_agency_code : person->home_agency_code;

      return agency ? g_strdup_printf ("%s · %s", person->full_name, agency) : g_strdup (person->full_name);
    }
  return g_strdup_printf ("%s %" G_GINT64_FORMAT, mc_entity_get_label (entity), mc_entity_get_id (entity));
}

/* What is looked through when somebody types into a choice: as it reads, and without accents. */
static char *
search_text_of_item (gpointer item, gpointer user_data)
{
  g_autofree char *text = MC_IS_ENTITY (item) ? mc_reference_text (item) : g_strdup ("");
  g_autofree char *folded = mc_fold (text);

  return g_strdup_printf ("%s\n%s", text, folded);
}

static void
setup_line_cb (GtkSignalListItemFactory *factory, GtkListItem *line, AdwComboRow *row)
{
  gtk_list_item_set_child (line, g_object_new (GTK_TYPE_LABEL, "xalign", 0.0, "ellipsize", PANGO_ELLIPSIZE_END,
                                               "max-width-chars", 44, "valign", GTK_ALIGN_CENTER, NULL));
}

static void
show_chosen (GtkListItem *line, GParamSpec *pspec, AdwComboRow *row)
{
  gboolean chosen = adw_combo_row_get_selected_item (row) == gtk_list_item_get_item (line);
  GtkWidget *check = gtk_widget_get_last_child (gtk_list_item_get_child (line));

  gtk_widget_set_opacity (check, chosen ? 1 : 0);
}

static void
setup_list_line_cb (GtkSignalListItemFactory *factory, GtkListItem *line, AdwComboRow *row)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);

  gtk_box_append (GTK_BOX (box), g_object_new (GTK_TYPE_LABEL, "xalign", 0.0, "hexpand", TRUE, "ellipsize",
                                               PANGO_ELLIPSIZE_END, "width-chars", 28, "max-width-chars", 60, NULL));
  gtk_box_append (GTK_BOX (box), g_object_new (GTK_TYPE_IMAGE, "icon-name", "object-select-symbolic", "accessible-role",
                                               GTK_ACCESSIBLE_ROLE_PRESENTATION, NULL));
  gtk_list_item_set_child (line, box);
  g_signal_connect_object (row, "notify::selected-item", G_CALLBACK (show_chosen), line, G_CONNECT_SWAPPED);
}

static void
bind_line_cb (GtkSignalListItemFactory *factory, GtkListItem *line, AdwComboRow *row)
{
  GtkWidget *child = gtk_list_item_get_child (line);
  GtkWidget *label = GTK_IS_LABEL (child) ? child : gtk_widget_get_first_child (child);
  g_autofree char *text = mc_reference_text (gtk_list_item_get_item (line));

  gtk_label_set_label (GTK_LABEL (label), text);
  gtk_widget_set_tooltip_text (label, text);
  if (label != child)
    show_chosen (line, NULL, row);
}

/* Lines of our own: the expression of the row serves the search. */
static GtkListItemFactory *
new_factory (AdwComboRow *row, GCallback setup)
{
  GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();

  g_signal_connect_object (factory, "setup", setup, row, G_CONNECT_DEFAULT);
  g_signal_connect_object (factory, "bind", G_CALLBACK (bind_line_cb), row, G_CONNECT_DEFAULT);
  return factory;
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

/* @entities: (transfer full) */
static GListModel *
sort (GListModel *entities)
{
  return G_LIST_MODEL (gtk_sort_list_model_new (entities, GTK_SORTER (gtk_custom_sorter_new (compare, NULL, NULL))));
}

void
mc_reference_setup_model (AdwComboRow *row, GListModel *entities, GType noun)
{
  g_autoptr (GListStore) parts = g_list_store_new (G_TYPE_LIST_MODEL);
  g_autoptr (GListStore) nothing = g_list_store_new (noun);
  g_autoptr (McEntity) none = g_object_new (noun, NULL);
  g_autoptr (GtkExpression) text =
      gtk_cclosure_expression_new (G_TYPE_STRING, NULL, 0, NULL, G_CALLBACK (search_text_of_item), NULL, NULL);
  g_autoptr (GtkListItemFactory) chosen = new_factory (row, G_CALLBACK (setup_line_cb));
  g_autoptr (GtkListItemFactory) list = new_factory (row, G_CALLBACK (setup_list_line_cb));
  g_autoptr (GListModel) sorted = sort (g_object_ref (entities));
  g_autoptr (GtkFlattenListModel) lines = NULL;

  g_list_store_append (nothing, none);
  g_list_store_append (parts, nothing);
  g_list_store_append (parts, sorted);
  lines = gtk_flatten_list_model_new (G_LIST_MODEL (g_steal_pointer (&parts)));
  adw_combo_row_set_expression (row, text);
  adw_combo_row_set_factory (row, chosen);
  adw_combo_row_set_list_factory (row, list);
  adw_combo_row_set_model (row, G_LIST_MODEL (lines));
  adw_combo_row_set_search_match_mode (row, GTK_STRING_FILTER_MATCH_MODE_SUBSTRING);
  adw_combo_row_set_enable_search (row, TRUE);
}

/* (transfer full): @noun: (out) */
static GListModel *
list_table (McSession *session, const char *table, McDay day, GType *noun)
{
  const struct
  {
    const char *table;
    GType noun;
  } nouns[] = {
    { "agency", MC_TYPE_AGENCY_ENTRY },
    { "field", MC_TYPE_FIELD },
    { "person", MC_TYPE_STAFF_ENTRY },
    { "rank", MC_TYPE_RANK },
    { "seat", MC_TYPE_SEAT_ENTRY },
    { "counter", MC_TYPE_COUNTER },
    { "duty", MC_TYPE_DUTY },
    { "paper", MC_TYPE_REGISTERED_PAPER },
    { "supervision_kind", MC_TYPE_SUPERVISION_KIND },
  };
  /* These have no period. */
  const GType always[] = { MC_TYPE_RANK, MC_TYPE_REGISTERED_PAPER, MC_TYPE_SUPERVISION_KIND };

  for (gsize i = 0; i < G_N_ELEMENTS (nouns); i++)
    if (g_str_equal (nouns[i].table, table))
      {
        for (gsize k = 0; k < G_N_ELEMENTS (always); k++)
          if (nouns[i].noun == always[k])
            day = MC_DAY_NONE;
        *noun = nouns[i].noun;
        return G_LIST_MODEL (mc_session_list (session, nouns[i].noun, day));
      }
  g_return_val_if_reached (NULL);
}

void
mc_reference_setup (AdwComboRow *row, McSession *session, const char *table, McDay day)
{
  GType noun;
  g_autoptr (GListModel) list = list_table (session, table, day, &noun);

  mc_reference_setup_model (row, list, noun);
}

GListModel *
mc_reference_list (McSession *session, const char *table, McDay day)
{
  GType noun;

  return sort (list_table (session, table, day, &noun));
}
