/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mc-planner-rule.h"

#include <glib/gi18n-lib.h>

const McEnumValue mc_planner_family_values[] = {
  { "cover", N_ ("Enough people") },
  { "competence", N_ ("Competence") },
  { "leave", N_ ("Leave is kept") },
  { "whole-day", N_ ("One person the whole day") },
  { "succession", N_ ("Forbidden successions") },
  { "rest", N_ ("Rest between days") },
  { "count", N_ ("Least and most") },
  { "run", N_ ("Days worked on end") },
  { "off-run", N_ ("Days off on end") },
  { "weekends", N_ ("Weekends") },
  { "pattern", N_ ("Weekly pattern") },
  { "standing", N_ ("Own counter first") },
  { "steady", N_ ("One place the whole day") },
  { "wish-on", N_ ("Requests to be on duty") },
  { "wish-off", N_ ("Requests not to be on duty") },
  { "group", N_ ("So many of a group") },
  { "together", N_ ("Together or not at all") },
  { "trainee", N_ ("New officers beside experienced ones") },
  { "fairness", N_ ("Burdens shared fairly") },
  { "stability", N_ ("As it was before") },
  { NULL, NULL },
};

const McEnumValue mc_planner_span_values[] = {
  { "", N_ ("Not counted") },         { "day", N_ ("Day") }, { "week", N_ ("Week") }, { "month", N_ ("Month") },
  { "horizon", N_ ("Whole roster") }, { NULL, NULL },
};

const McEnumValue mc_planner_unit_values[] = {
  { "", N_ ("Not counted") },
  { "sessions", N_ ("Sessions") },
  { "days", N_ ("Days") },
  { "minutes", N_ ("Minutes") },
  { NULL, NULL },
};

const McEnumValue mc_planner_ledger_values[] = {
  { "", N_ ("None") },
  { "saturdays", N_ ("Saturdays") },
  { "sundays", N_ ("Sundays") },
  { "holidays", N_ ("Holidays") },
  { "guidance", N_ ("Guidance desk") },
  { "leader", N_ ("Leader on duty") },
  { "guard", N_ ("Guard") },
  { "late", N_ ("Late closing") },
  { "supervision", N_ ("Supervision") },
  { "it", N_ ("Information technology on call") },
  { NULL, NULL },
};

const McEnumValue mc_planner_half_values[] = {
  { "", N_ ("Not given") },
  { "day", N_ ("Whole day") },
  { "morning", N_ ("Morning") },
  { "afternoon", N_ ("Afternoon") },
  { NULL, NULL },
};

static const McFieldInfo fields[] = {
  MC_FIELD_ENUM (McPlannerRule, kind, MC_FIELD_REQUIRED, N_ ("Family"), mc_planner_family_values),
  MC_FIELD_TEXT (McPlannerRule, name, MC_FIELD_REQUIRED, N_ ("Rule")),
  MC_FIELD_BOOL (McPlannerRule, enabled, MC_FIELD_REQUIRED, N_ ("Switched on")),
  MC_FIELD_BOOL (McPlannerRule, hard, MC_FIELD_REQUIRED, N_ ("A must")),
  MC_FIELD_INT (McPlannerRule, weight, MC_FIELD_REQUIRED, N_ ("Weight")),
  MC_FIELD_INT (McPlannerRule, stage, MC_FIELD_REQUIRED, N_ ("Stage")),
  MC_FIELD_INT (McPlannerRule, least, 0, N_ ("At least")),
  MC_FIELD_INT (McPlannerRule, most, 0, N_ ("At most")),
  MC_FIELD_ENUM (McPlannerRule, span, 0, N_ ("In each"), mc_planner_span_values),
  MC_FIELD_ENUM (McPlannerRule, unit, 0, N_ ("Counted in"), mc_planner_unit_values),
  MC_FIELD_ENUM (McPlannerRule, ledger, 0, N_ ("Burden"), mc_planner_ledger_values),
  MC_FIELD_TEXT (McPlannerRule, weekdays, MC_FIELD_WEEKDAYS, N_ ("Days of the week")),
  MC_FIELD_ENUM (McPlannerRule, half, 0, N_ ("Part of the day"), mc_planner_half_values),
  MC_FIELD_JSON (McPlannerRule, scope, MC_FIELD_REQUIRED | MC_FIELD_SCOPE, N_ ("For whom")),
  MC_FIELD_INT (McPlannerRule, sort_order, MC_FIELD_REQUIRED, N_ ("Place")),
  MC_FIELD_TEXT (McPlannerRule, note, 0, N_ ("Note")),
  MC_FIELD_TEXT (McPlannerRule, basis, 0, N_ ("Basis in law")),
};

MC_DEFINE_ENTITY (McPlannerRule, mc_planner_rule, MC_NOUN_TABLE, "planner_rule", N_ ("Rule of the planner"), fields)
