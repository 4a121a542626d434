/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mc-legal-frame-view.h"

#include <glib/gi18n.h>

struct _McLegalFrameView
{
  AdwBin parent_instance;

  McLegalFrame *frame;

  GtkLabel *citation;
  GtkLabel *rule;
  GtkLabel *range;
  GtkLabel *consequences;
};

G_DEFINE_FINAL_TYPE (McLegalFrameView, mc_legal_frame_view, ADW_TYPE_BIN)

enum
{
  PROP_0,
  PROP_FRAME,
  N_PROPS
};
static GParamSpec *properties[N_PROPS];

static gboolean
has_text (gpointer item, const char *text)
{
  return text != NULL && *text != '\0';
}

static char *
describe_range (McLegalFrame *frame)
{
  McDay earliest = mc_legal_frame_get_earliest (frame), latest = mc_legal_frame_get_latest (frame);
  g_autofree char *from = mc_day_format (earliest);
  g_autofree char *until = mc_day_format (latest);

  if (earliest != MC_DAY_NONE && latest != MC_DAY_NONE)
    return g_strdup_printf (_ ("Between %s and %s"), from, until);
  if (earliest != MC_DAY_NONE)
    return g_strdup_printf (_ ("On %s or later"), from);
  if (latest != MC_DAY_NONE)
    return g_strdup_printf (_ ("On %s or earlier"), until);
  return g_strdup ("");
}

static char *
describe_consequences (McLegalFrame *frame)
{
  const char *const *lines = mc_legal_frame_get_consequences (frame);
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; lines != NULL && lines[i] != NULL; i++)
    g_string_append_printf (text, "%s• %s", i > 0 ? "\n" : "", lines[i]);
  return g_string_free_and_steal (g_steal_pointer (&text));
}

static void
show (McLegalFrameView *self)
{
  g_autofree char *range = NULL, *consequences = NULL;

  gtk_widget_set_visible (GTK_WIDGET (self), self->frame != NULL);
  if (self->frame == NULL)
    return;
  range = describe_range (self->frame);
  consequences = describe_consequences (self->frame);
  gtk_label_set_label (self->citation, mc_legal_frame_get_citation (self->frame));
  gtk_label_set_label (self->rule, mc_legal_frame_get_rule (self->frame));
  gtk_label_set_label (self->range, range);
  gtk_label_set_label (self->consequences, consequences);
}

static void
mc_legal_frame_view_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  McLegalFrameView *self = MC_LEGAL_FRAME_VIEW (object);

  switch (id)
    {
    case PROP_FRAME:
      g_value_set_object (value, self->frame);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
mc_legal_frame_view_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  McLegalFrameView *self = MC_LEGAL_FRAME_VIEW (object);

  switch (id)
    {
    case PROP_FRAME:
      if (g_set_object (&self->frame, g_value_get_object (value)))
        show (self);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
mc_legal_frame_view_dispose (GObject *object)
{
  g_clear_object (&MC_LEGAL_FRAME_VIEW (object)->frame);
  gtk_widget_dispose_template (GTK_WIDGET (object), MC_TYPE_LEGAL_FRAME_VIEW);
  G_OBJECT_CLASS (mc_legal_frame_view_parent_class)->dispose (object);
}

static void
mc_legal_frame_view_class_init (McLegalFrameViewClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  const GParamFlags flags = G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS;

  object_class->get_property = mc_legal_frame_view_get_property;
  object_class->set_property = mc_legal_frame_view_set_property;
  object_class->dispose = mc_legal_frame_view_dispose;

  properties[PROP_FRAME] = g_param_spec_object ("frame", NULL, NULL, MC_TYPE_LEGAL_FRAME, flags);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  gtk_widget_class_set_template_from_resource (widget_class, "/vn/gov/cantho/MotCua/common/mc-legal-frame-view.ui");
  gtk_widget_class_bind_template_child (widget_class, McLegalFrameView, citation);
  gtk_widget_class_bind_template_child (widget_class, McLegalFrameView, rule);
  gtk_widget_class_bind_template_child (widget_class, McLegalFrameView, range);
  gtk_widget_class_bind_template_child (widget_class, McLegalFrameView, consequences);
  gtk_widget_class_bind_template_callback (widget_class, has_text);
}

static void
mc_legal_frame_view_init (McLegalFrameView *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  show (self);
}
