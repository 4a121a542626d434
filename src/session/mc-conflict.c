/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mc-conflict-private.h"

#include "mc-change-private.h"

struct _McConflict
{
  GObject parent_instance;

  McChange *change;
  guint step;
  McEntity *base;
  McEntity *mine;
  McEntity *theirs;
  GListStore *fields;
  char *who;
  GDateTime *when;
};

G_DEFINE_FINAL_TYPE (McConflict, mc_conflict, G_TYPE_OBJECT)

static void
mc_conflict_finalize (GObject *object)
{
  McConflict *self = MC_CONFLICT (object);

  g_clear_object (&self->change);
  g_clear_object (&self->base);
  g_clear_object (&self->mine);
  g_clear_object (&self->theirs);
  g_clear_object (&self->fields);
  g_clear_pointer (&self->who, g_free);
  g_clear_pointer (&self->when, g_date_time_unref);
  G_OBJECT_CLASS (mc_conflict_parent_class)->finalize (object);
}

static void
mc_conflict_class_init (McConflictClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = mc_conflict_finalize;
}

static void
mc_conflict_init (McConflict *self)
{
  self->fields = g_list_store_new (MC_TYPE_CONFLICT_FIELD);
}

/* Those that both have changed come first: @clash says whether it is their turn. */
static void
add_field (McConflict *self, const McFieldInfo *field, gboolean clash)
{
  gboolean i_did = !mc_field_info_equal (field, self->base, self->mine);
  gboolean they_did = !mc_field_info_equal (field, self->base, self->theirs);
  g_autofree char *base = mc_field_info_format (field, self->base);
  g_autofree char *mine = mc_field_info_format (field, self->mine);
  g_autofree char *theirs = mc_field_info_format (field, self->theirs);
  g_autoptr (McConflictField) row = NULL;

  if ((i_did && they_did) != clash || mc_field_info_equal (field, self->mine, self->theirs))
    return;
  row = g_object_new (MC_TYPE_CONFLICT_FIELD, "key", field->name, "label", mc_field_info_get_label (field), "base",
                      base, "mine", mine, "theirs", theirs, "clash", clash, "choice",
                      (int)(i_did ? MC_CHOICE_MINE : MC_CHOICE_THEIRS), NULL);
  g_list_store_append (self->fields, row);
}

McConflict *
mc_conflict_new (McChange *change, guint step, McEntity *theirs, const char *who, GDateTime *when)
{
  McConflict *self = g_object_new (MC_TYPE_CONFLICT, NULL);
  McChangeOp *op = g_ptr_array_index (mc_change_get_ops (change), step);
  McEntityClass *klass = MC_ENTITY_GET_CLASS (op->before);

  self->change = g_object_ref (change);
  self->step = step;
  self->base = g_object_ref (op->before);
  self->mine = op->after ? g_object_ref (op->after) : NULL;
  self->theirs = theirs ? g_object_ref (theirs) : NULL;
  self->who = g_strdup (who);
  self->when = when ? g_date_time_ref (when) : NULL;
  for (guint i = 0; self->mine && self->theirs && i < 2 * klass->n_fields; i++)
    {
      const McFieldInfo *field = &klass->fields[i % klass->n_fields];

      if (!(field->flags & (MC_FIELD_READONLY | MC_FIELD_LAZY)))
        add_field (self, field, i < klass->n_fields);
    }
  return self;
}

McEntity *
mc_conflict_get_theirs (McConflict *self)
{
  g_return_val_if_fail (MC_IS_CONFLICT (self), NULL);
  return self->theirs;
}

GListModel *
mc_conflict_get_fields (McConflict *self)
{
  g_return_val_if_fail (MC_IS_CONFLICT (self), NULL);
  return G_LIST_MODEL (self->fields);
}

const char *
mc_conflict_get_who (McConflict *self)
{
  g_return_val_if_fail (MC_IS_CONFLICT (self), NULL);
  return self->who;
}

GDateTime *
mc_conflict_get_when (McConflict *self)
{
  g_return_val_if_fail (MC_IS_CONFLICT (self), NULL);
  return self->when;
}

static McEntity *
merge_row (McConflict *self)
{
  McEntity *merged = mc_entity_clone (self->theirs);
  McEntityClass *klass = MC_ENTITY_GET_CLASS (merged);
  guint n = g_list_model_get_n_items (G_LIST_MODEL (self->fields));

  for (guint i = 0; i < n; i++)
    {
      g_autoptr (McConflictField) row = g_list_model_get_item (G_LIST_MODEL (self->fields), i);
      const McFieldInfo *field = mc_entity_class_find_field (klass, mc_conflict_field_get_key (row));

      if (mc_conflict_field_get_choice (row) == MC_CHOICE_MINE)
        mc_field_info_copy (field, self->mine, merged);
    }
  return merged;
}

static void
copy_links (McChange *into, McEntity *row, const McChangeOp *op)
{
  for (guint i = 0; i < op->links->len; i++)
    {
      McChangeLink *link = g_ptr_array_index (op->links, i);

      mc_change_link (into, row, link->column, link->parent);
    }
}

static void
copy_op (McChange *into, const McChangeOp *op)
{
  McChangeOp *copy = mc_change_add_op (into, op->kind);

  g_set_object (&copy->before, op->before);
  g_set_object (&copy->after, op->after);
  copy->agency = op->agency;
  copy->predecessors = op->predecessors ? g_array_ref (op->predecessors) : NULL;
  copy->effective = op->effective;
  copy->code = g_strdup (op->code);
  copy->name = g_strdup (op->name);
  copy->short_name = g_strdup (op->short_name);
  copy->decision_no = g_strdup (op->decision_no);
  copy->decision_date = op->decision_date;
  copy_links (into, copy->after, op);
}

McChange *
mc_conflict_resolve (McConflict *self)
{
  g_autoptr (McEntity) merged = NULL;
  McChange *result;
  GPtrArray *ops;

  g_return_val_if_fail (MC_IS_CONFLICT (self), NULL);
  result = mc_change_new (mc_change_get_label (self->change));
  mc_change_set_correction (result, mc_change_get_correction (self->change));
  if (mc_change_is_final (self->change))
    mc_change_set_final (result);
  if (mc_change_get_counter (self->change))
    mc_change_set_counter (result, mc_change_get_counter (self->change));
  ops = mc_change_get_ops (self->change);
  for (guint i = 0; i < ops->len; i++)
    {
      McChangeOp *op = g_ptr_array_index (ops, i);

      if (i != self->step)
        copy_op (result, op);
      else if (self->theirs && !self->mine)
        mc_change_delete (result, self->theirs);
      else if (self->theirs)
        {
          merged = merge_row (self);
          mc_change_update (result, self->theirs, merged);
          copy_links (result, merged, op);
        }
    }
  return result;
}
