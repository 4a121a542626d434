/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "mc-counter-rows.h"

G_BEGIN_DECLS

/** McFeedbackNames: where the words of a row find what it refers to. */
typedef struct
{
  McCounterRegister *registry; /* people, agencies, counters */
  McLiveList *kinds;           /* McSupervisionKind */
  McLiveList *papers;          /* McRegisteredPaper */
} McFeedbackNames;

/**
 * McFeedbackColumn:
 * @title: (untranslated, context "column")
 * @text: (transfer full) (nullable): of its cells
 * @width: in pixels; 0 takes the room that is left
 */
typedef struct
{
  const char *title;
  char *(*text) (const McFeedbackNames *names, gpointer row);
  int width;
} McFeedbackColumn;

/** mc_feedback_columns: (transfer none) (array length=n): of "feedback" or "supervision_note"; the first is the day. */
const McFeedbackColumn *mc_feedback_columns (const char *table, gsize *n);

/** mc_feedback_get_day: of which day a row of either table is. */
McDay mc_feedback_get_day (gpointer row);

/** mc_feedback_dup_value: (transfer full) (nullable): a field as people read it, references by name. */
char *mc_feedback_dup_value (const McFeedbackNames *names, McEntity *row, const char *field);

/* McFactDescribe for a person's page; they name no person. */
void mc_feedback_describe (gpointer row, gpointer user_data, char **title, char **subtitle, char **target);
void mc_supervision_describe (gpointer row, gpointer user_data, char **title, char **subtitle, char **target);

G_END_DECLS
