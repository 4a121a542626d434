/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "mc-plan-object.h"

G_BEGIN_DECLS

/* What only some kinds of things have, kept as JSON in the member `props` (see McPlanObject for the names). */

/** mc_plan_props_get_text: (transfer full) (nullable): a copy of the text @name, or of @fallback. */
char *mc_plan_props_get_text (McPlanObject *self, const char *name, const char *fallback);
double mc_plan_props_get_double (McPlanObject *self, const char *name, double fallback);
gboolean mc_plan_props_get_boolean (McPlanObject *self, const char *name, gboolean fallback);

/** mc_plan_props_has_text: whether the text @name is @value; @value counts as there when nothing is and it is the
 * @fallback. */
gboolean mc_plan_props_has_text (McPlanObject *self, const char *name, const char *value, const char *fallback);

/** mc_plan_props_set_text, …: on an object that nobody else holds, as a clone for a change; %NULL (NAN) takes it out.
 */
void mc_plan_props_set_text (McPlanObject *self, const char *name, const char *value);
void mc_plan_props_set_double (McPlanObject *self, const char *name, double value);
void mc_plan_props_set_boolean (McPlanObject *self, const char *name, gboolean value);

G_END_DECLS
