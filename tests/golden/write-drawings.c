/* SPDX-License-Identifier: GPL-3.0-or-later */
/* write-drawings FOLDER: a drawing in each kind of file, for test_files.py to read as other programs do. */
#include <locale.h>

#include "mc-drawing-file.h"
#include "mc-paper.h"

static McScene *
make_scene (void)
{
  static const char *const names[] = { "Nguyễn Thị Ngọc Ánh", "Trần Quốc Khánh", "Lê Hoàng Bảo Châu",
                                       "Huỳnh Thuý Vy",       "Đặng Văn Ơn",     "Phạm Ỷ Lan" };
  const McStroke line = { .width = 0.8, .tone = MC_TONE_LINE };
  const McTextStyle bold = { .size = 11, .bold = TRUE, .max_lines = 2, .align = MC_ALIGN_CENTER };
  const McTextStyle plain = { .size = 9, .max_lines = 1, .align = MC_ALIGN_CENTER, .tone = MC_TONE_INK_SOFT };
  McScene *scene = mc_scene_new ();

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      McRect box = { i % 3 * 160, i / 3 * 60, 150, 44 };
      McSceneNode *node = mc_scene_node_new (MC_SCENE_ITEM, names[i], &box);

      mc_scene_node_add_rect (node, &box, 4, i == 4 ? MC_TONE_ABSENT : MC_TONE_PANEL, &line);
      mc_scene_node_add_text (node, &(McRect){ box.x + 4, box.y + 4, 142, 18 }, names[i], &bold);
      mc_scene_node_add_text (node, &(McRect){ box.x + 4, box.y + 24, 142, 14 }, "Công chức tiếp nhận", &plain);
      mc_scene_add (scene, node);
    }
  mc_scene_set_title (scene, "Sơ đồ tổ chức", "Bộ phận Tiếp nhận và Trả kết quả");
  mc_scene_seal (scene, 6);
  return scene;
}

static void
write_file (McPaper *paper, const char *folder, const char *name)
{
  g_autofree char *path = g_build_filename (folder, name, NULL);
  g_autoptr (GError) error = NULL;

  if (!mc_drawing_write (MC_SHEETS (paper), path, 144, &error))
    g_error ("%s: %s", name, error->message);
}

int
main (int argc, char *argv[])
{
  g_autoptr (McScene) scene = make_scene ();
  g_autoptr (McPaper) paper = mc_paper_new (scene);

  g_return_val_if_fail (argc == 2, 2);
  setlocale (LC_ALL, "");
  g_object_set (paper, "organisation", "Trung tâm Phục vụ hành chính công", "landscape", TRUE, "with-signature", TRUE,
                "place-and-date", "Cần Thơ, ngày 05 tháng 02 năm 2026", "signer-title", "Giám đốc", "signer-name",
                "Võ Đức Thịnh", NULL);
  write_file (paper, argv[1], "a4.pdf");
  write_file (paper, argv[1], "a4.svg");
  write_file (paper, argv[1], "a4.png");
  g_object_set (paper, "size", (guint)MC_PAPER_A3, "landscape", FALSE, NULL);
  write_file (paper, argv[1], "a3.pdf");
  g_object_set (paper, "size", (guint)MC_PAPER_CUSTOM, "custom-width", 500.5, "custom-height", 400.25, NULL);
  write_file (paper, argv[1], "custom.pdf");
  g_object_set (paper, "size", (guint)MC_PAPER_A4, "mode", (guint)MC_PAPER_TILES, "scale", 2.5, NULL);
  write_file (paper, argv[1], "tiles.pdf");
  return 0;
}
