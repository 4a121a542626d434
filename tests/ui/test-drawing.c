/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The dialogs of all drawings: what they change on the sheet, what they remember, what they refuse; print and copy. */
#include <adwaita.h>
#include <glib/gstdio.h>

#include "mc-canvas-bar.h"
#include "mc-drawing-actions.h"
#include "mc-drawing-choices.h"
#include "mc-drawing-dialog.h"
#include "mc-drawing-print.h"
#include "mc-paper-preview.h"

typedef struct
{
  GtkWindow *window;
  GtkWidget *page;
  McCanvas *canvas;
  McScene *scene;
  McPaper *paper;
} Fixture;

static void
spin (guint milliseconds)
{
  gint64 until = g_get_monotonic_time () + milliseconds * 1000;

  while (g_get_monotonic_time () < until)
    if (!g_main_context_iteration (NULL, FALSE))
      g_usleep (1000);
}

static McScene *
make_scene (double width, double height, double metres)
{
  McScene *scene = mc_scene_new ();
  McRect box = { 0, 0, width, height };
  McSceneNode *node = mc_scene_node_new (MC_SCENE_ITEM, "person/1", &box);

  mc_scene_node_set_names (node, "Nguyễn Văn A", NULL, NULL);
  mc_scene_node_add_rect (node, &box, 4, MC_TONE_PANEL, &(McStroke){ 1, 0, MC_TONE_LINE });
  mc_scene_add (scene, node);
  mc_scene_set_title (scene, "Sơ đồ", "01/12/2026");
  mc_scene_set_scale (scene, metres);
  mc_scene_seal (scene, 10);
  return scene;
}

static void
set_up (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GSettings) settings = g_settings_new (MC_APP_ID);
  GtkWidget *scrolled = gtk_scrolled_window_new ();

  g_settings_reset (settings, "drawings");
  fixture->scene = make_scene (600, 300, 0);
  fixture->paper = mc_paper_new (fixture->scene);
  fixture->canvas = MC_CANVAS (mc_canvas_new ());
  fixture->page = adw_bin_new ();
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scrolled), GTK_WIDGET (fixture->canvas));
  adw_bin_set_child (ADW_BIN (fixture->page), scrolled);
  fixture->window = GTK_WINDOW (adw_window_new ());
  adw_window_set_content (ADW_WINDOW (fixture->window), fixture->page);
  gtk_window_set_default_size (fixture->window, 1366, 700);
  gtk_window_present (fixture->window);
  spin (50);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  gpointer paper = fixture->paper, canvas = fixture->canvas;

  g_object_add_weak_pointer (paper, &paper);
  g_object_add_weak_pointer (canvas, &canvas);
  gtk_window_destroy (fixture->window);
  g_object_unref (fixture->paper);
  g_object_unref (fixture->scene);
  spin (50);
  g_assert_null (canvas);
  g_assert_null (paper);
}

static GtkWidget *
find (GtkWidget *widget, GType type, const char *property, const char *text)
{
  g_autofree char *found = NULL;

  if (G_TYPE_CHECK_INSTANCE_TYPE (widget, type))
    {
      if (property)
        g_object_get (widget, property, &found, NULL);
      if (!property || g_strcmp0 (found, text) == 0)
        return widget;
    }
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child; child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *below = find (child, type, property, text);

      if (below)
        return below;
    }
  return NULL;
}

static GtkWidget *
row (Fixture *fixture, GType type, const char *title)
{
  GtkWidget *widget = find (GTK_WIDGET (fixture->window), type, "title", title);

  g_assert_nonnull (widget);
  return widget;
}

static GtkWidget *
open_dialog (Fixture *fixture, McDrawingPurpose purpose)
{
  AdwDialog *dialog;

  mc_drawing_dialog_present (fixture->page, fixture->paper, "test", purpose);
  spin (300);
  dialog = adw_window_get_visible_dialog (ADW_WINDOW (fixture->window));
  g_assert_true (MC_IS_DRAWING_DIALOG (dialog));
  return GTK_WIDGET (dialog);
}

static void
close_dialog (Fixture *fixture, GtkWidget *dialog)
{
  adw_dialog_force_close (ADW_DIALOG (dialog));
  spin (600);
}

static GtkWidget *
find_verb (GtkWidget *dialog, const char *label)
{
  GtkWidget *button = find (dialog, GTK_TYPE_BUTTON, "label", label);

  g_assert_nonnull (button);
  return button;
}

static void
test_sheet (Fixture *fixture, gconstpointer data)
{
  GtkWidget *dialog = open_dialog (fixture, MC_DRAWING_EXPORT);
  GtkWidget *preview = find (dialog, MC_TYPE_PAPER_PREVIEW, NULL, NULL);
  g_autofree char *title = NULL, *office = NULL;
  double width, height;
  gboolean with = FALSE;

  gtk_test_accessible_assert_role (preview, GTK_ACCESSIBLE_ROLE_IMG);
  gtk_test_accessible_assert_property (preview, GTK_ACCESSIBLE_PROPERTY_LABEL, "Preview, sheet 1 of 1");
  adw_combo_row_set_selected (ADW_COMBO_ROW (row (fixture, ADW_TYPE_COMBO_ROW, "Size")), MC_PAPER_A3);
  adw_combo_row_set_selected (ADW_COMBO_ROW (row (fixture, ADW_TYPE_COMBO_ROW, "Orientation")), 1);
  mc_paper_get_size (fixture->paper, &width, &height);
  g_assert_cmpfloat_with_epsilon (width, MC_A3_HEIGHT, 0.001);
  g_assert_cmpfloat_with_epsilon (height, MC_A3_WIDTH, 0.001);

  adw_combo_row_set_selected (ADW_COMBO_ROW (row (fixture, ADW_TYPE_COMBO_ROW, "Size")), MC_PAPER_CUSTOM);
  adw_combo_row_set_selected (ADW_COMBO_ROW (row (fixture, ADW_TYPE_COMBO_ROW, "Orientation")), 0);
  adw_spin_row_set_value (ADW_SPIN_ROW (row (fixture, ADW_TYPE_SPIN_ROW, "Width")), 100);
  mc_paper_get_size (fixture->paper, &width, &height);
  g_assert_cmpfloat_with_epsilon (width, 100 * MC_MM, 0.001);

  g_object_get (fixture->paper, "title", &title, NULL);
  g_assert_cmpstr (title, ==, "Sơ đồ");
  adw_switch_row_set_active (ADW_SWITCH_ROW (row (fixture, ADW_TYPE_SWITCH_ROW, "With a _place to sign")), TRUE);
  gtk_editable_set_text (GTK_EDITABLE (row (fixture, ADW_TYPE_ENTRY_ROW, "Office of who signs")),
                         "KT. GIÁM ĐỐC | PHÓ GIÁM ĐỐC");
  g_object_get (fixture->paper, "with-signature", &with, "signer-title", &office, NULL);
  g_assert_true (with);
  g_assert_cmpstr (office, ==, "KT. GIÁM ĐỐC\nPHÓ GIÁM ĐỐC");
  spin (100);
  close_dialog (fixture, dialog);
}

static void
test_tiles (Fixture *fixture, gconstpointer data)
{
  GtkWidget *dialog = open_dialog (fixture, MC_DRAWING_EXPORT);
  GtkWidget *verb = find_verb (dialog, "_Export…"), *preview = find (dialog, MC_TYPE_PAPER_PREVIEW, NULL, NULL);
  AdwComboRow *mode = ADW_COMBO_ROW (row (fixture, ADW_TYPE_COMBO_ROW, "Size of the drawing"));
  AdwComboRow *format = ADW_COMBO_ROW (row (fixture, ADW_TYPE_COMBO_ROW, "Format"));
  AdwBanner *problem = ADW_BANNER (find (dialog, ADW_TYPE_BANNER, NULL, NULL));
  g_autofree char *label = NULL;
  guint page = 0, n_pages = 0;

  g_assert_true (gtk_widget_get_sensitive (verb));
  adw_combo_row_set_selected (mode, MC_PAPER_TO_SCALE);
  adw_spin_row_set_value (ADW_SPIN_ROW (row (fixture, ADW_TYPE_SPIN_ROW, "Per cent of its size")), 300);
  g_assert_cmpfloat_with_epsilon (mc_paper_get_scale (fixture->paper), 3, 1e-6);
  g_assert_true (adw_banner_get_revealed (problem));
  g_assert_false (gtk_widget_get_sensitive (verb));

  adw_combo_row_set_selected (mode, MC_PAPER_TILES);
  g_assert_true (gtk_widget_get_sensitive (verb));
  g_object_get (preview, "n-pages", &n_pages, NULL);
  g_assert_cmpuint (n_pages, >, 2);
  gtk_widget_activate (find (dialog, GTK_TYPE_BUTTON, "tooltip-text", "Sheet After"));
  /* The button stays down for a moment before it is heard. */
  for (int i = 0; i < 200 && page != 1; i++)
    {
      spin (50);
      g_object_get (preview, "page", &page, NULL);
    }
  g_assert_cmpuint (page, ==, 1);
  label = g_strdup_printf ("Preview, sheet 2 of %u", n_pages);
  gtk_test_accessible_assert_property (preview, GTK_ACCESSIBLE_PROPERTY_LABEL, label);

  /* Only a PDF holds several. */
  adw_combo_row_set_selected (format, MC_DRAWING_SVG);
  g_assert_false (gtk_widget_get_sensitive (verb));
  adw_combo_row_set_selected (format, MC_DRAWING_PDF);
  g_assert_true (gtk_widget_get_sensitive (verb));
  adw_combo_row_set_selected (mode, MC_PAPER_FIT);
  g_object_get (preview, "page", &page, "n-pages", &n_pages, NULL);
  g_assert_cmpuint (n_pages, ==, 1);
  g_assert_cmpuint (page, ==, 0);
  close_dialog (fixture, dialog);
}

/* A plan that is true to scale is spoken of as 1:N. */
static void
test_ratio (Fixture *fixture, gconstpointer data)
{
  g_autoptr (McScene) plan = make_scene (400, 200, 0.05);
  GtkWidget *dialog;

  g_object_set (fixture->paper, "scene", plan, NULL);
  dialog = open_dialog (fixture, MC_DRAWING_PRINT);
  g_assert_nonnull (find_verb (dialog, "_Print…"));
  adw_combo_row_set_selected (ADW_COMBO_ROW (row (fixture, ADW_TYPE_COMBO_ROW, "Size of the drawing")),
                              MC_PAPER_TO_SCALE);
  adw_spin_row_set_value (ADW_SPIN_ROW (row (fixture, ADW_TYPE_SPIN_ROW, "Scale, one to")), 200);
  g_assert_cmpfloat_with_epsilon (mc_paper_get_ratio (fixture->paper), 200, 0.01);
  close_dialog (fixture, dialog);
}

static void
test_choices (Fixture *fixture, gconstpointer data)
{
  g_autoptr (McPaper) next = mc_paper_new (fixture->scene);
  g_autoptr (McPaper) known = mc_paper_new (fixture->scene);
  g_autoptr (McPaper) other = mc_paper_new (fixture->scene);
  McDrawingFormat format = MC_DRAWING_PDF;
  double dpi = 150, width;
  guint size = 0;
  gboolean landscape = FALSE;
  g_autofree char *name = NULL, *own = NULL;

  g_object_set (fixture->paper, "size", MC_PAPER_A3, "landscape", TRUE, "custom-width", 333.0, "signer-name", "A B",
                NULL);
  mc_drawing_choices_save ("one", fixture->paper, MC_DRAWING_PNG, 300);
  mc_drawing_choices_save ("two", other, MC_DRAWING_SVG, 72);
  mc_drawing_choices_load ("one", next, &format, &dpi);
  g_object_get (next, "size", &size, "landscape", &landscape, "custom-width", &width, "signer-name", &name, NULL);
  g_assert_cmpuint (size, ==, MC_PAPER_A3);
  g_assert_true (landscape);
  g_assert_cmpfloat (width, ==, 333);
  g_assert_cmpstr (name, ==, "A B");
  g_assert_cmpuint (format, ==, MC_DRAWING_PNG);
  g_assert_cmpfloat (dpi, ==, 300);
  /* Whom the page knows to sign now is not overwritten by who signed last year. */
  g_object_set (known, "signer-name", "C D", NULL);
  mc_drawing_choices_load ("one", known, &format, &dpi);
  g_object_get (known, "signer-name", &own, NULL);
  g_assert_cmpstr (own, ==, "C D");
  format = MC_DRAWING_PDF;
  mc_drawing_choices_load ("three", other, &format, &dpi);
  g_assert_cmpuint (format, ==, MC_DRAWING_PDF);
}

static char *
ask_pdf (const char *path)
{
  g_autofree char *output = NULL;
  g_autoptr (GError) error = NULL;
  const char *const command[] = { "pdfinfo", "-f", "1", "-l", "9", path, NULL };

  g_spawn_sync (NULL, (char **)command, NULL, G_SPAWN_SEARCH_PATH, NULL, NULL, &output, NULL, NULL, &error);
  g_assert_no_error (error);
  return g_steal_pointer (&output);
}

/* The printer gets sheets of the size that was chosen, one for each of the preview. */
static void
test_print (Fixture *fixture, gconstpointer data)
{
  g_autofree char *folder = g_dir_make_tmp ("motcua-print-XXXXXX", NULL);
  g_autofree char *path = g_build_filename (folder, "out.pdf", NULL);
  g_autofree char *told = NULL;
  g_autoptr (GtkPrintOperation) operation = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *program = g_find_program_in_path ("pdfinfo");

  g_object_set (fixture->paper, "size", MC_PAPER_A3, "landscape", TRUE, "mode", MC_PAPER_TILES, "scale", 3.0, NULL);
  operation = mc_drawing_print_new (MC_SHEETS (fixture->paper));
  gtk_print_operation_set_allow_async (operation, FALSE);
  gtk_print_operation_set_export_filename (operation, path);
  g_assert_cmpint (gtk_print_operation_run (operation, GTK_PRINT_OPERATION_ACTION_EXPORT, fixture->window, &error), ==,
                   GTK_PRINT_OPERATION_RESULT_APPLY);
  g_assert_no_error (error);
  if (program)
    {
      g_autofree char *pages = g_strdup_printf ("Pages:           %u\n", mc_paper_get_n_pages (fixture->paper));

      told = ask_pdf (path);
      g_assert_nonnull (strstr (told, pages));
      g_assert_nonnull (strstr (told, "1190.55 x 841.89"));
    }
  else
    g_test_skip ("no pdfinfo here");
  g_unlink (path);
  g_rmdir (folder);
}

static McPaper *
make_paper (GtkWidget *page, McScene *scene, gpointer data)
{
  (*(guint *)data)++;
  return mc_paper_new (scene);
}

static void
test_actions (Fixture *fixture, gconstpointer data)
{
  GtkWidget *bar;
  guint n_papers = 0;
  GdkClipboard *clipboard = gtk_widget_get_clipboard (fixture->page);
  gint64 until;

  mc_drawing_actions_install (fixture->page, fixture->canvas, "test", make_paper, &n_papers, NULL);
  bar = g_object_ref_sink (g_object_new (MC_TYPE_CANVAS_BAR, "canvas", fixture->canvas, NULL));
  gtk_test_accessible_assert_role (bar, GTK_ACCESSIBLE_ROLE_TOOLBAR);
  /* Nothing is drawn yet. */
  gtk_widget_activate_action (fixture->page, "drawing.export", NULL);
  g_assert_cmpuint (n_papers, ==, 0);
  mc_canvas_set_scene (fixture->canvas, fixture->scene);
  spin (100);
  gtk_widget_activate_action (fixture->page, "drawing.zoom", "s", "2.0");
  spin (400);
  g_assert_cmpfloat_with_epsilon (mc_canvas_get_zoom (fixture->canvas), 2, 1e-6);
  g_assert_nonnull (find (bar, GTK_TYPE_MENU_BUTTON, "label", "200 %"));
  gtk_widget_activate_action (fixture->page, "drawing.zoom-out", NULL);
  spin (400);
  g_assert_cmpfloat (mc_canvas_get_zoom (fixture->canvas), <, 2);
  gtk_widget_activate_action (fixture->page, "drawing.fit", NULL);
  spin (400);
  g_assert_true (mc_canvas_get_fitted (fixture->canvas));
  gtk_widget_activate_action (fixture->page, "drawing.print", NULL);
  spin (300);
  g_assert_cmpuint (n_papers, ==, 1);
  /* Not a second one over it. */
  gtk_widget_activate_action (fixture->page, "drawing.export", NULL);
  g_assert_cmpuint (n_papers, ==, 1);
  close_dialog (fixture, GTK_WIDGET (adw_window_get_visible_dialog (ADW_WINDOW (fixture->window))));

  gtk_widget_activate_action (fixture->page, "drawing.copy", NULL);
  until = g_get_monotonic_time () + 10 * G_TIME_SPAN_SECOND;
  while (!gdk_content_formats_contain_mime_type (gdk_clipboard_get_formats (clipboard), "image/svg+xml") &&
         g_get_monotonic_time () < until)
    spin (20);
  g_assert_true (gdk_content_formats_contain_mime_type (gdk_clipboard_get_formats (clipboard), "image/svg+xml"));
  g_assert_true (gdk_content_formats_contain_gtype (gdk_clipboard_get_formats (clipboard), GDK_TYPE_TEXTURE));
  g_object_unref (bar);
}

int
main (int argc, char **argv)
{
  struct
  {
    const char *path;
    void (*func) (Fixture *fixture, gconstpointer data);
  } tests[] = {
    { "/drawing/sheet", test_sheet },     { "/drawing/tiles", test_tiles }, { "/drawing/ratio", test_ratio },
    { "/drawing/choices", test_choices }, { "/drawing/print", test_print }, { "/drawing/actions", test_actions },
  };

  gtk_test_init (&argc, &argv, NULL);
  adw_init ();
  for (gsize i = 0; i < G_N_ELEMENTS (tests); i++)
    g_test_add (tests[i].path, Fixture, NULL, set_up, tests[i].func, tear_down);
  return g_test_run ();
}
