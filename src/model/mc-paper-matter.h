/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "mc-registered-paper.h"
#include "mc-staff-entry.h"

G_BEGIN_DECLS

/**
 * McPaperMatter:
 * What an official paper is about, as the register has it; what is 0 or %NULL is not known, and stays in its braces.
 *
 * @kind: which text it begins with
 * @person: whom it is about
 * @agency_id, @agency: to whom it goes; 0 and %NULL: the agency that sent @person
 * @from, @last: the first and the last day
 * @days: working days; halves count 0.5; -1: not known
 * @request_day: of what was asked for; @answer_by: until when the agency is to answer
 * @morning, @afternoon: when the counters open, in minutes since midnight; -1: not known
 * @subject, @subject_id: the row that it belongs to
 * The texts are in Vietnamese, as they stand within a sentence: "quầy số 02", "ông Trần Văn Mẫu".
 */
typedef struct
{
  McPaperKind kind;
  McDay today;
  McStaffEntry *person;
  gint64 agency_id;
  char *agency;
  McDay from, last;
  double days;
  McDay request_day, answer_by;
  int morning, afternoon;
  char *counter, *field, *standby, *reason, *where, *period, *session, *old_place, *new_place;
  McPaperSubject subject;
  gint64 subject_id;
} McPaperMatter;

#define MC_TYPE_PAPER_MATTER (mc_paper_matter_get_type ())
GType mc_paper_matter_get_type (void);

/** mc_paper_matter_new: (transfer full): of which nothing is known yet. */
McPaperMatter *mc_paper_matter_new (McPaperKind kind, McDay today);
McPaperMatter *mc_paper_matter_copy (const McPaperMatter *self);
void mc_paper_matter_free (McPaperMatter *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (McPaperMatter, mc_paper_matter_free)

G_END_DECLS
