/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mc-finding-target.h"

char *
mc_finding_dup_subject_target (McFinding *finding)
{
  gint64 person = mc_finding_get_person_id (finding);
  gint64 agency = mc_finding_get_agency_id (finding);

  if (mc_finding_get_subject (finding) == MC_FINDING_SUBJECT_COUNTER)
    return g_strdup_printf ("counter/%" G_GINT64_FORMAT, mc_finding_get_subject_id (finding));
  if (person != 0)
    return g_strdup_printf ("person/%" G_GINT64_FORMAT, person);
  if (agency != 0)
    return g_strdup_printf ("agency/%" G_GINT64_FORMAT, agency);
  return NULL;
}

static char *
counter_target (McFinding *finding, const char *act)
{
  return g_strdup_printf ("counter/%" G_GINT64_FORMAT "/%s", mc_finding_get_subject_id (finding), act);
}

static char *
person_target (McFinding *finding, const char *act)
{
  gint64 person = mc_finding_get_person_id (finding);

  return person != 0 ? g_strdup_printf ("person/%" G_GINT64_FORMAT "/%s", person, act)
                     : mc_finding_dup_subject_target (finding);
}

char *
mc_finding_dup_remedy_target (McFinding *finding)
{
  gint64 agency = mc_finding_get_agency_id (finding);

  switch (mc_finding_get_remedy (finding))
    {
    case MC_REMEDY_EXTEND_TOUR:
      return person_target (finding, "extend");
    case MC_REMEDY_REDUCE_TERM:
    case MC_REMEDY_SET_PLANNED_END:
      return person_target (finding, "term");
    case MC_REMEDY_REQUEST_STANDBY:
      return g_strdup_printf ("person/new/%" G_GINT64_FORMAT "/standby", agency);
    case MC_REMEDY_ADD_OFFICER:
      return g_strdup_printf ("person/new/%" G_GINT64_FORMAT "/primary", agency);
    case MC_REMEDY_REQUEST_REPLACEMENT:
      return person_target (finding, "replace");
    case MC_REMEDY_ADD_SERVICE_HISTORY:
      return person_target (finding, "service");
    case MC_REMEDY_SET_RANK:
      return person_target (finding, "edit");
    case MC_REMEDY_RECALL:
      return person_target (finding, "end");
    case MC_REMEDY_MOVE_TO_SUCCESSOR:
      return person_target (finding, "move");
    case MC_REMEDY_APPOINT:
      return g_strdup_printf ("post/%" G_GINT64_FORMAT "/appoint", mc_finding_get_subject_id (finding));
    case MC_REMEDY_SET_QUOTA:
      return g_strdup_printf ("agency/%" G_GINT64_FORMAT "/quota", agency);
    case MC_REMEDY_ASSIGN_OFFICER:
      return counter_target (finding, "assign");
    case MC_REMEDY_ASSIGN_STANDBY:
      return counter_target (finding, "standby");
    case MC_REMEDY_ADD_COMPETENCE:
      return person_target (finding, "competence");
    case MC_REMEDY_TRAIN:
      return mc_finding_get_subject (finding) == MC_FINDING_SUBJECT_COUNTER
                 ? counter_target (finding, "train")
                 : g_strdup_printf ("counter/who/%" G_GINT64_FORMAT, mc_finding_get_person_id (finding));
    case MC_REMEDY_ADD_COUNTER:
      return g_strdup_printf ("counter/new/%" G_GINT64_FORMAT, agency);
    case MC_REMEDY_NONE:
    default:
      return NULL;
    }
}

char *
mc_finding_dup_letter_target (McFinding *finding)
{
  gint64 tour = mc_finding_get_tour_id (finding);

  if (tour == 0)
    return NULL;
  /* Whether it can be extended or not, the agency is told that the term ends. */
  if (mc_finding_get_remedy (finding) == MC_REMEDY_EXTEND_TOUR ||
      g_str_has_prefix (mc_finding_get_code (finding), "tour.expir"))
    return g_strdup_printf ("paper/term_ending/%" G_GINT64_FORMAT, tour);
  if (mc_finding_get_remedy (finding) == MC_REMEDY_REQUEST_REPLACEMENT)
    return g_strdup_printf ("paper/replacement/%" G_GINT64_FORMAT, tour);
  return NULL;
}
