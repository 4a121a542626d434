/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib-object.h>

G_BEGIN_DECLS

#define MC_TYPE_ORG_SEAT (mc_org_seat_get_type ())
G_DECLARE_FINAL_TYPE (McOrgSeat, mc_org_seat, MC, ORG_SEAT, GObject)

/**
 * McOrgSeat:
 * One box of the organisation chart: a seat of the day with whoever holds it, or somebody who is here and holds no seat
 * (seat_id is 0). Made by mc_org_chart_new(); never changes. Texts may be %NULL, ids 0.
 */
struct _McOrgSeat
{
  GObject parent_instance;

  char *key; /* "seat/12", "loose/34": the same on every day */
  gint64 seat_id;
  int number;
  gboolean post_concurrent; /* the post adds no head */
  gboolean part_time;       /* its holder has the main work elsewhere */
  gboolean to_origin;       /* its holder reports to the sending agency, too */
  gint64 post_id;
  char *post_code;
  char *post_name;
  gint64 section_id;
  char *section_code;
  char *section_name;
  gint64 origin_id;
  char *origin_code;
  char *origin_name;
  char *origin_note;

  gint64 appointment_id;
  gint64 person_id; /* 0: vacant */
  char *full_name;
  char *sort_key;        /* in byte order: the Vietnamese order of names */
  char *search_key;      /* folded */
  gboolean besides;      /* the person holds it besides another seat that is the main one */
  gint64 home_agency_id; /* of the tour, else of the person */
  char *home_code;
  char *home_name;
  char *phone;
  char *field_codes;
  gint64 photo_id;
};

/** mc_org_seat_is_vacant: nobody holds it. */
gboolean mc_org_seat_is_vacant (McOrgSeat *self);

/** mc_org_seat_is_lent: its holder comes from another agency than the one that fills the seat by the plan. */
gboolean mc_org_seat_is_lent (McOrgSeat *self);

/** mc_org_seat_get_agency_code: (nullable): of its holder, or of who should fill it. */
const char *mc_org_seat_get_agency_code (McOrgSeat *self);

/** mc_org_seat_dup_title: (transfer full): who holds it, or that it is vacant. */
char *mc_org_seat_dup_title (McOrgSeat *self);

/** mc_org_seat_dup_state: (transfer full): "vacant", "held beside another post", … for people; "" for nothing special.
 */
char *mc_org_seat_dup_state (McOrgSeat *self);

/** mc_org_seat_dup_post_line: (transfer full): the post, and that it is held besides another; "" without a seat. */
char *mc_org_seat_dup_post_line (McOrgSeat *self);

/** mc_org_seat_dup_description: (transfer full): post, section, agency and telephone in one line. */
char *mc_org_seat_dup_description (McOrgSeat *self);

G_END_DECLS
