/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "mc-day.h"
#include "mc-org-seat.h"

G_BEGIN_DECLS

/** McOrgPost: a post of the chart; who leads it is one of the others, and the lines form no ring. */
typedef struct _McOrgPost McOrgPost;

struct _McOrgPost
{
  gint64 id;
  char *code;
  char *name;
  gint64 section_id; /* 0: the leaders of the centre */
  int sort_order;
  gboolean concurrent;
  gboolean part_time;
  gboolean to_origin;
  int max_seats;    /* MC_INT_NONE: no limit */
  McOrgPost *chief; /* NULL: nobody on the chart leads it */
};

/** McOrgSection: a section of the chart with its numbers. */
typedef struct
{
  gint64 id;
  char *code;
  char *name;
  int ceiling; /* MC_INT_NONE: none is set */
  gboolean takes_quota;
  int sort_order;
  guint seats;  /* without the concurrent ones */
  guint vacant; /* of these */
  guint people; /* who sit there, each once */
} McOrgSection;

/** McOrgCount: the numbers under the chart. */
typedef struct
{
  guint seats;            /* all places of all posts */
  guint concurrent_seats; /* of these, in posts that add no head */
  guint heads;            /* the rest: people that the plan counts */
  guint filled;           /* seats that somebody holds */
  guint vacant;           /* seats that nobody holds */
  guint people;           /* who hold seats, each once */
  guint besides;          /* seats that are held besides another */
  guint part_time;        /* seats whose holders have their main work elsewhere */
  guint loose;            /* people who are here and hold no seat */
} McOrgCount;

/**
 * McOrgChartInput:
 * The rows of one day; those of a live list do. @seats and @posts are needed; without @staff, people have names only;
 * without @sections or @agencies, these have no names.
 */
typedef struct
{
  McDay day;
  GListModel *seats;    /* McSeatEntry */
  GListModel *posts;    /* McPost */
  GListModel *sections; /* McSection */
  GListModel *staff;    /* McStaffEntry */
  GListModel *agencies; /* McAgencyEntry */
} McOrgChartInput;

#define MC_TYPE_ORG_CHART (mc_org_chart_get_type ())
G_DECLARE_FINAL_TYPE (McOrgChart, mc_org_chart, MC, ORG_CHART, GObject)

/**
 * McOrgChart:
 * Who stands where in the organisation on a day, in the order of the plan: leaders, sections, posts, numbers of seats.
 * It copies what it needs of the rows and never changes. Pure.
 */
McOrgChart *mc_org_chart_new (const McOrgChartInput *input);

McDay mc_org_chart_get_day (McOrgChart *self);

/** mc_org_chart_get_seats: (element-type McOrgSeat): the seats, in order. */
const GPtrArray *mc_org_chart_get_seats (McOrgChart *self);
/** mc_org_chart_get_loose: (element-type McOrgSeat): who is on duty here and holds no seat, by name. */
const GPtrArray *mc_org_chart_get_loose (McOrgChart *self);
/** mc_org_chart_get_posts: (element-type McOrgPost): those with seats on the day, and who leads them. */
const GPtrArray *mc_org_chart_get_posts (McOrgChart *self);
/** mc_org_chart_get_sections: (element-type McOrgSection) */
const GPtrArray *mc_org_chart_get_sections (McOrgChart *self);

/** mc_org_chart_find: (nullable): the box with this key. */
McOrgSeat *mc_org_chart_find (McOrgChart *self, const char *key);
/** mc_org_chart_find_person: (nullable): the main box of a person. */
McOrgSeat *mc_org_chart_find_person (McOrgChart *self, gint64 person_id);
McOrgPost *mc_org_chart_find_post (McOrgChart *self, gint64 post_id);
McOrgSection *mc_org_chart_find_section (McOrgChart *self, gint64 section_id);

McOrgCount mc_org_chart_count (McOrgChart *self);
/** mc_org_chart_dup_headline: (transfer full): "41 seats · 38 filled · 3 vacant · 37 people". */
char *mc_org_chart_dup_headline (McOrgChart *self);
/** mc_org_chart_dup_why: (transfer full): why seats, heads and people differ, in sentences; "" where they do not. */
char *mc_org_chart_dup_why (McOrgChart *self);

G_END_DECLS
