/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mc-finding-badge.h"

#include <glib/gi18n.h>

struct _McFindingBadge
{
  AdwBin parent_instance;

  McFinding *finding;
  int severity;
  guint count;
  gboolean compact;
  GtkLabel *label;
};

G_DEFINE_FINAL_TYPE (McFindingBadge, mc_finding_badge, ADW_TYPE_BIN)

enum
{
  PROP_0,
  PROP_FINDING,
  PROP_SEVERITY,
  PROP_COUNT,
  PROP_COMPACT,
  N_PROPS
};
static GParamSpec *properties[N_PROPS];

/* From "all is well" on. The sign tells without colour. */
static const struct
{
  const char *sign;
  const char *word;
  const char *style;
} looks[] = {
  { "✓", NC_ ("severity", "In order"), "good" },
  { "✗", NC_ ("severity", "Violation"), "error" },
  { "◐", NC_ ("severity", "Warning"), "warning" },
  { "○", NC_ ("severity", "Note"), "note" },
};

static void
show (McFindingBadge *self)
{
  guint look = (guint)CLAMP (self->severity + 1, 0, (int)G_N_ELEMENTS (looks) - 1);
  const char *word = g_dpgettext2 (NULL, "severity", looks[look].word);
  const char *classes[] = { "mc-finding", looks[look].style, "numeric", NULL };
  g_autofree char *text = NULL, *spoken = NULL, *tip = NULL;

  if (self->count > 0)
    {
      text = g_strdup_printf ("%s %u", looks[look].sign, self->count);
      spoken = g_strdup_printf ("%s: %u", word, self->count);
    }
  else
    {
      text = self->compact ? g_strdup (looks[look].sign) : g_strdup_printf ("%s %s", looks[look].sign, word);
      spoken = g_strdup (word);
    }
  if (self->finding != NULL)
    tip = g_strdup_printf ("%s\n%s", mc_finding_get_message (self->finding), mc_finding_get_citation (self->finding));
  gtk_label_set_label (self->label, text);
  gtk_widget_set_css_classes (GTK_WIDGET (self->label), classes);
  gtk_widget_set_tooltip_text (GTK_WIDGET (self), tip != NULL ? tip : self->count > 0 || self->compact ? word : NULL);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, spoken, -1);
}

static void
mc_finding_badge_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  McFindingBadge *self = MC_FINDING_BADGE (object);

  switch (id)
    {
    case PROP_FINDING:
      g_value_set_object (value, self->finding);
      break;
    case PROP_SEVERITY:
      g_value_set_int (value, self->severity);
      break;
    case PROP_COUNT:
      g_value_set_uint (value, self->count);
      break;
    case PROP_COMPACT:
      g_value_set_boolean (value, self->compact);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
mc_finding_badge_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  McFindingBadge *self = MC_FINDING_BADGE (object);

  switch (id)
    {
    case PROP_FINDING:
      if (g_set_object (&self->finding, g_value_get_object (value)) && self->finding != NULL)
        self->severity = (int)mc_finding_get_severity (self->finding);
      break;
    case PROP_SEVERITY:
      self->severity = g_value_get_int (value);
      break;
    case PROP_COUNT:
      self->count = g_value_get_uint (value);
      break;
    case PROP_COMPACT:
      self->compact = g_value_get_boolean (value);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
      return;
    }
  show (self);
}

static void
mc_finding_badge_dispose (GObject *object)
{
  g_clear_object (&MC_FINDING_BADGE (object)->finding);
  G_OBJECT_CLASS (mc_finding_badge_parent_class)->dispose (object);
}

static void
mc_finding_badge_class_init (McFindingBadgeClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  const GParamFlags flags = G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS;

  object_class->get_property = mc_finding_badge_get_property;
  object_class->set_property = mc_finding_badge_set_property;
  object_class->dispose = mc_finding_badge_dispose;

  properties[PROP_FINDING] = g_param_spec_object ("finding", NULL, NULL, MC_TYPE_FINDING, flags);
  properties[PROP_SEVERITY] = g_param_spec_int ("severity", NULL, NULL, -1, MC_FINDING_NOTE, -1, flags);
  properties[PROP_COUNT] = g_param_spec_uint ("count", NULL, NULL, 0, G_MAXUINT, 0, flags);
  properties[PROP_COMPACT] = g_param_spec_boolean ("compact", NULL, NULL, FALSE, flags);
  g_object_class_install_properties (object_class, N_PROPS, properties);
  gtk_widget_class_set_accessible_role (GTK_WIDGET_CLASS (klass), GTK_ACCESSIBLE_ROLE_IMG);
}

static void
mc_finding_badge_init (McFindingBadge *self)
{
  self->severity = -1;
  self->label = GTK_LABEL (gtk_label_new (NULL));
  gtk_widget_set_valign (GTK_WIDGET (self->label), GTK_ALIGN_CENTER);
  gtk_widget_set_halign (GTK_WIDGET (self->label), GTK_ALIGN_START);
  adw_bin_set_child (ADW_BIN (self), GTK_WIDGET (self->label));
  show (self);
}

void
mc_finding_badge_set (McFindingBadge *self, int severity, guint count)
{
  g_return_if_fail (MC_IS_FINDING_BADGE (self));
  self->severity = severity;
  self->count = count;
  show (self);
}
