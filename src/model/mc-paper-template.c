/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mc-paper-template.h"

#include <glib/gi18n-lib.h>

const McEnumValue mc_paper_kind_values[] = {
  { "leave", N_ ("Leave paper") },
  { "standby_request", N_ ("Request for a standby") },
  { "replacement", N_ ("Request for a replacement") },
  { "term_ending", N_ ("End of a term") },
  { "assignment", N_ ("Assignment notice") },
  { "move", N_ ("Notice of another place") },
  { "roster", N_ ("Duty roster") },
  { "duty", N_ ("Duty list of Saturdays and holidays") },
  { "attendance", N_ ("Attendance sheet") },
  { "evaluation_notice", N_ ("Notice of an evaluation") },
  { "evaluation_quarter", N_ ("Evaluations of a quarter") },
  { "evaluation_year", N_ ("Proposal after a year's evaluation") },
  { "other", N_ ("Other paper") },
  { NULL, NULL },
};

#define COMMON "centre", "parent", "place", "today", "year"

const char *const *
mc_paper_kind_get_placeholders (McPaperKind kind)
{
  static const char *const leave[] = { COMMON, "honorific", "person", "post",         "agency",  "days",
                                       "from", "to",        "where",  "request_date", "standby", NULL };
  static const char *const standby[] = { COMMON, "honorific", "person",  "agency",    "counter", "field", "days",
                                         "from", "to",        "morning", "afternoon", "standby", NULL };
  static const char *const replacement[] = { COMMON, "honorific", "person", "agency", "field", "reason", "from", NULL };
  static const char *const ending[] = { COMMON, "honorific", "person",    "agency", "field",
                                        "from", "to",        "answer_by", NULL };
  static const char *const assignment[] = { COMMON,  "honorific", "person", "agency", "counter",
                                            "field", "from",      "to",     NULL };
  static const char *const move[] = { COMMON,    "honorific", "person", "agency", "old_place", "new_place",
                                      "session", "from",      "to",     "reason", NULL };
  static const char *const roster[] = { COMMON, "period", "from", "to", NULL };
  static const char *const evaluation[] = { COMMON, "agency", "period", "from", "to", "count", NULL };
  static const char *const other[] = { COMMON, NULL };

  switch (kind)
    {
    case MC_PAPER_KIND_LEAVE:
      return leave;
    case MC_PAPER_KIND_STANDBY_REQUEST:
      return standby;
    case MC_PAPER_KIND_REPLACEMENT:
      return replacement;
    case MC_PAPER_KIND_TERM_ENDING:
      return ending;
    case MC_PAPER_KIND_ASSIGNMENT:
      return assignment;
    case MC_PAPER_KIND_MOVE:
      return move;
    case MC_PAPER_KIND_ROSTER:
    case MC_PAPER_KIND_DUTY:
    case MC_PAPER_KIND_ATTENDANCE:
      return roster;
    case MC_PAPER_KIND_EVALUATION_NOTICE:
    case MC_PAPER_KIND_EVALUATION_QUARTER:
    case MC_PAPER_KIND_EVALUATION_YEAR:
      return evaluation;
    case MC_PAPER_KIND_OTHER:
    default:
      return other;
    }
}

static const McFieldInfo fields[] = {
  MC_FIELD_ENUM (McPaperTemplate, kind, MC_FIELD_REQUIRED, N_ ("Kind"), mc_paper_kind_values),
  MC_FIELD_TEXT (McPaperTemplate, language, MC_FIELD_REQUIRED, N_ ("Language")),
  MC_FIELD_TEXT (McPaperTemplate, type_code, 0, N_ ("Code of the type")),
  MC_FIELD_TEXT (McPaperTemplate, type_name, 0, N_ ("Type of paper")),
  MC_FIELD_TEXT (McPaperTemplate, abstract, 0, N_ ("Abstract")),
  MC_FIELD_TEXT (McPaperTemplate, addressee, 0, N_ ("To")),
  MC_FIELD_TEXT (McPaperTemplate, body, MC_FIELD_REQUIRED, N_ ("Text")),
  MC_FIELD_TEXT (McPaperTemplate, recipients, 0, N_ ("Recipients")),
  MC_FIELD_TEXT (McPaperTemplate, note, 0, N_ ("Note")),
  MC_FIELD_PERIOD (McPaperTemplate, during, MC_FIELD_REQUIRED, N_ ("Period")),
};

MC_DEFINE_ENTITY (McPaperTemplate, mc_paper_template, MC_NOUN_TABLE, "paper_template", N_ ("Text of a paper"), fields)

McPaperTemplate *
mc_paper_template_new (void)
{
  return g_object_new (MC_TYPE_PAPER_TEMPLATE, NULL);
}
