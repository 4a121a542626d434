/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mc-roster-swaps.h"

#include <glib/gi18n.h>

#include "mc-ask.h"
#include "mc-commit.h"
#include "mc-report.h"
#include "mc-swap-actions.h"

struct _McRosterSwaps
{
  AdwBin parent_instance;

  McRosterBook *book;
  McLiveList *swaps;
  gint64 roster; /* whose list that is */
  guint n_open;
  gboolean editable;

  GtkLabel *heading;
  GtkListBox *list;
};

enum
{
  PROP_N_OPEN = 1,
  PROP_EDITABLE,
  N_PROPS,
};

static GParamSpec *properties[N_PROPS];

G_DEFINE_FINAL_TYPE (McRosterSwaps, mc_roster_swaps, ADW_TYPE_BIN)

/* --- Deciding, on fibers --- */

typedef enum
{
  VERB_APPROVE,
  VERB_REFUSE,
  VERB_WITHDRAW,
  VERB_BACK,
} Verb;

typedef struct
{
  McRosterSwaps *swaps;
  McRosterBook *book;
  McRosterSwap *swap;
  Verb verb;
} Act;

static void
act_free (gpointer data)
{
  Act *act = data;

  g_object_unref (act->swaps);
  g_object_unref (act->book);
  g_object_unref (act->swap);
  g_free (act);
}

static McDay
get_today (McRosterBook *book)
{
  return mc_session_get_today (mc_roster_book_get_session (book));
}

/* What is carried out goes out to everybody, so it is asked once; (nullable) where it is left. */
static McChange *
ask_cells (Act *act, GError **error)
{
  gboolean back = act->verb == VERB_BACK;
  g_autoptr (McRosterSwap) swap = back ? mc_swap_new_reverse (act->swap) : g_object_ref (act->swap);
  g_autoptr (McSwapEffect) effect = mc_swap_weigh (act->book, swap, get_today (act->book));
  g_autofree char *words = mc_swap_dup_words (act->book, swap), *body = NULL;

  if (!mc_swap_effect_may (effect))
    {
      mc_report_toast (GTK_WIDGET (act->swaps), effect->text);
      return NULL;
    }
  body = g_strdup_printf ("%s\n\n%s", words, effect->text);
  if (!dex_await_boolean (mc_ask_go (GTK_WIDGET (act->swaps),
                                     back ? _ ("Take the Swap Back?") : _ ("Approve the Swap?"), body,
                                     back ? _ ("_Take Back") : _ ("_Approve"), FALSE),
                          error))
    return NULL;
  return back ? mc_swap_change_back (act->book, act->swap, effect)
              : mc_swap_change_approve (act->book, act->swap, effect);
}

static McChange *
ask_refusal (Act *act, GError **error)
{
  g_autofree char *words = mc_swap_dup_words (act->book, act->swap);
  g_autofree char *answer = dex_await_string (
      mc_ask_text (GTK_WIDGET (act->swaps), _ ("Refuse the Swap?"), words, _ ("Reason"), _ ("_Refuse"), FALSE), error);

  return answer ? mc_swap_change_refuse (act->book, act->swap, answer) : NULL;
}

static DexFuture *
act_fiber (gpointer data)
{
  Act *act = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (McChange) change = NULL;

  switch (act->verb)
    {
    case VERB_REFUSE:
      change = ask_refusal (act, &error);
      break;
    case VERB_WITHDRAW:
      change = mc_swap_change_withdraw (act->book, act->swap);
      break;
    case VERB_APPROVE:
    case VERB_BACK:
      change = ask_cells (act, &error);
      break;
    }
  if (!change)
    return dex_future_new_true ();
  return mc_commit (GTK_WIDGET (act->swaps), mc_roster_book_get_session (act->book), change);
}

static void
verb_cb (GtkButton *button, McRosterSwaps *self)
{
  McRosterSwap *swap = g_object_get_data (G_OBJECT (button), "swap");
  Act *act = g_new0 (Act, 1);

  act->swaps = g_object_ref (self);
  act->book = g_object_ref (self->book);
  act->swap = g_object_ref (swap);
  act->verb = (Verb)GPOINTER_TO_UINT (g_object_get_data (G_OBJECT (button), "verb"));
  dex_future_disown (dex_scheduler_spawn (NULL, 0, act_fiber, act, act_free));
}

/* --- Rows --- */

static GtkWidget *
add_label (GtkBox *box, const char *text, const char *class)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  if (class)
    gtk_widget_add_css_class (label, class);
  gtk_box_append (box, label);
  return label;
}

static void
add_verb (McRosterSwaps *self, GtkBox *box, McRosterSwap *swap, Verb verb, const char *label, const char *words)
{
  GtkWidget *button = gtk_button_new_with_mnemonic (label);

  g_object_set_data_full (G_OBJECT (button), "swap", g_object_ref (swap), g_object_unref);
  g_object_set_data (G_OBJECT (button), "verb", GUINT_TO_POINTER (verb));
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, words, -1);
  g_signal_connect (button, "clicked", G_CALLBACK (verb_cb), self);
  gtk_box_append (box, button);
}

/* What may be done about it, and what it would do. */
static void
add_verbs (McRosterSwaps *self, GtkBox *box, McRosterSwap *swap, const char *words)
{
  GtkWidget *verbs = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  g_autoptr (McRosterSwap) back = mc_swap_new_reverse (swap);
  gboolean asked = swap->state == MC_SWAP_STATE_REQUESTED;
  g_autoptr (McSwapEffect) effect = mc_swap_weigh (self->book, asked ? swap : back, get_today (self->book));

  if (asked)
    add_label (box, effect->text, effect->obstacle || effect->hard > 0 ? "error" : "dimmed");
  if (asked && self->editable && mc_swap_effect_may (effect))
    add_verb (self, GTK_BOX (verbs), swap, VERB_APPROVE, _ ("_Approve"), words);
  if (asked && self->editable)
    {
      add_verb (self, GTK_BOX (verbs), swap, VERB_REFUSE, _ ("_Refuse…"), words);
      add_verb (self, GTK_BOX (verbs), swap, VERB_WITHDRAW, _ ("_Withdraw"), words);
    }
  if (swap->state == MC_SWAP_STATE_APPROVED && self->editable && mc_swap_effect_may (effect))
    add_verb (self, GTK_BOX (verbs), swap, VERB_BACK, _ ("_Take Back…"), words);
  if (gtk_widget_get_first_child (verbs))
    gtk_box_append (box, verbs);
  else
    g_object_unref (g_object_ref_sink (verbs));
}

static void
add_swap (McRosterSwaps *self, McRosterSwap *swap)
{
  GtkWidget *row = gtk_list_box_row_new (), *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  g_autofree char *words = mc_swap_dup_words (self->book, swap), *state = NULL;

  g_object_set (box, "margin-top", 9, "margin-bottom", 9, "margin-start", 9, "margin-end", 9, NULL);
  add_label (GTK_BOX (box), words, NULL);
  state = swap->answer && *swap->answer
              ? g_strdup_printf ("%s: %s", _ (mc_swap_state_values[swap->state].label), swap->answer)
              : g_strdup (_ (mc_swap_state_values[swap->state].label));
  add_label (GTK_BOX (box), state, "caption-heading");
  if (swap->reason && *swap->reason)
    add_label (GTK_BOX (box), swap->reason, "dimmed");
  add_verbs (self, GTK_BOX (box), swap, words);
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), box);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), FALSE);
  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL, words, -1);
  gtk_list_box_append (self->list, row);
}

/* Those that wait first, then the newest. */
static int
compare_swaps (gconstpointer a, gconstpointer b)
{
  McRosterSwap *x = *(gpointer const *)a, *y = *(gpointer const *)b;
  gboolean x_open = x->state == MC_SWAP_STATE_REQUESTED, y_open = y->state == MC_SWAP_STATE_REQUESTED;
  gint64 newer = mc_entity_get_id (MC_ENTITY (y)) - mc_entity_get_id (MC_ENTITY (x));

  if (x_open != y_open)
    return x_open ? -1 : 1;
  return newer < 0 ? -1 : newer > 0;
}

static GPtrArray *
list_swaps (McRosterSwaps *self)
{
  GPtrArray *found = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; self->swaps && i < g_list_model_get_n_items (G_LIST_MODEL (self->swaps)); i++)
    g_ptr_array_add (found, g_list_model_get_item (G_LIST_MODEL (self->swaps), i));
  g_ptr_array_sort (found, compare_swaps);
  return found;
}

static void
refresh (McRosterSwaps *self)
{
  g_autoptr (GPtrArray) found = list_swaps (self);
  g_autofree char *heading = NULL;
  gboolean ready = self->book && mc_roster_book_get_ready (self->book);
  guint n_open = 0;

  gtk_list_box_remove_all (self->list);
  for (guint i = 0; ready && i < found->len; i++)
    {
      McRosterSwap *swap = g_ptr_array_index (found, i);

      n_open += swap->state == MC_SWAP_STATE_REQUESTED;
      add_swap (self, swap);
    }
  heading = n_open > 0 ? g_strdup_printf (_ ("Swap requests (%u)"), n_open) : g_strdup (_ ("Swap requests"));
  gtk_label_set_label (self->heading, heading);
  gtk_widget_set_visible (GTK_WIDGET (self), ready && found->len > 0);
  if (self->n_open == n_open)
    return;
  self->n_open = n_open;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_N_OPEN]);
}

/* --- What it follows --- */

static void
book_changed_cb (McRosterSwaps *self)
{
  McRoster *roster = self->book ? mc_roster_book_get_roster (self->book) : NULL;
  gint64 id = roster ? mc_entity_get_id (MC_ENTITY (roster)) : 0;

  if (id != self->roster)
    {
      if (self->swaps)
        g_signal_handlers_disconnect_by_func (self->swaps, refresh, self);
      g_clear_object (&self->swaps);
      self->roster = id;
      if (id && mc_roster_book_get_session (self->book))
        {
          self->swaps =
              mc_session_list_of (mc_roster_book_get_session (self->book), MC_TYPE_ROSTER_SWAP, "roster_id", id);
          g_signal_connect_object (self->swaps, "changed", G_CALLBACK (refresh), self, G_CONNECT_SWAPPED);
        }
    }
  refresh (self);
}

void
mc_roster_swaps_set_book (McRosterSwaps *self, McRosterBook *book)
{
  g_return_if_fail (MC_IS_ROSTER_SWAPS (self));
  if (self->book == book)
    return;
  if (self->book)
    g_signal_handlers_disconnect_by_func (self->book, book_changed_cb, self);
  g_set_object (&self->book, book);
  if (book)
    g_signal_connect_object (book, "changed", G_CALLBACK (book_changed_cb), self, G_CONNECT_SWAPPED);
  book_changed_cb (self);
}

guint
mc_roster_swaps_get_n_open (McRosterSwaps *self)
{
  g_return_val_if_fail (MC_IS_ROSTER_SWAPS (self), 0);
  return self->n_open;
}

static void
mc_roster_swaps_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  McRosterSwaps *self = MC_ROSTER_SWAPS (object);

  if (id == PROP_N_OPEN)
    g_value_set_uint (value, self->n_open);
  else if (id == PROP_EDITABLE)
    g_value_set_boolean (value, self->editable);
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
}

static void
mc_roster_swaps_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  McRosterSwaps *self = MC_ROSTER_SWAPS (object);

  g_assert (id == PROP_EDITABLE);
  if (self->editable == g_value_get_boolean (value))
    return;
  self->editable = !self->editable;
  refresh (self);
  g_object_notify_by_pspec (object, pspec);
}

static void
mc_roster_swaps_dispose (GObject *object)
{
  McRosterSwaps *self = MC_ROSTER_SWAPS (object);

  if (self->book)
    g_signal_handlers_disconnect_by_func (self->book, book_changed_cb, self);
  if (self->swaps)
    g_signal_handlers_disconnect_by_func (self->swaps, refresh, self);
  g_clear_object (&self->swaps);
  g_clear_object (&self->book);
  /* The bin would let go of its child once more after the template did. */
  adw_bin_set_child (ADW_BIN (self), NULL);
  gtk_widget_dispose_template (GTK_WIDGET (self), MC_TYPE_ROSTER_SWAPS);
  G_OBJECT_CLASS (mc_roster_swaps_parent_class)->dispose (object);
}

static void
mc_roster_swaps_class_init (McRosterSwapsClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  GParamFlags flags = G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS;

  object_class->get_property = mc_roster_swaps_get_property;
  object_class->set_property = mc_roster_swaps_set_property;
  object_class->dispose = mc_roster_swaps_dispose;
  properties[PROP_N_OPEN] = g_param_spec_uint ("n-open", NULL, NULL, 0, G_MAXUINT, 0, G_PARAM_READABLE | flags);
  properties[PROP_EDITABLE] = g_param_spec_boolean ("editable", NULL, NULL, FALSE, G_PARAM_READWRITE | flags);
  g_object_class_install_properties (object_class, N_PROPS, properties);
  gtk_widget_class_set_template_from_resource (widget_class, "/vn/gov/cantho/MotCua/roster/mc-roster-swaps.ui");
  gtk_widget_class_bind_template_child (widget_class, McRosterSwaps, heading);
  gtk_widget_class_bind_template_child (widget_class, McRosterSwaps, list);
}

static void
mc_roster_swaps_init (McRosterSwaps *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}
