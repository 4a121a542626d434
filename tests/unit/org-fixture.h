/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "mc-org-layout.h"

/** OrgFixture: the rows of a day, to be changed before the chart is made. */
typedef struct
{
  GListStore *seats, *posts, *sections, *staff, *agencies;
} OrgFixture;

OrgFixture *org_fixture_new (void);
void org_fixture_free (OrgFixture *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (OrgFixture, org_fixture_free)

/** org_fixture_add_plan: the organisation of the plan of 2022: 41 seats, invented people on all but three of them. */
void org_fixture_add_plan (OrgFixture *self);

void org_fixture_add_section (OrgFixture *self, gint64 id, const char *name, int ceiling, gboolean takes_quota);
void org_fixture_add_post (OrgFixture *self, gint64 id, const char *name, gint64 section, gint64 chief);
/** org_fixture_add_seat: @person: 0 for a vacant one; whoever is there for the first time gets a name. */
void org_fixture_add_seat (OrgFixture *self, gint64 id, gint64 post, int number, const char *origin, gint64 person);
/** org_fixture_add_loose: somebody on duty without a seat. */
void org_fixture_add_loose (OrgFixture *self, gint64 person);

/** org_fixture_sit: who holds the seat from now on. */
void org_fixture_sit (OrgFixture *self, gint64 seat, gint64 person);

McOrgChart *org_fixture_chart (OrgFixture *self, McDay day);
