/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mc-check-private.h"

#include "mc-appointment.h"
#include "mc-name.h"
#include "mc-post.h"
#include "mc-seat.h"
#include "mc-service.h"

#include <glib/gi18n-lib.h>
#include <string.h>

static McPost *
find_post (McCheck *self, const char *code)
{
  const GPtrArray *posts = mc_staff_facts_rows (self->facts, MC_TYPE_POST);

  for (guint i = 0; i < posts->len; i++)
    {
      McPost *post = g_ptr_array_index (posts, i);

      if (g_strcmp0 (post->code, code) == 0 && mc_period_contains (post->during, self->as_of))
        return post;
    }
  return NULL;
}

/* Who sits there on the as-of day; NULL if nobody does. */
static McAppointment *
holder_of (McCheck *self, gint64 seat_id)
{
  const GPtrArray *appointments = g_hash_table_lookup (self->appointments_of_seat, &seat_id);

  for (guint i = 0; appointments && i < appointments->len; i++)
    {
      McAppointment *appointment = g_ptr_array_index (appointments, i);

      if (mc_period_contains (appointment->during, self->as_of))
        return appointment;
    }
  return NULL;
}

static gboolean
names (const char *text, const char *folded_division)
{
  g_autofree char *folded = mc_fold (text);

  return strstr (folded, folded_division) != NULL;
}

/* The seat comes from the division by the plan, or its holder works there now by the service history. */
static gboolean
is_of_division (McCheck *self, McSeat *seat, McAppointment *holder, const char *folded_division)
{
  const GPtrArray *services = g_hash_table_lookup (self->services_of_person, &holder->person_id);

  if (names (seat->origin_note, folded_division))
    return TRUE;
  for (guint i = 0; services && i < services->len; i++)
    {
      McService *service = g_ptr_array_index (services, i);

      if (mc_period_contains (service->during, self->as_of) &&
          (names (service->role, folded_division) || names (service->field_name, folded_division) ||
           names (service->employer, folded_division)))
        return TRUE;
    }
  return FALSE;
}

/* How many seats of the post are filled; only those of @division, if it is given. */
static int
count_filled (McCheck *self, McPost *post, const char *division)
{
  const GPtrArray *seats = mc_staff_facts_rows (self->facts, MC_TYPE_SEAT);
  g_autofree char *folded = division ? mc_fold (division) : NULL;
  int filled = 0;

  for (guint i = 0; i < seats->len; i++)
    {
      McSeat *seat = g_ptr_array_index (seats, i);
      McAppointment *holder;

      if (seat->post_id != mc_entity_get_id (MC_ENTITY (post)))
        continue;
      holder = holder_of (self, mc_entity_get_id (MC_ENTITY (seat)));
      if (holder && (!folded || is_of_division (self, seat, holder, folded)))
        filled++;
    }
  return filled;
}

static void
report (McCheck *self, McPost *post, const McRule *rule, const char *code, McFindingSeverity severity, char *message)
{
  McFindingInit init = MC_FINDING_INIT;

  init.code = code;
  init.severity = severity;
  init.subject = MC_FINDING_SUBJECT_POST;
  init.subject_id = mc_entity_get_id (MC_ENTITY (post));
  init.remedy = MC_REMEDY_APPOINT;
  mc_check_report (self, rule, &init, message);
}

/* Finds the post that the rule names and how many hold it; FALSE if there is no rule or no such post. */
static gboolean
read_post (McCheck *self, const char *topic, const McRule **rule, McPost **post, int *filled)
{
  *rule = mc_check_rule (self, topic);
  *post = *rule ? find_post (self, mc_rule_get_string (*rule, "post")) : NULL;
  if (!*post)
    return FALSE;
  *filled = count_filled (self, *post, NULL);
  return TRUE;
}

static void
check_number (McCheck *self, const char *topic)
{
  const McRule *rule;
  McPost *post;
  int filled, max;

  if (!read_post (self, topic, &rule, &post, &filled))
    return;
  max = mc_rule_get_int (rule, "max", G_MAXINT);
  if (filled > max)
    /* Translators: post; number of people in it; most people allowed */
    report (
        self, post, rule, "leaders.too-many", MC_FINDING_ERROR,
        g_strdup_printf (_ ("The post “%s” is held by %d people; at most %d are allowed."), post->name, filled, max));
}

static void
check_director (McCheck *self)
{
  const McRule *rule;
  McPost *post;
  int filled;

  if (read_post (self, "leaders.director", &rule, &post, &filled) && filled == 0)
    report (self, post, rule, "leaders.vacant", MC_FINDING_WARNING,
            g_strdup_printf (_ ("The post “%s” is vacant."), post->name));
}

static void
check_control_deputy (McCheck *self)
{
  const McRule *rule;
  McPost *post;
  const char *division;
  int filled;

  if (!read_post (self, "leaders.control_deputy", &rule, &post, &filled))
    return;
  division = mc_rule_get_string (rule, "division");
  if (!division || !filled || count_filled (self, post, division))
    return;
  /* Translators: post; division, such as “kiểm soát thủ tục hành chính” */
  report (self, post, rule, "leaders.control-deputy",
          g_strcmp0 (mc_rule_get_string (rule, "severity"), "note") == 0 ? MC_FINDING_NOTE : MC_FINDING_WARNING,
          g_strdup_printf (_ ("Nobody who holds the post “%s” leads the division “%s”; one of them should."),
                           post->name, division));
}

void
mc_check_leaders (McCheck *self)
{
  check_director (self);
  check_number (self, "leaders.director");
  check_number (self, "leaders.deputies");
  check_control_deputy (self);
}
