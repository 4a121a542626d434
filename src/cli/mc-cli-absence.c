/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mc-cli-absence.h"

#include <glib/gi18n-lib.h>

#include "mc-error.h"

gboolean
mc_cli_absence_kind (const char *text, McAbsenceKind *kind, GError **error)
{
  g_autoptr (GString) words = NULL;
  guint value = 0;

  if (mc_enum_parse (mc_absence_kind_values, text, &value))
    {
      *kind = (McAbsenceKind)value;
      return TRUE;
    }
  words = g_string_new (NULL);
  for (guint i = 1; mc_absence_kind_values[i].text; i++)
    g_string_append_printf (words, "%s%s", i > 1 ? ", " : "", mc_absence_kind_values[i].text);
  mc_cli_usage (error, _ ("“%s” is no kind of absence; there are %s"), text, words->str);
  return FALSE;
}

void
mc_cli_absence_build (
    JsonBuilder *builder, McAbsence *absence, McAbsenceKind kind, const char *name, McWorkCalendar *calendar)
{
  json_builder_begin_object (builder);
  mc_cli_set_int (builder, "id", mc_entity_get_id (MC_ENTITY (absence)));
  mc_cli_set_int (builder, "person_id", absence->person_id);
  mc_cli_set_string (builder, "full_name", name);
  mc_cli_set_day (builder, "from", absence->during.from);
  mc_cli_set_last_day (builder, "until", absence->during.until);
  mc_cli_set_enum (builder, "half", mc_half_values, absence->half);
  mc_cli_set_string (builder, "starts", absence->starts);
  mc_cli_set_string (builder, "ends", absence->ends);
  json_builder_set_member_name (builder, "days");
  json_builder_add_double_value (builder, mc_leave_days (absence, calendar, absence->during));
  mc_cli_set_bool (builder, "excused", absence->excused);
  mc_cli_set_enum (builder, "kind", mc_absence_kind_values, kind);
  mc_cli_set_enum (builder, "state", mc_absence_state_values, absence->state);
  mc_cli_set_string (builder, "answered_by", absence->answered_by);
  mc_cli_set_enum (builder, "home_word", mc_home_word_values, absence->home_word);
  mc_cli_set_string (builder, "paper_no", absence->paper_no);
  mc_cli_set_bool (builder, "counts", mc_absence_counts (absence));
  json_builder_end_object (builder);
}

char *
mc_cli_absence_describe (McAbsence *absence)
{
  g_autofree char *period = mc_period_format_people (absence->during);
  GString *text = g_string_new (period);

  if (absence->half != MC_HALF_DAY)
    g_string_append_printf (text, ", %s", _ (mc_half_values[absence->half].label));
  if (absence->starts)
    g_string_append_printf (text, ", %s–%s", absence->starts, absence->ends);
  return g_string_free_and_steal (text);
}

GListModel *
mc_cli_list_model (McStore *store, GType noun, GError **error)
{
  return mc_cli_query_model (store, noun, NULL, error);
}

GListModel *
mc_cli_query_model (McStore *store, GType noun, McQuery *query, GError **error)
{
  g_autoptr (GError) failure = NULL;
  g_autoptr (GPtrArray) rows = dex_await_boxed (mc_store_list (store, noun, query), &failure);
  GListStore *list;

  if (!rows && !g_error_matches (failure, MC_ERROR, MC_ERROR_DENIED))
    {
      g_propagate_error (error, g_steal_pointer (&failure));
      return NULL;
    }
  list = g_list_store_new (noun);
  if (rows)
    g_list_store_splice (list, 0, 0, rows->pdata, rows->len);
  return G_LIST_MODEL (list);
}
