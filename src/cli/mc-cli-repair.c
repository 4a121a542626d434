/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mc-cli-repair.h"

#include <glib/gi18n-lib.h>

#include "mc-roster-toll.h"
#include "mc-session-time.h"

static const char *
code_of (McRosterProblem *problem, gint duty)
{
  return duty == MC_ROSTER_FREE ? "-" : mc_roster_duty (problem, duty)->key;
}

static void
add_moves (JsonBuilder *builder, McRosterProblem *problem, const McRosterAnswer *answer)
{
  json_builder_set_member_name (builder, "moves");
  json_builder_begin_array (builder);
  for (guint i = 0; i < answer->moves->len; i++)
    {
      McRosterMove *move = &g_array_index (answer->moves, McRosterMove, i);
      McRosterSession *session = mc_roster_session (problem, move->session);

      json_builder_begin_object (builder);
      mc_cli_set_int (builder, "person_id", mc_roster_person (problem, move->person)->id);
      mc_cli_set_string (builder, "full_name", mc_roster_person (problem, move->person)->name);
      mc_cli_set_day (builder, "day", session->day);
      mc_cli_set_enum (builder, "session", mc_day_session_values, session->part);
      mc_cli_set_string (builder, "before", move->before == MC_ROSTER_FREE ? NULL : code_of (problem, move->before));
      mc_cli_set_string (builder, "after", move->after == MC_ROSTER_FREE ? NULL : code_of (problem, move->after));
      json_builder_end_object (builder);
    }
  json_builder_end_array (builder);
}

static void
add_answer (JsonBuilder *builder, const McRosterRepair *repair, const McRosterAnswer *answer)
{
  json_builder_begin_object (builder);
  mc_cli_set_int (builder, "uncovered", answer->gaps);
  mc_cli_set_int (builder, "cells", answer->moves->len);
  mc_cli_set_int (builder, "people", answer->people);
  mc_cli_set_int (builder, "price", mc_roster_answer_price (repair, answer));
  json_builder_set_member_name (builder, "prices");
  json_builder_begin_array (builder);
  for (guint i = 0; i < answer->prices->len; i++)
    json_builder_add_int_value (builder, g_array_index (answer->prices, gint64, i));
  json_builder_end_array (builder);
  add_moves (builder, repair->problem, answer);
  json_builder_end_object (builder);
}

static void
print_answer (const McRosterRepair *repair, const McRosterAnswer *answer, guint number)
{
  McRosterProblem *problem = repair->problem;
  g_autofree char *price = mc_roster_answer_describe_price (repair, answer);

  g_print (_ ("Answer %u: %u seats empty, %u cells of %u people change\n"), number, answer->gaps, answer->moves->len,
           answer->people);
  for (guint i = 0; i < answer->moves->len; i++)
    {
      McRosterMove *move = &g_array_index (answer->moves, McRosterMove, i);
      McRosterSession *session = mc_roster_session (problem, move->session);
      g_autofree char *day = mc_day_format (session->day);

      g_print ("  %s %s: %s %s → %s\n", day, mc_enum_label (mc_day_session_values, session->part),
               mc_roster_person (problem, move->person)->name, code_of (problem, move->before),
               code_of (problem, move->after));
    }
  g_print ("  %s\n", price);
}

void
mc_cli_repair_add_answers (JsonBuilder *builder, McRosterRepair *repair)
{
  json_builder_set_member_name (builder, "answers");
  json_builder_begin_array (builder);
  for (guint i = 0; i < repair->answers->len; i++)
    add_answer (builder, repair, repair->answers->pdata[i]);
  json_builder_end_array (builder);
}

void
mc_cli_repair_print_answers (McRosterRepair *repair)
{
  for (guint i = 0; i < repair->answers->len; i++)
    print_answer (repair, repair->answers->pdata[i], i + 1);
}
