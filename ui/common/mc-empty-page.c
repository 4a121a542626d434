/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mc-empty-page.h"

enum
{
  PROP_0,
  PROP_ICON_NAME,
  PROP_TITLE,
  PROP_DESCRIPTION,
  PROP_BUTTON_LABEL,
  PROP_ACTION_NAME,
  PROP_LINK_LABEL,
  PROP_LINK_ACTION_NAME,
  N_PROPS
};
static GParamSpec *properties[N_PROPS];

static const char *const names[N_PROPS] = {
  NULL, "icon-name", "title", "description", "button-label", "action-name", "link-label", "link-action-name",
};

struct _McEmptyPage
{
  AdwBin parent_instance;

  char *texts[N_PROPS];
};

G_DEFINE_FINAL_TYPE (McEmptyPage, mc_empty_page, ADW_TYPE_BIN)

static gboolean
has_text (McEmptyPage *self, const char *text)
{
  return text != NULL && *text != '\0';
}

static void
mc_empty_page_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  g_value_set_string (value, MC_EMPTY_PAGE (object)->texts[id]);
}

static void
mc_empty_page_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  if (g_set_str (&MC_EMPTY_PAGE (object)->texts[id], g_value_get_string (value)))
    g_object_notify_by_pspec (object, pspec);
}

static void
mc_empty_page_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), MC_TYPE_EMPTY_PAGE);
  G_OBJECT_CLASS (mc_empty_page_parent_class)->dispose (object);
}

static void
mc_empty_page_finalize (GObject *object)
{
  McEmptyPage *self = MC_EMPTY_PAGE (object);

  for (guint i = 1; i < N_PROPS; i++)
    g_free (self->texts[i]);
  G_OBJECT_CLASS (mc_empty_page_parent_class)->finalize (object);
}

static void
mc_empty_page_class_init (McEmptyPageClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = mc_empty_page_get_property;
  object_class->set_property = mc_empty_page_set_property;
  object_class->dispose = mc_empty_page_dispose;
  object_class->finalize = mc_empty_page_finalize;

  for (guint i = 1; i < N_PROPS; i++)
    properties[i] = g_param_spec_string (names[i], NULL, NULL, NULL,
                                         G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  gtk_widget_class_set_template_from_resource (widget_class, "/vn/gov/cantho/MotCua/common/mc-empty-page.ui");
  gtk_widget_class_bind_template_callback (widget_class, has_text);
}

static void
mc_empty_page_init (McEmptyPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}
