/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mc-feedback.h"

#include <glib/gi18n-lib.h>

const McEnumValue mc_feedback_kind_values[] = {
  { "feedback", N_ ("Feedback or proposal") },
  { "complaint", N_ ("Complaint") },
  { "compliment", N_ ("Compliment") },
  { NULL, NULL },
};

const McEnumValue mc_feedback_channel_values[] = {
  { "counter", N_ ("Said at the counter") },
  { "device", N_ ("Device at the counter") },
  { "slip", N_ ("Evaluation slip") },
  { "box", N_ ("Suggestion box") },
  { "online", N_ ("Online") },
  { "phone", N_ ("By telephone") },
  { "letter", N_ ("By letter") },
  { "survey", N_ ("Survey") },
  { "camera", N_ ("Seen by camera") },
  { "other", N_ ("Another way") },
  { NULL, NULL },
};

const McEnumValue mc_feedback_state_values[] = {
  { "received", N_ ("Feedback received") },
  { "examined", N_ ("Being examined") },
  { "settled", N_ ("Settled") },
  { "answered", N_ ("Feedback answered") },
  { NULL, NULL },
};

const McEnumValue mc_feedback_outcome_values[] = {
  { "", N_ ("Not settled yet") },
  { "upheld", N_ ("Upheld") },
  { "rejected", N_ ("Rejected") },
  { NULL, NULL },
};

static const McFieldInfo fields[] = {
  MC_FIELD_ENUM (McFeedback, kind, MC_FIELD_REQUIRED, N_ ("Kind"), mc_feedback_kind_values),
  MC_FIELD_ENUM (McFeedback, channel, MC_FIELD_REQUIRED, N_ ("How it came"), mc_feedback_channel_values),
  MC_FIELD_DAY (McFeedback, received_on, MC_FIELD_REQUIRED, N_ ("Received on")),
  MC_FIELD_REF (McFeedback, person_id, MC_FIELD_KEY, N_ ("About (officer)"), "person"),
  MC_FIELD_REF (McFeedback, counter_id, MC_FIELD_KEY, N_ ("Counter"), "counter"),
  MC_FIELD_REF (McFeedback, agency_id, MC_FIELD_KEY, N_ ("Agency"), "agency"),
  MC_FIELD_TEXT (McFeedback, matter, MC_FIELD_REQUIRED, N_ ("Matter")),
  MC_FIELD_TEXT (McFeedback, kept_at, 0, N_ ("Sender kept in (name of the system)")),
  MC_FIELD_ENUM (McFeedback, state, MC_FIELD_REQUIRED, N_ ("State"), mc_feedback_state_values),
  MC_FIELD_ENUM (McFeedback, outcome, 0, N_ ("Outcome"), mc_feedback_outcome_values),
  MC_FIELD_TEXT (McFeedback, finding, 0, N_ ("What was found")),
  MC_FIELD_DAY (McFeedback, answered_on, 0, N_ ("Answered on")),
  MC_FIELD_REF (McFeedback, paper_id, 0, N_ ("Paper of the answer"), "paper"),
  MC_FIELD_BOOL (McFeedback, is_sample, MC_FIELD_READONLY, N_ ("Sample")),
};

MC_DEFINE_ENTITY (McFeedback, mc_feedback, MC_NOUN_TABLE, "feedback", N_ ("Feedback of a citizen"), fields)

McFeedback *
mc_feedback_new (void)
{
  return g_object_new (MC_TYPE_FEEDBACK, NULL);
}
