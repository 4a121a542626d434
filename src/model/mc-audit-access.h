/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "mc-entity.h"

G_BEGIN_DECLS

#define MC_TYPE_AUDIT_ACCESS (mc_audit_access_get_type ())
G_DECLARE_FINAL_TYPE (McAuditAccess, mc_audit_access, MC, AUDIT_ACCESS, McEntity)

/**
 * McAuditAccess:
 * One reading of private data: who, whose, why, which fields.
 */
struct _McAuditAccess
{
  McEntity parent_instance;

  gint64 at;
  char *login;
  char *group_role;
  gint64 person_id;
  char *purpose;
  char *fields;
};

G_END_DECLS
