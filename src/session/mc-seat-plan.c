/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mc-seat-plan-private.h"

#include <glib/gi18n-lib.h>

#include "mc-absence-entry.h"
#include "mc-agency-entry.h"
#include "mc-rank.h"
#include "mc-staff-entry.h"

/* An appointment before it is made: the rows, and what is to be said of it. */

void
mc_seat_plan_free (McSeatPlan *self)
{
  g_clear_object (&self->person);
  g_clear_object (&self->seat);
  g_clear_object (&self->post);
  g_clear_object (&self->tour);
  g_clear_object (&self->staff);
  g_clear_object (&self->away);
  g_clear_pointer (&self->of_seat, g_ptr_array_unref);
  g_clear_pointer (&self->of_person, g_ptr_array_unref);
  g_free (self->person_name);
  g_free (self->blocked);
  g_free (self);
}

char *
mc_seat_plan_dup_name (McSession *session, gint64 person)
{
  g_autoptr (McLiveList) people = mc_session_list (session, MC_TYPE_PERSON, MC_DAY_NONE);
  McPerson *row = mc_live_list_get_by_id (people, person);

  return g_strdup (row && row->full_name ? row->full_name : _ ("a person"));
}

static GPtrArray *
load_rows (McSeatPlan *self, GType noun, const char *column, gint64 id, GError **error)
{
  g_autoptr (McQuery) query = mc_query_where_id (mc_query_new (), column, id);

  return dex_await_boxed (mc_store_list (self->session->store, noun, query), error);
}

static McLiveList *
load_list (McSeatPlan *self, GType noun, GError **error)
{
  g_autoptr (McLiveList) list = mc_session_list (self->session, noun, self->act.day);

  return dex_await_object (mc_live_list_when_ready (list), error);
}

static gboolean
load_tour (McSeatPlan *self, GError **error)
{
  g_autoptr (GPtrArray) tours = load_rows (self, MC_TYPE_TOUR, "person_id", self->act.person, error);

  if (!tours)
    return FALSE;
  for (guint i = 0; i < tours->len; i++)
    {
      McTour *tour = g_ptr_array_index (tours, i);

      if (mc_period_contains (tour->during, self->act.day))
        g_set_object (&self->tour, tour);
    }
  return TRUE;
}

static gboolean
holds_seat (McSeatPlan *self)
{
  for (guint i = 0; i < self->of_seat->len; i++)
    {
      McAppointment *row = g_ptr_array_index (self->of_seat, i);

      if (row->person_id == self->act.person && mc_period_contains (row->during, self->act.day))
        return TRUE;
    }
  return FALSE;
}

static McAppointment *
main_seat (McSeatPlan *self)
{
  for (guint i = 0; i < self->of_person->len; i++)
    {
      McAppointment *row = g_ptr_array_index (self->of_person, i);

      if (!row->concurrent && mc_period_contains (row->during, self->act.day))
        return row;
    }
  return NULL;
}

static void
find_block (McSeatPlan *self)
{
  g_autofree char *day = mc_day_format (self->act.day);

  if (!self->tour)
    /* Translators: a person; a day */
    self->blocked = g_strdup_printf (_ ("%s has no tour at the centre on %s, and cannot be appointed from that day."),
                                     self->person_name, day);
  else if (!mc_period_contains (self->seat->during, self->act.day))
    self->blocked = g_strdup_printf (_ ("This seat does not exist on %s."), day);
  else if (holds_seat (self))
    self->blocked = g_strdup_printf (_ ("%s holds this seat already."), self->person_name);
  else if (self->act.besides && !main_seat (self))
    self->blocked = g_strdup_printf (_ ("%s holds no other seat on %s; a concurrent post is held beside one."),
                                     self->person_name, day);
}

McSeatPlan *
mc_seat_plan_load (McSession *session, const McSeatAct *act, GError **error)
{
  g_autoptr (McSeatPlan) self = g_new0 (McSeatPlan, 1);
  McStore *store = session->store;

  self->session = session;
  self->act = *act;
  self->person_name = mc_seat_plan_dup_name (session, act->person);
  if (!(self->person = dex_await_object (mc_store_get (store, MC_TYPE_PERSON, act->person), error)) ||
      !(self->seat = dex_await_object (mc_store_get (store, MC_TYPE_SEAT, act->seat), error)) ||
      !(self->post = dex_await_object (mc_store_get (store, MC_TYPE_POST, self->seat->post_id), error)) ||
      !(self->of_seat = load_rows (self, MC_TYPE_APPOINTMENT, "seat_id", act->seat, error)) ||
      !(self->of_person = load_rows (self, MC_TYPE_APPOINTMENT, "person_id", act->person, error)) ||
      !load_tour (self, error) || !(self->staff = load_list (self, MC_TYPE_STAFF_ENTRY, error)) ||
      !(self->away = load_list (self, MC_TYPE_ABSENCE_ENTRY, error)))
    return NULL;
  find_block (self);
  return g_steal_pointer (&self);
}

/* --- What is to be said of it --- */

/* The rule that governs the post. */
static const McRule *
rule_of (McSeatPlan *self)
{
  static const struct
  {
    const char *post;
    const char *topic;
  } topics[] = {
    { "director", "leaders.director" },
    { "deputy_director", "leaders.deputies" },
    { "reception", "staff.years" },
  };
  const char *topic = "section.ceiling";

  for (gsize i = 0; i < G_N_ELEMENTS (topics); i++)
    if (g_strcmp0 (self->post->code, topics[i].post) == 0)
      topic = topics[i].topic;
  return mc_rule_book_find (mc_session_get_book (self->session), topic, self->act.day);
}

/* Seats of Reception are not for one agency by the plan; but whoever drops a card on another may not have meant to. */
static void
tell_other_agency (McSeatPlan *self, gint64 holder, GStrvBuilder *lines)
{
  McStaffEntry *old = mc_live_list_get_by_id (self->staff, holder);
  McStaffEntry *new = mc_live_list_get_by_id (self->staff, self->act.person);

  if (!old || !new || !old->home_agency_id || !new->home_agency_id || old->home_agency_id == new->home_agency_id)
    return;
  /* Translators: a person and the code of an agency, twice */
  g_strv_builder_take (lines,
                       g_strdup_printf (_ ("Attention: %s is from %s, and %s, who leaves this seat, from %s."),
                                        new->full_name, new->home_agency_code, old->full_name, old->home_agency_code));
}

static void
tell_away (McSeatPlan *self, GStrvBuilder *lines)
{
  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (self->away)); i++)
    {
      g_autoptr (McAbsenceEntry) absence = g_list_model_get_item (G_LIST_MODEL (self->away), i);
      g_autofree char *last = NULL;

      if (absence->person_id != self->act.person || absence->during.until == MC_DAY_NONE)
        continue;
      last = mc_day_format (absence->during.until - 1);
      /* Translators: a person; the last day of an absence */
      g_strv_builder_take (lines, g_strdup_printf (_ ("Attention: %s is away until %s."), self->person_name, last));
    }
}

static void
tell_holder (McSeatPlan *self, GStrvBuilder *lines)
{
  g_autofree char *last = mc_day_format (self->act.day - 1);

  for (guint i = 0; i < self->of_seat->len; i++)
    {
      McAppointment *row = g_ptr_array_index (self->of_seat, i);
      g_autofree char *name = NULL;

      if (row->person_id == self->act.person || !mc_period_contains (row->during, self->act.day))
        continue;
      name = mc_seat_plan_dup_name (self->session, row->person_id);
      /* Translators: a person; a day */
      g_strv_builder_take (lines, g_strdup_printf (_ ("%s leaves this seat; the last day is %s."), name, last));
      tell_other_agency (self, row->person_id, lines);
    }
}

static void
tell_own (McSeatPlan *self, GStrvBuilder *lines)
{
  McAppointment *main = main_seat (self);
  g_autofree char *from = mc_day_format (self->act.day);
  McDay until = self->tour ? self->tour->during.until : MC_DAY_NONE;
  g_autofree char *last = until != MC_DAY_NONE ? mc_day_format (until - 1) : NULL;

  if (last)
    g_strv_builder_take (lines, g_strdup_printf (_ ("%s holds the post “%s” from %s until the tour ends on %s."),
                                                 self->person_name, self->post->name, from, last));
  else
    g_strv_builder_take (
        lines, g_strdup_printf (_ ("%s holds the post “%s” from %s on."), self->person_name, self->post->name, from));
  if (main && main->seat_id != self->act.seat && !self->act.besides)
    g_strv_builder_take (lines, g_strdup_printf (_ ("The seat that %s has now becomes vacant."), self->person_name));
  if (self->act.besides)
    g_strv_builder_take (lines,
                         g_strdup_printf (_ ("%s keeps the main seat, and is counted once."), self->person_name));
}

/* The standard of the post, and the agency that the seat is for. */
static void
tell_standard (McSeatPlan *self, GStrvBuilder *lines)
{
  g_autoptr (McLiveList) ranks = mc_session_list (self->session, MC_TYPE_RANK, MC_DAY_NONE);
  g_autoptr (McLiveList) agencies = mc_session_list (self->session, MC_TYPE_AGENCY_ENTRY, self->act.day);
  McRank *least = mc_live_list_get_by_id (ranks, self->post->min_rank_id);
  McRank *has = mc_live_list_get_by_id (ranks, self->person->rank_id);
  McAgencyEntry *origin = mc_live_list_get_by_id (agencies, self->seat->origin_agency_id);

  if (least && (!has || has->grade < least->grade))
    g_strv_builder_take (lines,
                         g_strdup_printf (_ ("Attention: the post asks for the rank “%s” at least; %s has “%s”."),
                                          least->name, self->person_name, has ? has->name : "–"));
  if (self->tour && origin && self->seat->origin_agency_id != self->tour->agency_id && !self->post->concurrent)
    g_strv_builder_take (lines, g_strdup_printf (_ ("Attention: the seat is for somebody from %s."),
                                                 origin->short_name ? origin->short_name : origin->name));
  if (self->tour && self->tour->role == MC_TOUR_ROLE_STANDBY)
    g_strv_builder_take (lines, g_strdup_printf (_ ("Attention: %s stands by; whoever has a seat should be on duty."),
                                                 self->person_name));
  if (self->post->concurrent && !self->act.besides)
    g_strv_builder_take (lines, g_strdup (_ ("Attention: by the plan this post is held beside another one.")));
}

static void
tell_findings (GPtrArray *findings, GStrvBuilder *lines)
{
  for (guint i = 0; findings && i < findings->len; i++)
    {
      McFinding *finding = g_ptr_array_index (findings, i);

      /* Translators: "Violation" and the like; a sentence; an article */
      g_strv_builder_take (lines,
                           g_strdup_printf (_ ("%s: %s (%s)"), mc_finding_get_severity_text (finding),
                                            mc_finding_get_message (finding), mc_finding_get_citation (finding)));
    }
}

McLegalFrame *
mc_seat_plan_frame (McSeatPlan *self, GPtrArray *findings)
{
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  g_auto (GStrv) consequences = NULL;
  const McRule *rule = rule_of (self);
  McPeriod range = self->tour ? self->tour->during : self->seat->during;

  if (!self->blocked)
    {
      tell_findings (findings, builder);
      tell_standard (self, builder);
      tell_away (self, builder);
      tell_own (self, builder);
      tell_holder (self, builder);
    }
  consequences = g_strv_builder_end (builder);
  return g_object_new (MC_TYPE_LEGAL_FRAME, "citation", rule ? mc_rule_get_citation (rule) : "", "rule",
                       self->post->note ? self->post->note
                                        : _ ("The centre's head arranges who works where within the plan's posts."),
                       "earliest", range.from, "latest", range.until == MC_DAY_NONE ? MC_DAY_NONE : range.until - 1,
                       "suggested", self->act.day, "consequences", consequences, "blocked", self->blocked, NULL);
}
