/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mc-nav-selection.h"

struct _McNavSelection
{
  GObject parent_instance;

  GListModel *model;
  guint selected;
};

static GType
get_item_type (GListModel *list)
{
  return G_TYPE_OBJECT;
}

static guint
get_n_items (GListModel *list)
{
  McNavSelection *self = MC_NAV_SELECTION (list);

  return self->model ? g_list_model_get_n_items (self->model) : 0;
}

static gpointer
get_item (GListModel *list, guint position)
{
  McNavSelection *self = MC_NAV_SELECTION (list);

  return self->model ? g_list_model_get_item (self->model, position) : NULL;
}

static void
list_iface_init (GListModelInterface *iface)
{
  iface->get_item_type = get_item_type;
  iface->get_n_items = get_n_items;
  iface->get_item = get_item;
}

static void
get_section (GtkSectionModel *model, guint position, guint *start, guint *end)
{
  McNavSelection *self = MC_NAV_SELECTION (model);

  if (GTK_IS_SECTION_MODEL (self->model))
    gtk_section_model_get_section (GTK_SECTION_MODEL (self->model), position, start, end);
  else
    {
      *start = 0;
      *end = get_n_items (G_LIST_MODEL (self));
    }
}

static void
section_iface_init (GtkSectionModelInterface *iface)
{
  iface->get_section = get_section;
}

static gboolean
is_selected (GtkSelectionModel *model, guint position)
{
  return MC_NAV_SELECTION (model)->selected == position;
}

static GtkBitset *
get_selection_in_range (GtkSelectionModel *model, guint position, guint n_items)
{
  McNavSelection *self = MC_NAV_SELECTION (model);
  GtkBitset *set = gtk_bitset_new_empty ();

  if (self->selected != GTK_INVALID_LIST_POSITION)
    gtk_bitset_add (set, self->selected);
  return set;
}

/* What would select by hand is left as GTK's interface has it: refused. */
static void
selection_iface_init (GtkSelectionModelInterface *iface)
{
  iface->is_selected = is_selected;
  iface->get_selection_in_range = get_selection_in_range;
}

G_DEFINE_FINAL_TYPE_WITH_CODE (McNavSelection,
                               mc_nav_selection,
                               G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (G_TYPE_LIST_MODEL, list_iface_init)
                                   G_IMPLEMENT_INTERFACE (GTK_TYPE_SECTION_MODEL, section_iface_init)
                                       G_IMPLEMENT_INTERFACE (GTK_TYPE_SELECTION_MODEL, selection_iface_init))

enum
{
  PROP_0,
  PROP_MODEL,
  N_PROPS
};
static GParamSpec *properties[N_PROPS];

static void
changed_cb (McNavSelection *self, guint position, guint removed, guint added)
{
  self->selected = GTK_INVALID_LIST_POSITION;
  g_list_model_items_changed (G_LIST_MODEL (self), position, removed, added);
}

static void
set_model (McNavSelection *self, GListModel *model)
{
  guint n_before = get_n_items (G_LIST_MODEL (self));

  if (self->model)
    g_signal_handlers_disconnect_by_func (self->model, changed_cb, self);
  g_set_object (&self->model, model);
  if (model)
    g_signal_connect_swapped (model, "items-changed", G_CALLBACK (changed_cb), self);
  changed_cb (self, 0, n_before, get_n_items (G_LIST_MODEL (self)));
}

static void
mc_nav_selection_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  if (id == PROP_MODEL)
    g_value_set_object (value, MC_NAV_SELECTION (object)->model);
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
}

static void
mc_nav_selection_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  if (id == PROP_MODEL)
    set_model (MC_NAV_SELECTION (object), g_value_get_object (value));
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
}

static void
mc_nav_selection_dispose (GObject *object)
{
  McNavSelection *self = MC_NAV_SELECTION (object);

  if (self->model)
    g_signal_handlers_disconnect_by_func (self->model, changed_cb, self);
  g_clear_object (&self->model);
  G_OBJECT_CLASS (mc_nav_selection_parent_class)->dispose (object);
}

static void
mc_nav_selection_class_init (McNavSelectionClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->get_property = mc_nav_selection_get_property;
  object_class->set_property = mc_nav_selection_set_property;
  object_class->dispose = mc_nav_selection_dispose;
  properties[PROP_MODEL] =
      g_param_spec_object ("model", NULL, NULL, G_TYPE_LIST_MODEL, G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
mc_nav_selection_init (McNavSelection *self)
{
  self->selected = GTK_INVALID_LIST_POSITION;
}

void
mc_nav_selection_set (McNavSelection *self, guint position)
{
  guint before;

  g_return_if_fail (MC_IS_NAV_SELECTION (self));
  before = self->selected;
  if (position == before)
    return;
  self->selected = position;
  if (before != GTK_INVALID_LIST_POSITION)
    gtk_selection_model_selection_changed (GTK_SELECTION_MODEL (self), before, 1);
  if (position != GTK_INVALID_LIST_POSITION)
    gtk_selection_model_selection_changed (GTK_SELECTION_MODEL (self), position, 1);
}

guint
mc_nav_selection_get (McNavSelection *self)
{
  g_return_val_if_fail (MC_IS_NAV_SELECTION (self), GTK_INVALID_LIST_POSITION);
  return self->selected;
}
