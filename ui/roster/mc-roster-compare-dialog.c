/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mc-roster-compare-dialog.h"

#include <glib/gi18n.h>

#include "mc-report.h"
#include "mc-roster-amendment.h"
#include "mc-roster-versions.h"

#define ONE_VERSION_HEIGHT 150 /* px: the choices and two lines of text */

struct _McRosterCompareDialog
{
  AdwDialog parent_instance;

  McRosterBook *book;
  GPtrArray *versions; /* McRoster */
  GPtrArray *names;
  McLiveList *amendments; /* of all rosters */
  GHashTable *books;      /* gint64 roster -> McRosterBook */
  GArray *choices;        /* Choice, as they are offered */
  guint turn;             /* of the comparison: answers to older ones are dropped */
  gboolean choosing;

  GtkButton *mark_button;
  GtkDropDown *before_choice;
  GtkDropDown *after_choice;
  GtkLabel *summary;
  GtkWidget *differences;
  GtkListView *list;
  GtkSortListModel *sorted;
};

typedef struct
{
  gint64 roster;
  int version;
} Choice;

enum
{
  MARK,
  GO_TO,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (McRosterCompareDialog, mc_roster_compare_dialog, ADW_TYPE_DIALOG)

/* --- What is compared --- */

static Choice *
get_choice (McRosterCompareDialog *self, GtkDropDown *drop_down)
{
  guint selected = gtk_drop_down_get_selected (drop_down);

  return selected < self->choices->len ? &g_array_index (self->choices, Choice, selected) : NULL;
}

static McRosterBook *
find_book (McRosterCompareDialog *self, gint64 roster)
{
  McRosterBook *book = g_hash_table_lookup (self->books, &roster);

  if (!book)
    {
      book = mc_roster_book_new (mc_roster_book_get_session (self->book), roster);
      g_hash_table_replace (self->books, g_memdup2 (&roster, sizeof roster), book);
    }
  return book;
}

static gint64
get_id (McRosterCompareDialog *self)
{
  return mc_entity_get_id (MC_ENTITY (mc_roster_book_get_roster (self->book)));
}

static int
count_amendments (McRosterCompareDialog *self, gint64 roster)
{
  int n = 0;

  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (self->amendments)); i++)
    {
      g_autoptr (McRosterAmendment) one = g_list_model_get_item (G_LIST_MODEL (self->amendments), i);

      n += one->roster_id == roster;
    }
  return n;
}

static void
add_choices (McRosterCompareDialog *self, GtkStringList *names, McRoster *roster, const char *name)
{
  gint64 id = mc_entity_get_id (MC_ENTITY (roster));
  int n = count_amendments (self, id);

  for (int version = n; version >= 0; version--)
    {
      Choice choice = { id, version };
      g_autofree char *amendment = NULL, *text = NULL;

      if (n == 0)
        text = g_strdup (name);
      else
        {
          amendment = version ? g_strdup_printf (_ ("after amendment %d"), version) : g_strdup (_ ("as published"));
          text = g_strdup_printf ("%s · %s", name, amendment);
        }
      gtk_string_list_append (names, text);
      g_array_append_val (self->choices, choice);
    }
}

/* --- Comparing, on a fiber --- */

static guint
count_people (GListStore *found)
{
  guint n = 0, last = G_MAXUINT;

  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (found)); i++)
    {
      g_autoptr (McRosterDifference) one = g_list_model_get_item (G_LIST_MODEL (found), i);

      n += one->order != last;
      last = one->order;
    }
  return n;
}

static void
show_found (McRosterCompareDialog *self, GListStore *found)
{
  guint cells = g_list_model_get_n_items (G_LIST_MODEL (found)), people = count_people (found);
  g_autofree char *text = NULL, *of = NULL;

  of = g_strdup_printf (g_dngettext (NULL, "%u person", "%u people", people), people);
  if (cells == 0)
    text = g_strdup (_ ("No cell differs."));
  else
    /* Translators: the last is “3 people” */
    text = g_strdup_printf (g_dngettext (NULL, "%u cell differs, of %s", "%u cells differ, of %s", cells), cells, of);
  gtk_label_set_label (self->summary, text);
  gtk_sort_list_model_set_model (self->sorted, G_LIST_MODEL (found));
}

static DexFuture *
compare_fiber (gpointer data)
{
  McRosterCompareDialog *self = data;
  Choice *before = get_choice (self, self->before_choice), *after = get_choice (self, self->after_choice);
  guint turn = ++self->turn;
  g_autoptr (GError) error = NULL;
  g_autoptr (McRosterBook) one = NULL, other = NULL;
  g_autoptr (GListStore) found = NULL;
  int before_version, after_version;

  if (!before || !after)
    return dex_future_new_true ();
  before_version = before->version;
  after_version = after->version;
  other = g_object_ref (find_book (self, after->roster));
  one = dex_await_object (mc_roster_book_when_ready (find_book (self, before->roster)), &error);
  if (!one || !dex_await (mc_roster_book_when_ready (other), &error))
    {
      if (self->books)
        mc_report_error (GTK_WIDGET (self), _ ("The versions cannot be compared."), error);
      return dex_future_new_true ();
    }
  if (turn != self->turn || !self->books)
    return dex_future_new_true ();
  found = mc_roster_list_differences (one, before_version, other, after_version);
  show_found (self, found);
  return dex_future_new_true ();
}

static void
chosen_cb (McRosterCompareDialog *self)
{
  Choice *after = get_choice (self, self->after_choice);

  if (self->choosing || !self->books)
    return;
  /* Marks lie on what the page shows. */
  gtk_widget_set_sensitive (GTK_WIDGET (self->mark_button),
                            after && after->roster == get_id (self) &&
                                after->version == count_amendments (self, after->roster));
  dex_future_disown (dex_scheduler_spawn (NULL, 0, compare_fiber, g_object_ref (self), g_object_unref));
}

/* At first: what the page shows, and what was before it: without its last amendment, or the version that is next older.
 */
static void
select_first (McRosterCompareDialog *self)
{
  gint64 id = get_id (self);
  guint after = 0, before = GTK_INVALID_LIST_POSITION;

  while (after < self->choices->len && g_array_index (self->choices, Choice, after).roster != id)
    after++;
  if (after + 1 < self->choices->len && g_array_index (self->choices, Choice, after + 1).roster == id)
    before = after + 1;
  for (guint i = 0; before == GTK_INVALID_LIST_POSITION && i < self->choices->len; i++)
    if (g_array_index (self->choices, Choice, i).roster < id)
      before = i;
  if (before == GTK_INVALID_LIST_POSITION)
    before = self->choices->len > 1 ? (after == 0 ? 1 : 0) : 0;
  gtk_drop_down_set_selected (self->before_choice, before);
  gtk_drop_down_set_selected (self->after_choice, after);
}

/* A version says nothing beside itself. */
static void
refuse (McRosterCompareDialog *self)
{
  gtk_label_set_label (self->summary,
                       _ ("There is only this version. Another draft of the month, or an amendment after "
                          "it is published, can be compared with it."));
  gtk_widget_set_sensitive (GTK_WIDGET (self->before_choice), FALSE);
  gtk_widget_set_sensitive (GTK_WIDGET (self->after_choice), FALSE);
  gtk_widget_set_sensitive (GTK_WIDGET (self->mark_button), FALSE);
  gtk_widget_set_visible (self->differences, FALSE);
  gtk_widget_child_focus (GTK_WIDGET (self), GTK_DIR_TAB_FORWARD); /* else Escape would go to the page */
  adw_dialog_set_content_height (ADW_DIALOG (self), ONE_VERSION_HEIGHT);
}

static void
fill (McRosterCompareDialog *self)
{
  g_autoptr (GtkStringList) names = gtk_string_list_new (NULL);

  if (!mc_live_list_get_ready (self->amendments) || !mc_roster_book_get_roster (self->book))
    return;
  self->choosing = TRUE;
  g_array_set_size (self->choices, 0);
  for (guint i = 0; i < self->versions->len; i++)
    add_choices (self, names, g_ptr_array_index (self->versions, i), g_ptr_array_index (self->names, i));
  gtk_drop_down_set_model (self->before_choice, G_LIST_MODEL (names));
  gtk_drop_down_set_model (self->after_choice, G_LIST_MODEL (names));
  select_first (self);
  self->choosing = FALSE;
  if (self->choices->len < 2)
    {
      refuse (self);
      return;
    }
  gtk_widget_set_sensitive (GTK_WIDGET (self->before_choice), TRUE);
  gtk_widget_set_sensitive (GTK_WIDGET (self->after_choice), TRUE);
  chosen_cb (self);
}

/* --- What is done with it --- */

static void
mark_cb (McRosterCompareDialog *self)
{
  Choice *before = get_choice (self, self->before_choice);

  if (!before)
    return;
  g_object_ref (self);
  adw_dialog_close (ADW_DIALOG (self));
  g_signal_emit (self, signals[MARK], 0, find_book (self, before->roster), before->version);
  g_object_unref (self);
}

static void
activate_cb (McRosterCompareDialog *self, guint position)
{
  g_autoptr (McRosterDifference) one = g_list_model_get_item (G_LIST_MODEL (self->sorted), position);

  if (!one)
    return;
  g_object_ref (self);
  if (gtk_widget_get_sensitive (GTK_WIDGET (self->mark_button)))
    mark_cb (self);
  else
    adw_dialog_close (ADW_DIALOG (self));
  g_signal_emit (self, signals[GO_TO], 0, one->person, one->day, (guint)one->session);
  g_object_unref (self);
}

/* --- The dialog --- */

static void
mc_roster_compare_dialog_dispose (GObject *object)
{
  McRosterCompareDialog *self = MC_ROSTER_COMPARE_DIALOG (object);

  self->choosing = TRUE;
  if (self->amendments)
    g_signal_handlers_disconnect_by_func (self->amendments, fill, self);
  g_clear_object (&self->amendments);
  g_clear_pointer (&self->books, g_hash_table_unref);
  g_clear_object (&self->book);
  gtk_widget_dispose_template (GTK_WIDGET (self), MC_TYPE_ROSTER_COMPARE_DIALOG);
  G_OBJECT_CLASS (mc_roster_compare_dialog_parent_class)->dispose (object);
}

static void
mc_roster_compare_dialog_finalize (GObject *object)
{
  McRosterCompareDialog *self = MC_ROSTER_COMPARE_DIALOG (object);

  g_clear_pointer (&self->versions, g_ptr_array_unref);
  g_clear_pointer (&self->names, g_ptr_array_unref);
  g_array_unref (self->choices);
  G_OBJECT_CLASS (mc_roster_compare_dialog_parent_class)->finalize (object);
}

static void
mc_roster_compare_dialog_class_init (McRosterCompareDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = mc_roster_compare_dialog_dispose;
  G_OBJECT_CLASS (klass)->finalize = mc_roster_compare_dialog_finalize;
  g_type_ensure (MC_TYPE_ROSTER_DIFFERENCE);
  signals[MARK] = g_signal_new ("mark", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE,
                                2, MC_TYPE_ROSTER_BOOK, G_TYPE_INT);
  signals[GO_TO] = g_signal_new ("go-to", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                 G_TYPE_NONE, 3, G_TYPE_INT64, G_TYPE_INT, G_TYPE_UINT);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/vn/gov/cantho/MotCua/roster/mc-roster-compare-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, McRosterCompareDialog, mark_button);
  gtk_widget_class_bind_template_child (widget_class, McRosterCompareDialog, before_choice);
  gtk_widget_class_bind_template_child (widget_class, McRosterCompareDialog, after_choice);
  gtk_widget_class_bind_template_child (widget_class, McRosterCompareDialog, summary);
  gtk_widget_class_bind_template_child (widget_class, McRosterCompareDialog, differences);
  gtk_widget_class_bind_template_child (widget_class, McRosterCompareDialog, list);
  gtk_widget_class_bind_template_child (widget_class, McRosterCompareDialog, sorted);
  gtk_widget_class_bind_template_callback (widget_class, chosen_cb);
  gtk_widget_class_bind_template_callback (widget_class, mark_cb);
  gtk_widget_class_bind_template_callback (widget_class, activate_cb);
}

static void
mc_roster_compare_dialog_init (McRosterCompareDialog *self)
{
  self->choosing = TRUE;
  self->books = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, g_object_unref);
  self->choices = g_array_new (FALSE, FALSE, sizeof (Choice));
  gtk_widget_init_template (GTK_WIDGET (self));
}

AdwDialog *
mc_roster_compare_dialog_new (McRosterBook *book, GPtrArray *versions, GPtrArray *names)
{
  McRosterCompareDialog *self = g_object_new (MC_TYPE_ROSTER_COMPARE_DIALOG, NULL);
  gint64 id;

  g_return_val_if_fail (mc_roster_book_get_ready (book), NULL);
  self->book = g_object_ref (book);
  self->versions = g_ptr_array_ref (versions);
  self->names = g_ptr_array_ref (names);
  id = get_id (self);
  g_hash_table_replace (self->books, g_memdup2 (&id, sizeof id), g_object_ref (book));
  self->amendments = mc_session_list (mc_roster_book_get_session (book), MC_TYPE_ROSTER_AMENDMENT, MC_DAY_NONE);
  g_signal_connect_object (self->amendments, "changed", G_CALLBACK (fill), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->amendments, "notify::ready", G_CALLBACK (fill), self, G_CONNECT_SWAPPED);
  fill (self);
  return ADW_DIALOG (self);
}
