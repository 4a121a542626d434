/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mc-cli-evaluation.h"

#include <glib/gi18n-lib.h>
#include <math.h>
#include <stdio.h>

#include "mc-agency.h"
#include "mc-evaluation-result.h"
#include "mc-person.h"

McCliEvaluationBook *
mc_cli_evaluation_book_new (McStore *store, GError **error)
{
  g_autoptr (McCliEvaluationBook) self = g_new0 (McCliEvaluationBook, 1);

  self->schemes = dex_await_boxed (mc_store_list (store, MC_TYPE_EVALUATION_SCHEME, NULL), error);
  self->criteria =
      self->schemes ? dex_await_boxed (mc_store_list (store, MC_TYPE_EVALUATION_CRITERION, NULL), error) : NULL;
  self->cycles = self->criteria ? dex_await_boxed (mc_store_list (store, MC_TYPE_EVALUATION_CYCLE, NULL), error) : NULL;
  self->people = self->cycles ? dex_await_boxed (mc_store_list (store, MC_TYPE_PERSON, NULL), error) : NULL;
  self->agencies = self->people ? dex_await_boxed (mc_store_list (store, MC_TYPE_AGENCY, NULL), error) : NULL;
  return self->agencies ? g_steal_pointer (&self) : NULL;
}

void
mc_cli_evaluation_book_free (McCliEvaluationBook *self)
{
  g_return_if_fail (self);
  g_clear_pointer (&self->schemes, g_ptr_array_unref);
  g_clear_pointer (&self->criteria, g_ptr_array_unref);
  g_clear_pointer (&self->cycles, g_ptr_array_unref);
  g_clear_pointer (&self->people, g_ptr_array_unref);
  g_clear_pointer (&self->agencies, g_ptr_array_unref);
  g_free (self);
}

gpointer
mc_cli_evaluation_find (const GPtrArray *rows, gint64 id)
{
  for (guint i = 0; i < rows->len; i++)
    if (mc_entity_get_id (g_ptr_array_index (rows, i)) == id)
      return g_ptr_array_index (rows, i);
  return NULL;
}

const char *
mc_cli_evaluation_person (McCliEvaluationBook *self, gint64 id)
{
  McPerson *person = mc_cli_evaluation_find (self->people, id);

  return person && person->full_name ? person->full_name : "";
}

gboolean
mc_cli_parse_cycle (const char *text, McCycleKind *kind, McDay *day, GError **error)
{
  int year = 0, part = 0, end = 0;

  *day = MC_DAY_NONE;
  if (text && sscanf (text, "%4d-Q%1d%n", &year, &part, &end) == 2 && !text[end] && part >= 1 && part <= 4)
    {
      *kind = MC_CYCLE_QUARTER;
      *day = mc_day_new (year, 3 * part - 2, 1);
    }
  else if (text && sscanf (text, "%4d-%2d%n", &year, &part, &end) == 2 && !text[end])
    {
      *kind = MC_CYCLE_MONTH;
      *day = mc_day_new (year, part, 1);
    }
  else if (text && sscanf (text, "%4d%n", &year, &end) == 1 && end == 4 && !text[end])
    {
      *kind = MC_CYCLE_YEAR;
      *day = mc_day_new (year, 1, 1);
    }
  if (*day != MC_DAY_NONE && year >= 1900)
    return TRUE;
  mc_cli_usage (error, _ ("“%s” is no cycle; write it as 2026-09, 2026-Q3 or 2026"), text ? text : "");
  return FALSE;
}

static gboolean
is_wanted (McCliEvaluationBook *book, McEvaluation *evaluation, const char *scheme, gint64 person)
{
  McEvaluationScheme *found = mc_cli_evaluation_find (book->schemes, evaluation->scheme_id);

  return (!person || evaluation->person_id == person) && (!scheme || (found && g_strcmp0 (found->code, scheme) == 0));
}

GPtrArray *
mc_cli_evaluation_list (McStore *store,
                        McCliEvaluationBook *book,
                        McCycleKind kind,
                        McDay day,
                        const char *scheme,
                        gint64 person,
                        GError **error)
{
  g_autoptr (GPtrArray) wanted = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint c = 0; c < book->cycles->len; c++)
    {
      McEvaluationCycle *cycle = g_ptr_array_index (book->cycles, c);
      g_autoptr (McQuery) query = NULL;
      g_autoptr (GPtrArray) rows = NULL;

      if (cycle->kind != kind || !mc_period_contains (cycle->during, day))
        continue;
      query = mc_query_where_id (mc_query_new (), "cycle_id", mc_entity_get_id (MC_ENTITY (cycle)));
      rows = dex_await_boxed (mc_store_list (store, MC_TYPE_EVALUATION, query), error);
      if (!rows)
        return NULL;
      for (guint i = 0; i < rows->len; i++)
        if (is_wanted (book, g_ptr_array_index (rows, i), scheme, person))
          g_ptr_array_add (wanted, g_object_ref (g_ptr_array_index (rows, i)));
    }
  return g_steal_pointer (&wanted);
}

static JsonNode *
flags_node (McEvaluation *evaluation)
{
  JsonNode *node = evaluation->flags ? json_from_string (evaluation->flags, NULL) : NULL;

  return node ? node : json_node_new (JSON_NODE_NULL);
}

void
mc_cli_evaluation_add (JsonBuilder *builder, McCliEvaluationBook *book, McEvaluation *evaluation)
{
  McEvaluationScheme *scheme = mc_cli_evaluation_find (book->schemes, evaluation->scheme_id);
  McAgency *agency = mc_cli_evaluation_find (book->agencies, evaluation->agency_id);

  json_builder_begin_object (builder);
  mc_cli_set_int (builder, "id", mc_entity_get_id (MC_ENTITY (evaluation)));
  mc_cli_set_int (builder, "person_id", evaluation->person_id);
  mc_cli_set_string (builder, "full_name", mc_cli_evaluation_person (book, evaluation->person_id));
  mc_cli_set_string (builder, "agency", agency ? agency->code : NULL);
  mc_cli_set_string (builder, "scheme", scheme ? scheme->code : NULL);
  mc_cli_set_enum (builder, "state", mc_evaluation_state_values, evaluation->state);
  mc_cli_set_double (builder, "total", evaluation->total);
  mc_cli_set_string (builder, "band", evaluation->band);
  mc_cli_set_string (builder, "veto", evaluation->veto);
  json_builder_set_member_name (builder, "flags");
  json_builder_add_value (builder, flags_node (evaluation));
  if (evaluation->previous_id)
    mc_cli_set_int (builder, "reopens", evaluation->previous_id);
  mc_cli_set_string (builder, "signed_by", evaluation->signed_by);
  mc_cli_set_string (builder, "home_level",
                     evaluation->home_level ? mc_home_level_values[evaluation->home_level].text : NULL);
  json_builder_end_object (builder);
}

char *
mc_cli_evaluation_dup_flags (McCliEvaluationBook *book, McEvaluation *evaluation)
{
  g_autoptr (JsonNode) node = flags_node (evaluation);
  g_autoptr (GPtrArray) criteria = g_ptr_array_new ();
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < book->criteria->len; i++)
    if (((McEvaluationCriterion *)g_ptr_array_index (book->criteria, i))->scheme_id == evaluation->scheme_id)
      g_ptr_array_add (criteria, g_ptr_array_index (book->criteria, i));
  for (guint i = 0; JSON_NODE_HOLDS_ARRAY (node) && i < json_array_get_length (json_node_get_array (node)); i++)
    {
      g_autofree char *one =
          mc_evaluation_flag_format (json_array_get_string_element (json_node_get_array (node), i), criteria);

      g_string_append_printf (text, "%s%s", i ? "; " : "", one);
    }
  return g_string_free_and_steal (g_steal_pointer (&text));
}

void
mc_cli_evaluation_print (McCliEvaluationBook *book, const GPtrArray *evaluations)
{
  const char *const titles[] = { _ ("ID"),    _ ("Name"), _ ("Scheme"),  _ ("State"),
                                 _ ("Total"), _ ("Band"), _ ("Remarks"), NULL };
  g_autoptr (GPtrArray) rows = g_ptr_array_new_with_free_func ((GDestroyNotify)g_strfreev);

  for (guint i = 0; i < evaluations->len; i++)
    {
      McEvaluation *evaluation = g_ptr_array_index (evaluations, i);
      McEvaluationScheme *scheme = mc_cli_evaluation_find (book->schemes, evaluation->scheme_id);
      char **row = g_new0 (char *, 8);

      row[0] = g_strdup_printf ("%" G_GINT64_FORMAT, mc_entity_get_id (MC_ENTITY (evaluation)));
      row[1] = g_strdup (mc_cli_evaluation_person (book, evaluation->person_id));
      row[2] = g_strdup (scheme ? scheme->code : "");
      row[3] = g_strdup (mc_enum_label (mc_evaluation_state_values, evaluation->state));
      row[4] = isnan (evaluation->total) ? g_strdup ("-") : g_strdup_printf ("%.2f", evaluation->total);
      row[5] = scheme ? mc_evaluation_band_dup_name (scheme, evaluation->band) : g_strdup ("");
      row[6] = mc_cli_evaluation_dup_flags (book, evaluation);
      g_ptr_array_add (rows, row);
    }
  mc_cli_print_table (titles, rows);
}
