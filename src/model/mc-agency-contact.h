/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "mc-entity.h"

G_BEGIN_DECLS

#define MC_TYPE_AGENCY_CONTACT (mc_agency_contact_get_type ())
G_DECLARE_FINAL_TYPE (McAgencyContact, mc_agency_contact, MC, AGENCY_CONTACT, McEntity)

/**
 * McAgencyContact:
 * Whom the centre writes to or rings up at an agency.
 */
struct _McAgencyContact
{
  McEntity parent_instance;

  gint64 agency_id;
  char *name;
  char *title;
  char *phone;
  char *email;
  McPeriod during;
};

G_END_DECLS
