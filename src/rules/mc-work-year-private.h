/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "mc-day-override.h"
#include "mc-work-calendar.h"

G_BEGIN_DECLS

/**
 * McWorkYear:
 * The days of one year. Texts are those of the book, the overrides, and @texts.
 */
typedef struct
{
  McDay first;
  int n_days;
  McWorkDay days[366];
  const McRule *holidays[366]; /* the rule of the holiday that the day is, if the law knows it */
  GStringChunk *texts;
} McWorkYear;

/**
 * mc_work_year_new:
 * @overrides: (element-type McDayOverride): sorted by day, whole days before halves
 * @topics: the topics of holidays, sorted
 */
McWorkYear *mc_work_year_new (McRuleBook *book, const char *const *topics, const GPtrArray *overrides, int year);
void mc_work_year_free (McWorkYear *self);

G_END_DECLS
