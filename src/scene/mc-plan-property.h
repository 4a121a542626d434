/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "mc-plan-object.h"

G_BEGIN_DECLS

typedef enum
{
  MC_PLAN_PROPERTY_TEXT,
  MC_PLAN_PROPERTY_NUMBER,
  MC_PLAN_PROPERTY_CHOICE, /* its text is that of one of @choices */
  MC_PLAN_PROPERTY_SWITCH, /* its text is "true" or "false" */
} McPlanPropertyType;

/**
 * McPlanProperty:
 * What a person can change of a thing on the plan, apart from what hands do: a member of McPlanObject or one of its
 * props. One table of them serves every kind, so that several things have in common what their kinds have.
 *
 * @title: untranslated, with its unit
 * @kinds: a bit for each McPlanKind that has it
 * @low, @high: of a number
 * @optional: whether a number may be empty, which means that the drawing decides
 * @single: makes no sense of several things at once, as the number on a plate
 */
typedef struct
{
  const char *name;
  const char *title;
  McPlanPropertyType type;
  guint32 kinds;
  const McEnumValue *choices;
  double low, high;
  gboolean optional, single;
  const char *usual; /* of a prop that is not there */
  goffset member;    /* in McPlanObject; 0: a prop */
} McPlanProperty;

/** mc_plan_properties: all of them, in the order in which they are shown. */
const McPlanProperty *mc_plan_properties (gsize *n);

/** mc_plan_property_find: (nullable): the one called @name that things of @kind have. */
const McPlanProperty *mc_plan_property_find (const char *name, McPlanKind kind);

/** mc_plan_property_applies: whether each of @objects (of McPlanObject; at least one) has it. */
gboolean mc_plan_property_applies (const McPlanProperty *self, GPtrArray *objects);

/** mc_plan_property_get: (transfer full): its text as people write it; "" for none. */
char *mc_plan_property_get (const McPlanProperty *self, McPlanObject *object);

/** mc_plan_property_get_common: (transfer full) (nullable): the text if all of @objects have the same. */
char *mc_plan_property_get_common (const McPlanProperty *self, GPtrArray *objects);

/**
 * mc_plan_property_set:
 * @object: one that nobody else holds
 * @text: as people write it: "1,25" or "1.25"
 *
 * What is shown rounded stays exact as long as its text is not changed.
 *
 * Returns: %FALSE with MC_ERROR_INVALID, and nothing changed, for what cannot be read or is out of bounds
 */
gboolean mc_plan_property_set (const McPlanProperty *self, McPlanObject *object, const char *text, GError **error);

/** mc_plan_read_number: a number as people write it, with a comma or a point before the decimals; NAN if it is none. */
double mc_plan_read_number (const char *text);

G_END_DECLS
