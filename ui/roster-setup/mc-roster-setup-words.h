/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "mc-session.h"

G_BEGIN_DECLS

/** McRosterSetupNames: where the words of a row find what it refers to. */
typedef struct
{
  McLiveList *counters; /* McCounter */
  McLiveList *duties;   /* McDuty */
  McLiveList *people;   /* McPerson */
} McRosterSetupNames;

/* McFactDescribe for each noun; @user_data is McRosterSetupNames. */
void mc_roster_setup_describe_rule (gpointer row, gpointer user_data, char **title, char **subtitle, char **target);
void mc_roster_setup_describe_duty (gpointer row, gpointer user_data, char **title, char **subtitle, char **target);
void mc_roster_setup_describe_demand (gpointer row, gpointer user_data, char **title, char **subtitle, char **target);
void mc_roster_setup_describe_right (gpointer row, gpointer user_data, char **title, char **subtitle, char **target);
void mc_roster_setup_describe_request (gpointer row, gpointer user_data, char **title, char **subtitle, char **target);

G_END_DECLS
