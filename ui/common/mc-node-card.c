/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mc-node-card.h"

GtkWidget *
mc_node_card_new (McCanvas *canvas, McSceneNode *node, gpointer data)
{
  const char *texts[] = { mc_scene_node_get_name (node), mc_scene_node_get_state (node),
                          mc_scene_node_get_description (node) };
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 2);

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    if (texts[i] && *texts[i])
      {
        GtkWidget *label = gtk_label_new (texts[i]);

        gtk_label_set_xalign (GTK_LABEL (label), 0);
        gtk_label_set_wrap (GTK_LABEL (label), TRUE);
        gtk_label_set_max_width_chars (GTK_LABEL (label), 40);
        gtk_widget_add_css_class (label, i == 0 ? "heading" : "dimmed");
        gtk_box_append (GTK_BOX (box), label);
      }
  return box;
}
