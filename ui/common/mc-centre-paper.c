/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mc-centre-paper.h"

#include "mc-session-records.h"

static char *
dup_setting (McSession *session, const char *key)
{
  g_autoptr (JsonNode) node = session ? mc_session_get_setting (session, key) : NULL;

  return node && JSON_NODE_HOLDS_VALUE (node) ? json_node_dup_string (node) : NULL;
}

McPaper *
mc_centre_paper_new (McSession *session, McScene *scene, McDay as_of)
{
  g_autofree char *name = dup_setting (session, "centre.name");
  g_autofree char *parent = dup_setting (session, "centre.parent");
  McPaper *paper = mc_paper_new (scene);

  g_object_set (paper, "size", MC_PAPER_A3, "landscape", TRUE, "organisation", name, "parent-organisation", parent,
                "as-of", as_of, NULL);
  return paper;
}
