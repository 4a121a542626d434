/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mc-staff-import-change.h"

#include <glib/gi18n.h>

#include "mc-agency-entry.h"
#include "mc-agency-name.h"
#include "mc-agency.h"
#include "mc-competence.h"
#include "mc-field.h"
#include "mc-home-agency.h"
#include "mc-rank.h"
#include "mc-session-records.h"

static DexFuture *
first_of (DexFuture *future, gpointer user_data)
{
  const GValue *value = dex_future_get_value (future, NULL);
  GPtrArray *people = value ? g_value_get_boxed (value) : NULL;
  GValue known = G_VALUE_INIT;
  DexFuture *result;

  g_value_init (&known, MC_TYPE_PERSON);
  if (people && people->len > 0)
    g_value_set_object (&known, g_ptr_array_index (people, 0));
  result = dex_future_new_for_value (&known);
  g_value_unset (&known);
  return result;
}

static DexFuture *
find_known (const char *full_name, McDay birth_date, gint64 agency, gpointer session)
{
  return dex_future_then (mc_session_find_duplicates (session, full_name, birth_date, agency), first_of, NULL, NULL);
}

static McLiveList *
load (McSession *session, GType noun, McDay day, GError **error)
{
  g_autoptr (McLiveList) list = mc_session_list (session, noun, day);

  return dex_await_object (mc_live_list_when_ready (list), error);
}

/* Lists name agencies as they are called now or were called before. */
static gboolean
add_agencies (McStaffImport *self, McSession *session, GError **error)
{
  g_autoptr (McLiveList) entries = load (session, MC_TYPE_AGENCY_ENTRY, mc_session_get_as_of (session), error);
  g_autoptr (McLiveList) names = entries ? load (session, MC_TYPE_AGENCY_NAME, MC_DAY_NONE, error) : NULL;

  if (!names)
    return FALSE;
  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (entries)); i++)
    {
      g_autoptr (McAgencyEntry) entry = g_list_model_get_item (G_LIST_MODEL (entries), i);

      mc_staff_import_add_agency (self, mc_entity_get_id (MC_ENTITY (entry)), entry->code, entry->name,
                                  entry->short_name);
    }
  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (names)); i++)
    {
      g_autoptr (McAgencyName) name = g_list_model_get_item (G_LIST_MODEL (names), i);

      if (mc_live_list_get_by_id (entries, name->agency_id))
        mc_staff_import_add_agency (self, name->agency_id, NULL, name->name, name->short_name);
    }
  return TRUE;
}

static gboolean
add_ranks_and_fields (McStaffImport *self, McSession *session, GError **error)
{
  g_autoptr (McLiveList) ranks = load (session, MC_TYPE_RANK, MC_DAY_NONE, error);
  g_autoptr (McLiveList) fields = ranks ? load (session, MC_TYPE_FIELD, mc_session_get_as_of (session), error) : NULL;

  if (!fields)
    return FALSE;
  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (ranks)); i++)
    {
      g_autoptr (McRank) rank = g_list_model_get_item (G_LIST_MODEL (ranks), i);

      mc_staff_import_add_rank (self, mc_entity_get_id (MC_ENTITY (rank)), rank->code, rank->name);
    }
  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (fields)); i++)
    {
      g_autoptr (McField) field = g_list_model_get_item (G_LIST_MODEL (fields), i);

      mc_staff_import_add_field (self, mc_entity_get_id (MC_ENTITY (field)), field->code, field->name);
    }
  return TRUE;
}

static DexFuture *
load_fiber (gpointer user_data)
{
  McSession *session = user_data;
  g_autoptr (McStaffImport) self = mc_staff_import_new (mc_session_get_today (session));
  GError *error = NULL;

  if (!add_agencies (self, session, &error) || !add_ranks_and_fields (self, session, &error))
    return dex_future_new_for_error (error);
  mc_staff_import_set_known_func (self, find_known, g_object_ref (session), g_object_unref);
  return dex_future_new_take_object (g_steal_pointer (&self));
}

DexFuture *
mc_staff_import_load_names (McSession *session)
{
  return dex_scheduler_spawn (NULL, 0, load_fiber, g_object_ref (session), g_object_unref);
}

gboolean
mc_staff_import_is_taken (McStaffImportRow *row, gboolean skip_known)
{
  return !skip_known || !mc_staff_import_row_get_known (row);
}

static void
insert_row (McChange *change, McStaffImportRow *row)
{
  McPerson *person = mc_staff_import_row_get_person (row);
  McTour *tour = mc_staff_import_row_get_tour (row);
  gint64 field = mc_staff_import_row_get_field (row);
  g_autoptr (McHomeAgency) home = mc_home_agency_new ();

  home->agency_id = tour->agency_id;
  home->during = (McPeriod){ tour->during.from, MC_DAY_NONE };
  mc_change_insert (change, MC_ENTITY (person));
  mc_change_insert (change, MC_ENTITY (home));
  mc_change_link (change, MC_ENTITY (home), "person_id", MC_ENTITY (person));
  mc_change_insert (change, MC_ENTITY (tour));
  mc_change_link (change, MC_ENTITY (tour), "person_id", MC_ENTITY (person));
  if (mc_staff_import_row_has_private (row))
    {
      McEntity *hidden = MC_ENTITY (mc_staff_import_row_get_private (row));

      mc_change_insert (change, hidden);
      mc_change_link (change, hidden, "person_id", MC_ENTITY (person));
    }
  if (field != 0)
    {
      g_autoptr (McCompetence) competence = mc_competence_new ();

      competence->field_id = field;
      competence->during = (McPeriod){ tour->during.from, MC_DAY_NONE };
      mc_change_insert (change, MC_ENTITY (competence));
      mc_change_link (change, MC_ENTITY (competence), "person_id", MC_ENTITY (person));
    }
}

McChange *
mc_staff_import_build (McStaffImport *self, gboolean skip_known)
{
  GListModel *rows = mc_staff_import_get_rows (self);
  McChange *change = mc_change_new (_ ("Import staff"));
  g_autofree char *label = NULL;
  guint taken = 0;

  for (guint i = 0; i < g_list_model_get_n_items (rows); i++)
    {
      g_autoptr (McStaffImportRow) row = g_list_model_get_item (rows, i);

      if (!mc_staff_import_is_taken (row, skip_known))
        continue;
      insert_row (change, row);
      taken++;
    }
  label = g_strdup_printf (g_dngettext (NULL, "Import %u person", "Import %u people", taken), taken);
  mc_change_set_label (change, label);
  return change;
}

gboolean
mc_staff_import_holds_private (McStaffImport *self, gboolean skip_known)
{
  GListModel *rows = mc_staff_import_get_rows (self);

  for (guint i = 0; i < g_list_model_get_n_items (rows); i++)
    {
      g_autoptr (McStaffImportRow) row = g_list_model_get_item (rows, i);

      if (mc_staff_import_is_taken (row, skip_known) && mc_staff_import_row_has_private (row))
        return TRUE;
    }
  return FALSE;
}
