/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mc-noun.h"

#include <string.h>

#include "mc-absence.h"
#include "mc-absence-entry.h"
#include "mc-absence-reason.h"
#include "mc-account.h"
#include "mc-agency.h"
#include "mc-agency-contact.h"
#include "mc-agency-entry.h"
#include "mc-agency-name.h"
#include "mc-agency-succession.h"
#include "mc-appointment.h"
#include "mc-attachment.h"
#include "mc-attendance.h"
#include "mc-audit-access.h"
#include "mc-audit-change.h"
#include "mc-competence.h"
#include "mc-condition.h"
#include "mc-corrective-action.h"
#include "mc-counter.h"
#include "mc-counter-agency.h"
#include "mc-counter-assignment.h"
#include "mc-counter-entry.h"
#include "mc-counter-field.h"
#include "mc-day-override.h"
#include "mc-demand.h"
#include "mc-dossier-count.h"
#include "mc-dossier-year.h"
#include "mc-duty.h"
#include "mc-duty-competence.h"
#include "mc-duty-load.h"
#include "mc-duty-credit.h"
#include "mc-equipment.h"
#include "mc-evaluation.h"
#include "mc-evaluation-criterion.h"
#include "mc-evaluation-cycle.h"
#include "mc-evaluation-evidence.h"
#include "mc-evaluation-scheme.h"
#include "mc-evaluation-score.h"
#include "mc-evaluation-seal.h"
#include "mc-evaluation-text.h"
#include "mc-evaluation-weight.h"
#include "mc-feedback.h"
#include "mc-field.h"
#include "mc-floor.h"
#include "mc-floor-plan.h"
#include "mc-home-agency.h"
#include "mc-leave-account.h"
#include "mc-paper-template.h"
#include "mc-person.h"
#include "mc-person-private.h"
#include "mc-plan-background.h"
#include "mc-plan-check.h"
#include "mc-plan-layer.h"
#include "mc-plan-object.h"
#include "mc-planner-rule.h"
#include "mc-post.h"
#include "mc-premises-item.h"
#include "mc-procedure.h"
#include "mc-qualification.h"
#include "mc-quota.h"
#include "mc-rank.h"
#include "mc-rating.h"
#include "mc-rating-count.h"
#include "mc-registered-paper.h"
#include "mc-roster.h"
#include "mc-roster-amendment.h"
#include "mc-roster-cell.h"
#include "mc-roster-entry.h"
#include "mc-roster-request.h"
#include "mc-roster-swap.h"
#include "mc-roster-template-cell.h"
#include "mc-roster-template.h"
#include "mc-rule-version.h"
#include "mc-saturday-field.h"
#include "mc-saved-scenario.h"
#include "mc-seat.h"
#include "mc-seat-entry.h"
#include "mc-section.h"
#include "mc-service.h"
#include "mc-session-time.h"
#include "mc-setting.h"
#include "mc-staff-entry.h"
#include "mc-supervision-kind.h"
#include "mc-supervision-note.h"
#include "mc-ticket-count.h"
#include "mc-tour.h"
#include "mc-workload-file.h"
#include "mc-workload-source.h"
#include "mc-tour-extension.h"

/* In the order of their names. */
static GType (*const nouns[]) (void) = {
  mc_absence_entry_get_type,
  mc_absence_get_type,
  mc_absence_reason_get_type,
  mc_account_get_type,
  mc_agency_contact_get_type,
  mc_agency_entry_get_type,
  mc_agency_get_type,
  mc_agency_name_get_type,
  mc_agency_succession_get_type,
  mc_appointment_get_type,
  mc_attachment_get_type,
  mc_attendance_get_type,
  mc_audit_access_get_type,
  mc_audit_change_get_type,
  mc_competence_get_type,
  mc_condition_get_type,
  mc_corrective_action_get_type,
  mc_counter_agency_get_type,
  mc_counter_assignment_get_type,
  mc_counter_entry_get_type,
  mc_counter_field_get_type,
  mc_counter_get_type,
  mc_day_override_get_type,
  mc_demand_get_type,
  mc_dossier_count_get_type,
  mc_dossier_year_get_type,
  mc_duty_competence_get_type,
  mc_duty_get_type,
  mc_duty_load_get_type,
  mc_duty_credit_get_type,
  mc_equipment_get_type,
  mc_evaluation_criterion_get_type,
  mc_evaluation_cycle_get_type,
  mc_evaluation_evidence_get_type,
  mc_evaluation_get_type,
  mc_evaluation_scheme_get_type,
  mc_evaluation_score_get_type,
  mc_evaluation_seal_get_type,
  mc_evaluation_text_get_type,
  mc_evaluation_weight_get_type,
  mc_feedback_get_type,
  mc_field_get_type,
  mc_floor_get_type,
  mc_floor_plan_get_type,
  mc_home_agency_get_type,
  mc_leave_account_get_type,
  mc_paper_template_get_type,
  mc_person_get_type,
  mc_person_private_get_type,
  mc_plan_background_get_type,
  mc_plan_check_get_type,
  mc_plan_layer_get_type,
  mc_plan_object_get_type,
  mc_planner_rule_get_type,
  mc_post_get_type,
  mc_premises_item_get_type,
  mc_procedure_get_type,
  mc_qualification_get_type,
  mc_quota_get_type,
  mc_rank_get_type,
  mc_rating_count_get_type,
  mc_rating_get_type,
  mc_registered_paper_get_type,
  mc_roster_amendment_get_type,
  mc_roster_cell_get_type,
  mc_roster_entry_get_type,
  mc_roster_get_type,
  mc_roster_request_get_type,
  mc_roster_swap_get_type,
  mc_roster_template_cell_get_type,
  mc_roster_template_get_type,
  mc_rule_version_get_type,
  mc_saturday_field_get_type,
  mc_saved_scenario_get_type,
  mc_seat_entry_get_type,
  mc_seat_get_type,
  mc_section_get_type,
  mc_service_get_type,
  mc_session_time_get_type,
  mc_setting_get_type,
  mc_staff_entry_get_type,
  mc_supervision_kind_get_type,
  mc_supervision_note_get_type,
  mc_ticket_count_get_type,
  mc_tour_extension_get_type,
  mc_tour_get_type,
  mc_workload_file_get_type,
  mc_workload_source_get_type,
};

const GType *
mc_noun_types (guint *n_types)
{
  static GType types[G_N_ELEMENTS (nouns)];

  if (g_once_init_enter (&types[0]))
    {
      for (gsize i = 1; i < G_N_ELEMENTS (nouns); i++)
        types[i] = nouns[i]();
      g_once_init_leave (&types[0], nouns[0]());
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
