/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mc-paper-preview.h"

#include <glib/gi18n.h>

#define EDGE 12.0 /* pixels of ground around the sheet */

struct _McPaperPreview
{
  GtkWidget parent_instance;

  McSheets *sheets;
  GSignalGroup *signals;
  guint page;
  guint n_pages;
  GskRenderNode *node; /* the page in points */
};

enum
{
  PROP_SHEETS = 1,
  PROP_PAGE,
  PROP_N_PAGES,
  N_PROPS,
};

static GParamSpec *properties[N_PROPS];

G_DEFINE_FINAL_TYPE (McPaperPreview, mc_paper_preview, GTK_TYPE_WIDGET)

static void
update_label (McPaperPreview *self)
{
  g_autofree char *label = g_strdup_printf (_ ("Preview, sheet %u of %u"), self->page + 1, self->n_pages);
  g_autofree char *text = self->sheets ? mc_sheets_dup_page_text (self->sheets, self->page) : NULL;

  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, label,
                                  GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, text ? text : "", -1);
}

static void
set_page (McPaperPreview *self, guint page)
{
  page = MIN (page, MAX (self->n_pages, 1) - 1);
  if (page != self->page)
    {
      self->page = page;
      g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_PAGE]);
    }
  g_clear_pointer (&self->node, gsk_render_node_unref);
  update_label (self);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

static void
changed_cb (McPaperPreview *self)
{
  guint n_pages = self->sheets ? mc_sheets_get_n_pages (self->sheets) : 0;

  if (n_pages != self->n_pages)
    {
      self->n_pages = n_pages;
      g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_N_PAGES]);
    }
  set_page (self, self->page);
}

static void
ensure_node (McPaperPreview *self, double width, double height)
{
  g_autoptr (GtkSnapshot) snapshot = NULL;
  cairo_t *cr;

  if (self->node)
    return;
  snapshot = gtk_snapshot_new ();
  cr = gtk_snapshot_append_cairo (snapshot, &GRAPHENE_RECT_INIT (0, 0, (float)width, (float)height));
  mc_sheets_paint (self->sheets, cr, self->page);
  cairo_destroy (cr);
  self->node = gtk_snapshot_to_node (snapshot);
}

static void
mc_paper_preview_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  McPaperPreview *self = MC_PAPER_PREVIEW (widget);
  double width, height, scale, room_x = gtk_widget_get_width (widget) - 2 * EDGE;
  double room_y = gtk_widget_get_height (widget) - 2 * EDGE;
  graphene_rect_t sheet;
  GskRoundedRect outline;

  if (!self->sheets || room_x <= 0 || room_y <= 0)
    return;
  mc_sheets_get_size (self->sheets, self->page, &width, &height);
  scale = MIN (room_x / width, room_y / height);
  sheet = GRAPHENE_RECT_INIT ((float)(int)(EDGE + (room_x - width * scale) / 2),
                              (float)(int)(EDGE + (room_y - height * scale) / 2), (float)(width * scale),
                              (float)(height * scale));
  gsk_rounded_rect_init_from_rect (&outline, &sheet, 0);
  gtk_snapshot_append_outset_shadow (snapshot, &outline, &(GdkRGBA){ 0, 0, 0, 0.35f }, 0, 1, 1, 6);
  gtk_snapshot_append_color (snapshot, &(GdkRGBA){ 1, 1, 1, 1 }, &sheet);
  ensure_node (self, width, height);
  gtk_snapshot_save (snapshot);
  gtk_snapshot_translate (snapshot, &sheet.origin);
  gtk_snapshot_scale (snapshot, (float)scale, (float)scale);
  if (self->node)
    gtk_snapshot_append_node (snapshot, self->node);
  gtk_snapshot_restore (snapshot);
}

static void
mc_paper_preview_measure (GtkWidget *widget,
                          GtkOrientation orientation,
                          int for_size,
                          int *minimum,
                          int *natural,
                          int *minimum_baseline,
                          int *natural_baseline)
{
  *minimum = 160;
  *natural = 420;
}

static void
set_sheets (McPaperPreview *self, McSheets *sheets)
{
  if (!g_set_object (&self->sheets, sheets))
    return;
  g_signal_group_set_target (self->signals, sheets);
  changed_cb (self);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_SHEETS]);
}

static void
mc_paper_preview_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  McPaperPreview *self = MC_PAPER_PREVIEW (object);

  switch (id)
    {
    case PROP_SHEETS:
      g_value_set_object (value, self->sheets);
      break;
    case PROP_PAGE:
      g_value_set_uint (value, self->page);
      break;
    case PROP_N_PAGES:
      g_value_set_uint (value, self->n_pages);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
mc_paper_preview_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  switch (id)
    {
    case PROP_SHEETS:
      set_sheets (MC_PAPER_PREVIEW (object), g_value_get_object (value));
      break;
    case PROP_PAGE:
      set_page (MC_PAPER_PREVIEW (object), g_value_get_uint (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
mc_paper_preview_dispose (GObject *object)
{
  McPaperPreview *self = MC_PAPER_PREVIEW (object);

  g_clear_object (&self->signals);
  g_clear_object (&self->sheets);
  g_clear_pointer (&self->node, gsk_render_node_unref);
  G_OBJECT_CLASS (mc_paper_preview_parent_class)->dispose (object);
}

static void
mc_paper_preview_class_init (McPaperPreviewClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  const GParamFlags flags = G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS;

  object_class->get_property = mc_paper_preview_get_property;
  object_class->set_property = mc_paper_preview_set_property;
  object_class->dispose = mc_paper_preview_dispose;
  widget_class->snapshot = mc_paper_preview_snapshot;
  widget_class->measure = mc_paper_preview_measure;
  properties[PROP_SHEETS] = g_param_spec_object ("sheets", NULL, NULL, MC_TYPE_SHEETS, flags);
  properties[PROP_PAGE] = g_param_spec_uint ("page", NULL, NULL, 0, G_MAXUINT, 0, flags);
  properties[PROP_N_PAGES] =
      g_param_spec_uint ("n-pages", NULL, NULL, 0, G_MAXUINT, 0, G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);
  gtk_widget_class_set_css_name (widget_class, "paperpreview");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_IMG);
}

static void
mc_paper_preview_init (McPaperPreview *self)
{
  self->signals = g_signal_group_new (MC_TYPE_SHEETS);
  g_signal_group_connect_swapped (self->signals, "changed", G_CALLBACK (changed_cb), self);
  gtk_widget_set_hexpand (GTK_WIDGET (self), TRUE);
  gtk_widget_set_vexpand (GTK_WIDGET (self), TRUE);
}
