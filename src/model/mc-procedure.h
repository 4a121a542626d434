/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "mc-entity.h"

G_BEGIN_DECLS

/** McProcedureReason: Why it is not received at the centre (Decree 61/2018 Art 14.5). */
typedef enum
{
  MC_PROCEDURE_REASON_NONE,
  MC_PROCEDURE_REASON_MOBILE,
  MC_PROCEDURE_REASON_ON_SITE,
  MC_PROCEDURE_REASON_OTHER,
} McProcedureReason;

extern const McEnumValue mc_procedure_reason_values[];

#define MC_TYPE_PROCEDURE (mc_procedure_get_type ())
G_DECLARE_FINAL_TYPE (McProcedure, mc_procedure, MC, PROCEDURE, McEntity)

/**
 * McProcedure:
 * An administrative procedure of the catalogue: received at the centre, or not and why.
 */
struct _McProcedure
{
  McEntity parent_instance;

  char *code;
  char *name;
  gint64 agency_id;
  gint64 field_id;
  gboolean received;
  McProcedureReason reason;
  char *source;
  char *note;
  gboolean is_sample;
  McPeriod during;
};

/** mc_procedure_new: (transfer full): an unsaved one. */
McProcedure *mc_procedure_new (void);

G_END_DECLS
