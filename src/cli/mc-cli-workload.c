/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mc-cli-workload.h"

#include <glib/gi18n-lib.h>

#include "mc-agency-entry.h"
#include "mc-agency-store.h"
#include "mc-counter.h"
#include "mc-error.h"
#include "mc-field.h"
#include "mc-name.h"
#include "mc-person.h"
#include "mc-procedure.h"
#include "mc-workload-store.h"

gboolean
mc_cli_parse_days (const char *from, const char *to, McPeriod *days, GError **error)
{
  if (!from || !to)
    {
      mc_cli_usage (error, "%s", _ ("say the first and the last day: --from DAY --to DAY"));
      return FALSE;
    }
  if (!mc_cli_parse_day (from, &days->from, error) || !mc_cli_parse_day (to, &days->until, error))
    return FALSE;
  days->until++;
  if (days->from < days->until)
    return TRUE;
  mc_cli_usage (error, "%s", _ ("the last day is not before the first"));
  return FALSE;
}

/* McWorkloadBy -> what the rows are kept in; the agencies have dated names. */
static GPtrArray *
list_rows (McStore *store, McWorkloadBy by, McDay day, GError **error)
{
  const GType nouns[] = { [MC_WORKLOAD_BY_COUNTER] = MC_TYPE_COUNTER,
                          [MC_WORKLOAD_BY_FIELD] = MC_TYPE_FIELD,
                          [MC_WORKLOAD_BY_PROCEDURE] = MC_TYPE_PROCEDURE,
                          [MC_WORKLOAD_BY_PERSON] = MC_TYPE_PERSON };

  if (by == MC_WORKLOAD_BY_AGENCY)
    return dex_await_boxed (mc_agency_store_list (store, day), error);
  if (by >= G_N_ELEMENTS (nouns) || !nouns[by])
    return g_ptr_array_new ();
  return dex_await_boxed (mc_store_list (store, nouns[by], NULL), error);
}

static char *
name_row (McWorkloadBy by, gpointer row)
{
  switch (by)
    {
    case MC_WORKLOAD_BY_COUNTER:
      return g_strdup_printf (_ ("Counter %d"), MC_COUNTER (row)->number);
    case MC_WORKLOAD_BY_AGENCY:
      return g_strdup (MC_AGENCY_ENTRY (row)->name);
    case MC_WORKLOAD_BY_FIELD:
      return g_strdup (MC_FIELD (row)->name);
    case MC_WORKLOAD_BY_PROCEDURE:
      return g_strdup (MC_PROCEDURE (row)->name);
    default:
      return g_strdup (MC_PERSON (row)->full_name);
    }
}

/* (nullable): how it may be called in short. */
static char *
code_row (McWorkloadBy by, gpointer row)
{
  switch (by)
    {
    case MC_WORKLOAD_BY_COUNTER:
      return g_strdup_printf ("%d", MC_COUNTER (row)->number);
    case MC_WORKLOAD_BY_AGENCY:
      return g_strdup (MC_AGENCY_ENTRY (row)->code);
    case MC_WORKLOAD_BY_FIELD:
      return g_strdup (MC_FIELD (row)->code);
    case MC_WORKLOAD_BY_PROCEDURE:
      return g_strdup (MC_PROCEDURE (row)->code);
    default:
      return NULL;
    }
}

GHashTable *
mc_cli_workload_names (McStore *store, McWorkloadBy by, McDay day, GError **error)
{
  g_autoptr (GPtrArray) rows = list_rows (store, by, day, error);
  GHashTable *names;

  if (!rows)
    return NULL;
  names = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, g_free);
  for (guint i = 0; i < rows->len; i++)
    {
      gint64 id = mc_entity_get_id (rows->pdata[i]);

      g_hash_table_insert (names, g_memdup2 (&id, sizeof id), name_row (by, rows->pdata[i]));
    }
  return names;
}

const char *
mc_cli_workload_name (GHashTable *names, gint64 key)
{
  const char *name = g_hash_table_lookup (names, &key);

  return name ? name : _ ("not known");
}

static gboolean
matches (McWorkloadBy by, gpointer row, const char *text)
{
  g_autofree char *code = code_row (by, row);
  g_autofree char *name = name_row (by, row);
  g_autofree char *wanted = mc_fold (text);
  g_autofree char *folded = mc_fold (name);

  return (code && g_ascii_strcasecmp (code, text) == 0) || g_str_equal (wanted, folded);
}

gboolean
mc_cli_find_workload_key (McStore *store, McWorkloadBy by, const char *text, McDay day, gint64 *key, GError **error)
{
  g_autoptr (GPtrArray) rows = list_rows (store, by, day, error);

  if (!rows)
    return FALSE;
  for (guint i = 0; i < rows->len; i++)
    if (matches (by, rows->pdata[i], text))
      {
        *key = mc_entity_get_id (rows->pdata[i]);
        return TRUE;
      }
  g_set_error (error, MC_ERROR, MC_ERROR_NOT_FOUND, _ ("“%s” is the code or name of none (%s)."), text,
               _ (mc_workload_by_values[by].label));
  return FALSE;
}

GArray *
mc_cli_load_workload (McStore *store, const McWorkloadQuery *query, GError **error)
{
  return dex_await_boxed (mc_workload_store_load (store, query), error);
}

gboolean
mc_cli_count_visit_days (McStore *store, McPeriod period, int days[8], GError **error)
{
  const McWorkloadQuery query = { .from = period.from, .to = period.until, .bucket = MC_WORKLOAD_DAY };
  g_autoptr (GArray) rows = mc_cli_load_workload (store, &query, error);

  if (rows)
    mc_staffing_count_days (rows, days);
  return rows != NULL;
}
