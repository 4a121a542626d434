/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mc-feedback-words.h"

#include <glib/gi18n.h>

#include "mc-feedback.h"
#include "mc-reference.h"
#include "mc-supervision-kind.h"
#include "mc-supervision-note.h"

static McDay
get_day (gpointer row)
{
  return MC_IS_FEEDBACK (row) ? ((McFeedback *)row)->received_on : ((McSupervisionNote *)row)->noted_on;
}

char *
mc_feedback_dup_value (const McFeedbackNames *names, McEntity *row, const char *field)
{
  const McFieldInfo *info = mc_entity_class_find_field (MC_ENTITY_GET_CLASS (row), field);
  g_autofree char *text = info->type == MC_FIELD_TYPE_REF ? mc_entity_get_text (row, field) : NULL;
  gint64 id = text ? g_ascii_strtoll (text, NULL, 10) : 0;
  McEntity *named;

  if (info->type != MC_FIELD_TYPE_REF)
    return mc_entity_format (row, field);
  if (id == 0 || !names->registry)
    return NULL;
  if (g_str_equal (info->table, "person"))
    return mc_counter_register_dup_person (names->registry, id);
  if (g_str_equal (info->table, "agency"))
    return mc_counter_register_dup_agency (names->registry, id);
  if (g_str_equal (info->table, "counter"))
    return mc_counter_register_dup_counter (names->registry, id);
  named = mc_live_list_get_by_id (g_str_equal (info->table, "paper") ? names->papers : names->kinds, id);
  return named ? mc_reference_text (named) : g_strdup ("…");
}

static char *
day_text (gpointer names, gpointer row)
{
  return mc_day_format (get_day (row));
}

/* The person, else the counter, else the agency; else the centre as a whole. */
static char *
about_text (gpointer names, gpointer row)
{
  static const char *const fields[] = { "person_id", "counter_id", "agency_id" };

  for (gsize i = 0; i < G_N_ELEMENTS (fields); i++)
    {
      char *text = mc_feedback_dup_value (names, row, fields[i]);

      if (text)
        return text;
    }
  return g_strdup (_ ("The centre"));
}

static char *
kind_text (gpointer names, gpointer row)
{
  static const char *const signs[] = { "●", "▲", "★" };
  McFeedback *feedback = row;

  return g_strdup_printf ("%s %s", signs[feedback->kind], mc_enum_label (mc_feedback_kind_values, feedback->kind));
}

static char *
matter_text (gpointer names, gpointer row)
{
  return g_strdup (((McFeedback *)row)->matter);
}

/* "◐ Being examined", "✓ Upheld", "✗ Rejected · answered" */
static char *
state_text (gpointer names, gpointer row)
{
  static const char *const signs[] = { "○", "✓", "✗" };
  McFeedback *feedback = row;

  if (feedback->outcome == MC_FEEDBACK_OUTCOME_NONE)
    return g_strdup_printf ("%s %s", feedback->state == MC_FEEDBACK_STATE_RECEIVED ? "○" : "◐",
                            mc_enum_label (mc_feedback_state_values, feedback->state));
  return g_strdup_printf ("%s %s%s", signs[feedback->outcome],
                          mc_enum_label (mc_feedback_outcome_values, feedback->outcome),
                          feedback->state == MC_FEEDBACK_STATE_ANSWERED ? _ (", answered") : "");
}

static char *
looked_at_text (gpointer names, gpointer row)
{
  return mc_feedback_dup_value (names, row, "kind_id");
}

static char *
body_text (gpointer names, gpointer row)
{
  return g_strdup (((McSupervisionNote *)row)->body);
}

static char *
result_text (gpointer names, gpointer row)
{
  static const char *const signs[] = { "●", "✓", "◐", "✗" };
  McSupervisionNote *note = row;

  return g_strdup_printf ("%s %s", signs[note->result], mc_enum_label (mc_supervision_result_values, note->result));
}

static double
day_order (gpointer names, gpointer row)
{
  return get_day (row);
}

static const McToldColumn feedback_columns[] = {
  { NC_ ("column", "Date"), day_text, day_order, NULL, 100, FALSE, FALSE },
  { NC_ ("column", "Kind"), kind_text, NULL, NULL, 118, FALSE, FALSE },
  { NC_ ("column", "About whom"), about_text, NULL, NULL, 176, FALSE, FALSE },
  { NC_ ("column", "Matter"), matter_text, NULL, NULL, 0, TRUE, FALSE },
  { NC_ ("column", "State"), state_text, NULL, NULL, 160, FALSE, FALSE },
};

static const McToldColumn note_columns[] = {
  { NC_ ("column", "Date"), day_text, day_order, NULL, 100, FALSE, FALSE },
  { NC_ ("column", "Looked at"), looked_at_text, NULL, NULL, 150, FALSE, FALSE },
  { NC_ ("column", "About whom"), about_text, NULL, NULL, 176, FALSE, FALSE },
  { NC_ ("column", "What was seen"), body_text, NULL, NULL, 0, TRUE, FALSE },
  { NC_ ("column", "Result"), result_text, NULL, NULL, 130, FALSE, FALSE },
};

const McToldColumn *
mc_feedback_columns (const char *table, gsize *n)
{
  gboolean feedback = g_str_equal (table, "feedback");

  *n = feedback ? G_N_ELEMENTS (feedback_columns) : G_N_ELEMENTS (note_columns);
  return feedback ? feedback_columns : note_columns;
}

void
mc_feedback_describe (gpointer row, gpointer user_data, char **title, char **subtitle, char **target)
{
  McFeedback *feedback = row;
  g_autofree char *day = mc_day_format (feedback->received_on);
  g_autofree char *kind = kind_text (NULL, row);
  g_autofree char *state = state_text (NULL, row);

  *title = g_strdup_printf ("%s · %s", kind, feedback->matter);
  *subtitle = feedback->finding ? g_strdup_printf ("%s · %s · %s", day, state, feedback->finding)
                                : g_strdup_printf ("%s · %s", day, state);
  *target = g_strdup_printf ("feedback/%" G_GINT64_FORMAT, mc_entity_get_id (row));
}

void
mc_supervision_describe (gpointer row, gpointer user_data, char **title, char **subtitle, char **target)
{
  McSupervisionNote *note = row;
  g_autofree char *day = mc_day_format (note->noted_on);
  g_autofree char *result = result_text (NULL, row);

  *title = g_strdup_printf ("%s · %s", result, note->body);
  *subtitle = note->follow_up ? g_strdup_printf ("%s · %s", day, note->follow_up) : g_strdup (day);
  *target = g_strdup_printf ("supervision_note/%" G_GINT64_FORMAT, mc_entity_get_id (row));
}
