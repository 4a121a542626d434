/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mc-error-text.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "mc-error.h"
#include "mc-noun.h"

typedef struct
{
  const char *name;
  const char *sentence;
} Entry;

/* By the name of the constraint that refused, as in data/sql. */
static const Entry constraints[] = {
  { "absence_answered_stays", N_ ("What was answered is cancelled, not removed.") },
  { "absence_centre_first", N_ ("The home agency answers after the centre has agreed.") },
  { "absence_during_bounded", N_ ("An absence has a first and a last day.") },
  { "absence_hours", N_ ("Hours lie within one half of the day, as 08:00 to 09:30; noon parts the halves.") },
  { "absence_hours_within_half",
    N_ ("Hours lie within one half of the day, as 08:00 to 09:30; noon parts the halves.") },
  { "absence_is_asked_for", N_ ("Leave of this kind is asked for; only what cannot wait is reported.") },
  { "absence_leaders_answer", N_ ("The centre's word is given, changed and taken back by the director or a deputy.") },
  { "absence_no_overlap", N_ ("This person is recorded as away at that time already.") },
  { "absence_of_person", N_ ("This absence is entered for this person already.") },
  { "absence_reason_once", N_ ("There is a reason for this absence already.") },
  { "absence_refusal_said", N_ ("Please say why it is refused.") },
  { "absence_step", N_ ("An absence in this state cannot become what was asked.") },
  { "access_purpose_given", N_ ("Please say what the data are read for.") },
  { "account_exists", N_ ("There is no such account.") },
  { "account_last_director", N_ ("The last director's account must stay open.") },
  { "account_login", N_ ("A user name has small letters, digits, dots and dashes, and begins with a letter.") },
  { "account_once", N_ ("There already is an account or a role of this name.") },
  { "account_password", N_ ("The password is too short.") },
  { "agency_code_once", N_ ("Another agency has this code in that period.") },
  { "agency_life", N_ ("The agency cannot end: something of it goes on after that day.") },
  { "agency_name_no_overlap", N_ ("The agency already has a name in that period.") },
  { "agency_one_office", N_ ("There already is an agency that is the People's Committee Office.") },
  { "agency_quota_no_overlap", N_ ("The agency already has a quota in that period.") },
  { "agency_quota_not_negative", N_ ("A quota is not below 0.") },
  { "agency_quota_within_ceiling", N_ ("The quotas together are more than the section may take.") },
  { "agency_succession_once", N_ ("This succession is recorded already.") },
  { "agency_succession_one_main", N_ ("The agency already has a main successor.") },
  { "agency_succession_other", N_ ("An agency does not succeed itself.") },
  { "anonymise_after_retention", N_ ("The data must still be kept: the retention term is not over.") },
  { "anonymise_reason", N_ ("Please give the reason.") },
  { "appointment_during_bounded", N_ ("An appointment has a first day, and does not end before it.") },
  { "appointment_one_main_post", N_ ("This person has another main post in that period.") },
  { "appointment_seat_no_overlap", N_ ("The seat is taken in that period.") },
  { "appointment_within_seat", N_ ("The seat does not exist all that time.") },
  { "attachment_at_most_20_mib", N_ ("The file is empty or larger than 20 MiB.") },
  { "attachment_file_name", N_ ("This is not a name for a file.") },
  { "attachment_has_subject", N_ ("What the file belongs to is not there any more.") },
  { "attachment_mime_type", N_ ("The kind of the file is not known.") },
  { "attendance_not_ahead", N_ ("That day has not come yet.") },
  { "attendance_once", N_ ("For this person and session it is recorded already who came.") },
  { "attendance_state_times", N_ ("Who did not come has no times.") },
  { "attendance_times", N_ ("Times are written as hours and minutes, and one comes before one leaves.") },
  { "attendance_within_tour", N_ ("This person is not at the centre on that day.") },
  { "audit_append_only", N_ ("The record of changes cannot be altered.") },
  { "closed_past", N_ ("This ended long ago and is closed. The director or a deputy may correct it with a reason.") },
  { "correction_reason", N_ ("Please say why the past is corrected.") },
  { "corrective_action_cause_public", N_ ("Please leave out what tells of a citizen: codes of dossiers, telephone "
                                          "numbers, identity cards, e-mail addresses.") },
  { "corrective_action_done_later", N_ ("It cannot have been done before people waited.") },
  { "corrective_action_given", N_ ("Please say what is to be done.") },
  { "corrective_action_not_ahead", N_ ("This day is still to come.") },
  { "corrective_action_outcome_of_done", N_ ("What came of it is known once it is done: please say when.") },
  { "corrective_action_outcome_public", N_ ("Please leave out what tells of a citizen: codes of dossiers, telephone "
                                            "numbers, identity cards, e-mail addresses.") },
  { "corrective_action_public", N_ ("Please leave out what tells of a citizen: codes of dossiers, telephone numbers, "
                                    "identity cards, e-mail addresses.") },
  { "corrective_action_slot", N_ ("A half-hour of the day is a number from 0 to 47.") },
  { "corrective_action_wait_not_negative", N_ ("Waiting is not less than nothing.") },
  { "counter_agency_no_overlap", N_ ("The agency is already at this counter in that period.") },
  { "counter_assignment_during_bounded", N_ ("The work at a counter has a first day, and does not end before it.") },
  { "counter_assignment_no_overlap", N_ ("This person is already at the counter in that period.") },
  { "counter_assignment_one_counter", N_ ("This person sits at another counter in that period.") },
  { "counter_assignment_within_seats", N_ ("The counter would have more officers than seats.") },
  { "counter_assignment_within_tour", N_ ("This person is not at the centre all that time.") },
  { "counter_field_no_overlap", N_ ("The field is already served at this counter in that period.") },
  { "counter_level", N_ ("There is no such floor.") },
  { "counter_life", N_ ("The counter cannot close: something of it goes on after that day.") },
  { "counter_number_once", N_ ("Another counter has this number in that period.") },
  { "counter_number_positive", N_ ("Counters are numbered from 1.") },
  { "counter_seats_positive", N_ ("A counter has at least one seat.") },
  { "counts_unchanged", N_ ("Figures that were read in stay as they came; withdraw their file instead.") },
  { "counts_with_file", N_ ("Figures come in together with their file.") },
  { "day_override_document_given", N_ ("Please name the document that orders this day.") },
  { "day_override_exchange", N_ ("Only a day off and a worked day can be exchanged, and with another day.") },
  { "day_override_half_day_session", N_ ("Only a half day names the morning or the afternoon.") },
  { "day_override_once", N_ ("There already is an exception for this day.") },
  { "demand_extra_bounded", N_ ("An additional need has a first and a last day.") },
  { "demand_extra_reason", N_ ("Please say what the additional people are for.") },
  { "demand_of_one", N_ ("A need is of a counter or of a duty.") },
  { "demand_seats", N_ ("The number of people is not possible.") },
  { "demand_weekdays", N_ ("Please choose the days of the week.") },
  { "demo_after_opening", N_ ("The sample cannot stand before the day on which the centre opened.") },
  { "demo_needs_plan", N_ ("Please load the plan first.") },
  { "demo_once", N_ ("The sample can be loaded only where there are no people yet.") },
  { "dossier_count_not_negative", N_ ("A number is not below 0.") },
  { "dossier_year_once", N_ ("This year is there already.") },
  { "dossier_year_received", N_ ("The number of dossiers is not below 0.") },
  { "dossier_year_resolved", N_ ("Not more dossiers can be resolved than were received.") },
  { "duty_code_form", N_ ("The code of a duty begins with a letter and has at most five characters.") },
  { "duty_code_once", N_ ("Another duty has this code in that period.") },
  { "duty_competence_no_overlap", N_ ("This person already has the right to the duty in that period.") },
  { "duty_credit_expires_later", N_ ("Leave that was earned lapses after the day on which it was earned.") },
  { "duty_credit_halves", N_ ("A session of duty earns 1 to 6 half-days.") },
  { "duty_credit_of_its_day", N_ ("That day is not a day of this kind.") },
  { "duty_credit_once", N_ ("This person has leave for that session already.") },
  { "equipment_inventory_no_once", N_ ("Another thing has this inventory number in that period.") },
  { "evaluation_criterion_code", N_ ("A code has small letters, digits and underscores.") },
  { "evaluation_criterion_max_points", N_ ("A criterion has more than 0 points.") },
  { "evaluation_criterion_of_scheme", N_ ("This criterion is of another scheme.") },
  { "evaluation_criterion_once", N_ ("The scheme already has a criterion of this code.") },
  { "evaluation_criterion_rule", N_ ("How figures count is not written as it should be.") },
  { "evaluation_criterion_rule_whole", N_ ("Please say which figures count for the criterion.") },
  { "evaluation_criterion_scale", N_ ("A scale is a list of points.") },
  { "evaluation_criterion_scale_within", N_ ("The points of a scale lie between 0 and the most points.") },
  { "evaluation_criterion_some_points", N_ ("Nobody gives the points of this criterion, and nothing computes them.") },
  { "evaluation_criterion_veto",
    N_ ("A veto names a figure, from how many on it holds, and the best band that is left.") },
  { "evaluation_criterion_veto_band", N_ ("A criterion names a level that the scheme does not have.") },
  { "evaluation_cycle_all_signed", N_ ("Some evaluations of this cycle are not signed yet.") },
  { "evaluation_cycle_closed", N_ ("This cycle is closed.") },
  { "evaluation_cycle_once", N_ ("There is this cycle already.") },
  { "evaluation_cycle_stays", N_ ("People are evaluated in this cycle: its days stay.") },
  { "evaluation_cycle_whole", N_ ("A cycle is a whole month, quarter or year.") },
  { "evaluation_evidence_figures", N_ ("Figures are names with numbers.") },
  { "evaluation_evidence_once", N_ ("There is evidence of this kind for the criterion already.") },
  { "evaluation_evidence_source_rows", N_ ("The rows of the evidence are a list.") },
  { "evaluation_exists", N_ ("This evaluation is not there any more.") },
  { "evaluation_flags", N_ ("The remarks are a list.") },
  { "evaluation_given_stays", N_ ("What was given does not change any more.") },
  { "evaluation_home_after", N_ ("The home agency answers when the evaluation is signed.") },
  { "evaluation_in_turn",
    N_ ("It is not their turn yet: self, head of section and supervision give theirs one after the other.") },
  { "evaluation_leaders_sign",
    N_ ("An evaluation is signed by the director or a deputy, and by nobody about themselves.") },
  { "evaluation_of_one", N_ ("Of whom, when and by which scheme an evaluation is does not change.") },
  { "evaluation_once", N_ ("This person is evaluated in this cycle by this scheme already.") },
  { "evaluation_reckoned", N_ ("The total has not been reckoned yet.") },
  { "evaluation_reopened_once", N_ ("This evaluation was reopened already.") },
  { "evaluation_reopened_why", N_ ("Please say why it is reopened.") },
  { "evaluation_reopens_signed", N_ ("What is reopened is signed, and of the same person, cycle and scheme.") },
  { "evaluation_scheme_bands",
    N_ ("Bands have a code, a name and points each; they fall from the best to the last, which begins at 0.") },
  { "evaluation_scheme_code", N_ ("A code has small letters, digits and underscores.") },
  { "evaluation_scheme_covers",
    N_ ("People are evaluated by this version until later: the next one begins after that.") },
  { "evaluation_scheme_no_overlap", N_ ("The scheme already has a version in that period.") },
  { "evaluation_scheme_of_cycle", N_ ("This scheme is not for this cycle.") },
  { "evaluation_scheme_params", N_ ("The numbers of a scheme are names with values.") },
  { "evaluation_scheme_some_cycle", N_ ("A scheme is for months, quarters or years.") },
  { "evaluation_scheme_statutory", N_ ("What the law says is not edited here.") },
  { "evaluation_scheme_used", N_ ("Somebody was evaluated by this scheme: make its next version.") },
  { "evaluation_score_computed", N_ ("These points are computed, not given.") },
  { "evaluation_score_on_scale", N_ ("Please give one of the points of the scale.") },
  { "evaluation_score_once", N_ ("Somebody has given points here already.") },
  { "evaluation_score_points", N_ ("Points are not below 0.") },
  { "evaluation_score_within", N_ ("The criterion does not have so many points.") },
  { "evaluation_seal_of_one", N_ ("This evaluation is sealed already.") },
  { "evaluation_seal_place_once", N_ ("This place in the chain is taken.") },
  { "evaluation_seal_stays", N_ ("A seal stays as it is.") },
  { "evaluation_signed_stays",
    N_ ("An evaluation that was signed does not change. It can be reopened with a reason.") },
  { "evaluation_signed_whole", N_ ("A signed evaluation has a total and a band.") },
  { "evaluation_stays", N_ ("What somebody has given a word in stays.") },
  { "evaluation_step", N_ ("An evaluation in this state cannot become what was asked.") },
  { "evaluation_text_first", N_ ("The text has not been given yet.") },
  { "evaluation_text_once", N_ ("Somebody has begun this text already.") },
  { "evaluation_text_waived_given", N_ ("Going on without somebody is said at once.") },
  { "evaluation_total_not_negative", N_ ("A total is not below 0.") },
  { "evaluation_weight_once", N_ ("The post already has a weight for this criterion.") },
  { "evaluation_weight_percent", N_ ("A weight is from 0 to 100.") },
  { "evaluation_weights_whole", N_ ("The weights of each post are 100 together.") },
  { "evaluation_within_tour", N_ ("This person was not at the centre then.") },
  { "feedback_answered_dated", N_ ("An answer has its day.") },
  { "feedback_answered_later", N_ ("The answer is not before the feedback.") },
  { "feedback_finding_public", N_ ("Please leave out what tells of a citizen: codes of dossiers, telephone numbers, "
                                   "identity cards, e-mail addresses.") },
  { "feedback_finding_said", N_ ("Please say what was found.") },
  { "feedback_kept_at_public", N_ ("Please give the name of the other system alone, without a number.") },
  { "feedback_leaders_settle", N_ ("Whether it was right is said, and changed, by the director or a deputy.") },
  { "feedback_matter_given", N_ ("Please say what it is about.") },
  { "feedback_matter_public", N_ ("Please leave out what tells of a citizen: codes of dossiers, telephone numbers, "
                                  "identity cards, e-mail addresses.") },
  { "feedback_not_ahead", N_ ("This day is still to come.") },
  { "feedback_paper_of_answer", N_ ("A paper belongs to an answer.") },
  { "feedback_settled_said", N_ ("What is settled is upheld or rejected; what is open is neither.") },
  { "feedback_step", N_ ("One step at a time: received, examined, settled, answered.") },
  { "field_code_once", N_ ("Another field has this code in that period.") },
  { "field_competence_no_overlap", N_ ("This person already has a competence for the field in that period.") },
  { "floor_code_once", N_ ("Another floor has this code in that period.") },
  { "floor_plan_adopted", N_ ("An adopted floor plan cannot be changed. Make a draft from it and change that.") },
  { "floor_plan_begins_as_draft", N_ ("A floor plan begins as a draft.") },
  { "floor_plan_during_bounded", N_ ("A floor plan has a first day, and does not end before it.") },
  { "floor_plan_exists", N_ ("This floor plan is not there any more.") },
  { "floor_plan_loaded_once", N_ ("There is a floor plan already.") },
  { "floor_plan_one_adopted", N_ ("Another floor plan is adopted for that period.") },
  { "floor_plan_past", N_ ("This floor plan was in force on days that have passed. The director or a deputy may "
                           "correct it with a reason.") },
  { "group_required", N_ ("Your account may not do this.") },
  { "home_agency_no_overlap", N_ ("This person already belongs to an agency in that period.") },
  { "leave_account_carried", N_ ("Carried over are 0 to 60 days.") },
  { "leave_account_once", N_ ("This person has a leave account for that year already.") },
  { "leave_account_travel_days", N_ ("Days under way are 0 to 30.") },
  { "leave_account_used_elsewhere", N_ ("Taken elsewhere are 0 to 60 days.") },
  { "leave_account_year", N_ ("This cannot be the year of a leave account.") },
  { "merge_predecessors",
    N_ ("An agency that is merged must exist until the day before, and cannot merge into itself.") },
  { "no_truncate", N_ ("A table cannot be emptied at a stroke.") },
  { "paper_abstract_given", N_ ("Please say what the paper is about.") },
  { "paper_answer_after", N_ ("The answer is not older than the paper.") },
  { "paper_answer_of_issued", N_ ("A draft has no answer.") },
  { "paper_back", N_ ("A paper that is withdrawn says when.") },
  { "paper_begins_as_draft", N_ ("A paper begins as a draft.") },
  { "paper_content_form", N_ ("This is not the content of an official paper.") },
  { "paper_date_ahead", N_ ("A paper is not dated ahead.") },
  { "paper_date_in_order", N_ ("A later paper has an earlier date: numbers and dates go up together.") },
  { "paper_issued_stays", N_ ("The paper was issued and does not change. It may be withdrawn.") },
  { "paper_leaders_issue", N_ ("Only the director or a deputy director issues and withdraws papers.") },
  { "paper_letter_without_type", N_ ("A type of paper has a code and a name; an official letter has neither.") },
  { "paper_nothing_open", N_ ("Something in braces is still to be written.") },
  { "paper_number_once", N_ ("Somebody else has drawn this number in the meantime. Please try again.") },
  { "paper_only_drafts_go", N_ ("A paper that was issued stays in the register.") },
  { "paper_out", N_ ("A paper that is out has its year and number.") },
  { "paper_signed", N_ ("Please say who signs.") },
  { "paper_signing_capacity", N_ ("A deputy signs for the director (KT.), the director in his own name.") },
  { "paper_step", N_ ("The paper does not take this step from where it is.") },
  { "paper_subject_whole", N_ ("Please say which row the paper belongs to.") },
  { "paper_symbol_given", N_ ("A symbol has letters, digits and dashes only.") },
  { "paper_template_body_given", N_ ("Please write the text.") },
  { "paper_template_braces", N_ ("A brace of the text has no other to it.") },
  { "paper_template_language", N_ ("A language is two small letters: vi.") },
  { "paper_template_letter_without_type",
    N_ ("A type of paper has a code and a name; an official letter has neither.") },
  { "paper_template_no_overlap", N_ ("There is another text of this kind in that period.") },
  { "paper_template_placeholders", N_ ("The text has a name in braces that is not known.") },
  { "paper_template_type_code", N_ ("A code of a type is two to five letters, the first a capital: TB, GNP.") },
  { "paper_template_typed", N_ ("A type of paper has a code and a name; an official letter has neither.") },
  { "paper_type_code", N_ ("A code of a type is two to five letters, the first a capital: TB, GNP.") },
  { "paper_withdraw_reason_given", N_ ("Please say why the paper is withdrawn.") },
  { "person_condition_no_overlap", N_ ("This condition is recorded already for that period.") },
  { "person_exists", N_ ("This person is not there any more.") },
  { "person_photo_own", N_ ("A photo must be a picture among the files of this person.") },
  { "person_private_birth_date", N_ ("This cannot be a date of birth.") },
  { "person_private_identity_no", N_ ("An identity number has 12 digits, an old one 9.") },
  { "person_private_once", N_ ("There already are private data of this person.") },
  { "person_private_version", N_ ("Somebody else has changed the private data in the meantime.") },
  { "plan_background_at_most_20_mib", N_ ("The file is empty or larger than 20 MiB.") },
  { "plan_background_file_name", N_ ("This is not a name for a file.") },
  { "plan_background_in_reach", N_ ("This lies too far away from the plan.") },
  { "plan_background_opacity", N_ ("Opacity lies between 0 and 100 %.") },
  { "plan_background_rotation", N_ ("An angle lies between 0 and 360 degrees.") },
  { "plan_background_scale", N_ ("The scale must be above 0.") },
  { "plan_check_once", N_ ("This check is there already.") },
  { "plan_layer_name_once", N_ ("The plan already has a layer of this name.") },
  { "plan_layer_of_plan", N_ ("The plan already has a layer of this name.") },
  { "plan_object_area", N_ ("An area has a use, and nothing else has one.") },
  { "plan_object_counter_once", N_ ("The counter of this number stands on the plan already.") },
  { "plan_object_in_reach", N_ ("This lies too far away from the plan.") },
  { "plan_object_layer", N_ ("The layer is not one of this plan.") },
  { "plan_object_number_given", N_ ("Please give a number, or none at all.") },
  { "plan_object_points", N_ ("A wall has at least two points, an area three, and all lie within reach.") },
  { "plan_object_props", N_ ("The properties are not of the right form.") },
  { "plan_object_rotation", N_ ("An angle lies between 0 and 360 degrees.") },
  { "plan_object_size", N_ ("A width is not below 0, and not more than 1,000 metres.") },
  { "plan_once", N_ ("The plan can be loaded only into an empty centre.") },
  { "planner_rule_basis_given", N_ ("Please cite the law that makes the rule a must.") },
  { "planner_rule_count_unit", N_ ("A rule that counts says what it counts, and over what.") },
  { "planner_rule_cover_soft", N_ ("Cover is a wish, never a must: with leave it is seldom possible in full.") },
  { "planner_rule_fairness_soft", N_ ("Fairness is a wish, and names the burden that it shares out.") },
  { "planner_rule_law_holds", N_ ("This rule is law: it stays switched on, a must, and for all.") },
  { "planner_rule_law_stays", N_ ("This rule is law: it cannot be taken away, and no other rule can be made one.") },
  { "planner_rule_least", N_ ("A bound is not below 0.") },
  { "planner_rule_most", N_ ("A bound is not below 0.") },
  { "planner_rule_range", N_ ("The lower bound lies above the upper one.") },
  { "planner_rule_scope", N_ ("For whom the rule is cannot be read.") },
  { "planner_rule_stage", N_ ("The stage lies between 0 and 9.") },
  { "planner_rule_weekdays", N_ ("Please choose the days of the week.") },
  { "planner_rule_weight", N_ ("The weight lies between 1 and 10,000.") },
  { "post_code_once", N_ ("Another post has this code in that period.") },
  { "post_max_seats", N_ ("The post would have more seats than it may have.") },
  { "post_max_seats_not_negative", N_ ("The number of seats is not below 0.") },
  { "post_plan_count_not_negative", N_ ("The number of seats is not below 0.") },
  { "post_reports_to_another", N_ ("A post does not report to itself.") },
  { "post_reports_upwards", N_ ("With this, the post would report to itself in the end.") },
  { "premises_item_once", N_ ("This item is in the list already.") },
  { "procedure_code_once", N_ ("Another procedure has this code in that period.") },
  { "procedure_other_noted", N_ ("Please say in the note why the procedure is not received here.") },
  { "procedure_received_without_reason", N_ ("A procedure that is received here needs no reason why not.") },
  { "qualification_year", N_ ("This cannot be the year of a qualification.") },
  { "rank_code_once", N_ ("Another rank has this code.") },
  { "rating_count_not_negative", N_ ("A number is not below 0.") },
  { "rating_count_slot", N_ ("A day has 48 half-hours.") },
  { "rating_count_terminal", N_ ("The name of the device is empty or too long.") },
  { "rating_once_a_year", N_ ("This person already has a rating for that year.") },
  { "rating_year", N_ ("This cannot be the year of a rating.") },
  { "rename_has_name", N_ ("The agency has no name on that day.") },
  { "rename_once_a_day", N_ ("The agency already takes a name on that day.") },
  { "roster_amendment_of_published", N_ ("Only a published roster is amended.") },
  { "roster_amendment_once", N_ ("Somebody else has amended the roster in the meantime. Please try again.") },
  { "roster_amendment_stays", N_ ("An amendment stays as it was written. Please amend again.") },
  { "roster_begins_as_draft", N_ ("A roster begins as a draft.") },
  { "roster_cell_in_place", N_ ("A cell of a roster keeps its person and its session.") },
  { "roster_cell_of_draft", N_ ("The roster is no draft any more: it changes by an amendment.") },
  { "roster_cell_one_place", N_ ("Somebody else has filled this cell in the meantime.") },
  { "roster_cell_one_thing", N_ ("A cell has a counter or a duty, not both.") },
  { "roster_cell_within_counter", N_ ("The counter is not there on that day.") },
  { "roster_cell_within_duty", N_ ("The duty is not given on that day.") },
  { "roster_cell_within_roster", N_ ("The day lies outside the roster.") },
  { "roster_cell_within_tour", N_ ("This person is not at the centre on that day.") },
  { "roster_during_bounded", N_ ("A roster has a first and a last day, and is not longer than a year.") },
  { "roster_keeps_leave", N_ ("Somebody who is away is rostered. Please repair the roster first.") },
  { "roster_leaders_approve", N_ ("Only the director or a deputy director does this.") },
  { "roster_only_drafts_change", N_ ("The roster is no draft any more and does not change.") },
  { "roster_only_drafts_go", N_ ("Only a draft is deleted.") },
  { "roster_plan_by_law", N_ ("The plan was made without a rule that is law. Please plan with it.") },
  { "roster_published_once", N_ ("Another roster is published for some of these days.") },
  { "roster_request_during_bounded", N_ ("A request has a first and a last day.") },
  { "roster_request_off_all", N_ ("Who asks not to be on duty names no counter and no duty.") },
  { "roster_request_one_thing", N_ ("A request names a counter or a duty, not both.") },
  { "roster_request_weight", N_ ("The weight lies between 1 and 100.") },
  { "roster_return_reason_given", N_ ("Please say why the roster is sent back.") },
  { "roster_seed", N_ ("The seed is not below 0.") },
  { "roster_step", N_ ("The roster does not take this step from where it is.") },
  { "roster_step_alone", N_ ("The roster has changed in the meantime. Please look at it again.") },
  { "roster_swap_amended", N_ ("A swap is approved together with the amendment that carries it out.") },
  { "roster_swap_answer_given", N_ ("Who refuses a swap says why.") },
  { "roster_swap_decided", N_ ("This swap has been decided.") },
  { "roster_swap_of_published", N_ ("Places are swapped in a draft or a published roster, within its days.") },
  { "roster_swap_two", N_ ("A swap is between two people.") },
  { "roster_template_cell_one_place", N_ ("Nobody is in two places in one session of a template.") },
  { "roster_template_cell_one_thing", N_ ("A cell of a template is of one counter or duty.") },
  { "roster_template_cell_session", N_ ("A session is the morning or the afternoon.") },
  { "roster_template_cell_weekday", N_ ("A day of the week is from 1 to 7.") },
  { "roster_template_name_given", N_ ("A template needs a name.") },
  { "roster_template_named_once", N_ ("There is a template of this name already.") },
  { "roster_within_seats", N_ ("More people are rostered at a counter than it has seats.") },
  { "rule_version_no_overlap", N_ ("There already is a rule on this topic in that period.") },
  { "rule_version_topic", N_ ("A topic is written with small letters, digits, dots and underscores.") },
  { "saturday_field_no_overlap", N_ ("This field is received on Saturdays in that period already.") },
  { "scenario_definition", N_ ("The scenario's name and the one in its definition are not the same.") },
  { "scenario_name_given", N_ ("The scenario needs a name.") },
  { "scenario_name_once", N_ ("A scenario of this name is kept already.") },
  { "seat_number_once", N_ ("The post already has a seat of this number in that period.") },
  { "seat_number_positive", N_ ("Seats are numbered from 1.") },
  { "seat_within_post", N_ ("The post does not exist all the time that the seat would.") },
  { "section_ceiling", N_ ("The section would have more seats than its ceiling.") },
  { "section_ceiling_not_negative", N_ ("A ceiling is not below 0.") },
  { "section_code_once", N_ ("Another section has this code in that period.") },
  { "service_somewhere", N_ ("Please name the agency or the employer.") },
  { "session_time_ends", N_ ("A time is written as hours and minutes, such as 07:30.") },
  { "session_time_no_overlap", N_ ("There are hours for this session on these days already.") },
  { "session_time_order", N_ ("A session ends later than it begins.") },
  { "session_time_starts", N_ ("A time is written as hours and minutes, such as 07:30.") },
  { "session_time_weekdays", N_ ("Weekdays go from 1 (Monday) to 7 (Sunday), the first before the last.") },
  { "setting_key", N_ ("A setting is named with small letters, digits, dots and underscores.") },
  { "setting_once", N_ ("This setting is there already.") },
  { "supervision_kind_code", N_ ("A code has small letters, digits and underscores.") },
  { "supervision_kind_name_given", N_ ("The kind needs a name.") },
  { "supervision_kind_once", N_ ("There is a kind with this code already.") },
  { "supervision_note_follow_up_said", N_ ("Please say what was to be done.") },
  { "supervision_note_followed_up_later", N_ ("It was not done before it was seen.") },
  { "supervision_note_public", N_ ("Please leave out what tells of a citizen: codes of dossiers, telephone numbers, "
                                   "identity cards, e-mail addresses.") },
  { "ticket_count_adds_up", N_ ("More tickets were served than drawn.") },
  { "ticket_count_histogram", N_ ("The spread of waiting is not complete.") },
  { "ticket_count_not_negative", N_ ("A number is not below 0.") },
  { "ticket_count_slot", N_ ("A day has 48 half-hours.") },
  { "tour_during_bounded", N_ ("A tour has a first day, and does not end before it.") },
  { "tour_ended_has_end", N_ ("A tour that has ended has a last day.") },
  { "tour_extension_longer", N_ ("An extension makes the tour longer.") },
  { "tour_extension_once", N_ ("The tour was extended from that day already.") },
  { "tour_no_overlap", N_ ("This person is already at the centre in that period.") },
  { "tour_not_its_own_successor", N_ ("A tour does not replace itself.") },
  { "tour_person_protected",
    N_ ("The law forbids seconding this person from that day on. The person's conditions say why.") },
  { "tour_planned_after_start", N_ ("The planned end lies before the first day.") },
  { "tour_within_quota", N_ ("The agency would have more officers here than its quota.") },
  { "workload_file_begins", N_ ("A file begins in force, and is of the kind of its source.") },
  { "workload_file_days", N_ ("The last day is before the first.") },
  { "workload_file_digest", N_ ("The digest of the file is not one.") },
  { "workload_file_manual_or_source", N_ ("Figures come from a source, or by hand.") },
  { "workload_file_name_given", N_ ("The name of the file is missing.") },
  { "workload_file_no_overlap",
    N_ ("Another file of this source covers some of these days. Replace it, or withdraw it first.") },
  { "workload_file_once", N_ ("This file has been read in already.") },
  { "workload_file_rows_not_negative", N_ ("A number is not below 0.") },
  { "workload_file_stays", N_ ("A file of figures is withdrawn, not removed.") },
  { "workload_file_step", N_ ("A file in this state cannot become what was asked.") },
  { "workload_file_unchanged", N_ ("What was read stays as it was read.") },
  { "workload_question", N_ ("Figures cannot be put together like that.") },
  { "workload_source_name_given", N_ ("The source needs a name.") },
  { "workload_source_once", N_ ("There is a source of this name already.") },
  { "workload_source_wait_level", N_ ("The level of waiting lies between 1 and 480 minutes.") },
};

/* By the end of that name, where many are alike. */
static const Entry endings[] = {
  { "_during_not_empty", N_ ("The period ends before it begins.") },
  { "_within_agency", N_ ("The agency does not exist all that time. After a merger its successor takes its place.") },
  { "_within_counter", N_ ("The counter is not there all that time.") },
};

/* By what the server calls the kind of error; longer prefixes first. */
static const Entry states[] = {
  { "MC001", N_ ("Somebody else has changed this in the meantime.") },
  { "MC003", N_ ("Your account may not do this.") },
  { "42501", N_ ("Your account may not do this.") },
  { "23P01", N_ ("This overlaps with something that is there already.") },
  { "23505", N_ ("This is there already.") },
  { "23514", N_ ("A value is not one of those that are allowed.") },
  { "22001", N_ ("A text is too long.") },
  { "22003", N_ ("A number is too large.") },
  { "22", N_ ("A value is not of the right form.") },
  { "40001", N_ ("Somebody else was working on the same. Please try again.") },
  { "40P01", N_ ("Somebody else was working on the same. Please try again.") },
  { "55P03", N_ ("Somebody else is working on this right now. Please try again.") },
  { "53100", N_ ("The server's disk is full.") },
  { "53200", N_ ("The server has no memory left.") },
  { "53300", N_ ("The server has no connection left. Please try again later.") },
  { "25006", N_ ("The server takes no changes at the moment.") },
  { "42P01", N_ ("The database does not fit this program: a table is missing. It may have to be brought up to date.") },
  { "42703",
    N_ ("The database does not fit this program: a column is missing. It may have to be brought up to date.") },
  { "42883",
    N_ ("The database does not fit this program: a function is missing. It may have to be brought up to date.") },
  { "28P01", N_ ("The user name or the password is wrong.") },
  { "3D000", N_ ("There is no such database on the server.") },
};

static const McFieldInfo *
find_field (const McErrorDetail *detail, const char *column)
{
  GType noun = mc_noun_from_table (detail->table);

  return noun == G_TYPE_INVALID || !column ? NULL : mc_entity_class_find_field (mc_noun_get_class (noun), column);
}

/* "post_name_given" of the table post is about its column name. */
static const McFieldInfo *
field_of_given (const McErrorDetail *detail)
{
  GType noun = mc_noun_from_table (detail->table);
  McEntityClass *klass = noun == G_TYPE_INVALID ? NULL : mc_noun_get_class (noun);
  const McFieldInfo *best = NULL;

  for (guint i = 0; klass && i < klass->n_fields; i++)
    {
      g_autofree char *end = g_strdup_printf ("_%s_given", klass->fields[i].name);

      if (g_str_has_suffix (detail->constraint, end) && (!best || strlen (best->name) < strlen (klass->fields[i].name)))
        best = &klass->fields[i];
    }
  return best;
}

static const char *
find_sentence (const char *constraint)
{
  for (gsize i = 0; i < G_N_ELEMENTS (constraints); i++)
    if (g_str_equal (constraints[i].name, constraint))
      return constraints[i].sentence;
  for (gsize i = 0; i < G_N_ELEMENTS (endings); i++)
    if (g_str_has_suffix (constraint, endings[i].name))
      return endings[i].sentence;
  return NULL;
}

gboolean
mc_error_text_knows (const char *constraint)
{
  return find_sentence (constraint) != NULL || g_str_has_suffix (constraint, "_given");
}

/* What a foreign key refuses is either something that is gone, or something that is still needed. */
static char *
text_of_reference (const GError *error, const McErrorDetail *detail)
{
  GType noun = mc_noun_from_table (detail->table);
  const char *label = noun == G_TYPE_INVALID ? detail->table : _ (mc_noun_get_class (noun)->label);

  if (detail->detail && strstr (detail->detail, "still referenced"))
    /* Translators: what refers to it, such as "Tour" */
    return g_strdup_printf (_ ("This cannot be removed, because it is still in use: %s."), label);
  return g_strdup (_ ("Something that this refers to is not there any more."));
}

static char *
text_of_constraint (const GError *error, const McErrorDetail *detail)
{
  const char *sentence = detail->constraint ? find_sentence (detail->constraint) : NULL;
  const McFieldInfo *field = NULL;

  if (sentence)
    return g_strdup (_ (sentence));
  if (detail->constraint && g_str_has_suffix (detail->constraint, "_given"))
    field = field_of_given (detail);
  else if (g_strcmp0 (detail->sqlstate, "23502") == 0)
    field = find_field (detail, detail->column);
  if (field)
    return g_strdup_printf (_ ("“%s” must be filled in."), mc_field_info_get_label (field));
  if (g_strcmp0 (detail->sqlstate, "23503") == 0)
    return text_of_reference (error, detail);
  return NULL;
}

char *
mc_error_text (const GError *error)
{
  const McErrorDetail *detail = mc_error_get_detail (error);
  char *text;

  g_return_val_if_fail (error != NULL, NULL);
  if (!detail || !detail->sqlstate)
    return g_strdup (error->message);
  text = text_of_constraint (error, detail);
  if (text)
    return text;
  for (gsize i = 0; i < G_N_ELEMENTS (states); i++)
    if (g_str_has_prefix (detail->sqlstate, states[i].name))
      return g_strdup (_ (states[i].sentence));
  return g_strdup (error->message);
}
