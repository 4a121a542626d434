/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mc-tour-extension.h"

#include <glib/gi18n-lib.h>

static const McFieldInfo fields[] = {
  MC_FIELD_REF (McTourExtension, tour_id, MC_FIELD_REQUIRED | MC_FIELD_KEY, N_ ("Tour"), "tour"),
  MC_FIELD_DAY (McTourExtension, old_until, MC_FIELD_REQUIRED | MC_FIELD_UNTIL, N_ ("Until, before")),
  MC_FIELD_DAY (McTourExtension, new_until, MC_FIELD_REQUIRED | MC_FIELD_UNTIL, N_ ("Until, now")),
  MC_FIELD_TEXT (McTourExtension, decision_no, 0, N_ ("Decision number")),
  MC_FIELD_DAY (McTourExtension, decision_date, 0, N_ ("Decision date")),
  MC_FIELD_TEXT (McTourExtension, signer, 0, N_ ("Signed by")),
};

MC_DEFINE_ENTITY (
    McTourExtension, mc_tour_extension, MC_NOUN_TABLE, "tour_extension", N_ ("Extension of a tour"), fields)

McTourExtension *
mc_tour_extension_new (void)
{
  return g_object_new (MC_TYPE_TOUR_EXTENSION, NULL);
}
