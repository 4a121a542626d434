/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mc-counters-page.h"

#include <glib/gi18n.h>

#include "mc-catalogue.h"
#include "mc-counter-board.h"
#include "mc-counter-dialog.h"
#include "mc-serving-matrix.h"
#include "mc-table-import-dialog.h"

struct _McCountersPage
{
  McPage parent_instance;

  McServingView *serving;

  AdwViewStack *pages;
  McCounterBoard *board;
  McServingMatrix *matrix;
  McCatalogue *procedures;
  McCatalogue *equipment;
};

G_DEFINE_FINAL_TYPE (McCountersPage, mc_counters_page, MC_TYPE_PAGE)

static const char *
shown_page (McCountersPage *self)
{
  const char *name = adw_view_stack_get_visible_child_name (self->pages);

  return name ? name : "counters";
}

static void
update_actions (McCountersPage *self)
{
  McSession *session = mc_page_get_session (MC_PAGE (self));
  gboolean can_write = session && mc_session_get_can_write (session);
  gboolean matrix = g_str_equal (shown_page (self), "who");
  gboolean equipment = g_str_equal (shown_page (self), "equipment");

  gtk_widget_action_set_enabled (GTK_WIDGET (self), "counters.add", can_write && !matrix);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "counters.import", can_write && !matrix && !equipment);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "counters.export", session != NULL);
  mc_page_set_primary_enabled (MC_PAGE (self), can_write && !matrix);
}

static void
load (McCountersPage *self)
{
  McSession *session = mc_page_get_session (MC_PAGE (self));
  McDay day = mc_page_get_as_of (MC_PAGE (self));
  g_autoptr (McServingView) serving = session ? mc_serving_view_new (session, day) : NULL;

  mc_counter_board_show (self->board, session, day, serving);
  mc_serving_matrix_show (self->matrix, session, day, serving);
  mc_catalogue_show (self->procedures, session, day);
  mc_catalogue_show (self->equipment, session, day);
  g_set_object (&self->serving, serving);
  update_actions (self);
}

static void
mc_counters_page_set_session (McPage *page, McSession *session)
{
  McCountersPage *self = MC_COUNTERS_PAGE (page);

  if (session)
    g_signal_connect_object (session, "notify::can-write", G_CALLBACK (update_actions), self, G_CONNECT_SWAPPED);
  load (self);
}

static void
mc_counters_page_set_as_of (McPage *page, McDay day)
{
  load (MC_COUNTERS_PAGE (page));
}

static void
open_new (McCountersPage *self, gint64 agency)
{
  McSession *session = mc_page_get_session (MC_PAGE (self));

  if (session && mc_session_get_can_write (session))
    adw_dialog_present (mc_counter_dialog_new (session, mc_counter_board_get_free_number (self->board), agency),
                        GTK_WIDGET (self));
}

static gint64
number_in (char **words, guint at)
{
  return g_strv_length (words) > at ? g_ascii_strtoll (words[at], NULL, 10) : 0;
}

static void
open_matrix (McCountersPage *self, char **words)
{
  gboolean at_counter = g_strv_length (words) > 2 && g_str_equal (words[2], "at");

  adw_view_stack_set_visible_child_name (self->pages, "who");
  mc_serving_matrix_look_at (self->matrix, at_counter ? number_in (words, 3) : 0,
                             at_counter ? 0 : number_in (words, 2));
}

static gboolean
open_catalogue (McCountersPage *self, McCatalogue *catalogue, const char *name, char **words)
{
  adw_view_stack_set_visible_child_name (self->pages, name);
  if (number_in (words, 1))
    mc_catalogue_open (catalogue, number_in (words, 1));
  return TRUE;
}

static gboolean
mc_counters_page_open (McPage *page, const char *target)
{
  McCountersPage *self = MC_COUNTERS_PAGE (page);
  g_auto (GStrv) words = g_strsplit (target, "/", 4);
  guint n = g_strv_length (words);

  if (g_str_equal (words[0], "procedure"))
    return open_catalogue (self, self->procedures, "procedures", words);
  if (g_str_equal (words[0], "equipment"))
    return open_catalogue (self, self->equipment, "equipment", words);
  if (!g_str_equal (words[0], "counter"))
    return g_str_equal (target, "counters");
  if (n > 1 && g_str_equal (words[1], "who"))
    {
      open_matrix (self, words);
      return TRUE;
    }
  adw_view_stack_set_visible_child_name (self->pages, "counters");
  if (n > 1 && g_str_equal (words[1], "new"))
    open_new (self, number_in (words, 2));
  else if (n > 1)
    mc_counter_board_open (self->board, number_in (words, 1), n > 2 ? words[2] : NULL);
  return TRUE;
}

static gboolean
mc_counters_page_go_back (McPage *page)
{
  McCountersPage *self = MC_COUNTERS_PAGE (page);

  if (g_str_equal (shown_page (self), "counters"))
    return mc_counter_board_go_back (self->board);
  adw_view_stack_set_visible_child_name (self->pages, "counters");
  return TRUE;
}

static gboolean
mc_counters_page_grab_search (McPage *page)
{
  McCountersPage *self = MC_COUNTERS_PAGE (page);
  const char *name = shown_page (self);

  if (g_str_equal (name, "who"))
    return mc_serving_matrix_grab_search (self->matrix);
  if (g_str_equal (name, "procedures"))
    return mc_catalogue_grab_search (self->procedures);
  if (g_str_equal (name, "equipment"))
    return mc_catalogue_grab_search (self->equipment);
  return mc_counter_board_grab_search (self->board);
}

static void
add_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  McCountersPage *self = MC_COUNTERS_PAGE (widget);

  if (g_str_equal (shown_page (self), "procedures"))
    mc_catalogue_open (self->procedures, 0);
  else if (g_str_equal (shown_page (self), "equipment"))
    mc_catalogue_open (self->equipment, 0);
  else
    open_new (self, 0);
}

static void
export_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  McCountersPage *self = MC_COUNTERS_PAGE (widget);
  const char *page = shown_page (self);

  if (g_str_equal (page, "who"))
    mc_serving_matrix_export (self->matrix);
  else if (g_str_equal (page, "procedures"))
    mc_catalogue_export (self->procedures);
  else if (g_str_equal (page, "equipment"))
    mc_catalogue_export (self->equipment);
  else
    mc_counter_board_export (self->board);
}

static AdwDialog *
import_dialog (McCountersPage *self)
{
  return mc_table_import_dialog_new (mc_page_get_session (MC_PAGE (self)),
                                     g_str_equal (shown_page (self), "procedures") ? "procedure" : "counter");
}

static void
import_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  adw_dialog_present (import_dialog (MC_COUNTERS_PAGE (widget)), widget);
}

/* The same with a file that is known: for links, and for trials from outside. */
static void
import_file_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  AdwDialog *dialog = import_dialog (MC_COUNTERS_PAGE (widget));
  g_autoptr (GFile) file = g_file_new_for_path (g_variant_get_string (parameter, NULL));

  adw_dialog_present (dialog, widget);
  mc_table_import_dialog_read (MC_TABLE_IMPORT_DIALOG (dialog), file);
}

static void
mc_counters_page_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), MC_TYPE_COUNTERS_PAGE);
  g_clear_object (&MC_COUNTERS_PAGE (object)->serving);
  G_OBJECT_CLASS (mc_counters_page_parent_class)->dispose (object);
}

static void
mc_counters_page_class_init (McCountersPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  McPageClass *page_class = MC_PAGE_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = mc_counters_page_dispose;
  page_class->set_session = mc_counters_page_set_session;
  page_class->set_as_of = mc_counters_page_set_as_of;
  page_class->open = mc_counters_page_open;
  page_class->go_back = mc_counters_page_go_back;
  page_class->grab_search = mc_counters_page_grab_search;

  g_type_ensure (MC_TYPE_CATALOGUE);
  g_type_ensure (MC_TYPE_COUNTER_BOARD);
  g_type_ensure (MC_TYPE_SERVING_MATRIX);
  gtk_widget_class_set_template_from_resource (widget_class, "/vn/gov/cantho/MotCua/counters/mc-counters-page.ui");
  gtk_widget_class_bind_template_child (widget_class, McCountersPage, pages);
  gtk_widget_class_bind_template_child (widget_class, McCountersPage, board);
  gtk_widget_class_bind_template_child (widget_class, McCountersPage, matrix);
  gtk_widget_class_bind_template_child (widget_class, McCountersPage, procedures);
  gtk_widget_class_bind_template_child (widget_class, McCountersPage, equipment);
  gtk_widget_class_bind_template_callback (widget_class, update_actions);
  gtk_widget_class_install_action (widget_class, "counters.add", NULL, add_action);
  gtk_widget_class_install_action (widget_class, "counters.import", NULL, import_action);
  gtk_widget_class_install_action (widget_class, "counters.import-file", "s", import_file_action);
  gtk_widget_class_install_action (widget_class, "counters.export", NULL, export_action);
}

static void
mc_counters_page_init (McCountersPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}
