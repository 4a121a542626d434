/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mc-registered-paper.h"

#include <glib/gi18n-lib.h>

const McEnumValue mc_paper_state_values[] = {
  { "draft", N_ ("Draft") },
  { "issued", N_ ("Issued") },
  { "withdrawn", N_ ("Withdrawn") },
  { NULL, NULL },
};

const McEnumValue mc_paper_capacity_values[] = {
  { "own", N_ ("In the own name") },
  { "for", N_ ("For the director (KT.)") },
  { "by_order", N_ ("By order (TL.)") },
  { "by_order_for", N_ ("By order, for the director (TL., KT.)") },
  { "by_authority", N_ ("By authority (TUQ.)") },
  { NULL, NULL },
};

const McEnumValue mc_paper_subject_values[] = {
  { "", N_ ("Nothing") },
  { "absence", N_ ("Absence") },
  { "tour", N_ ("Tour") },
  { "roster", N_ ("Roster") },
  { "roster_amendment", N_ ("Amendment") },
  { "counter_assignment", N_ ("Work at a counter") },
  { NULL, NULL },
};

static const McFieldInfo fields[] = {
  MC_FIELD_ENUM (McRegisteredPaper, kind, MC_FIELD_REQUIRED, N_ ("Kind"), mc_paper_kind_values),
  MC_FIELD_ENUM (McRegisteredPaper, state, MC_FIELD_REQUIRED, N_ ("State"), mc_paper_state_values),
  MC_FIELD_TEXT (McRegisteredPaper, type_code, 0, N_ ("Code of the type")),
  MC_FIELD_INT (McRegisteredPaper, year, MC_FIELD_READONLY | MC_FIELD_NAMES, N_ ("Year")),
  MC_FIELD_INT (McRegisteredPaper, number, MC_FIELD_READONLY, N_ ("Number")),
  MC_FIELD_TEXT (McRegisteredPaper, symbol, MC_FIELD_REQUIRED, N_ ("Symbol")),
  MC_FIELD_DAY (McRegisteredPaper, paper_date, 0, N_ ("Date")),
  MC_FIELD_TEXT (McRegisteredPaper, abstract, MC_FIELD_REQUIRED, N_ ("Abstract")),
  MC_FIELD_TEXT (McRegisteredPaper, recipients, 0, N_ ("Recipients")),
  MC_FIELD_ENUM (McRegisteredPaper, capacity, MC_FIELD_REQUIRED, N_ ("Signed as"), mc_paper_capacity_values),
  MC_FIELD_TEXT (McRegisteredPaper, signer, 0, N_ ("Signer")),
  MC_FIELD_REF (McRegisteredPaper, person_id, MC_FIELD_KEY, N_ ("Person"), "person"),
  MC_FIELD_REF (McRegisteredPaper, agency_id, MC_FIELD_KEY, N_ ("Agency"), "agency"),
  MC_FIELD_ENUM (McRegisteredPaper, subject, MC_FIELD_KEY, N_ ("Belongs to"), mc_paper_subject_values),
  MC_FIELD_INT64 (McRegisteredPaper, subject_id, MC_FIELD_KEY, N_ ("Row")),
  MC_FIELD_JSON (McRegisteredPaper, content, MC_FIELD_REQUIRED | MC_FIELD_LAZY, N_ ("Content")),
  MC_FIELD_TEXT (McRegisteredPaper, sha256, MC_FIELD_READONLY, N_ ("SHA-256")),
  MC_FIELD_TEXT (McRegisteredPaper, drafted_by, MC_FIELD_READONLY, N_ ("Drafted by")),
  MC_FIELD_TIMESTAMP (McRegisteredPaper, drafted_at, MC_FIELD_READONLY, N_ ("Drafted")),
  MC_FIELD_TEXT (McRegisteredPaper, issued_by, MC_FIELD_READONLY, N_ ("Issued by")),
  MC_FIELD_TIMESTAMP (McRegisteredPaper, issued_at, MC_FIELD_READONLY, N_ ("Issued")),
  MC_FIELD_TEXT (McRegisteredPaper, withdrawn_by, MC_FIELD_READONLY, N_ ("Withdrawn by")),
  MC_FIELD_TIMESTAMP (McRegisteredPaper, withdrawn_at, MC_FIELD_READONLY, N_ ("Withdrawn")),
  MC_FIELD_TEXT (McRegisteredPaper, withdraw_reason, 0, N_ ("Withdrawn because")),
  MC_FIELD_DAY (McRegisteredPaper, answered_on, 0, N_ ("Answered on")),
  MC_FIELD_TEXT (McRegisteredPaper, answer_no, 0, N_ ("Number of the answer")),
  MC_FIELD_TEXT (McRegisteredPaper, answer_note, 0, N_ ("Answer")),
  MC_FIELD_BOOL (McRegisteredPaper, is_sample, MC_FIELD_READONLY | MC_FIELD_REQUIRED, N_ ("Sample")),
};

MC_DEFINE_ENTITY (McRegisteredPaper, mc_registered_paper, MC_NOUN_TABLE, "paper", N_ ("Official paper"), fields)

McRegisteredPaper *
mc_registered_paper_new (void)
{
  return g_object_new (MC_TYPE_REGISTERED_PAPER, NULL);
}

char *
mc_registered_paper_dup_number (McRegisteredPaper *self)
{
  g_return_val_if_fail (MC_IS_REGISTERED_PAPER (self), NULL);
  if (self->state == MC_PAPER_STATE_DRAFT)
    return g_strdup_printf ("…/%s", self->symbol ? self->symbol : "");
  return g_strdup_printf ("%02d/%s", self->number, self->symbol);
}
