/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The grid of the roster, on a made-up month. */
#include <adwaita.h>

#include "mc-error.h"
#include "roster-fixture.h"

#define FIRST 1 /* the first person's row: above is a heading */

typedef struct
{
  GtkWindow *window;
  McRosterGrid *grid;
  TestRoster *roster;
  char *message;
  McGridVerb verb;
  guint n_edits, n_cells, n_activated;
  guint moved[4];
} Fixture;

static void
spin (guint milliseconds)
{
  gint64 until = g_get_monotonic_time () + milliseconds * 1000;

  while (g_get_monotonic_time () < until)
    if (!g_main_context_iteration (NULL, FALSE))
      g_usleep (1000);
}

static void
settle (Fixture *fixture)
{
  gint64 until = g_get_monotonic_time () + 10 * G_TIME_SPAN_SECOND;

  do
    spin (30);
  while (!mc_roster_grid_is_complete (fixture->grid) && g_get_monotonic_time () < until);
  g_assert_true (mc_roster_grid_is_complete (fixture->grid));
}

static void
message_cb (Fixture *fixture, const char *text)
{
  g_set_str (&fixture->message, text);
}

static void
edit_cb (Fixture *fixture, McGridEdit *edit)
{
  fixture->verb = edit->verb;
  fixture->n_cells = edit->cells->len;
  fixture->n_edits++;
}

static void
move_cb (Fixture *fixture, guint row, guint slot, guint to_row, guint to_slot)
{
  fixture->moved[0] = row;
  fixture->moved[1] = slot;
  fixture->moved[2] = to_row;
  fixture->moved[3] = to_slot;
}

static void
activate_cb (Fixture *fixture)
{
  fixture->n_activated++;
}

static void
set_up (Fixture *fixture, gconstpointer data)
{
  GtkWidget *scrolled = gtk_scrolled_window_new ();
  guint row, slot;

  fixture->roster = test_roster_new (GPOINTER_TO_UINT (data), 10, 20);
  fixture->grid = MC_ROSTER_GRID (mc_roster_grid_new ());
  g_object_set (fixture->grid, "source", fixture->roster, "editable", TRUE, "today", mc_day_new (2026, 12, 3), NULL);
  test_roster_follow (fixture->roster, fixture->grid);
  g_signal_connect_swapped (fixture->grid, "message", G_CALLBACK (message_cb), fixture);
  g_signal_connect_swapped (fixture->grid, "edit", G_CALLBACK (edit_cb), fixture);
  g_signal_connect_swapped (fixture->grid, "move-cell", G_CALLBACK (move_cb), fixture);
  g_signal_connect_swapped (fixture->grid, "activate", G_CALLBACK (activate_cb), fixture);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scrolled), GTK_WIDGET (fixture->grid));
  fixture->window = GTK_WINDOW (gtk_window_new ());
  gtk_window_set_default_size (fixture->window, 1146, 650);
  gtk_window_set_child (fixture->window, scrolled);
  gtk_window_present (fixture->window);
  gtk_widget_grab_focus (GTK_WIDGET (fixture->grid));
  settle (fixture);
  g_assert_true (mc_roster_grid_get_cursor (fixture->grid, &row, &slot));
  g_assert_cmpuint (row, ==, FIRST);
  g_assert_cmpuint (slot, ==, 4); /* today's morning */
  mc_roster_grid_go_to (fixture->grid, FIRST, 0);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  gpointer grid = fixture->grid, roster = fixture->roster;

  g_object_add_weak_pointer (G_OBJECT (fixture->grid), &grid);
  g_object_add_weak_pointer (G_OBJECT (fixture->roster), &roster);
  g_object_unref (fixture->roster);
  gtk_window_destroy (fixture->window);
  spin (30);
  g_assert_null (grid);
  g_assert_null (roster);
  g_free (fixture->message);
}

/* As the key controller and the bindings of the widget get it. */
static gboolean
press (GtkWidget *widget, guint key, GdkModifierType modifiers)
{
  g_autoptr (GListModel) controllers = gtk_widget_observe_controllers (widget);
  guint n = g_list_model_get_n_items (controllers);

  for (guint i = 0; i < n; i++)
    {
      g_autoptr (GtkEventController) controller = g_list_model_get_item (controllers, i);
      gboolean taken = FALSE;

      if (GTK_IS_EVENT_CONTROLLER_KEY (controller))
        g_signal_emit_by_name (controller, "key-pressed", key, 0, modifiers, &taken);
      if (taken)
        return TRUE;
    }
  return FALSE;
}

static void
assert_cursor (Fixture *fixture, guint row, guint slot)
{
  guint at_row, at_slot;

  g_assert_true (mc_roster_grid_get_cursor (fixture->grid, &at_row, &at_slot));
  g_assert_cmpuint (at_row, ==, row);
  g_assert_cmpuint (at_slot, ==, slot);
}

static void
act (Fixture *fixture, const char *action)
{
  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (fixture->grid), action, NULL));
}

static guint
count_selected (Fixture *fixture)
{
  g_autoptr (GArray) cells = mc_roster_grid_get_selected (fixture->grid);

  return cells->len;
}

static void
test_walk (Fixture *fixture, gconstpointer data)
{
  GtkWidget *grid = GTK_WIDGET (fixture->grid);

  assert_cursor (fixture, FIRST, 0);
  press (grid, GDK_KEY_Right, 0);
  assert_cursor (fixture, FIRST, 1);
  press (grid, GDK_KEY_Right, GDK_CONTROL_MASK);
  assert_cursor (fixture, FIRST, 3);
  press (grid, GDK_KEY_Down, 0);
  assert_cursor (fixture, FIRST + 1, 3);
  press (grid, GDK_KEY_Up, 0);
  press (grid, GDK_KEY_Up, 0);
  assert_cursor (fixture, FIRST, 3); /* above is only the heading */
  press (grid, GDK_KEY_End, 0);
  assert_cursor (fixture, FIRST, 61);
  press (grid, GDK_KEY_Home, 0);
  assert_cursor (fixture, FIRST, 0);
  /* Over the heading between the tenth and the eleventh person. */
  mc_roster_grid_go_to (fixture->grid, 10, 0);
  press (grid, GDK_KEY_Down, 0);
  assert_cursor (fixture, 12, 0);
  press (grid, GDK_KEY_Up, 0);
  assert_cursor (fixture, 10, 0);
  press (grid, GDK_KEY_End, GDK_CONTROL_MASK);
  assert_cursor (fixture, 43, 61);
  /* Below are the feet, which are looked at and not selected. */
  press (grid, GDK_KEY_Down, 0);
  assert_cursor (fixture, 44, 61);
  g_assert_cmpuint (count_selected (fixture), ==, 0);
  g_assert_true (press (grid, GDK_KEY_Return, 0));
  g_assert_cmpuint (fixture->n_activated, ==, 1);
  press (grid, GDK_KEY_Home, GDK_CONTROL_MASK);
  assert_cursor (fixture, FIRST, 0);
}

static void
test_select (Fixture *fixture, gconstpointer data)
{
  GtkWidget *grid = GTK_WIDGET (fixture->grid);

  press (grid, GDK_KEY_Right, GDK_SHIFT_MASK);
  press (grid, GDK_KEY_Down, GDK_SHIFT_MASK);
  g_assert_cmpuint (count_selected (fixture), ==, 4);
  g_assert_true (mc_roster_grid_is_selected (fixture->grid, FIRST + 1, 1));
  g_assert_false (mc_roster_grid_is_selected (fixture->grid, FIRST + 1, 2));
  g_assert_true (press (grid, GDK_KEY_Escape, 0));
  g_assert_cmpuint (count_selected (fixture), ==, 1);
  assert_cursor (fixture, FIRST + 1, 1);
  g_assert_false (press (grid, GDK_KEY_Escape, 0)); /* the window's */
  act (fixture, "grid.select-all");
  g_assert_cmpuint (count_selected (fixture), ==, 40 * 62);
  /* Ranges that lie over each other count once, and headings never. */
  mc_roster_grid_select (fixture->grid, 9, 0, 13, 1, FALSE);
  mc_roster_grid_select (fixture->grid, 10, 1, 10, 2, TRUE);
  g_assert_cmpuint (count_selected (fixture), ==, 8 + 1);
}

static GtkWidget *
find_child (GtkWidget *widget, GType type)
{
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child; child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = G_TYPE_CHECK_INSTANCE_TYPE (child, type) ? child : find_child (child, type);

      if (found)
        return found;
    }
  return NULL;
}

/* What is typed into goes once it is done: in its own time. */
static void
assert_closed (Fixture *fixture)
{
  GtkWidget *grid = GTK_WIDGET (fixture->grid);

  for (guint i = 0; i < 400 && find_child (grid, GTK_TYPE_ENTRY); i++)
    spin (50);
  g_assert_null (find_child (grid, GTK_TYPE_ENTRY));
}

static void
test_type (Fixture *fixture, gconstpointer data)
{
  GtkWidget *grid = GTK_WIDGET (fixture->grid);
  GtkWidget *entry;

  mc_roster_grid_select (fixture->grid, FIRST, 0, FIRST, 3, FALSE);
  g_assert_true (press (grid, GDK_KEY_1, 0));
  entry = find_child (grid, GTK_TYPE_ENTRY);
  g_assert_nonnull (entry);
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (entry)), ==, "1");
  gtk_editable_set_text (GTK_EDITABLE (entry), "17");
  g_signal_emit_by_name (entry, "activate");
  for (guint slot = 0; slot < 4; slot++)
    g_assert_cmpint (test_roster_get (fixture->roster, FIRST, slot), ==, 17);
  g_assert_cmpint (fixture->verb, ==, MC_GRID_VERB_FILL);
  g_assert_cmpuint (fixture->n_edits, ==, 1);
  assert_closed (fixture);

  /* A wrong code changes nothing and says what is wrong, as long as it stands there. */
  act (fixture, "grid.edit");
  entry = find_child (grid, GTK_TYPE_ENTRY);
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (entry)), ==, "17");
  gtk_editable_set_text (GTK_EDITABLE (entry), "99");
  g_signal_emit_by_name (entry, "activate");
  gtk_test_accessible_assert_state (entry, GTK_ACCESSIBLE_STATE_INVALID, GTK_ACCESSIBLE_INVALID_TRUE);
  g_assert_cmpuint (fixture->n_edits, ==, 1);
  g_assert_cmpstr (gtk_label_get_label (GTK_LABEL (gtk_widget_get_next_sibling (entry))), ==,
                   "No counter and no duty has the code “99”.");
  /* What fits is offered; the second of them is picked. */
  gtk_editable_set_text (GTK_EDITABLE (entry), "2");
  gtk_test_accessible_assert_state (entry, GTK_ACCESSIBLE_STATE_INVALID, GTK_ACCESSIBLE_INVALID_FALSE);
  press (entry, GDK_KEY_Down, 0);
  press (entry, GDK_KEY_Down, 0);
  g_signal_emit_by_name (entry, "activate");
  g_assert_cmpint (test_roster_get (fixture->roster, FIRST, 3), ==, 20);

  /* Who may not write does not type. */
  g_object_set (grid, "editable", FALSE, NULL);
  g_assert_false (press (grid, GDK_KEY_1, 0));
  fixture->n_edits = 0;
  gtk_widget_activate_action (grid, "grid.free", NULL);
  g_assert_cmpuint (fixture->n_edits, ==, 0);
}

static void
test_verbs (Fixture *fixture, gconstpointer data)
{
  mc_roster_grid_select (fixture->grid, FIRST, 2, FIRST + 1, 3, FALSE);
  act (fixture, "grid.pin");
  g_assert_cmpint (fixture->verb, ==, MC_GRID_VERB_PIN);
  g_assert_cmpuint (fixture->n_cells, ==, 4);
  mc_roster_grid_select (fixture->grid, FIRST, 2, FIRST + 1, 5, FALSE);
  act (fixture, "grid.pin"); /* some are not pinned yet */
  g_assert_cmpint (fixture->verb, ==, MC_GRID_VERB_PIN);
  act (fixture, "grid.pin");
  g_assert_cmpint (fixture->verb, ==, MC_GRID_VERB_UNPIN);
  act (fixture, "grid.free");
  g_assert_cmpint (test_roster_get (fixture->roster, FIRST + 1, 5), ==, MC_ROSTER_GRID_FREE);

  /* A day's two sessions go on as they are. */
  test_roster_set (fixture->roster, FIRST, 0, 3);
  test_roster_set (fixture->roster, FIRST, 1, 7);
  mc_roster_grid_select (fixture->grid, FIRST, 0, FIRST, 5, FALSE);
  act (fixture, "grid.fill-right");
  g_assert_cmpint (test_roster_get (fixture->roster, FIRST, 4), ==, 3);
  g_assert_cmpint (test_roster_get (fixture->roster, FIRST, 5), ==, 7);
  mc_roster_grid_select (fixture->grid, FIRST, 0, FIRST + 2, 1, FALSE);
  act (fixture, "grid.fill-down");
  g_assert_cmpint (test_roster_get (fixture->roster, FIRST + 2, 0), ==, 3);
  g_assert_cmpint (test_roster_get (fixture->roster, FIRST + 2, 1), ==, 7);
  mc_roster_grid_go_to (fixture->grid, FIRST, 0);
  act (fixture, "grid.fill-right");
  g_assert_nonnull (strstr (fixture->message, "right of it"));
}

static void
got_text_cb (GObject *object, GAsyncResult *result, gpointer data)
{
  *(char **)data = gdk_clipboard_read_text_finish (GDK_CLIPBOARD (object), result, NULL);
}

static char *
read_clipboard (Fixture *fixture)
{
  char *text = NULL;

  gdk_clipboard_read_text_async (gtk_widget_get_clipboard (GTK_WIDGET (fixture->grid)), NULL, got_text_cb, &text);
  for (guint i = 0; i < 500 && !text; i++)
    spin (10);
  return text;
}

static void
paste (Fixture *fixture, const char *text)
{
  guint before = fixture->n_edits;

  g_clear_pointer (&fixture->message, g_free);
  if (text)
    gdk_clipboard_set_text (gtk_widget_get_clipboard (GTK_WIDGET (fixture->grid)), text);
  act (fixture, "grid.paste");
  for (guint i = 0; i < 500 && fixture->n_edits == before && !fixture->message; i++)
    spin (10);
}

static void
test_clipboard (Fixture *fixture, gconstpointer data)
{
  g_autofree char *text = NULL;

  test_roster_set (fixture->roster, 10, 0, 3);
  test_roster_set (fixture->roster, 10, 1, MC_ROSTER_GRID_FREE);
  test_roster_set (fixture->roster, 12, 0, 21);
  test_roster_set (fixture->roster, 12, 1, 22);
  mc_roster_grid_select (fixture->grid, 10, 0, 12, 1, FALSE);
  act (fixture, "grid.copy");
  text = read_clipboard (fixture);
  g_assert_cmpstr (text, ==, "3\t\nHD\tLĐ\n");
  mc_roster_grid_go_to (fixture->grid, 2, 10);
  paste (fixture, NULL);
  g_assert_cmpint (fixture->verb, ==, MC_GRID_VERB_PASTE);
  g_assert_cmpint (test_roster_get (fixture->roster, 2, 10), ==, 3);
  g_assert_cmpint (test_roster_get (fixture->roster, 2, 11), ==, MC_ROSTER_GRID_FREE);
  g_assert_cmpint (test_roster_get (fixture->roster, 3, 11), ==, 22);

  /* As a spreadsheet gives it; one value fills all that is selected. */
  mc_roster_grid_select (fixture->grid, FIRST, 0, FIRST + 1, 3, FALSE);
  paste (fixture, "14\r\n");
  g_assert_cmpuint (fixture->n_cells, ==, 8);
  g_assert_cmpint (test_roster_get (fixture->roster, FIRST + 1, 3), ==, 14);
  /* A table as often as it fits. */
  mc_roster_grid_select (fixture->grid, FIRST, 0, FIRST, 3, FALSE);
  paste (fixture, "1\t2\r\n");
  g_assert_cmpint (test_roster_get (fixture->roster, FIRST, 2), ==, 1);
  g_assert_cmpint (test_roster_get (fixture->roster, FIRST, 3), ==, 2);

  /* All or nothing, with the place of what is wrong. */
  fixture->n_edits = 0;
  paste (fixture, "1\t2\n3\tQ99\n");
  g_assert_cmpstr (fixture->message, ==, "Line 2, column 2: No counter and no duty has the code “Q99”.");
  g_assert_cmpuint (fixture->n_edits, ==, 0);
  /* What does not fit is told. */
  mc_roster_grid_go_to (fixture->grid, 43, 61);
  paste (fixture, "1\t2\n3\t4\n");
  spin (50);
  g_assert_cmpuint (fixture->n_cells, ==, 1);
  g_assert_cmpstr (fixture->message, ==, "What did not fit into the roster was left out.");

  mc_roster_grid_select (fixture->grid, FIRST, 0, FIRST, 1, FALSE);
  act (fixture, "grid.cut");
  g_assert_cmpint (test_roster_get (fixture->roster, FIRST, 0), ==, MC_ROSTER_GRID_FREE);
}

static GtkAccessible *
nth_child (GtkAccessible *parent, guint n)
{
  GtkAccessible *child = gtk_accessible_get_first_accessible_child (parent);

  while (child && n-- > 0)
    {
      GtkAccessible *next = gtk_accessible_get_next_accessible_sibling (child);

      g_object_unref (child);
      child = next;
    }
  return child;
}

static void
test_accessible (Fixture *fixture, gconstpointer data)
{
  GtkAccessible *grid = GTK_ACCESSIBLE (fixture->grid);
  g_autoptr (GtkAccessible) head = nth_child (grid, 0), heading = nth_child (grid, 1), person = nth_child (grid, 2);
  g_autoptr (GtkAccessible) day = nth_child (head, 48), name = nth_child (person, 0), cell = nth_child (person, 1);
  g_autoptr (GtkAccessible) second = nth_child (person, 2), none = nth_child (heading, 1), foot = nth_child (grid, 45);
  g_autoptr (GtkAccessible) parent = gtk_accessible_get_accessible_parent (cell);
  int x, y, width, height;

  gtk_test_accessible_assert_role (grid, GTK_ACCESSIBLE_ROLE_GRID);
  gtk_test_accessible_assert_role (person, GTK_ACCESSIBLE_ROLE_ROW);
  gtk_test_accessible_assert_role (name, GTK_ACCESSIBLE_ROLE_ROW_HEADER);
  gtk_test_accessible_assert_role (cell, GTK_ACCESSIBLE_ROLE_GRID_CELL);
  gtk_test_accessible_assert_role (day, GTK_ACCESSIBLE_ROLE_COLUMN_HEADER);
  gtk_test_accessible_assert_property (day, GTK_ACCESSIBLE_PROPERTY_LABEL, "Friday 25/12 morning, Feast");
  gtk_test_accessible_assert_property (heading, GTK_ACCESSIBLE_PROPERTY_LABEL, "Section 1");
  g_assert_null (none); /* a heading has a name alone */
  gtk_test_accessible_assert_property (name, GTK_ACCESSIBLE_PROPERTY_LABEL, "Nguyễn Văn Bích 1, XD, Hours 176, Sat 2");
  gtk_test_accessible_assert_property (cell, GTK_ACCESSIBLE_PROPERTY_LABEL,
                                       "Nguyễn Văn Bích 1, Tuesday 01/12 morning, counter 2");
  gtk_test_accessible_assert_property (foot, GTK_ACCESSIBLE_PROPERTY_LABEL, "Counter 1");
  g_assert_true (parent == person);
  g_assert_true (gtk_accessible_get_bounds (cell, &x, &y, &width, &height));
  g_assert_cmpint (height, ==, 30);
  g_assert_cmpint (y, ==, 0); /* within its row */

  /* Focus and selection go with the cursor; what changes is told. */
  g_assert_true (gtk_accessible_get_platform_state (cell, GTK_ACCESSIBLE_PLATFORM_STATE_FOCUSED));
  gtk_test_accessible_assert_state (cell, GTK_ACCESSIBLE_STATE_SELECTED, TRUE);
  gtk_test_accessible_assert_state (second, GTK_ACCESSIBLE_STATE_SELECTED, FALSE);
  press (GTK_WIDGET (grid), GDK_KEY_Right, 0);
  g_assert_false (gtk_accessible_get_platform_state (cell, GTK_ACCESSIBLE_PLATFORM_STATE_FOCUSED));
  g_assert_true (gtk_accessible_get_platform_state (second, GTK_ACCESSIBLE_PLATFORM_STATE_FOCUSED));
  gtk_test_accessible_assert_state (second, GTK_ACCESSIBLE_STATE_SELECTED, TRUE);
  gtk_test_accessible_assert_relation (grid, GTK_ACCESSIBLE_RELATION_ACTIVE_DESCENDANT, second);
  test_roster_set (fixture->roster, FIRST, 0, 21);
  test_roster_mark (fixture->roster, FIRST, 0, MC_ROSTER_MARK_PINNED | MC_ROSTER_MARK_ERROR);
  gtk_test_accessible_assert_property (cell, GTK_ACCESSIBLE_PROPERTY_LABEL,
                                       "Nguyễn Văn Bích 1, Tuesday 01/12 morning, guidance, pinned, breaks a rule");
}

/* Fewer people: the cursor stays with its person, or goes. */
static void
test_changed (Fixture *fixture, gconstpointer data)
{
  GtkAccessible *grid = GTK_ACCESSIBLE (fixture->grid);
  g_autoptr (GtkAccessible) last = nth_child (grid, 44), stays = nth_child (grid, 3);

  mc_roster_grid_go_to (fixture->grid, 2, 5);
  act (fixture, "grid.edit");
  test_roster_shorten (fixture->roster, 20);
  assert_cursor (fixture, 2, 5);
  g_assert_nonnull (find_child (GTK_WIDGET (grid), GTK_TYPE_ENTRY)); /* whoever types goes on typing */
  gtk_test_accessible_assert_state (last, GTK_ACCESSIBLE_STATE_HIDDEN, TRUE);
  gtk_test_accessible_assert_property (stays, GTK_ACCESSIBLE_PROPERTY_LABEL, "Nguyễn Văn Đức 2, XD, Hours 176, Sat 2");
  mc_roster_grid_go_to (fixture->grid, 20, 5);
  test_roster_shorten (fixture->roster, 10);
  g_assert_false (mc_roster_grid_get_cursor (fixture->grid, NULL, NULL));
  g_assert_cmpuint (count_selected (fixture), ==, 0);
  assert_closed (fixture);
}

/* A month fits a screen of 1366 without scrolling sideways; week and day are wider; only what is seen is painted. */
static void
test_layout (Fixture *fixture, gconstpointer data)
{
  GtkAdjustment *across = gtk_scrollable_get_hadjustment (GTK_SCROLLABLE (fixture->grid));
  GtkAdjustment *down = gtk_scrollable_get_vadjustment (GTK_SCROLLABLE (fixture->grid));
  graphene_rect_t box;
  guint64 first, changed;

  g_assert_cmpfloat (gtk_adjustment_get_upper (across), ==, gtk_adjustment_get_page_size (across));
  first = mc_roster_grid_get_n_looks (fixture->grid);
  /* 709 people and as many cells each as the month has: a fiftieth of them is in view. */
  g_assert_cmpuint (first, >, 0);
  g_assert_cmpuint (first, <, 709 * 62 / 10);
  test_roster_set (fixture->roster, FIRST, 0, 21);
  settle (fixture);
  changed = mc_roster_grid_get_n_looks (fixture->grid) - first;
  g_assert_cmpuint (changed, >, 0);
  g_assert_cmpuint (changed, <, first / 2); /* one square of the picture, not all of it */
  first = mc_roster_grid_get_n_looks (fixture->grid);
  test_roster_set (fixture->roster, 700, 60, 21); /* nobody sees it */
  settle (fixture);
  g_assert_cmpuint (mc_roster_grid_get_n_looks (fixture->grid), ==, first);

  mc_roster_grid_go_to (fixture->grid, 700, 60);
  g_assert_cmpfloat (gtk_adjustment_get_value (down), >, 600 * 30);
  g_assert_true (mc_roster_grid_get_bounds (fixture->grid, 700, 60, &box));
  g_assert_cmpfloat (box.origin.y, >=, 0);
  g_assert_cmpfloat (box.origin.y + box.size.height, <=, gtk_widget_get_height (GTK_WIDGET (fixture->grid)));
  mc_roster_grid_set_width (fixture->grid, MC_ROSTER_WIDTH_WEEK);
  g_assert_cmpfloat (gtk_adjustment_get_upper (across), >, 4 * gtk_adjustment_get_page_size (across));
  mc_roster_grid_reveal_day (fixture->grid, 14);
  g_assert_true (mc_roster_grid_get_bounds (fixture->grid, 700, 28, &box));
  g_assert_cmpfloat (box.origin.x, ==, 268);
  mc_roster_grid_set_width (fixture->grid, MC_ROSTER_WIDTH_DAY);
  g_assert_true (mc_roster_grid_get_bounds (fixture->grid, 700, 28, &box));
  g_assert_cmpfloat (box.size.width, >, 400);
  gtk_widget_activate_action (GTK_WIDGET (fixture->grid), "grid.zoom", "i", -1);
  g_assert_cmpint (mc_roster_grid_get_width (fixture->grid), ==, MC_ROSTER_WIDTH_OWN);
  gtk_widget_activate_action (GTK_WIDGET (fixture->grid), "grid.zoom", "i", 0);
  g_assert_cmpint (mc_roster_grid_get_width (fixture->grid), ==, MC_ROSTER_WIDTH_MONTH);
  settle (fixture);
}

/* By the controllers, as a hand does it: a chosen cell is dragged to another. */
static void
test_drop (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GListModel) controllers = gtk_widget_observe_controllers (GTK_WIDGET (fixture->grid));
  g_autoptr (GtkEventController) source = NULL, target = NULL;
  g_autoptr (GtkGesture) click = NULL;
  g_autoptr (GdkContentProvider) content = NULL;
  g_auto (GValue) value = G_VALUE_INIT;
  graphene_rect_t from, to;
  gboolean taken = FALSE;

  for (guint i = 0; i < g_list_model_get_n_items (controllers); i++)
    {
      g_autoptr (GObject) controller = g_list_model_get_item (controllers, i);

      if (GTK_IS_DRAG_SOURCE (controller))
        source = GTK_EVENT_CONTROLLER (g_object_ref (controller));
      else if (GTK_IS_DROP_TARGET (controller))
        target = GTK_EVENT_CONTROLLER (g_object_ref (controller));
      else if (GTK_IS_GESTURE_CLICK (controller))
        click = GTK_GESTURE (g_object_ref (controller));
    }
  g_assert_true (mc_roster_grid_get_bounds (fixture->grid, FIRST, 2, &from));
  g_assert_true (mc_roster_grid_get_bounds (fixture->grid, FIRST + 3, 6, &to));
  g_signal_emit_by_name (click, "pressed", 1, (double)from.origin.x + 3, (double)from.origin.y + 3);
  assert_cursor (fixture, FIRST, 2);
  g_signal_emit_by_name (click, "released", 1, (double)from.origin.x + 3, (double)from.origin.y + 3);
  /* The first press chooses, the second takes. */
  g_signal_emit_by_name (source, "prepare", 0.0, 0.0, &content);
  g_assert_null (content);
  g_signal_emit_by_name (click, "pressed", 1, (double)from.origin.x + 3, (double)from.origin.y + 3);
  g_signal_emit_by_name (source, "prepare", 0.0, 0.0, &content);
  g_assert_nonnull (content);
  g_value_init (&value, G_TYPE_STRING);
  g_assert_true (gdk_content_provider_get_value (content, &value, NULL));
  g_signal_emit_by_name (target, "drop", &value, (double)to.origin.x + 3, (double)to.origin.y + 3, &taken);
  g_assert_true (taken);
  g_assert_cmpuint (fixture->moved[0], ==, FIRST);
  g_assert_cmpuint (fixture->moved[1], ==, 2);
  g_assert_cmpuint (fixture->moved[2], ==, FIRST + 3);
  g_assert_cmpuint (fixture->moved[3], ==, 6);
}

int
main (int argc, char **argv)
{
  gpointer small = GUINT_TO_POINTER (40), large = GUINT_TO_POINTER (709);

  gtk_test_init (&argc, &argv, NULL);
  adw_init ();
  g_test_add ("/roster-grid/walk", Fixture, small, set_up, test_walk, tear_down);
  g_test_add ("/roster-grid/select", Fixture, small, set_up, test_select, tear_down);
  g_test_add ("/roster-grid/type", Fixture, small, set_up, test_type, tear_down);
  g_test_add ("/roster-grid/verbs", Fixture, small, set_up, test_verbs, tear_down);
  g_test_add ("/roster-grid/clipboard", Fixture, small, set_up, test_clipboard, tear_down);
  g_test_add ("/roster-grid/accessible", Fixture, small, set_up, test_accessible, tear_down);
  g_test_add ("/roster-grid/changed", Fixture, small, set_up, test_changed, tear_down);
  g_test_add ("/roster-grid/layout", Fixture, large, set_up, test_layout, tear_down);
  g_test_add ("/roster-grid/drop", Fixture, small, set_up, test_drop, tear_down);
  return g_test_run ();
}
