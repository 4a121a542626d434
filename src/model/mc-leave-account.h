/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "mc-entity.h"

G_BEGIN_DECLS

#define MC_TYPE_LEAVE_ACCOUNT (mc_leave_account_get_type ())
G_DECLARE_FINAL_TYPE (McLeaveAccount, mc_leave_account, MC, LEAVE_ACCOUNT, McEntity)

/**
 * McLeaveAccount:
 * What the absences do not tell of the annual leave of a person and year: days carried over, days taken elsewhere, days
 * under way.
 */
struct _McLeaveAccount
{
  McEntity parent_instance;

  gint64 person_id;
  int year;
  double carried;
  double used_elsewhere;
  int travel_days;
  char *note;
};

/** mc_leave_account_new: (transfer full): an unsaved one. */
McLeaveAccount *mc_leave_account_new (void);

G_END_DECLS
