/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mc-page-table.h"

#include <glib/gi18n.h>

#include "mc-accounts-page.h"
#include "mc-agencies-page.h"
#include "mc-attendance-page.h"
#include "mc-attention-page.h"
#include "mc-centre-page.h"
#include "mc-counters-page.h"
#include "mc-documents-page.h"
#include "mc-evaluation-page.h"
#include "mc-feedback-page.h"
#include "mc-floor-plan-page.h"
#include "mc-journal-page.h"
#include "mc-org-chart-page.h"
#include "mc-roster-page.h"
#include "mc-roster-setup-page.h"
#include "mc-staff-page.h"
#include "mc-today-page.h"
#include "mc-workload-page.h"

/* The one place where pages are made known; a new page is one line here, in the sidebar's order. */
static const McPageEntry pages[] = {
  { "today", N_ ("Today"), N_ ("Today"), "mc-today-symbolic", "absence", mc_today_page_get_type },
  { "attention", N_ ("Today"), N_ ("Needs Attention"), "mc-attention-symbolic", "finding", mc_attention_page_get_type },
  { "staff", N_ ("People"), N_ ("Staff"), "mc-staff-symbolic", "person|post", mc_staff_page_get_type },
  { "agencies", N_ ("People"), N_ ("Home Agencies"), "mc-agencies-symbolic", "agency", mc_agencies_page_get_type },
  { "org-chart", N_ ("People"), N_ ("Organisation Chart"), "mc-org-chart-symbolic", "seat",
    mc_org_chart_page_get_type },
  { "rosters", N_ ("Running"), N_ ("Duty Rosters"), "mc-roster-symbolic", "roster", mc_roster_page_get_type },
  { "attendance", N_ ("Running"), N_ ("Attendance"), "mc-attendance-symbolic", NULL, mc_attendance_page_get_type },
  { "counters", N_ ("Running"), N_ ("Counters"), "mc-counters-symbolic", "counter|procedure|equipment",
    mc_counters_page_get_type },
  { "floor-plan", N_ ("Running"), N_ ("Floor Plan"), "mc-floor-plan-symbolic", NULL, mc_floor_plan_page_get_type },
  { "evaluation", N_ ("Results"), N_ ("Evaluation"), "mc-evaluation-symbolic", "evaluation|evaluation_cycle",
    mc_evaluation_page_get_type },
  { "feedback", N_ ("Results"), N_ ("Feedback & Supervision"), "mc-feedback-symbolic",
    "feedback|supervision_note|supervision_kind", mc_feedback_page_get_type },
  { "workload", N_ ("Results"), N_ ("Workload"), "mc-workload-symbolic", "workload_file", mc_workload_page_get_type },
  { "documents", N_ ("Results"), N_ ("Documents"), "mc-documents-symbolic", "paper", mc_documents_page_get_type },
  { "settings", N_ ("System"), N_ ("Settings"), "mc-settings-symbolic", "setting|rule|connection|calendar",
    mc_centre_page_get_type },
  { "roster-setup", N_ ("System"), N_ ("Roster Setup"), "mc-roster-setup-symbolic",
    "planner_rule|duty|demand|duty_competence|roster_request", mc_roster_setup_page_get_type },
  { "accounts", N_ ("System"), N_ ("Accounts"), "mc-accounts-symbolic", "account", mc_accounts_page_get_type },
  { "journal", N_ ("System"), N_ ("Journal"), "mc-journal-symbolic", "change|access", mc_journal_page_get_type },
};

const McPageEntry *
mc_page_table_get (gsize *n_entries)
{
  if (n_entries != NULL)
    *n_entries = G_N_ELEMENTS (pages);
  return pages;
}

const McPageEntry *
mc_page_table_find_target (const char *target)
{
  g_auto (GStrv) words = NULL;

  g_return_val_if_fail (target != NULL, NULL);
  words = g_strsplit (target, "/", 2);
  for (gsize i = 0; i < G_N_ELEMENTS (pages) && words[0] != NULL; i++)
    {
      g_auto (GStrv) nouns = pages[i].targets != NULL ? g_strsplit (pages[i].targets, "|", -1) : NULL;

      if (g_str_equal (pages[i].name, words[0]) ||
          (nouns != NULL && g_strv_contains ((const char *const *)nouns, words[0])))
        return &pages[i];
    }
  return NULL;
}
