/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "mc-entity.h"

G_BEGIN_DECLS

/** McAuditAction: What was done to a row. */
typedef enum
{
  MC_AUDIT_ACTION_INSERT,
  MC_AUDIT_ACTION_UPDATE,
  MC_AUDIT_ACTION_DELETE,
  MC_AUDIT_ACTION_ANONYMISE,
} McAuditAction;

extern const McEnumValue mc_audit_action_values[];

#define MC_TYPE_AUDIT_CHANGE (mc_audit_change_get_type ())
G_DECLARE_FINAL_TYPE (McAuditChange, mc_audit_change, MC, AUDIT_CHANGE, McEntity)

/**
 * McAuditChange:
 * One entry of the audit: who did what to which row, with the row before and after.
 */
struct _McAuditChange
{
  McEntity parent_instance;

  gint64 at;
  char *login;
  char *group_role;
  McAuditAction action;
  char *table_name;
  gint64 row_id;
  int row_version;
  char *old;
  char *new;
  char *reason;
  gint64 txid;
};

G_END_DECLS
