/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mc-session-private.h"

#include "mc-noun.h"
#include "mc-rule-version.h"

McLiveList *
mc_session_list (McSession *self, GType noun, McDay as_of)
{
  g_return_val_if_fail (MC_IS_SESSION (self) && self->hub, NULL);
  /* The state of today is one list, however it is asked for. */
  if (as_of == self->today && mc_noun_get_class (noun)->kind == MC_NOUN_STATE)
    as_of = MC_DAY_NONE;
  return mc_list_hub_get (self->hub, noun, as_of, NULL, 0);
}

McLiveList *
mc_session_list_of (McSession *self, GType noun, const char *field, gint64 id)
{
  g_return_val_if_fail (MC_IS_SESSION (self) && self->hub, NULL);
  g_return_val_if_fail (field, NULL);
  return mc_list_hub_get (self->hub, noun, MC_DAY_NONE, field, id);
}

DexFuture *
mc_session_load (McSession *self, GType noun, gint64 id)
{
  g_return_val_if_fail (MC_IS_SESSION (self) && self->store, NULL);
  return mc_session_watch (self, mc_store_get (self->store, noun, id));
}

McFindingList *
mc_session_get_judge (McSession *self)
{
  if (!self->judge && self->hub)
    self->judge = mc_finding_list_new (self->hub, self->today);
  return self->judge;
}

GListModel *
mc_session_get_findings (McSession *self, McDay as_of)
{
  GWeakRef *ref;
  McFindingList *list;

  g_return_val_if_fail (MC_IS_SESSION (self) && self->hub, NULL);
  if (as_of == MC_DAY_NONE || as_of == self->today)
    return g_object_ref (G_LIST_MODEL (mc_session_get_judge (self)));
  ref = g_hash_table_lookup (self->findings, GINT_TO_POINTER (as_of));
  list = ref ? g_weak_ref_get (ref) : NULL;
  if (list)
    return G_LIST_MODEL (list);
  list = mc_finding_list_new (self->hub, as_of);
  ref = g_new0 (GWeakRef, 1);
  g_weak_ref_init (ref, list);
  g_hash_table_replace (self->findings, GINT_TO_POINTER (as_of), ref);
  return G_LIST_MODEL (list);
}

static void
rules_changed_cb (McSession *self)
{
  g_clear_object (&self->book);
}

McRuleBook *
mc_session_get_book (McSession *self)
{
  if (!self->rules)
    {
      self->rules = mc_session_list (self, MC_TYPE_RULE_VERSION, MC_DAY_NONE);
      g_signal_connect_object (self->rules, "changed", G_CALLBACK (rules_changed_cb), self, G_CONNECT_SWAPPED);
    }
  if (!self->book)
    self->book = mc_rule_book_new_from_list (G_LIST_MODEL (self->rules));
  return self->book;
}

GListModel *
mc_session_search (McSession *self, const char *text)
{
  g_return_val_if_fail (MC_IS_SESSION (self), NULL);
  if (!self->feed && self->hub)
    self->feed = mc_search_feed_new (self->search, self->hub, G_LIST_MODEL (mc_session_get_judge (self)));
  return mc_search_find (self->search, text, 0);
}
