/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "mc-entity.h"

G_BEGIN_DECLS

#define MC_TYPE_PERSON_PRIVATE (mc_person_private_get_type ())
G_DECLARE_FINAL_TYPE (McPersonPrivate, mc_person_private, MC, PERSON_PRIVATE, McEntity)

/**
 * McPersonPrivate:
 * What the law protects about a person (Law 91/2025). Each reading is recorded; see McPersonStore.
 */
struct _McPersonPrivate
{
  McEntity parent_instance;

  gint64 person_id;
  McDay birth_date;
  char *identity_no;
  char *home_address;
  char *private_phone;
};

/** mc_person_private_new: (transfer full): an unsaved one. */
McPersonPrivate *mc_person_private_new (void);

G_END_DECLS
