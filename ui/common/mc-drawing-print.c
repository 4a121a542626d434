/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mc-drawing-print.h"

#include <math.h>

#include "mc-report.h"

/* A name that printers know, where the size has one. */
static GtkPaperSize *
make_paper_size (double width, double height)
{
  static const char *const names[] = { GTK_PAPER_NAME_A4, GTK_PAPER_NAME_A3 };
  double shorter = MIN (width, height), longer = MAX (width, height);

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      g_autoptr (GtkPaperSize) size = gtk_paper_size_new (names[i]);

      if (fabs (gtk_paper_size_get_width (size, GTK_UNIT_POINTS) - shorter) < 1 &&
          fabs (gtk_paper_size_get_height (size, GTK_UNIT_POINTS) - longer) < 1)
        return g_steal_pointer (&size);
    }
  return gtk_paper_size_new_custom ("custom", "custom", shorter, longer, GTK_UNIT_POINTS);
}

static GtkPageSetup *
make_page_setup (McSheets *sheets, guint page)
{
  GtkPageSetup *setup = gtk_page_setup_new ();
  g_autoptr (GtkPaperSize) size = NULL;
  double width, height;

  mc_sheets_get_size (sheets, page, &width, &height);
  size = make_paper_size (width, height);
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
begin_cb (GtkPrintOperation *operation, GtkPrintContext *context, McSheets *sheets)
{
  gtk_print_operation_set_n_pages (operation, (int)mc_sheets_get_n_pages (sheets));
}

/* Sheets of one paper may be of several sizes. */
static void
setup_cb (GtkPrintOperation *operation, GtkPrintContext *context, int page, GtkPageSetup *setup, McSheets *sheets)
{
  g_autoptr (GtkPageSetup) own = make_page_setup (sheets, (guint)page);

  gtk_page_setup_set_paper_size (setup, gtk_page_setup_get_paper_size (own));
  gtk_page_setup_set_orientation (setup, gtk_page_setup_get_orientation (own));
}

static void
draw_cb (GtkPrintOperation *operation, GtkPrintContext *context, int page, McSheets *sheets)
{
  mc_sheets_paint (sheets, gtk_print_context_get_cairo_context (context), (guint)page);
}

GtkPrintOperation *
mc_drawing_print_new (McSheets *sheets)
{
  GtkPrintOperation *operation = gtk_print_operation_new ();
  g_autoptr (GtkPageSetup) setup = NULL;
  const char *title;

  g_return_val_if_fail (MC_IS_SHEETS (sheets), operation);
  setup = make_page_setup (sheets, 0);
  title = mc_sheets_get_title (sheets);
  gtk_print_operation_set_default_page_setup (operation, setup);
  gtk_print_operation_set_use_full_page (operation, TRUE);
  gtk_print_operation_set_unit (operation, GTK_UNIT_POINTS);
  gtk_print_operation_set_allow_async (operation, TRUE);
  gtk_print_operation_set_show_progress (operation, TRUE);
  if (title && *title)
    gtk_print_operation_set_job_name (operation, title);
  g_signal_connect_object (operation, "begin-print", G_CALLBACK (begin_cb), sheets, 0);
  g_signal_connect_object (operation, "request-page-setup", G_CALLBACK (setup_cb), sheets, 0);
  g_signal_connect_object (operation, "draw-page", G_CALLBACK (draw_cb), sheets, 0);
  return operation;
}

void
mc_drawing_print_ask (GtkWidget *from, McSheets *sheets, const char *failure)
{
  g_autoptr (GtkPrintOperation) operation = mc_drawing_print_new (sheets);
  GtkRoot *root = gtk_widget_get_root (from);
  g_autoptr (GError) error = NULL;

  if (gtk_print_operation_run (operation, GTK_PRINT_OPERATION_ACTION_PRINT_DIALOG,
                               GTK_IS_WINDOW (root) ? GTK_WINDOW (root) : NULL,
                               &error) == GTK_PRINT_OPERATION_RESULT_ERROR)
    mc_report_error (from, failure, error);
}
