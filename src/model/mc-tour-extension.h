/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "mc-entity.h"

G_BEGIN_DECLS

#define MC_TYPE_TOUR_EXTENSION (mc_tour_extension_get_type ())
G_DECLARE_FINAL_TYPE (McTourExtension, mc_tour_extension, MC, TOUR_EXTENSION, McEntity)

/**
 * McTourExtension:
 * A decision that lets a tour go on.
 */
struct _McTourExtension
{
  McEntity parent_instance;

  gint64 tour_id;
  McDay old_until;
  McDay new_until;
  char *decision_no;
  McDay decision_date;
  char *signer;
};

/** mc_tour_extension_new: (transfer full): an unsaved one. */
McTourExtension *mc_tour_extension_new (void);

G_END_DECLS
