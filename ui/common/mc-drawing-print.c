/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mc-drawing-print.h"

static GtkPageSetup *
make_page_setup (McPaper *paper)
{
  GtkPageSetup *setup = gtk_page_setup_new ();
  g_autoptr (GtkPaperSize) size = NULL;
  double width, height;
  guint kind;

  g_object_get (paper, "size", &kind, NULL);
  mc_paper_get_size (paper, &width, &height);
  if (kind == MC_PAPER_CUSTOM)
    size = gtk_paper_size_new_custom ("custom", "custom", MIN (width, height), MAX (width, height), GTK_UNIT_POINTS);
  else
    size = gtk_paper_size_new (kind == MC_PAPER_A3 ? GTK_PAPER_NAME_A3 : GTK_PAPER_NAME_A4);
  gtk_page_setup_set_paper_size (setup, size);
  gtk_page_setup_set_orientation (setup,
                                  width > height ? GTK_PAGE_ORIENTATION_LANDSCAPE : GTK_PAGE_ORIENTATION_PORTRAIT);
  gtk_page_setup_set_top_margin (setup, 0, GTK_UNIT_POINTS);
  gtk_page_setup_set_bottom_margin (setup, 0, GTK_UNIT_POINTS);
  gtk_page_setup_set_left_margin (setup, 0, GTK_UNIT_POINTS);
  gtk_page_setup_set_right_margin (setup, 0, GTK_UNIT_POINTS);
  return setup;
}

static void
begin_cb (GtkPrintOperation *operation, GtkPrintContext *context, McPaper *paper)
{
  gtk_print_operation_set_n_pages (operation, (int)mc_paper_get_n_pages (paper));
}

static void
draw_cb (GtkPrintOperation *operation, GtkPrintContext *context, int page, McPaper *paper)
{
  mc_paper_paint (paper, gtk_print_context_get_cairo_context (context), (guint)page);
}

GtkPrintOperation *
mc_drawing_print_new (McPaper *paper)
{
  GtkPrintOperation *operation = gtk_print_operation_new ();
  g_autoptr (GtkPageSetup) setup = NULL;
  const char *title;

  g_return_val_if_fail (MC_IS_PAPER (paper), operation);
  setup = make_page_setup (paper);
  title = mc_paper_get_title (paper);
  gtk_print_operation_set_default_page_setup (operation, setup);
  gtk_print_operation_set_use_full_page (operation, TRUE);
  gtk_print_operation_set_unit (operation, GTK_UNIT_POINTS);
  gtk_print_operation_set_allow_async (operation, TRUE);
  gtk_print_operation_set_show_progress (operation, TRUE);
  if (title && *title)
    gtk_print_operation_set_job_name (operation, title);
  g_signal_connect_object (operation, "begin-print", G_CALLBACK (begin_cb), paper, 0);
  g_signal_connect_object (operation, "draw-page", G_CALLBACK (draw_cb), paper, 0);
  return operation;
}
