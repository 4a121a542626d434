/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The sheets: one that fits, one with everything around the drawing, and a drawing over several sheets. */
#include <glib/gi18n-lib.h>

#include "mc-golden.h"
#include "mc-paper.h"

/* A room of 12 by 8 metres at 20 points a metre, with a row of counters. */
static McScene *
make_room (void)
{
  const McStroke wall = { .width = 4, .tone = MC_TONE_WALL }, thin = { .width = 0.8, .tone = MC_TONE_LINE };
  const McTextStyle style = {
    .size = 10, .bold = TRUE, .align = MC_ALIGN_CENTER, .valign = MC_ALIGN_CENTER, .max_lines = 2
  };
  McScene *scene = mc_scene_new ();
  McSceneNode *room = mc_scene_node_new (MC_SCENE_GROUP, "room", &(McRect){ 0, 0, 240, 160 });

  mc_scene_node_add_rect (room, &(McRect){ 0, 0, 240, 160 }, 0, MC_TONE_AREA_RECEPTION, &wall);
  mc_scene_add (scene, room);
  for (int i = 0; i < 5; i++)
    {
      g_autofree char *text = g_strdup_printf ("Quầy %d", i + 1);
      McRect box = { 10 + i * 46, 20, 40, 24 };
      McSceneNode *node = mc_scene_node_new (MC_SCENE_ITEM, text, &box);

      mc_scene_node_add_rect (node, &box, 2, i == 3 ? MC_TONE_GAP : MC_TONE_STAFFED, &thin);
      mc_scene_node_add_text (node, &box, text, &style);
      mc_scene_add (scene, node);
    }
  mc_scene_set_title (scene, "Sơ đồ quầy", "Tầng trệt");
  mc_scene_set_scale (scene, 1 / 20.0);
  mc_scene_seal (scene, 10);
  return scene;
}

static McPaper *
make_paper (gboolean landscape, McPaperMode mode, double ratio)
{
  g_autoptr (McScene) scene = make_room ();
  McPaper *paper = mc_paper_new (scene);

  g_object_set (paper, "landscape", landscape, "mode", (guint)mode, "organisation", "Trung tâm Phục vụ hành chính công",
                "parent-organisation", "Văn phòng Ủy ban nhân dân thành phố", "as-of", mc_day_new (2026, 2, 5), NULL);
  mc_paper_set_ratio (paper, ratio);
  return paper;
}

static McSheets *
make_fit (void)
{
  return MC_SHEETS (make_paper (TRUE, MC_PAPER_FIT, 0));
}

static McSheets *
make_signed (void)
{
  McPaper *paper = make_paper (FALSE, MC_PAPER_TO_SCALE, 100);
  g_autofree char *place = mc_paper_format_place_and_date ("Cần Thơ", mc_day_new (2026, 2, 5));

  g_object_set (paper, "with-signature", TRUE, "place-and-date", place, "signer-title", "KT. Giám đốc\nPhó Giám đốc",
                "signer-name", "Nguyễn Thị Ngọc Ánh", NULL);
  return MC_SHEETS (paper);
}

static McSheets *
make_tiles (void)
{
  return MC_SHEETS (make_paper (FALSE, MC_PAPER_TILES, 40));
}

int
main (int argc, char *argv[])
{
  mc_golden_init (&argc, &argv);
  mc_golden_add_paper ("paper-fit", make_fit, 1);
  mc_golden_add_paper ("paper-signed", make_signed, 1);
  mc_golden_add_paper ("paper-tiles", make_tiles, 0.6);
  return g_test_run ();
}
