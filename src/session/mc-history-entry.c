/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mc-history-entry.h"

struct _McHistoryEntry
{
  GObject parent_instance;

  GDateTime *at;
  char *who;
  char *login;
  char *action;
  char *noun_label;
  char *table;
  gint64 row_id;
  char *subject;
  char *summary;
};

G_DEFINE_FINAL_TYPE (McHistoryEntry, mc_history_entry, G_TYPE_OBJECT)

enum
{
  PROP_0,
  PROP_AT,
  PROP_WHO,
  PROP_LOGIN,
  PROP_ACTION,
  PROP_NOUN_LABEL,
  PROP_TABLE,
  PROP_ROW_ID,
  PROP_SUBJECT,
  PROP_SUMMARY,
  N_PROPS,
};

static GParamSpec *properties[N_PROPS];

static void
mc_history_entry_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  McHistoryEntry *self = MC_HISTORY_ENTRY (object);

  switch (id)
    {
    case PROP_AT:
      g_value_set_boxed (value, self->at);
      break;
    case PROP_WHO:
      g_value_set_string (value, self->who);
      break;
    case PROP_LOGIN:
      g_value_set_string (value, self->login);
      break;
    case PROP_ACTION:
      g_value_set_string (value, self->action);
      break;
    case PROP_NOUN_LABEL:
      g_value_set_string (value, self->noun_label);
      break;
    case PROP_TABLE:
      g_value_set_string (value, self->table);
      break;
    case PROP_ROW_ID:
      g_value_set_int64 (value, self->row_id);
      break;
    case PROP_SUBJECT:
      g_value_set_string (value, self->subject);
      break;
    case PROP_SUMMARY:
      g_value_set_string (value, self->summary);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
mc_history_entry_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  McHistoryEntry *self = MC_HISTORY_ENTRY (object);

  switch (id)
    {
    case PROP_AT:
      self->at = g_value_dup_boxed (value);
      break;
    case PROP_WHO:
      self->who = g_value_dup_string (value);
      break;
    case PROP_LOGIN:
      self->login = g_value_dup_string (value);
      break;
    case PROP_ACTION:
      self->action = g_value_dup_string (value);
      break;
    case PROP_NOUN_LABEL:
      self->noun_label = g_value_dup_string (value);
      break;
    case PROP_TABLE:
      self->table = g_value_dup_string (value);
      break;
    case PROP_ROW_ID:
      self->row_id = g_value_get_int64 (value);
      break;
    case PROP_SUBJECT:
      self->subject = g_value_dup_string (value);
      break;
    case PROP_SUMMARY:
      self->summary = g_value_dup_string (value);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
mc_history_entry_finalize (GObject *object)
{
  McHistoryEntry *self = MC_HISTORY_ENTRY (object);

  g_clear_pointer (&self->at, g_date_time_unref);
  g_clear_pointer (&self->who, g_free);
  g_clear_pointer (&self->login, g_free);
  g_clear_pointer (&self->action, g_free);
  g_clear_pointer (&self->noun_label, g_free);
  g_clear_pointer (&self->table, g_free);
  g_clear_pointer (&self->subject, g_free);
  g_clear_pointer (&self->summary, g_free);
  G_OBJECT_CLASS (mc_history_entry_parent_class)->finalize (object);
}

static void
mc_history_entry_class_init (McHistoryEntryClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  const GParamFlags flags = G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY;

  object_class->get_property = mc_history_entry_get_property;
  object_class->set_property = mc_history_entry_set_property;
  object_class->finalize = mc_history_entry_finalize;

  properties[PROP_AT] = g_param_spec_boxed ("at", NULL, NULL, G_TYPE_DATE_TIME, flags | G_PARAM_CONSTRUCT_ONLY);
  properties[PROP_WHO] = g_param_spec_string ("who", NULL, NULL, NULL, flags | G_PARAM_CONSTRUCT_ONLY);
  properties[PROP_LOGIN] = g_param_spec_string ("login", NULL, NULL, NULL, flags | G_PARAM_CONSTRUCT_ONLY);
  properties[PROP_ACTION] = g_param_spec_string ("action", NULL, NULL, NULL, flags | G_PARAM_CONSTRUCT_ONLY);
  properties[PROP_NOUN_LABEL] = g_param_spec_string ("noun-label", NULL, NULL, NULL, flags | G_PARAM_CONSTRUCT_ONLY);
  properties[PROP_TABLE] = g_param_spec_string ("table", NULL, NULL, NULL, flags | G_PARAM_CONSTRUCT_ONLY);
  properties[PROP_ROW_ID] =
      g_param_spec_int64 ("row-id", NULL, NULL, G_MININT64, G_MAXINT64, 0, flags | G_PARAM_CONSTRUCT_ONLY);
  properties[PROP_SUBJECT] = g_param_spec_string ("subject", NULL, NULL, NULL, flags | G_PARAM_CONSTRUCT_ONLY);
  properties[PROP_SUMMARY] = g_param_spec_string ("summary", NULL, NULL, NULL, flags | G_PARAM_CONSTRUCT_ONLY);
  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
mc_history_entry_init (McHistoryEntry *self)
{
}

GDateTime *
mc_history_entry_get_at (McHistoryEntry *self)
{
  g_return_val_if_fail (MC_IS_HISTORY_ENTRY (self), NULL);
  return self->at;
}

const char *
mc_history_entry_get_who (McHistoryEntry *self)
{
  g_return_val_if_fail (MC_IS_HISTORY_ENTRY (self), NULL);
  return self->who;
}

const char *
mc_history_entry_get_login (McHistoryEntry *self)
{
  g_return_val_if_fail (MC_IS_HISTORY_ENTRY (self), NULL);
  return self->login;
}

const char *
mc_history_entry_get_action (McHistoryEntry *self)
{
  g_return_val_if_fail (MC_IS_HISTORY_ENTRY (self), NULL);
  return self->action;
}

const char *
mc_history_entry_get_noun_label (McHistoryEntry *self)
{
  g_return_val_if_fail (MC_IS_HISTORY_ENTRY (self), NULL);
  return self->noun_label;
}

const char *
mc_history_entry_get_table (McHistoryEntry *self)
{
  g_return_val_if_fail (MC_IS_HISTORY_ENTRY (self), NULL);
  return self->table;
}

const char *
mc_history_entry_get_subject (McHistoryEntry *self)
{
  g_return_val_if_fail (MC_IS_HISTORY_ENTRY (self), NULL);
  return self->subject;
}

const char *
mc_history_entry_get_summary (McHistoryEntry *self)
{
  g_return_val_if_fail (MC_IS_HISTORY_ENTRY (self), NULL);
  return self->summary;
}
