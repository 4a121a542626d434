/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mc-change-private.h"

#include <glib/gi18n-lib.h>

#include "mc-roster-amendment.h"
#include "mc-roster-cell.h"
#include "mc-roster-swap.h"
#include "mc-roster.h"

struct _McChange
{
  GObject parent_instance;

  char *label;
  char *correction;
  gboolean final;
  GPtrArray *ops; /* McChangeOp */
  McChange *counter;
};

enum
{
  PROP_0,
  PROP_LABEL,
  N_PROPS,
};

static GParamSpec *properties[N_PROPS];

G_DEFINE_FINAL_TYPE (McChange, mc_change, G_TYPE_OBJECT)

static void
link_free (gpointer data)
{
  McChangeLink *link = data;

  g_free (link->column);
  g_object_unref (link->parent);
  g_free (link);
}

static void
op_free (gpointer data)
{
  McChangeOp *op = data;

  g_clear_object (&op->before);
  g_clear_object (&op->after);
  g_ptr_array_unref (op->links);
  g_clear_pointer (&op->predecessors, g_array_unref);
  g_free (op->code);
  g_free (op->name);
  g_free (op->short_name);
  g_free (op->decision_no);
  g_free (op);
}

static void
mc_change_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  McChange *self = MC_CHANGE (object);

  switch (id)
    {
    case PROP_LABEL:
      g_value_set_string (value, self->label);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
mc_change_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  McChange *self = MC_CHANGE (object);

  switch (id)
    {
    case PROP_LABEL:
      if (g_set_str (&self->label, g_value_get_string (value)))
        g_object_notify_by_pspec (object, pspec);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
mc_change_finalize (GObject *object)
{
  McChange *self = MC_CHANGE (object);

  g_clear_pointer (&self->label, g_free);
  g_clear_pointer (&self->correction, g_free);
  g_clear_pointer (&self->ops, g_ptr_array_unref);
  g_clear_object (&self->counter);
  G_OBJECT_CLASS (mc_change_parent_class)->finalize (object);
}

static void
mc_change_class_init (McChangeClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->get_property = mc_change_get_property;
  object_class->set_property = mc_change_set_property;
  object_class->finalize = mc_change_finalize;
  properties[PROP_LABEL] = g_param_spec_string ("label", NULL, NULL, NULL,
                                                G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY);
  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
mc_change_init (McChange *self)
{
  self->ops = g_ptr_array_new_with_free_func (op_free);
}

McChange *
mc_change_new (const char *label)
{
  return g_object_new (MC_TYPE_CHANGE, "label", label, NULL);
}

const char *
mc_change_get_label (McChange *self)
{
  g_return_val_if_fail (MC_IS_CHANGE (self), NULL);
  return self->label;
}

void
mc_change_set_label (McChange *self, const char *label)
{
  g_return_if_fail (MC_IS_CHANGE (self));
  g_object_set (self, "label", label, NULL);
}

GPtrArray *
mc_change_get_ops (McChange *self)
{
  g_return_val_if_fail (MC_IS_CHANGE (self), NULL);
  return self->ops;
}

McChangeOp *
mc_change_add_op (McChange *self, McChangeKind kind)
{
  McChangeOp *op = g_new0 (McChangeOp, 1);

  op->kind = kind;
  op->links = g_ptr_array_new_with_free_func (link_free);
  op->effective = op->decision_date = MC_DAY_NONE;
  g_ptr_array_add (self->ops, op);
  return op;
}

McEntity *
mc_change_op_get_entity (const McChangeOp *op)
{
  return op->after ? op->after : op->before;
}

void
mc_change_insert (McChange *self, McEntity *entity)
{
  g_return_if_fail (MC_IS_CHANGE (self));
  g_return_if_fail (MC_IS_ENTITY (entity));
  mc_change_add_op (self, MC_CHANGE_INSERT)->after = g_object_ref (entity);
}

void
mc_change_update (McChange *self, McEntity *before, McEntity *after)
{
  McChangeOp *op;

  g_return_if_fail (MC_IS_CHANGE (self));
  g_return_if_fail (MC_IS_ENTITY (before) && MC_IS_ENTITY (after) && before != after);
  g_return_if_fail (G_OBJECT_TYPE (before) == G_OBJECT_TYPE (after));
  op = mc_change_add_op (self, MC_CHANGE_UPDATE);
  op->before = mc_entity_clone (before);
  op->after = g_object_ref (after);
}

void
mc_change_delete (McChange *self, McEntity *entity)
{
  g_return_if_fail (MC_IS_CHANGE (self));
  g_return_if_fail (MC_IS_ENTITY (entity));
  mc_change_add_op (self, MC_CHANGE_DELETE)->before = mc_entity_clone (entity);
}

void
mc_change_link (McChange *self, McEntity *child, const char *field, McEntity *parent)
{
  g_return_if_fail (MC_IS_CHANGE (self));
  g_return_if_fail (MC_IS_ENTITY (child) && field && MC_IS_ENTITY (parent));
  /* From the end: a long list links each row soon after it was added. */
  for (guint i = self->ops->len; i > 0; i--)
    {
      McChangeOp *op = g_ptr_array_index (self->ops, i - 1);
      McChangeLink *link;

      if (op->after != child)
        continue;
      link = g_new0 (McChangeLink, 1);
      link->column = g_strdup (field);
      link->parent = g_object_ref (parent);
      g_ptr_array_add (op->links, link);
      return;
    }
  g_warning ("The child of a link is not part of the change");
}

void
mc_change_rename_agency (McChange *self,
                         gint64 agency,
                         McDay effective,
                         const char *name,
                         const char *short_name,
                         const char *decision_no,
                         McDay decision_date)
{
  McChangeOp *op;

  g_return_if_fail (MC_IS_CHANGE (self));
  op = mc_change_add_op (self, MC_CHANGE_RENAME_AGENCY);
  op->agency = agency;
  op->effective = effective;
  op->name = g_strdup (name);
  op->short_name = g_strdup (short_name);
  op->decision_no = g_strdup (decision_no);
  op->decision_date = decision_date;
}

void
mc_change_merge_agencies (McChange *self,
                          GArray *predecessors,
                          gint64 successor,
                          McDay effective,
                          const char *decision_no,
                          McDay decision_date)
{
  McChangeOp *op;

  g_return_if_fail (MC_IS_CHANGE (self));
  g_return_if_fail (predecessors && predecessors->len > 0);
  op = mc_change_add_op (self, MC_CHANGE_MERGE_AGENCIES);
  op->agency = successor;
  op->predecessors = g_array_copy (predecessors);
  op->effective = effective;
  op->decision_no = g_strdup (decision_no);
  op->decision_date = decision_date;
}

void
mc_change_merge_into_new (McChange *self,
                          GArray *predecessors,
                          const char *code,
                          const char *name,
                          const char *short_name,
                          McDay effective,
                          const char *decision_no,
                          McDay decision_date)
{
  McChangeOp *op;

  g_return_if_fail (MC_IS_CHANGE (self));
  g_return_if_fail (predecessors && predecessors->len > 0);
  op = mc_change_add_op (self, MC_CHANGE_MERGE_INTO_NEW);
  op->predecessors = g_array_copy (predecessors);
  op->code = g_strdup (code);
  op->name = g_strdup (name);
  op->short_name = g_strdup (short_name);
  op->effective = effective;
  op->decision_no = g_strdup (decision_no);
  op->decision_date = decision_date;
}

void
mc_change_set_correction (McChange *self, const char *reason)
{
  g_return_if_fail (MC_IS_CHANGE (self));
  g_set_str (&self->correction, reason);
}

const char *
mc_change_get_correction (McChange *self)
{
  g_return_val_if_fail (MC_IS_CHANGE (self), NULL);
  return self->correction;
}

gboolean
mc_change_is_empty (McChange *self)
{
  g_return_val_if_fail (MC_IS_CHANGE (self), TRUE);
  for (guint i = 0; i < self->ops->len; i++)
    {
      McChangeOp *op = g_ptr_array_index (self->ops, i);

      if (op->kind != MC_CHANGE_UPDATE || op->links->len || !mc_entity_equal (op->before, op->after))
        return FALSE;
    }
  return TRUE;
}

static gboolean
links (const McChangeOp *op, const char *column)
{
  for (guint i = 0; i < op->links->len; i++)
    if (g_str_equal (((McChangeLink *)g_ptr_array_index (op->links, i))->column, column))
      return TRUE;
  return FALSE;
}

gboolean
mc_change_op_stays (const McChangeOp *op)
{
  if (op->kind != MC_CHANGE_INSERT)
    return FALSE;
  return MC_IS_ROSTER_AMENDMENT (op->after) || (MC_IS_ROSTER_CELL (op->after) && links (op, "amendment_id"));
}

/* A roster that was submitted, signed or published is taken back by another step, which says why; an amendment stays,
 * and is undone by another one; a decision about a swap stays, too. */
static gboolean
is_step_of_roster (McChange *self, McChangeOp *op)
{
  McEntity *entity = mc_change_op_get_entity (op);

  if (MC_IS_ROSTER_AMENDMENT (entity))
    return op->kind != MC_CHANGE_INSERT || !self->counter;
  if (op->kind == MC_CHANGE_UPDATE && MC_IS_ROSTER_SWAP (entity))
    return MC_ROSTER_SWAP (op->before)->state != MC_ROSTER_SWAP (op->after)->state;
  return op->kind == MC_CHANGE_UPDATE && MC_IS_ROSTER (entity) &&
         MC_ROSTER (op->before)->state != MC_ROSTER (op->after)->state;
}

/* What only functions may touch goes with the person that the same change brings, and cannot be taken back alone. */
static gboolean
can_undo_op (McChange *self, McChangeOp *op)
{
  if (op->kind >= MC_CHANGE_RENAME_AGENCY || is_step_of_roster (self, op))
    return FALSE;
  return !mc_change_op_is_guarded (op) || op->links->len > 0;
}

gboolean
mc_change_op_is_guarded (const McChangeOp *op)
{
  McEntity *entity = mc_change_op_get_entity (op);

  return entity && MC_ENTITY_GET_CLASS (entity)->kind == MC_NOUN_GUARDED;
}

void
mc_change_set_counter (McChange *self, McChange *counter)
{
  g_return_if_fail (MC_IS_CHANGE (self) && MC_IS_CHANGE (counter));
  g_set_object (&self->counter, counter);
}

McChange *
mc_change_get_counter (McChange *self)
{
  return self->counter;
}

void
mc_change_set_final (McChange *self)
{
  g_return_if_fail (MC_IS_CHANGE (self));
  self->final = TRUE;
}

gboolean
mc_change_is_final (McChange *self)
{
  return self->final;
}

gboolean
mc_change_can_undo (McChange *self)
{
  g_return_val_if_fail (MC_IS_CHANGE (self), FALSE);
  if (self->final)
    return FALSE;
  for (guint i = 0; i < self->ops->len; i++)
    if (!can_undo_op (self, g_ptr_array_index (self->ops, i)))
      return FALSE;
  return self->ops->len > 0;
}

void
mc_change_snapshot (McChange *self)
{
  g_autoptr (GHashTable) copies = g_hash_table_new (NULL, NULL);

  for (guint i = 0; i < self->ops->len; i++)
    {
      McChangeOp *op = g_ptr_array_index (self->ops, i);
      McEntity *copy;

      if (!op->after)
        continue;
      copy = mc_entity_clone (op->after);
      g_hash_table_insert (copies, op->after, copy);
      for (guint k = 0; k < op->links->len; k++)
        {
          McChangeLink *link = g_ptr_array_index (op->links, k);
          McEntity *parent = g_hash_table_lookup (copies, link->parent);

          if (parent)
            g_set_object (&link->parent, parent);
        }
      g_object_unref (op->after);
      op->after = copy;
    }
}

static void
rebase_op (McChangeOp *op, McEntity *after)
{
  McEntityClass *klass = MC_ENTITY_GET_CLASS (after);
  g_autoptr (McEntity) mine = op->after ? mc_entity_clone (after) : NULL;

  for (guint i = 0; mine && i < klass->n_fields; i++)
    if (!mc_field_info_equal (&klass->fields[i], op->before, op->after))
      mc_field_info_copy (&klass->fields[i], op->after, mine);
  if (mine)
    mc_entity_update_from (op->after, mine);
  mc_entity_update_from (op->before, after);
}

gboolean
mc_change_rebase (McChange *self, McEntity *before, McEntity *after)
{
  gboolean touched = FALSE;

  for (guint i = 0; i < self->ops->len; i++)
    {
      McChangeOp *op = g_ptr_array_index (self->ops, i);

      if (!op->before || !mc_entity_same_row (op->before, before) ||
          mc_entity_get_version (op->before) != mc_entity_get_version (before))
        continue;
      rebase_op (op, after);
      touched = TRUE;
    }
  return touched;
}

gboolean
mc_change_holds_protected_data (McChange *self)
{
  for (guint i = 0; i < self->ops->len; i++)
    {
      McEntity *entity = mc_change_op_get_entity (g_ptr_array_index (self->ops, i));
      McEntityClass *klass = entity ? MC_ENTITY_GET_CLASS (entity) : NULL;

      for (guint k = 0; klass && k < klass->n_fields; k++)
        if ((klass->fields[k].flags & MC_FIELD_SENSITIVE) && !mc_field_info_is_null (&klass->fields[k], entity))
          return TRUE;
    }
  return FALSE;
}

static void
append_fields (GString *text, McEntity *entity)
{
  McEntityClass *klass = MC_ENTITY_GET_CLASS (entity);

  for (guint i = 0; i < klass->n_fields; i++)
    {
      const McFieldInfo *field = &klass->fields[i];
      g_autofree char *value = NULL;

      /* A bare number of another row tells people nothing. */
      if (field->type == MC_FIELD_TYPE_REF || field->type == MC_FIELD_TYPE_BYTES ||
          (field->flags & (MC_FIELD_READONLY | MC_FIELD_SENSITIVE)) || mc_field_info_is_null (field, entity))
        continue;
      value = mc_field_info_format (field, entity);
      g_string_append_printf (text, "\n  %s: %s", mc_field_info_get_label (field), value);
    }
}

static void
append_diff (GString *text, McEntity *before, McEntity *after)
{
  g_autoptr (GPtrArray) diffs = mc_entity_diff (before, after);

  for (guint i = 0; i < diffs->len; i++)
    {
      const McFieldDiff *diff = g_ptr_array_index (diffs, i);

      if (diff->field->flags & (MC_FIELD_READONLY | MC_FIELD_SENSITIVE))
        continue;
      g_string_append_printf (text, "\n  %s: %s → %s", mc_field_info_get_label (diff->field), diff->before_display,
                              diff->after_display);
    }
}

static void
append_op (GString *text, McChangeOp *op)
{
  g_autofree char *day = op->effective != MC_DAY_NONE ? mc_day_format (op->effective) : NULL;

  switch (op->kind)
    {
    case MC_CHANGE_INSERT:
      /* Translators: a noun, such as "Tour" */
      g_string_append_printf (text, _ ("New: %s"), mc_entity_get_label (op->after));
      append_fields (text, op->after);
      break;
    case MC_CHANGE_UPDATE:
      /* Translators: a noun, such as "Tour" */
      g_string_append_printf (text, _ ("Changed: %s"), mc_entity_get_label (op->after));
      append_diff (text, op->before, op->after);
      break;
    case MC_CHANGE_DELETE:
      /* Translators: a noun, such as "Tour" */
      g_string_append_printf (text, _ ("Removed: %s"), mc_entity_get_label (op->before));
      append_fields (text, op->before);
      break;
    case MC_CHANGE_RENAME_AGENCY:
      g_string_append_printf (text, _ ("From %s the agency is called %s"), day, op->name);
      break;
    case MC_CHANGE_MERGE_AGENCIES:
    case MC_CHANGE_MERGE_INTO_NEW:
    default:
      g_string_append_printf (text, _ ("From %s the agencies are merged"), day);
    }
}

char *
mc_change_dup_summary (McChange *self)
{
  g_autoptr (GString) text = g_string_new (NULL);

  g_return_val_if_fail (MC_IS_CHANGE (self), NULL);
  for (guint i = 0; i < self->ops->len; i++)
    {
      if (i)
        g_string_append_c (text, '\n');
      append_op (text, g_ptr_array_index (self->ops, i));
    }
  return g_string_free (g_steal_pointer (&text), FALSE);
}
