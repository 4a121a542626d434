/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mc-check-private.h"

#include "mc-appointment.h"
#include "mc-post.h"
#include "mc-seat.h"
#include "mc-section.h"

#include <glib/gi18n-lib.h>

static gint64
section_of_seat (McCheck *self, gint64 seat_id)
{
  McSeat *seat = mc_staff_facts_find (self->facts, MC_TYPE_SEAT, seat_id);
  McPost *post = seat ? mc_staff_facts_find (self->facts, MC_TYPE_POST, seat->post_id) : NULL;

  return post ? post->section_id : 0;
}

/* People, not posts: the head of a section who also sits in it is one. */
static guint
count_people (McCheck *self, gint64 section_id)
{
  g_autoptr (GHashTable) people = g_hash_table_new (g_int64_hash, g_int64_equal);
  const GPtrArray *appointments = mc_staff_facts_rows (self->facts, MC_TYPE_APPOINTMENT);

  for (guint i = 0; i < appointments->len; i++)
    {
      McAppointment *appointment = g_ptr_array_index (appointments, i);

      if (mc_period_contains (appointment->during, self->as_of) &&
          section_of_seat (self, appointment->seat_id) == section_id)
        g_hash_table_add (people, &appointment->person_id);
    }
  return g_hash_table_size (people);
}

static void
report (McCheck *self, McSection *section, const McRule *rule, guint people)
{
  McFindingInit init = MC_FINDING_INIT;

  init.code = "section.over-ceiling";
  init.severity = MC_FINDING_ERROR;
  init.subject = MC_FINDING_SUBJECT_SECTION;
  init.subject_id = mc_entity_get_id (MC_ENTITY (section));
  mc_check_report (
      self, rule, &init,
      /* Translators: section; people in it; its ceiling */
      g_strdup_printf (_ ("People in %s: %u; its ceiling is %d."), section->name, people, section->ceiling));
}

void
mc_check_section (McCheck *self)
{
  const McRule *rule = mc_check_rule (self, "section.ceiling");
  const GPtrArray *sections = mc_staff_facts_rows (self->facts, MC_TYPE_SECTION);

  for (guint i = 0; rule && i < sections->len; i++)
    {
      McSection *section = g_ptr_array_index (sections, i);
      guint people;

      if (section->ceiling == MC_INT_NONE || !mc_period_contains (section->during, self->as_of))
        continue;
      people = count_people (self, mc_entity_get_id (MC_ENTITY (section)));
      if (people > (guint)section->ceiling)
        report (self, section, rule, people);
    }
}
