/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mc-agency-actions.h"

#include <glib/gi18n-lib.h>

#include "mc-agency-entry.h"
#include "mc-agency-name.h"
#include "mc-query.h"
#include "mc-quota.h"
#include "mc-session-private.h"

static char *
name_of (McSession *session, gint64 id, const char *otherwise)
{
  g_autoptr (McLiveList) agencies = mc_session_list (session, MC_TYPE_AGENCY_ENTRY, MC_DAY_NONE);
  McAgencyEntry *entry = mc_live_list_get_by_id (agencies, id);

  return g_strdup (entry && entry->name ? entry->name : otherwise ? otherwise : _ ("an agency"));
}

static McLegalFrame *
build (McSession *session, McAgency *agency, const char *citation, const char *rule, const char *const *consequences)
{
  McDay today = mc_session_get_today (session);
  McDay until = agency->during.until;

  return g_object_new (MC_TYPE_LEGAL_FRAME, "citation", citation, "rule", rule, "earliest",
                       agency->during.from == MC_DAY_NONE ? MC_DAY_NONE : agency->during.from + 1, "latest",
                       until == MC_DAY_NONE ? MC_DAY_NONE : until - 1, "suggested",
                       until == MC_DAY_NONE ? today : MIN (today, until - 1), "consequences", consequences, "blocked",
                       until != MC_DAY_NONE && until <= today ? _ ("The agency no longer exists.") : NULL, NULL);
}

McLegalFrame *
mc_agency_frame_quota (McSession *session, McAgency *agency)
{
  const char *const consequences[] = {
    _ ("From that day the number of officers is compared with the new quota."),
    _ ("The quota of before stays readable for the days before."),
    NULL,
  };
  const McRule *rule;

  g_return_val_if_fail (MC_IS_SESSION (session) && MC_IS_AGENCY (agency), NULL);
  rule = mc_rule_book_find (mc_session_get_book (session), "agency.quota", mc_session_get_today (session));
  return build (session, agency, rule ? mc_rule_get_citation (rule) : "",
                _ ("How many officers an agency sends is set by the plan or a later decision."), consequences);
}

McLegalFrame *
mc_agency_frame_rename (McSession *session, McAgency *agency)
{
  const char *const consequences[] = {
    _ ("Lists and papers for days from then on show the new name; older ones keep the old name."),
    _ ("People, quotas and tours stay as they are."),
    _ ("This cannot be undone with one key; another renaming is needed."),
    NULL,
  };

  g_return_val_if_fail (MC_IS_SESSION (session) && MC_IS_AGENCY (agency), NULL);
  return build (session, agency, "", _ ("The decision that renames the agency says from when."), consequences);
}

McLegalFrame *
mc_agency_frame_merge (McSession *session, McAgency *successor)
{
  const char *const consequences[] = {
    _ ("The merged agencies end the day before; their quotas are added to the successor's."),
    _ ("People go on under the successor, their terms running on from their first day."),
    _ ("Papers for days before show the old agencies."),
    _ ("This cannot be undone with one key."),
    NULL,
  };

  g_return_val_if_fail (MC_IS_SESSION (session) && MC_IS_AGENCY (successor), NULL);
  return build (session, successor, "", _ ("The decision that merges the agencies says from when."), consequences);
}

McChange *
mc_agency_change_add (
    McSession *session, McAgency *agency, const char *name, const char *short_name, int officers, McDay from)
{
  g_autofree char *label = NULL;
  g_autoptr (McAgencyName) first = NULL;
  McChange *change;

  g_return_val_if_fail (MC_IS_SESSION (session) && MC_IS_AGENCY (agency) && name, NULL);
  label = g_strdup_printf (_ ("Add the agency %s"), name);
  change = mc_change_new (label);
  agency->during = (McPeriod){ from, MC_DAY_NONE };
  mc_change_insert (change, MC_ENTITY (agency));
  first = mc_agency_name_new ();
  g_set_str (&first->name, name);
  g_set_str (&first->short_name, short_name);
  first->during = agency->during;
  g_set_str (&first->decision_no, agency->decision_no);
  first->decision_date = agency->decision_date;
  mc_change_insert (change, MC_ENTITY (first));
  mc_change_link (change, MC_ENTITY (first), "agency_id", MC_ENTITY (agency));
  if (officers >= 0)
    {
      g_autoptr (McQuota) quota = mc_quota_new ();

      quota->officers = officers;
      quota->during = agency->during;
      g_set_str (&quota->decision_no, agency->decision_no);
      mc_change_insert (change, MC_ENTITY (quota));
      mc_change_link (change, MC_ENTITY (quota), "agency_id", MC_ENTITY (agency));
    }
  return change;
}

McChange *
mc_agency_change_edit (McSession *session, McAgency *before, McAgency *after)
{
  g_autofree char *name = NULL;
  g_autofree char *label = NULL;
  McChange *change;

  g_return_val_if_fail (MC_IS_SESSION (session) && MC_IS_AGENCY (before) && MC_IS_AGENCY (after), NULL);
  name = name_of (session, mc_entity_get_id (MC_ENTITY (before)), before->code);
  label = g_strdup_printf (_ ("Edit %s"), name);
  change = mc_change_new (label);
  mc_change_update (change, MC_ENTITY (before), MC_ENTITY (after));
  return change;
}

typedef struct
{
  McSession *session;
  gint64 agency;
  int officers;
  McDay from;
  char *decision_no;
} Act;

static void
act_free (gpointer data)
{
  Act *act = data;

  g_object_unref (act->session);
  g_free (act->decision_no);
  g_free (act);
}

static void
set_quota (Act *act, McChange *change, GPtrArray *quotas)
{
  g_autoptr (McQuota) fresh = mc_quota_new ();
  McDay end = MC_DAY_NONE;

  for (guint i = 0; i < quotas->len; i++)
    {
      McQuota *before = g_ptr_array_index (quotas, i);
      g_autoptr (McQuota) after = mc_entity_clone (before);

      if (before->during.from == act->from)
        {
          after->officers = act->officers;
          g_set_str (&after->decision_no, act->decision_no);
          mc_change_update (change, MC_ENTITY (before), MC_ENTITY (after));
          return;
        }
      if (mc_period_contains (before->during, act->from))
        {
          end = before->during.until;
          after->during.until = act->from;
          mc_change_update (change, MC_ENTITY (before), MC_ENTITY (after));
        }
      else if (before->during.from > act->from && (end == MC_DAY_NONE || before->during.from < end))
        end = before->during.from;
    }
  fresh->agency_id = act->agency;
  fresh->officers = act->officers;
  fresh->during = (McPeriod){ act->from, end };
  g_set_str (&fresh->decision_no, act->decision_no);
  mc_change_insert (change, MC_ENTITY (fresh));
}

static DexFuture *
quota_fiber (gpointer data)
{
  Act *act = data;
  g_autoptr (McQuery) query = mc_query_where_id (mc_query_new (), "agency_id", act->agency);
  g_autofree char *name = name_of (act->session, act->agency, NULL);
  g_autofree char *label = g_strdup_printf (_ ("Set the quota of %s"), name);
  g_autoptr (McChange) change = mc_change_new (label);
  GError *error = NULL;
  g_autoptr (GPtrArray) quotas = dex_await_boxed (mc_store_list (act->session->store, MC_TYPE_QUOTA, query), &error);

  if (!quotas)
    return dex_future_new_for_error (error);
  set_quota (act, change, quotas);
  return dex_future_new_take_object (g_steal_pointer (&change));
}

DexFuture *
mc_agency_change_quota (McSession *session, gint64 agency, int officers, McDay from, const char *decision_no)
{
  Act *act;

  g_return_val_if_fail (MC_IS_SESSION (session), NULL);
  act = g_new0 (Act, 1);
  act->session = g_object_ref (session);
  act->agency = agency;
  act->officers = officers;
  act->from = from;
  act->decision_no = g_strdup (decision_no);
  return mc_session_watch (session, dex_scheduler_spawn (NULL, 0, quota_fiber, act, act_free));
}

McChange *
mc_agency_change_rename (McSession *session,
                         McAgency *agency,
                         McDay effective,
                         const char *name,
                         const char *short_name,
                         const char *decision_no,
                         McDay decision_date)
{
  g_autofree char *old = NULL;
  g_autofree char *label = NULL;
  McChange *change;

  g_return_val_if_fail (MC_IS_SESSION (session) && MC_IS_AGENCY (agency) && name, NULL);
  old = name_of (session, mc_entity_get_id (MC_ENTITY (agency)), agency->code);
  label = g_strdup_printf (_ ("Rename %s"), old);
  change = mc_change_new (label);
  mc_change_rename_agency (change, mc_entity_get_id (MC_ENTITY (agency)), effective, name, short_name, decision_no,
                           decision_date);
  return change;
}

static GArray *
ids_of (GListModel *agencies)
{
  GArray *ids = g_array_new (FALSE, FALSE, sizeof (gint64));

  for (guint i = 0; i < g_list_model_get_n_items (agencies); i++)
    {
      g_autoptr (McEntity) agency = g_list_model_get_item (agencies, i);
      gint64 id = mc_entity_get_id (agency);

      g_array_append_val (ids, id);
    }
  return ids;
}

McChange *
mc_agency_change_merge (McSession *session,
                        GListModel *predecessors,
                        McAgency *successor,
                        McDay effective,
                        const char *decision_no,
                        McDay decision_date)
{
  g_autoptr (GArray) ids = NULL;
  g_autofree char *name = NULL;
  g_autofree char *label = NULL;
  McChange *change;

  g_return_val_if_fail (MC_IS_SESSION (session) && MC_IS_AGENCY (successor), NULL);
  g_return_val_if_fail (G_IS_LIST_MODEL (predecessors), NULL);
  ids = ids_of (predecessors);
  name = name_of (session, mc_entity_get_id (MC_ENTITY (successor)), successor->code);
  label = g_strdup_printf (_ ("Merge into %s"), name);
  change = mc_change_new (label);
  mc_change_merge_agencies (change, ids, mc_entity_get_id (MC_ENTITY (successor)), effective, decision_no,
                            decision_date);
  return change;
}

McChange *
mc_agency_change_merge_into_new (McSession *session,
                                 GListModel *predecessors,
                                 const char *code,
                                 const char *name,
                                 const char *short_name,
                                 McDay effective,
                                 const char *decision_no,
                                 McDay decision_date)
{
  g_autoptr (GArray) ids = NULL;
  g_autofree char *label = NULL;
  McChange *change;

  g_return_val_if_fail (MC_IS_SESSION (session) && G_IS_LIST_MODEL (predecessors) && name, NULL);
  ids = ids_of (predecessors);
  label = g_strdup_printf (_ ("Merge into %s"), name);
  change = mc_change_new (label);
  mc_change_merge_into_new (change, ids, code, name, short_name, effective, decision_no, decision_date);
  return change;
}
