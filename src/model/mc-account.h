/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "mc-entity.h"

G_BEGIN_DECLS

/** McGroupRole: What an account may do, least first; the server's group roles are named motcua_ and this text. */
typedef enum
{
  MC_GROUP_ROLE_VIEWER,
  MC_GROUP_ROLE_TECHNICIAN,
  MC_GROUP_ROLE_SUPERVISION,
  MC_GROUP_ROLE_ROSTER_OFFICE,
  MC_GROUP_ROLE_DEPUTY,
  MC_GROUP_ROLE_DIRECTOR,
  MC_GROUP_ROLE_OWNER,
} McGroupRole;

extern const McEnumValue mc_group_role_values[];

#define MC_TYPE_ACCOUNT (mc_account_get_type ())
G_DECLARE_FINAL_TYPE (McAccount, mc_account, MC, ACCOUNT, McEntity)

/**
 * McAccount:
 * A person's way in: a login role of the server and the group that it belongs to.
 */
struct _McAccount
{
  McEntity parent_instance;

  char *login;
  gint64 person_id;
  char *display_name;
  McGroupRole group_role;
  gboolean active;
};

/** mc_account_new: (transfer full): an unsaved one. */
McAccount *mc_account_new (void);

G_END_DECLS
