/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mc-org-diff.h"

#include <glib/gi18n-lib.h>

struct _McOrgDiff
{
  GObject parent_instance;

  McOrgChart *earlier;
  McOrgChart *later;
  GPtrArray *changes;
  GHashTable *by_key; /* borrowed key of a box: McOrgChange */
};

static GType
diff_get_item_type (GListModel *model)
{
  return MC_TYPE_ORG_CHANGE;
}

static guint
diff_get_n_items (GListModel *model)
{
  return MC_ORG_DIFF (model)->changes->len;
}

static gpointer
diff_get_item (GListModel *model, guint position)
{
  McOrgDiff *self = MC_ORG_DIFF (model);

  return position < self->changes->len ? g_object_ref (g_ptr_array_index (self->changes, position)) : NULL;
}

static void
diff_model_init (GListModelInterface *iface)
{
  iface->get_item_type = diff_get_item_type;
  iface->get_n_items = diff_get_n_items;
  iface->get_item = diff_get_item;
}

G_DEFINE_FINAL_TYPE_WITH_CODE (McOrgDiff,
                               mc_org_diff,
                               G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (G_TYPE_LIST_MODEL, diff_model_init))

static void
mc_org_diff_finalize (GObject *object)
{
  McOrgDiff *self = MC_ORG_DIFF (object);

  g_hash_table_unref (self->by_key);
  g_ptr_array_unref (self->changes);
  g_clear_object (&self->earlier);
  g_clear_object (&self->later);
  G_OBJECT_CLASS (mc_org_diff_parent_class)->finalize (object);
}

static void
mc_org_diff_class_init (McOrgDiffClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = mc_org_diff_finalize;
}

static void
mc_org_diff_init (McOrgDiff *self)
{
  self->changes = g_ptr_array_new_with_free_func (g_object_unref);
  self->by_key = g_hash_table_new (g_str_hash, g_str_equal);
}

static void
note (McOrgDiff *self, McOrgChangeKind kind, McOrgSeat *before, McOrgSeat *after)
{
  McOrgChange *change = mc_org_change_new (kind, before, after);
  const char *key = mc_org_change_get_key (change);

  g_ptr_array_add (self->changes, change);
  if (key && !g_hash_table_contains (self->by_key, key))
    g_hash_table_insert (self->by_key, (char *)key, change);
}

static void
compare_main (McOrgDiff *self, McOrgSeat *now)
{
  McOrgSeat *then = mc_org_chart_find_person (self->earlier, now->person_id);

  if (!then)
    note (self, MC_ORG_CAME, NULL, now);
  else if (!g_str_equal (then->key, now->key))
    note (self, MC_ORG_MOVED, then, now);
}

static void
compare_seat (McOrgDiff *self, McOrgSeat *now)
{
  McOrgSeat *then = mc_org_chart_find (self->earlier, now->key);

  if (!now->person_id && then && then->person_id)
    note (self, MC_ORG_VACATED, then, now);
  else if (now->person_id && mc_org_chart_find_person (self->later, now->person_id) == now)
    compare_main (self, now);
  else if (now->person_id && (!then || then->person_id != now->person_id))
    note (self, MC_ORG_TOOK_ON, then, now);
  if (!then)
    note (self, MC_ORG_SEAT_NEW, NULL, now);
}

static void
compare_gone (McOrgDiff *self, McOrgSeat *then)
{
  McOrgSeat *now = mc_org_chart_find (self->later, then->key);
  McOrgSeat *person = then->person_id ? mc_org_chart_find_person (self->later, then->person_id) : NULL;
  gboolean main = mc_org_chart_find_person (self->earlier, then->person_id) == then;

  if (then->person_id && main && !person)
    note (self, MC_ORG_LEFT, then, NULL);
  else if (then->person_id && !main && person && person->person_id && (!now || now->person_id != then->person_id))
    note (self, MC_ORG_GAVE_UP, then, NULL);
  if (!now && then->seat_id)
    note (self, MC_ORG_SEAT_GONE, then, NULL);
}

McOrgDiff *
mc_org_diff_new (McOrgChart *earlier, McOrgChart *later)
{
  McOrgDiff *self = g_object_new (MC_TYPE_ORG_DIFF, NULL);
  const GPtrArray *seats = mc_org_chart_get_seats (later), *loose = mc_org_chart_get_loose (later);
  const GPtrArray *old_seats = mc_org_chart_get_seats (earlier), *old_loose = mc_org_chart_get_loose (earlier);

  self->earlier = g_object_ref (earlier);
  self->later = g_object_ref (later);
  for (guint i = 0; i < seats->len; i++)
    compare_seat (self, g_ptr_array_index (seats, i));
  for (guint i = 0; i < loose->len; i++)
    compare_main (self, g_ptr_array_index (loose, i));
  for (guint i = 0; i < old_seats->len; i++)
    compare_gone (self, g_ptr_array_index (old_seats, i));
  for (guint i = 0; i < old_loose->len; i++)
    compare_gone (self, g_ptr_array_index (old_loose, i));
  return self;
}

McOrgChange *
mc_org_diff_find (McOrgDiff *self, const char *key)
{
  return g_hash_table_lookup (self->by_key, key);
}

char *
mc_org_diff_dup_summary (McOrgDiff *self)
{
  static const McOrgChangeKind shown[] = { MC_ORG_CAME,    MC_ORG_LEFT,    MC_ORG_MOVED,    MC_ORG_TOOK_ON,
                                           MC_ORG_GAVE_UP, MC_ORG_VACATED, MC_ORG_SEAT_NEW, MC_ORG_SEAT_GONE };
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint k = 0; k < G_N_ELEMENTS (shown); k++)
    {
      McOrgChange *last = NULL;
      guint count = 0;

      for (guint i = 0; i < self->changes->len; i++)
        {
          McOrgChange *change = g_ptr_array_index (self->changes, i);

          if (change->kind == shown[k])
            {
              last = change;
              count++;
            }
        }
      if (count)
        /* Translators: a number and what happened: "2 came" */
        g_string_append_printf (text, _ ("%s%u %s"), text->len ? " · " : "", count, mc_org_change_get_word (last));
    }
  if (!text->len)
    g_string_append (text, _ ("Nothing has changed between the two days."));
  return g_string_free_and_steal (g_steal_pointer (&text));
}
