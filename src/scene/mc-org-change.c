/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mc-org-change.h"

#include <glib/gi18n-lib.h>

G_DEFINE_FINAL_TYPE (McOrgChange, mc_org_change, G_TYPE_OBJECT)

static const struct
{
  const char *word;
  const char *sign;
} kinds[] = {
  [MC_ORG_CAME] = { NC_ ("change", "came"), "+" },         [MC_ORG_LEFT] = { NC_ ("change", "left"), "−" },
  [MC_ORG_MOVED] = { NC_ ("change", "moved"), "→" },       [MC_ORG_TOOK_ON] = { NC_ ("change", "took on"), "+" },
  [MC_ORG_GAVE_UP] = { NC_ ("change", "gave up"), "−" },   [MC_ORG_VACATED] = { NC_ ("change", "became vacant"), "○" },
  [MC_ORG_SEAT_NEW] = { NC_ ("change", "new seat"), "+" }, [MC_ORG_SEAT_GONE] = { NC_ ("change", "seat gone"), "−" },
};

static void
mc_org_change_finalize (GObject *object)
{
  McOrgChange *self = MC_ORG_CHANGE (object);

  g_clear_object (&self->before);
  g_clear_object (&self->after);
  G_OBJECT_CLASS (mc_org_change_parent_class)->finalize (object);
}

static void
mc_org_change_class_init (McOrgChangeClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = mc_org_change_finalize;
}

static void
mc_org_change_init (McOrgChange *self)
{
}

McOrgChange *
mc_org_change_new (McOrgChangeKind kind, McOrgSeat *before, McOrgSeat *after)
{
  McOrgChange *self = g_object_new (MC_TYPE_ORG_CHANGE, NULL);

  self->kind = kind;
  g_set_object (&self->before, before);
  g_set_object (&self->after, after);
  return self;
}

const char *
mc_org_change_get_word (McOrgChange *self)
{
  return g_dpgettext2 (GETTEXT_PACKAGE, "change", kinds[self->kind].word);
}

const char *
mc_org_change_get_sign (McOrgChange *self)
{
  return kinds[self->kind].sign;
}

static McOrgSeat *
either (McOrgChange *self)
{
  return self->after ? self->after : self->before;
}

char *
mc_org_change_dup_name (McOrgChange *self)
{
  McOrgSeat *seat = self->kind == MC_ORG_LEFT || self->kind == MC_ORG_GAVE_UP ? self->before : either (self);

  if (self->kind == MC_ORG_VACATED || self->kind == MC_ORG_SEAT_NEW || self->kind == MC_ORG_SEAT_GONE)
    return g_strdup (seat->post_name ? seat->post_name : "");
  return g_strdup (seat->full_name ? seat->full_name : "");
}

/* The post, and the agency where a post has many seats. */
static char *
describe (McOrgSeat *seat)
{
  if (!seat || !seat->seat_id)
    return g_strdup (C_ ("seat", "no seat"));
  if (seat->origin_code)
    return g_strdup_printf ("%s (%s)", seat->post_name, seat->origin_code);
  return g_strdup (seat->post_name ? seat->post_name : "");
}

char *
mc_org_change_dup_detail (McOrgChange *self)
{
  g_autofree char *before = describe (self->before);
  g_autofree char *after = describe (self->after);

  switch (self->kind)
    {
    case MC_ORG_MOVED:
      return g_strdup_printf ("%s → %s", before, after);
    case MC_ORG_LEFT:
    case MC_ORG_GAVE_UP:
      return g_steal_pointer (&before);
    case MC_ORG_VACATED:
      /* Translators: a person's name */
      return g_strdup_printf (_ ("before: %s"), self->before->full_name ? self->before->full_name : "");
    case MC_ORG_SEAT_NEW:
    case MC_ORG_SEAT_GONE:
      return g_strdup (either (self)->section_name ? either (self)->section_name : "");
    case MC_ORG_CAME:
    case MC_ORG_TOOK_ON:
    default:
      return g_steal_pointer (&after);
    }
}

const char *
mc_org_change_get_key (McOrgChange *self)
{
  return self->after ? self->after->key : NULL;
}
