/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mc-supervision-kind.h"

#include <glib/gi18n-lib.h>

static const McFieldInfo fields[] = {
  MC_FIELD_TEXT (McSupervisionKind, code, MC_FIELD_REQUIRED, N_ ("Code")),
  MC_FIELD_TEXT (McSupervisionKind, name, MC_FIELD_REQUIRED, N_ ("Name")),
  MC_FIELD_BOOL (McSupervisionKind, in_use, MC_FIELD_REQUIRED, N_ ("In use")),
  MC_FIELD_INT (McSupervisionKind, sort_order, MC_FIELD_REQUIRED, N_ ("Place in lists")),
};

MC_DEFINE_ENTITY (
    McSupervisionKind, mc_supervision_kind, MC_NOUN_TABLE, "supervision_kind", N_ ("Kind of check"), fields)
