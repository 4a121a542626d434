/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mc-audit-change.h"

#include <glib/gi18n-lib.h>

const McEnumValue mc_audit_action_values[] = {
  { "insert", N_ ("Added") },
  { "update", N_ ("Changed") },
  { "delete", N_ ("Removed") },
  { "anonymise", N_ ("Anonymised") },
  { NULL, NULL },
};

static const McFieldInfo fields[] = {
  MC_FIELD_TIMESTAMP (McAuditChange, at, MC_FIELD_REQUIRED, N_ ("Time")),
  MC_FIELD_TEXT (McAuditChange, login, MC_FIELD_REQUIRED, N_ ("User name")),
  MC_FIELD_TEXT (McAuditChange, group_role, 0, N_ ("Group")),
  MC_FIELD_ENUM (McAuditChange, action, MC_FIELD_REQUIRED, N_ ("Action"), mc_audit_action_values),
  MC_FIELD_TEXT (McAuditChange, table_name, MC_FIELD_REQUIRED, N_ ("Table")),
  MC_FIELD_INT64 (McAuditChange, row_id, MC_FIELD_REQUIRED, N_ ("Row")),
  MC_FIELD_INT (McAuditChange, row_version, MC_FIELD_REQUIRED, N_ ("Version")),
  MC_FIELD_JSON (McAuditChange, old, 0, N_ ("Before")),
  MC_FIELD_JSON (McAuditChange, new, 0, N_ ("After")),
  MC_FIELD_TEXT (McAuditChange, reason, 0, N_ ("Reason")),
  MC_FIELD_INT64 (McAuditChange, txid, MC_FIELD_REQUIRED, N_ ("Transaction")),
};

MC_DEFINE_ENTITY (McAuditChange, mc_audit_change, MC_NOUN_LOG, "change", N_ ("Change"), fields)
