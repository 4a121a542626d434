/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "mc-entity.h"

G_BEGIN_DECLS

/** McSuccessionKind: How an agency passes into another. */
typedef enum
{
  MC_SUCCESSION_KIND_MERGE,
  MC_SUCCESSION_KIND_SPLIT,
  MC_SUCCESSION_KIND_RENAME,
  MC_SUCCESSION_KIND_TRANSFER,
} McSuccessionKind;

extern const McEnumValue mc_succession_kind_values[];

#define MC_TYPE_AGENCY_SUCCESSION (mc_agency_succession_get_type ())
G_DECLARE_FINAL_TYPE (McAgencySuccession, mc_agency_succession, MC, AGENCY_SUCCESSION, McEntity)

/**
 * McAgencySuccession:
 * Which agency took over from which, on what day and by what decision.
 */
struct _McAgencySuccession
{
  McEntity parent_instance;

  gint64 predecessor_id;
  gint64 successor_id;
  McSuccessionKind kind;
  gboolean is_main;
  McDay effective;
  char *decision_no;
  McDay decision_date;
  char *note;
};

G_END_DECLS
