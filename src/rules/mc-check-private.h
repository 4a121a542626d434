/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "mc-agency.h"
#include "mc-finding.h"
#include "mc-person.h"
#include "mc-rule-book.h"
#include "mc-staff-facts-private.h"
#include "mc-tour.h"

G_BEGIN_DECLS

/**
 * McCheck:
 * One round of checks: the facts, sorted by who they are about, and the findings so far. Lookups in the tables are by
 * the address of an id; the groups hold rows of every day.
 */
typedef struct
{
  const McStaffFacts *facts;
  McRuleBook *book;
  McDay as_of;

  GPtrArray *running;               /* McTour that contain as_of */
  GHashTable *tours_of_person;      /* McTour */
  GHashTable *tours_of_agency;      /* McTour */
  GHashTable *followers_of_tour;    /* McTour by replaces_tour_id */
  GHashTable *names_of_agency;      /* McAgencyName */
  GHashTable *quotas_of_agency;     /* McQuota */
  GHashTable *fields_of_agency;     /* McField */
  GHashTable *services_of_person;   /* McService */
  GHashTable *ratings_of_person;    /* McRating */
  GHashTable *conditions_of_person; /* McCondition */
  GHashTable *competences_of_field; /* McCompetence */
  GHashTable *appointments_of_seat; /* McAppointment */

  GPtrArray *findings;
} McCheck;

/** mc_check_rule: the rule on @topic on the as-of day, or %NULL. */
const McRule *mc_check_rule (McCheck *self, const char *topic);

/** mc_check_person: (nullable) */
McPerson *mc_check_person (McCheck *self, gint64 id);

/** mc_check_agency: (nullable) */
McAgency *mc_check_agency (McCheck *self, gint64 id);

/** mc_check_person_name: never %NULL. */
const char *mc_check_person_name (McCheck *self, gint64 id);

/** mc_check_agency_name: as it is called on the as-of day, short if it has a short name; else its code. Never %NULL. */
const char *mc_check_agency_name (McCheck *self, gint64 id);

/** mc_check_tour_start: the first day of the tour, or of the first of those that mergers made one. */
McDay mc_check_tour_start (McCheck *self, McTour *tour);

/** mc_check_is_followed: TRUE if somebody takes over from this tour, or the person goes on in another. */
gboolean mc_check_is_followed (McCheck *self, McTour *tour);

/** mc_check_counts: TRUE if the tour counts for the quota of its agency, as in centre.agency_at(). */
gboolean mc_check_counts (McTour *tour);

/** mc_check_lower: the next milder severity, for standbys, who do not sit here. */
McFindingSeverity mc_check_lower (McFindingSeverity severity, McTour *tour);

/** mc_check_report_tour: about a tour; fills in ids and names. @rule may be %NULL if @init has a citation. @message is
 * taken. */
void mc_check_report_tour (McCheck *self, McTour *tour, const McRule *rule, McFindingInit *init, char *message);

/** mc_check_report_person: as mc_check_report_tour(), but about the person who is on that tour. */
void mc_check_report_person (McCheck *self, McTour *tour, const McRule *rule, McFindingInit *init, char *message);

/** mc_check_report_agency: about an agency. */
void mc_check_report_agency (McCheck *self, McAgency *agency, const McRule *rule, McFindingInit *init, char *message);

/** mc_check_report: about what @init says. */
void mc_check_report (McCheck *self, const McRule *rule, McFindingInit *init, char *message);

/* The families; one file each. */
void mc_check_years (McCheck *self);
void mc_check_rank (McCheck *self);
void mc_check_rating (McCheck *self);
void mc_check_term (McCheck *self);
void mc_check_expiry (McCheck *self);
void mc_check_standby (McCheck *self);
void mc_check_quota (McCheck *self);
void mc_check_condition (McCheck *self);
void mc_check_leaders (McCheck *self);
void mc_check_section (McCheck *self);
void mc_check_ended_agency (McCheck *self);
void mc_check_counter (McCheck *self);

/**
 * mc_check_experience:
 * @services: (nullable): of McService
 *
 * Returns: the months that the services last before @day, overlaps counted once; odd days of several services add up,
 *   31 to a month
 */
int mc_check_experience (const GPtrArray *services, McDay day);

G_END_DECLS
