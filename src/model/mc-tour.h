/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "mc-entity.h"

G_BEGIN_DECLS

/** McTourKind: On what ground a person works at the centre. */
typedef enum
{
  MC_TOUR_KIND_NONE,
  MC_TOUR_KIND_SECONDED,
  MC_TOUR_KIND_OWN,
  MC_TOUR_KIND_POSTAL,
  MC_TOUR_KIND_CONTRACT,
  MC_TOUR_KIND_SUPERVISION,
} McTourKind;

extern const McEnumValue mc_tour_kind_values[];

/** McTourRole: Whether the person sits here or stands by. */
typedef enum
{
  MC_TOUR_ROLE_NONE,
  MC_TOUR_ROLE_PRIMARY,
  MC_TOUR_ROLE_STANDBY,
} McTourRole;

extern const McEnumValue mc_tour_role_values[];

/** McTourEnd: Why a tour ended. */
typedef enum
{
  MC_TOUR_END_NONE,
  MC_TOUR_END_EXPIRED,
  MC_TOUR_END_RECALLED,
  MC_TOUR_END_REPLACED,
  MC_TOUR_END_MERGED,
  MC_TOUR_END_OTHER,
} McTourEnd;

extern const McEnumValue mc_tour_end_values[];

#define MC_TYPE_TOUR (mc_tour_get_type ())
G_DECLARE_FINAL_TYPE (McTour, mc_tour, MC, TOUR, McEntity)

/**
 * McTour:
 * A person's assignment to the centre.
 */
struct _McTour
{
  McEntity parent_instance;

  gint64 person_id;
  gint64 agency_id;
  McTourKind kind;
  McTourRole role;
  McPeriod during;
  McDay planned_until;
  char *decision_no;
  McDay decision_date;
  char *signer;
  McTourEnd end_reason;
  char *end_decision_no;
  char *end_note;
  gint64 replaces_tour_id;
};

/** mc_tour_new: (transfer full): an unsaved one. */
McTour *mc_tour_new (void);

G_END_DECLS
