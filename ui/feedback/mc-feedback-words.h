/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "mc-counter-rows.h"
#include "mc-told-columns.h"

G_BEGIN_DECLS

/** McFeedbackNames: where the words of a row find what it refers to. */
typedef struct
{
  McCounterRegister *registry; /* people, agencies, counters */
  McLiveList *kinds;           /* McSupervisionKind */
  McLiveList *papers;          /* McRegisteredPaper */
} McFeedbackNames;

/** mc_feedback_columns: (transfer none) (array length=n): of "feedback" or "supervision_note", over McFeedbackNames;
 * the first is the day. */
const McToldColumn *mc_feedback_columns (const char *table, gsize *n);

/** mc_feedback_dup_value: (transfer full) (nullable): a field as people read it, references by name. */
char *mc_feedback_dup_value (const McFeedbackNames *names, McEntity *row, const char *field);

/* McFactDescribe for a person's page; they name no person. */
void mc_feedback_describe (gpointer row, gpointer user_data, char **title, char **subtitle, char **target);
void mc_supervision_describe (gpointer row, gpointer user_data, char **title, char **subtitle, char **target);

G_END_DECLS
