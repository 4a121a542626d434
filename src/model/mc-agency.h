/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "mc-entity.h"

G_BEGIN_DECLS

/** McAgencyKind: What an agency is. */
typedef enum
{
  MC_AGENCY_KIND_DEPARTMENT,
  MC_AGENCY_KIND_BOARD,
  MC_AGENCY_KIND_VERTICAL,
  MC_AGENCY_KIND_OFFICE,
  MC_AGENCY_KIND_FRONT,
  MC_AGENCY_KIND_OTHER,
} McAgencyKind;

extern const McEnumValue mc_agency_kind_values[];

#define MC_TYPE_AGENCY (mc_agency_get_type ())
G_DECLARE_FINAL_TYPE (McAgency, mc_agency, MC, AGENCY, McEntity)

/**
 * McAgency:
 * An agency that has procedures at the centre and sends people to it. Its name and its quota are
 * dated rows of their own (McAgencyName, McQuota), because both change while the agency stays.
 */
struct _McAgency
{
  McEntity parent_instance;

  char *code;
  McAgencyKind kind;
  gboolean receives;
  gboolean standby_duty;
  gboolean is_office;
  char *address;
  char *email;
  char *phone;
  char *letter_to;
  char *decision_no;
  McDay decision_date;
  char *note;
  McPeriod during;
};

/** mc_agency_new: (transfer full): an unsaved one. */
McAgency *mc_agency_new (void);

G_END_DECLS
