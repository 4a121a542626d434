/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mc-audit-access.h"

#include <glib/gi18n-lib.h>

static const McFieldInfo fields[] = {
  MC_FIELD_TIMESTAMP (McAuditAccess, at, MC_FIELD_REQUIRED, N_ ("Time")),
  MC_FIELD_TEXT (McAuditAccess, login, MC_FIELD_REQUIRED, N_ ("User name")),
  MC_FIELD_TEXT (McAuditAccess, group_role, 0, N_ ("Group")),
  MC_FIELD_REF (McAuditAccess, person_id, MC_FIELD_REQUIRED | MC_FIELD_KEY, N_ ("Person"), "person"),
  MC_FIELD_TEXT (McAuditAccess, purpose, MC_FIELD_REQUIRED, N_ ("Purpose")),
  MC_FIELD_TEXT (McAuditAccess, fields, MC_FIELD_REQUIRED | MC_FIELD_LIST, N_ ("Fields")),
};

MC_DEFINE_ENTITY (McAuditAccess, mc_audit_access, MC_NOUN_LOG, "access", N_ ("Access"), fields)
