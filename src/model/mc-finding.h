/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib-object.h>

#include "mc-day.h"

G_BEGIN_DECLS

/**
 * McFindingSeverity:
 * @MC_FINDING_ERROR: a written rule is broken ("Vi phạm")
 * @MC_FINDING_WARNING: somebody has to act, or soon will have to ("Cảnh báo")
 * @MC_FINDING_NOTE: worth knowing ("Lưu ý")
 */
typedef enum
{
  MC_FINDING_ERROR,
  MC_FINDING_WARNING,
  MC_FINDING_NOTE,
} McFindingSeverity;

/**
 * McFindingSubject:
 * What a finding is about; `subject-id` is the id of that row.
 */
typedef enum
{
  MC_FINDING_SUBJECT_CENTRE,
  MC_FINDING_SUBJECT_PERSON,
  MC_FINDING_SUBJECT_TOUR,
  MC_FINDING_SUBJECT_AGENCY,
  MC_FINDING_SUBJECT_SECTION,
  MC_FINDING_SUBJECT_POST,
  MC_FINDING_SUBJECT_COUNTER,
} McFindingSubject;

/**
 * McRemedy:
 * What can be done about a finding, in one act. The ids that the act needs are in the finding.
 *
 * @MC_REMEDY_NONE: nothing that a button could do
 * @MC_REMEDY_EXTEND_TOUR: `tour-id`; `remedy-day` is a last day that the law allows
 * @MC_REMEDY_REDUCE_TERM: `tour-id`; `remedy-day` is the latest last day that the law allows
 * @MC_REMEDY_REQUEST_STANDBY: `agency-id`; `remedy-count` persons
 * @MC_REMEDY_REQUEST_REPLACEMENT: `tour-id`, `person-id`, `agency-id`
 * @MC_REMEDY_ADD_SERVICE_HISTORY: `person-id`
 * @MC_REMEDY_SET_RANK: `person-id`
 * @MC_REMEDY_RECALL: `tour-id`; or only `agency-id` and `remedy-count` where the agency may choose whom
 * @MC_REMEDY_ADD_OFFICER: `agency-id`; `remedy-count` persons
 * @MC_REMEDY_SET_PLANNED_END: `tour-id`; `remedy-day` is the latest last day that the law allows
 * @MC_REMEDY_MOVE_TO_SUCCESSOR: `tour-id`; `remedy-agency-id` is the successor
 * @MC_REMEDY_APPOINT: `subject-id` is the post
 * @MC_REMEDY_SET_QUOTA: `agency-id`
 * @MC_REMEDY_ASSIGN_OFFICER: `subject-id` is the counter
 * @MC_REMEDY_ASSIGN_STANDBY: `subject-id` is the counter
 * @MC_REMEDY_ADD_COMPETENCE: `person-id`
 * @MC_REMEDY_TRAIN: `subject-id` is the counter, or the person who alone can do the work
 * @MC_REMEDY_ADD_COUNTER: `agency-id`
 */
typedef enum
{
  MC_REMEDY_NONE,
  MC_REMEDY_EXTEND_TOUR,
  MC_REMEDY_REDUCE_TERM,
  MC_REMEDY_REQUEST_STANDBY,
  MC_REMEDY_REQUEST_REPLACEMENT,
  MC_REMEDY_ADD_SERVICE_HISTORY,
  MC_REMEDY_SET_RANK,
  MC_REMEDY_RECALL,
  MC_REMEDY_ADD_OFFICER,
  MC_REMEDY_SET_PLANNED_END,
  MC_REMEDY_MOVE_TO_SUCCESSOR,
  MC_REMEDY_APPOINT,
  MC_REMEDY_SET_QUOTA,
  MC_REMEDY_ASSIGN_OFFICER,
  MC_REMEDY_ASSIGN_STANDBY,
  MC_REMEDY_ADD_COMPETENCE,
  MC_REMEDY_TRAIN,
  MC_REMEDY_ADD_COUNTER,
} McRemedy;

/**
 * McFindingInit:
 * What a finding is made of; strings are copied, absent ids are 0. Set %since and
 * %until to %MC_DAY_NONE where there is no such day (McDay 0 is 01/01/1970).
 */
typedef struct
{
  McFindingSeverity severity;
  const char *code; /* static: "term.above"; stable, for programs */
  McFindingSubject subject;
  gint64 subject_id;
  gint64 person_id;
  gint64 agency_id;
  gint64 tour_id;
  const char *person_name;
  const char *person_sort_key;
  const char *agency_name;
  McDay since;
  McDay until;
  const char *citation;
  const char *message;
  McRemedy remedy;
  McDay remedy_day;
  int remedy_count;
  gint64 remedy_agency_id;
} McFindingInit;

/** MC_FINDING_INIT: a McFindingInit without days, to begin with. */
#define MC_FINDING_INIT { .since = MC_DAY_NONE, .until = MC_DAY_NONE, .remedy_day = MC_DAY_NONE }

#define MC_TYPE_FINDING (mc_finding_get_type ())
G_DECLARE_FINAL_TYPE (McFinding, mc_finding, MC, FINDING, GObject)

/**
 * McFinding:
 * One thing that is not as the law or the house rules want it, on an as-of day; never changes.
 *
 * Properties (read-only): `severity` (int, McFindingSeverity), `severity-text` (translated), `code`, `key` (code,
 * subject and id: the same finding on another day has the same key), `subject` (int, McFindingSubject), `subject-id`,
 * `person-id`, `agency-id`, `tour-id` (int64; 0: none), `person-name`, `agency-name` (string; empty: none), `since`,
 * `until` (int, McDay), `citation` (the paper and its article), `message` (a translated sentence), `remedy` (int,
 * McRemedy), `remedy-label` (translated, for a button; empty for none), `remedy-day`, `remedy-count`,
 * `remedy-agency-id`.
 */
McFinding *mc_finding_new (const McFindingInit *init);

McFindingSeverity mc_finding_get_severity (McFinding *self);
const char *mc_finding_get_severity_text (McFinding *self);
/** mc_finding_get_severity_name: "error", "warning" or "note", for programs. */
const char *mc_finding_get_severity_name (McFinding *self);
const char *mc_finding_get_code (McFinding *self);
const char *mc_finding_get_key (McFinding *self);
McFindingSubject mc_finding_get_subject (McFinding *self);
/** mc_finding_get_subject_name: "centre", "person", "tour", "agency", "section", "post" or "counter", for programs. */
const char *mc_finding_get_subject_name (McFinding *self);
gint64 mc_finding_get_subject_id (McFinding *self);
gint64 mc_finding_get_person_id (McFinding *self);
gint64 mc_finding_get_agency_id (McFinding *self);
gint64 mc_finding_get_tour_id (McFinding *self);
const char *mc_finding_get_person_name (McFinding *self);
const char *mc_finding_get_agency_name (McFinding *self);

/** mc_finding_get_since: since when it is so, or MC_DAY_NONE. */
McDay mc_finding_get_since (McFinding *self);

/** mc_finding_get_until: the last day to act, or the day on which it ends by itself; MC_DAY_NONE: none. */
McDay mc_finding_get_until (McFinding *self);

const char *mc_finding_get_citation (McFinding *self);
const char *mc_finding_get_message (McFinding *self);
McRemedy mc_finding_get_remedy (McFinding *self);
/** mc_finding_get_remedy_name: "none", "extend-tour", …, for programs. */
const char *mc_finding_get_remedy_name (McFinding *self);
const char *mc_finding_get_remedy_label (McFinding *self);
McDay mc_finding_get_remedy_day (McFinding *self);
int mc_finding_get_remedy_count (McFinding *self);
gint64 mc_finding_get_remedy_agency_id (McFinding *self);

/**
 * mc_finding_compare:
 * For sorting: errors first, then what is due first (no day last), then by person, agency, code.
 */
int mc_finding_compare (McFinding *a, McFinding *b);

/** mc_finding_equal: TRUE if both say the same, so that a list need not be touched. */
gboolean mc_finding_equal (McFinding *a, McFinding *b);

G_END_DECLS
