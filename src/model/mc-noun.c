/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mc-noun.h"

#include <string.h>

#include "mc-absence-entry.h"
#include "mc-absence-reason.h"
#include "mc-absence.h"
#include "mc-account.h"
#include "mc-agency.h"
#include "mc-agency-contact.h"
#include "mc-agency-entry.h"
#include "mc-agency-name.h"
#include "mc-agency-succession.h"
#include "mc-appointment.h"
#include "mc-attachment.h"
#include "mc-audit-access.h"
#include "mc-audit-change.h"
#include "mc-competence.h"
#include "mc-condition.h"
#include "mc-counter.h"
#include "mc-counter-agency.h"
#include "mc-counter-assignment.h"
#include "mc-counter-entry.h"
#include "mc-counter-field.h"
#include "mc-day-override.h"
#include "mc-dossier-year.h"
#include "mc-equipment.h"
#include "mc-field.h"
#include "mc-floor.h"
#include "mc-floor-plan.h"
#include "mc-home-agency.h"
#include "mc-person.h"
#include "mc-person-private.h"
#include "mc-plan-background.h"
#include "mc-plan-check.h"
#include "mc-plan-layer.h"
#include "mc-plan-object.h"
#include "mc-post.h"
#include "mc-premises-item.h"
#include "mc-procedure.h"
#include "mc-qualification.h"
#include "mc-quota.h"
#include "mc-rank.h"
#include "mc-rating.h"
#include "mc-rule-version.h"
#include "mc-seat.h"
#include "mc-seat-entry.h"
#include "mc-section.h"
#include "mc-service.h"
#include "mc-setting.h"
#include "mc-staff-entry.h"
#include "mc-supervision-note.h"
#include "mc-tour.h"
#include "mc-tour-extension.h"

const GType *
mc_noun_types (guint *n_types)
{
  static GType types[50];

  if (g_once_init_enter (&types[0]))
    {
      guint n = 1;

      types[n++] = MC_TYPE_ABSENCE;
      types[n++] = MC_TYPE_ABSENCE_ENTRY;
      types[n++] = MC_TYPE_ABSENCE_REASON;
      types[n++] = MC_TYPE_AGENCY;
      types[n++] = MC_TYPE_AGENCY_CONTACT;
      types[n++] = MC_TYPE_AGENCY_ENTRY;
      types[n++] = MC_TYPE_AGENCY_NAME;
      types[n++] = MC_TYPE_AGENCY_SUCCESSION;
      types[n++] = MC_TYPE_APPOINTMENT;
      types[n++] = MC_TYPE_ATTACHMENT;
      types[n++] = MC_TYPE_AUDIT_ACCESS;
      types[n++] = MC_TYPE_AUDIT_CHANGE;
      types[n++] = MC_TYPE_COMPETENCE;
      types[n++] = MC_TYPE_CONDITION;
      types[n++] = MC_TYPE_COUNTER;
      types[n++] = MC_TYPE_COUNTER_AGENCY;
      types[n++] = MC_TYPE_COUNTER_ASSIGNMENT;
      types[n++] = MC_TYPE_COUNTER_ENTRY;
      types[n++] = MC_TYPE_COUNTER_FIELD;
      types[n++] = MC_TYPE_DAY_OVERRIDE;
      types[n++] = MC_TYPE_DOSSIER_YEAR;
      types[n++] = MC_TYPE_EQUIPMENT;
      types[n++] = MC_TYPE_FIELD;
      types[n++] = MC_TYPE_FLOOR;
      types[n++] = MC_TYPE_FLOOR_PLAN;
      types[n++] = MC_TYPE_HOME_AGENCY;
      types[n++] = MC_TYPE_PERSON;
      types[n++] = MC_TYPE_PERSON_PRIVATE;
      types[n++] = MC_TYPE_PLAN_BACKGROUND;
      types[n++] = MC_TYPE_PLAN_CHECK;
      types[n++] = MC_TYPE_PLAN_LAYER;
      types[n++] = MC_TYPE_PLAN_OBJECT;
      types[n++] = MC_TYPE_POST;
      types[n++] = MC_TYPE_PREMISES_ITEM;
      types[n++] = MC_TYPE_PROCEDURE;
      types[n++] = MC_TYPE_QUALIFICATION;
      types[n++] = MC_TYPE_QUOTA;
      types[n++] = MC_TYPE_RANK;
      types[n++] = MC_TYPE_RATING;
      types[n++] = MC_TYPE_RULE_VERSION;
      types[n++] = MC_TYPE_SEAT;
      types[n++] = MC_TYPE_SEAT_ENTRY;
      types[n++] = MC_TYPE_SECTION;
      types[n++] = MC_TYPE_SERVICE;
      types[n++] = MC_TYPE_SETTING;
      types[n++] = MC_TYPE_STAFF_ENTRY;
      types[n++] = MC_TYPE_SUPERVISION_NOTE;
      types[n++] = MC_TYPE_TOUR;
      types[n++] = MC_TYPE_TOUR_EXTENSION;
      g_assert (n == G_N_ELEMENTS (types));
      g_once_init_leave (&types[0], MC_TYPE_ACCOUNT);
    }
  if (n_types)
    *n_types = G_N_ELEMENTS (types);
  return types;
}

McEntityClass *
mc_noun_get_class (GType type)
{
  McEntityClass *klass;

  g_return_val_if_fail (g_type_is_a (type, MC_TYPE_ENTITY) && !G_TYPE_IS_ABSTRACT (type), NULL);
  klass = g_type_class_peek (type);
  /* Nouns are static types whose classes live as long as the program. */
  return klass ? klass : g_type_class_ref (type);
}

GType
mc_noun_from_table (const char *table)
{
  guint n;
  const GType *types = mc_noun_types (&n);

  for (guint i = 0; table && i < n; i++)
    if (strcmp (mc_noun_get_class (types[i])->table, table) == 0)
      return types[i];
  return G_TYPE_INVALID;
}
