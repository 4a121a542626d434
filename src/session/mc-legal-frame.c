/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mc-legal-frame.h"

#include <glib/gi18n-lib.h>

struct _McLegalFrame
{
  GObject parent_instance;

  char *citation;
  char *rule;
  McDay earliest;
  McDay latest;
  McDay suggested;
  char **consequences;
  char *blocked;
};

G_DEFINE_FINAL_TYPE (McLegalFrame, mc_legal_frame, G_TYPE_OBJECT)

enum
{
  PROP_0,
  PROP_CITATION,
  PROP_RULE,
  PROP_EARLIEST,
  PROP_LATEST,
  PROP_SUGGESTED,
  PROP_CONSEQUENCES,
  PROP_BLOCKED,
  N_PROPS,
};

static GParamSpec *properties[N_PROPS];

static void
mc_legal_frame_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  McLegalFrame *self = MC_LEGAL_FRAME (object);

  switch (id)
    {
    case PROP_CITATION:
      g_value_set_string (value, self->citation);
      break;
    case PROP_RULE:
      g_value_set_string (value, self->rule);
      break;
    case PROP_EARLIEST:
      g_value_set_int (value, self->earliest);
      break;
    case PROP_LATEST:
      g_value_set_int (value, self->latest);
      break;
    case PROP_SUGGESTED:
      g_value_set_int (value, self->suggested);
      break;
    case PROP_CONSEQUENCES:
      g_value_set_boxed (value, self->consequences);
      break;
    case PROP_BLOCKED:
      g_value_set_string (value, self->blocked);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
mc_legal_frame_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  McLegalFrame *self = MC_LEGAL_FRAME (object);

  switch (id)
    {
    case PROP_CITATION:
      self->citation = g_value_dup_string (value);
      break;
    case PROP_RULE:
      self->rule = g_value_dup_string (value);
      break;
    case PROP_EARLIEST:
      self->earliest = (McDay)g_value_get_int (value);
      break;
    case PROP_LATEST:
      self->latest = (McDay)g_value_get_int (value);
      break;
    case PROP_SUGGESTED:
      self->suggested = (McDay)g_value_get_int (value);
      break;
    case PROP_CONSEQUENCES:
      self->consequences = g_value_dup_boxed (value);
      break;
    case PROP_BLOCKED:
      self->blocked = g_value_dup_string (value);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
mc_legal_frame_finalize (GObject *object)
{
  McLegalFrame *self = MC_LEGAL_FRAME (object);

  g_clear_pointer (&self->citation, g_free);
  g_clear_pointer (&self->rule, g_free);
  g_clear_pointer (&self->consequences, g_strfreev);
  g_clear_pointer (&self->blocked, g_free);
  G_OBJECT_CLASS (mc_legal_frame_parent_class)->finalize (object);
}

static void
mc_legal_frame_class_init (McLegalFrameClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  const GParamFlags flags = G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY;

  object_class->get_property = mc_legal_frame_get_property;
  object_class->set_property = mc_legal_frame_set_property;
  object_class->finalize = mc_legal_frame_finalize;

  properties[PROP_CITATION] = g_param_spec_string ("citation", NULL, NULL, NULL, flags | G_PARAM_CONSTRUCT_ONLY);
  properties[PROP_RULE] = g_param_spec_string ("rule", NULL, NULL, NULL, flags | G_PARAM_CONSTRUCT_ONLY);
  properties[PROP_EARLIEST] =
      g_param_spec_int ("earliest", NULL, NULL, G_MININT, G_MAXINT, MC_DAY_NONE, flags | G_PARAM_CONSTRUCT_ONLY);
  properties[PROP_LATEST] =
      g_param_spec_int ("latest", NULL, NULL, G_MININT, G_MAXINT, MC_DAY_NONE, flags | G_PARAM_CONSTRUCT_ONLY);
  properties[PROP_SUGGESTED] =
      g_param_spec_int ("suggested", NULL, NULL, G_MININT, G_MAXINT, MC_DAY_NONE, flags | G_PARAM_CONSTRUCT_ONLY);
  properties[PROP_CONSEQUENCES] =
      g_param_spec_boxed ("consequences", NULL, NULL, G_TYPE_STRV, flags | G_PARAM_CONSTRUCT_ONLY);
  properties[PROP_BLOCKED] = g_param_spec_string ("blocked", NULL, NULL, NULL, flags | G_PARAM_CONSTRUCT_ONLY);
  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
mc_legal_frame_init (McLegalFrame *self)
{
}

const char *
mc_legal_frame_get_citation (McLegalFrame *self)
{
  g_return_val_if_fail (MC_IS_LEGAL_FRAME (self), NULL);
  return self->citation;
}

const char *
mc_legal_frame_get_rule (McLegalFrame *self)
{
  g_return_val_if_fail (MC_IS_LEGAL_FRAME (self), NULL);
  return self->rule;
}

McDay
mc_legal_frame_get_earliest (McLegalFrame *self)
{
  g_return_val_if_fail (MC_IS_LEGAL_FRAME (self), MC_DAY_NONE);
  return self->earliest;
}

McDay
mc_legal_frame_get_latest (McLegalFrame *self)
{
  g_return_val_if_fail (MC_IS_LEGAL_FRAME (self), MC_DAY_NONE);
  return self->latest;
}

McDay
mc_legal_frame_get_suggested (McLegalFrame *self)
{
  g_return_val_if_fail (MC_IS_LEGAL_FRAME (self), MC_DAY_NONE);
  return self->suggested;
}

const char *const *
mc_legal_frame_get_consequences (McLegalFrame *self)
{
  g_return_val_if_fail (MC_IS_LEGAL_FRAME (self), NULL);
  return (const char *const *)self->consequences;
}

const char *
mc_legal_frame_get_blocked (McLegalFrame *self)
{
  g_return_val_if_fail (MC_IS_LEGAL_FRAME (self), NULL);
  return self->blocked;
}

char *
mc_legal_frame_judge_date (McLegalFrame *self, McDay day)
{
  g_autofree char *limit = NULL;

  g_return_val_if_fail (MC_IS_LEGAL_FRAME (self), NULL);
  if (day == MC_DAY_NONE)
    return NULL;
  if (self->earliest != MC_DAY_NONE && day < self->earliest)
    {
      limit = mc_day_format (self->earliest);
      return g_strdup_printf (_ ("Before %s, the first day that %s allows."), limit, self->citation);
    }
  if (self->latest != MC_DAY_NONE && day > self->latest)
    {
      limit = mc_day_format (self->latest);
      return g_strdup_printf (_ ("After %s, the last day that %s allows."), limit, self->citation);
    }
  return NULL;
}
