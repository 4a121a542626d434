/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "mc-entity.h"

G_BEGIN_DECLS

/** McFeedbackKind: What a citizen says; denunciations (tố cáo) have a law and a keeping of their own. */
typedef enum
{
  MC_FEEDBACK_KIND_FEEDBACK,
  MC_FEEDBACK_KIND_COMPLAINT,
  MC_FEEDBACK_KIND_COMPLIMENT,
} McFeedbackKind;

extern const McEnumValue mc_feedback_kind_values[];

/** McFeedbackChannel: How it came (Decree 61/2018, Article 29). */
typedef enum
{
  MC_FEEDBACK_CHANNEL_COUNTER,
  MC_FEEDBACK_CHANNEL_DEVICE,
  MC_FEEDBACK_CHANNEL_SLIP,
  MC_FEEDBACK_CHANNEL_BOX,
  MC_FEEDBACK_CHANNEL_ONLINE,
  MC_FEEDBACK_CHANNEL_PHONE,
  MC_FEEDBACK_CHANNEL_LETTER,
  MC_FEEDBACK_CHANNEL_SURVEY,
  MC_FEEDBACK_CHANNEL_CAMERA,
  MC_FEEDBACK_CHANNEL_OTHER,
} McFeedbackChannel;

extern const McEnumValue mc_feedback_channel_values[];

/** McFeedbackState: How far it is; one step at a time. */
typedef enum
{
  MC_FEEDBACK_STATE_RECEIVED,
  MC_FEEDBACK_STATE_EXAMINED,
  MC_FEEDBACK_STATE_SETTLED,
  MC_FEEDBACK_STATE_ANSWERED,
} McFeedbackState;

extern const McEnumValue mc_feedback_state_values[];

/** McFeedbackOutcome: Whether it was right; said by the director or a deputy. */
typedef enum
{
  MC_FEEDBACK_OUTCOME_NONE,
  MC_FEEDBACK_OUTCOME_UPHELD,
  MC_FEEDBACK_OUTCOME_REJECTED,
} McFeedbackOutcome;

extern const McEnumValue mc_feedback_outcome_values[];

#define MC_TYPE_FEEDBACK (mc_feedback_get_type ())
G_DECLARE_FINAL_TYPE (McFeedback, mc_feedback, MC, FEEDBACK, McEntity)

/**
 * McFeedback:
 * A complaint, feedback or a compliment: about whom, and what came of it. Who said it stands elsewhere; the database
 * refuses words that hold a dossier code, a telephone or an e-mail.
 */
struct _McFeedback
{
  McEntity parent_instance;

  McFeedbackKind kind;
  McFeedbackChannel channel;
  McDay received_on;
  gint64 person_id;
  gint64 counter_id;
  gint64 agency_id;
  char *matter;
  char *kept_at;
  McFeedbackState state;
  McFeedbackOutcome outcome;
  char *finding;
  McDay answered_on;
  gint64 paper_id;
  gboolean is_sample;
};

/** mc_feedback_new: (transfer full): an unsaved one. */
McFeedback *mc_feedback_new (void);

G_END_DECLS
