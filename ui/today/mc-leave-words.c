/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mc-leave-words.h"

#include <glib/gi18n.h>

char *
mc_leave_words_balance (McLeaveView *view, const McLeaveItem *item, char **title)
{
  gint64 person = item->absence->person_id;
  McDay day = item->absence->during.from;
  McLeaveBalance balance;
  g_autofree char *left = NULL;
  g_autofree char *entitled = NULL;

  if (item->kind == MC_ABSENCE_KIND_COMPENSATORY)
    {
      g_autoptr (McDutyLedger) ledger = mc_leave_view_new_ledger (view, person, day);

      left = mc_leave_days_format (ledger->left);
      *title = g_strdup (_ ("Compensatory leave left"));
      return g_strdup_printf (_ ("%s days"), left);
    }
  if (item->kind != MC_ABSENCE_KIND_ANNUAL || !mc_leave_view_reckon (view, person, day, &balance))
    return NULL;
  left = mc_leave_days_format (balance.left);
  entitled = mc_leave_days_format (balance.entitled + balance.carried + balance.travel);
  *title = g_strdup_printf (_ ("Annual leave left in %d"), balance.year);
  return g_strdup_printf (_ ("%s of %s days"), left, entitled);
}

char *
mc_leave_words_law (McLeaveView *view, const McLeaveItem *item, McDay today, char **cites)
{
  g_autoptr (GPtrArray) findings = mc_leave_view_check (view, item, today);
  GString *says = g_string_new (NULL);
  GString *cited = g_string_new (NULL);

  for (guint i = 0; i < findings->len; i++)
    {
      g_string_append_printf (says, "%s%s", i ? "\n" : "", mc_finding_get_message (findings->pdata[i]));
      g_string_append_printf (cited, "%s%s", i ? "; " : "", mc_finding_get_citation (findings->pdata[i]));
    }
  *cites = g_string_free (cited, FALSE);
  return g_string_free (says, FALSE);
}

void
mc_leave_words_show (AdwActionRow *row, const char *title, const char *subtitle)
{
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  adw_action_row_set_subtitle (row, subtitle ? subtitle : "");
  gtk_widget_set_visible (GTK_WIDGET (row), *title != '\0');
}
