/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mc-finding-list.h"

#include "mc-change-private.h"
#include "mc-rule-version.h"
#include "mc-staff-facts.h"
#include "mc-staff-rules.h"

/* Several lists change by one act of a person; judge once. */
#define SETTLE_MS 60

struct _McFindingList
{
  GObject parent_instance;

  McDay as_of;
  GPtrArray *sources; /* McLiveList of each noun that the rules read */
  McLiveList *rules;
  McRuleBook *book;
  GPtrArray *findings;
  guint timeout;
  gboolean ready;
  gboolean rules_changed;
  DexPromise *waiting;
};

enum
{
  PROP_0,
  PROP_READY,
  N_PROPS,
};

static GParamSpec *properties[N_PROPS];

static void list_model_iface_init (GListModelInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (McFindingList,
                               mc_finding_list,
                               G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (G_TYPE_LIST_MODEL, list_model_iface_init))

static GType
get_item_type (GListModel *model)
{
  return MC_TYPE_FINDING;
}

static guint
get_n_items (GListModel *model)
{
  return MC_FINDING_LIST (model)->findings->len;
}

static gpointer
get_item (GListModel *model, guint position)
{
  GPtrArray *findings = MC_FINDING_LIST (model)->findings;

  return position < findings->len ? g_object_ref (g_ptr_array_index (findings, position)) : NULL;
}

static void
list_model_iface_init (GListModelInterface *iface)
{
  iface->get_item_type = get_item_type;
  iface->get_n_items = get_n_items;
  iface->get_item = get_item;
}

static void
mc_finding_list_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  McFindingList *self = MC_FINDING_LIST (object);

  switch (id)
    {
    case PROP_READY:
      g_value_set_boolean (value, self->ready);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
mc_finding_list_dispose (GObject *object)
{
  McFindingList *self = MC_FINDING_LIST (object);

  g_clear_handle_id (&self->timeout, g_source_remove);
  G_OBJECT_CLASS (mc_finding_list_parent_class)->dispose (object);
}

static void
mc_finding_list_finalize (GObject *object)
{
  McFindingList *self = MC_FINDING_LIST (object);

  g_clear_pointer (&self->sources, g_ptr_array_unref);
  g_clear_pointer (&self->findings, g_ptr_array_unref);
  g_clear_object (&self->rules);
  g_clear_object (&self->book);
  dex_clear (&self->waiting);
  G_OBJECT_CLASS (mc_finding_list_parent_class)->finalize (object);
}

static void
mc_finding_list_class_init (McFindingListClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->get_property = mc_finding_list_get_property;
  object_class->dispose = mc_finding_list_dispose;
  object_class->finalize = mc_finding_list_finalize;
  properties[PROP_READY] = g_param_spec_boolean ("ready", NULL, NULL, FALSE,
                                                 G_PARAM_READABLE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY);
  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
mc_finding_list_init (McFindingList *self)
{
  self->sources = g_ptr_array_new_with_free_func (g_object_unref);
  self->findings = g_ptr_array_new_with_free_func (g_object_unref);
}

static McStaffFacts *
collect_facts (McFindingList *self)
{
  McStaffFacts *facts = mc_staff_facts_new (self->as_of);

  for (guint i = 0; i < self->sources->len; i++)
    mc_staff_facts_add_list (facts, g_ptr_array_index (self->sources, i));
  return facts;
}

/* A list that may not be read has an error and is as good as empty. */
static gboolean
is_settled (McLiveList *list)
{
  return mc_live_list_get_ready (list) || (mc_live_list_get_error (list) && !mc_live_list_get_loading (list));
}

static gboolean
all_settled (McFindingList *self)
{
  for (guint i = 0; i < self->sources->len; i++)
    if (!is_settled (g_ptr_array_index (self->sources, i)))
      return FALSE;
  return is_settled (self->rules);
}

/* Keeps the objects of findings that say the same, and touches only the stretch between the first and the last that
 * differ. */
static void
take (McFindingList *self, GPtrArray *fresh)
{
  guint head = 0, tail = 0, old_len = self->findings->len, n_removed, n_added;
  guint shorter = MIN (old_len, fresh->len);

  while (head < shorter && mc_finding_equal (g_ptr_array_index (self->findings, head), g_ptr_array_index (fresh, head)))
    head++;
  while (tail < shorter - head && mc_finding_equal (g_ptr_array_index (self->findings, old_len - 1 - tail),
                                                    g_ptr_array_index (fresh, fresh->len - 1 - tail)))
    tail++;
  n_removed = old_len - head - tail;
  n_added = fresh->len - head - tail;
  if (!n_removed && !n_added)
    return;
  if (n_removed)
    g_ptr_array_remove_range (self->findings, head, n_removed);
  for (guint i = 0; i < n_added; i++)
    g_ptr_array_insert (self->findings, (int)(head + i), g_object_ref (g_ptr_array_index (fresh, head + i)));
  g_list_model_items_changed (G_LIST_MODEL (self), head, n_removed, n_added);
}

static void
judge (McFindingList *self)
{
  g_autoptr (McStaffFacts) facts = NULL;
  g_autoptr (GPtrArray) fresh = NULL;

  if (!all_settled (self))
    return;
  if (!self->book || self->rules_changed)
    {
      g_clear_object (&self->book);
      self->book = mc_rule_book_new_from_list (G_LIST_MODEL (self->rules));
      self->rules_changed = FALSE;
    }
  facts = collect_facts (self);
  fresh = mc_staff_rules_check (facts, self->book);
  take (self, fresh);
  if (self->ready)
    return;
  self->ready = TRUE;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_READY]);
  if (self->waiting)
    {
      g_autoptr (DexPromise) promise = g_steal_pointer (&self->waiting);

      dex_promise_resolve_object (promise, g_object_ref (self));
    }
}

static void
due_cb (gpointer data)
{
  McFindingList *self = data;

  self->timeout = 0;
  judge (self);
}

static void
schedule (McFindingList *self)
{
  if (!self->timeout)
    self->timeout = g_timeout_add_once (self->ready ? SETTLE_MS : 0, due_cb, self);
}

static void
rules_changed_cb (McFindingList *self)
{
  self->rules_changed = TRUE;
  schedule (self);
}

static void
follow (McFindingList *self, McLiveList *list, GCallback callback)
{
  g_signal_connect_object (list, "changed", callback, self, G_CONNECT_SWAPPED);
  g_signal_connect_object (list, "notify::error", callback, self, G_CONNECT_SWAPPED);
}

McFindingList *
mc_finding_list_new (McListHub *hub, McDay as_of)
{
  McFindingList *self = g_object_new (MC_TYPE_FINDING_LIST, NULL);
  guint n;
  const GType *nouns = mc_staff_facts_get_nouns (&n);

  self->as_of = as_of;
  for (guint i = 0; i < n; i++)
    {
      McLiveList *list = mc_list_hub_get (hub, nouns[i], MC_DAY_NONE, NULL, 0);

      g_ptr_array_add (self->sources, list);
      follow (self, list, G_CALLBACK (schedule));
    }
  self->rules = mc_list_hub_get (hub, MC_TYPE_RULE_VERSION, MC_DAY_NONE, NULL, 0);
  follow (self, self->rules, G_CALLBACK (rules_changed_cb));
  schedule (self);
  return self;
}

void
mc_finding_list_move (McFindingList *self, McDay as_of)
{
  g_return_if_fail (MC_IS_FINDING_LIST (self));
  if (self->as_of == as_of)
    return;
  self->as_of = as_of;
  schedule (self);
}

DexFuture *
mc_finding_list_when_ready (McFindingList *self)
{
  g_return_val_if_fail (MC_IS_FINDING_LIST (self), NULL);
  if (self->ready)
    return dex_future_new_for_object (self);
  if (!self->waiting)
    self->waiting = dex_promise_new ();
  return dex_ref (DEX_FUTURE (self->waiting));
}

/* Rows that are not in the database yet have no id; for the trial each gets one that nobody else has. */
static void
give_trial_ids (GPtrArray *ops, GPtrArray *rows)
{
  for (guint i = 0; i < ops->len; i++)
    {
      McChangeOp *op = g_ptr_array_index (ops, i);
      McEntity *copy = op->after ? mc_entity_clone (op->after) : NULL;

      if (copy && mc_entity_get_id (copy) == 0)
        mc_entity_set_id (copy, -1 - (gint64)i);
      g_ptr_array_add (rows, copy);
    }
}

static void
link_trial_rows (GPtrArray *ops, GPtrArray *rows)
{
  for (guint i = 0; i < ops->len; i++)
    {
      McChangeOp *op = g_ptr_array_index (ops, i);

      for (guint k = 0; k < op->links->len; k++)
        {
          McChangeLink *link = g_ptr_array_index (op->links, k);

          for (guint p = 0; p < i; p++)
            if (((McChangeOp *)g_ptr_array_index (ops, p))->after == link->parent)
              {
                g_autofree char *id =
                    g_strdup_printf ("%" G_GINT64_FORMAT, mc_entity_get_id (g_ptr_array_index (rows, p)));

                mc_entity_set_text (g_ptr_array_index (rows, i), link->column, id, NULL);
              }
        }
    }
}

static gboolean
is_judged (GType noun)
{
  guint n;
  const GType *nouns = mc_staff_facts_get_nouns (&n);

  for (guint i = 0; i < n; i++)
    if (nouns[i] == noun)
      return TRUE;
  return FALSE;
}

static void
clear_maybe (gpointer data)
{
  g_clear_object ((GObject **)&data);
}

GPtrArray *
mc_finding_list_try (McFindingList *self, McChange *change)
{
  GPtrArray *result = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (GPtrArray) rows = g_ptr_array_new_with_free_func (clear_maybe);
  g_autoptr (GHashTable) known = g_hash_table_new (g_str_hash, g_str_equal);
  g_autoptr (McStaffFacts) facts = NULL;
  g_autoptr (GPtrArray) after = NULL;
  GPtrArray *ops = mc_change_get_ops (change);

  if (!self->ready || !self->book)
    return result;
  facts = collect_facts (self);
  give_trial_ids (ops, rows);
  link_trial_rows (ops, rows);
  for (guint i = 0; i < ops->len; i++)
    {
      McChangeOp *op = g_ptr_array_index (ops, i);
      McEntity *row = g_ptr_array_index (rows, i);

      if (row && is_judged (G_OBJECT_TYPE (row)))
        mc_staff_facts_add (facts, row);
      else if (op->kind == MC_CHANGE_DELETE && is_judged (G_OBJECT_TYPE (op->before)))
        mc_staff_facts_remove (facts, G_OBJECT_TYPE (op->before), mc_entity_get_id (op->before));
    }
  after = mc_staff_rules_check (facts, self->book);
  for (guint i = 0; i < self->findings->len; i++)
    g_hash_table_add (known, (gpointer)mc_finding_get_key (g_ptr_array_index (self->findings, i)));
  for (guint i = 0; i < after->len; i++)
    if (!g_hash_table_contains (known, mc_finding_get_key (g_ptr_array_index (after, i))))
      g_ptr_array_add (result, g_object_ref (g_ptr_array_index (after, i)));
  return result;
}
