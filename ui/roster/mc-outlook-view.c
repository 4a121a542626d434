/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mc-outlook-view.h"

#include <glib/gi18n.h>

#include "mc-roster-toll.h"

#define MOST_LOSSES 4 /* told in words; more are counted */
#define MOST_MOVES 6

struct _McOutlookView
{
  AdwBin parent_instance;

  McAbsenceOutlook *outlook;
  char *verb;
  char *plain_title;
  char *plain_verb;
  gboolean may_choose;

  GtkLabel *effect;
  GtkLabel *closing;
  GtkLabel *source;
  GtkListBox *answers;
};

enum
{
  PROP_VERB = 1,
  PROP_PLAIN_TITLE,
  PROP_PLAIN_VERB,
  PROP_MAY_CHOOSE,
  N_PROPS,
};

static GParamSpec *properties[N_PROPS];
static guint chosen_signal;

G_DEFINE_FINAL_TYPE (McOutlookView, mc_outlook_view, ADW_TYPE_BIN)

static void
choose_cb (GtkButton *button, McOutlookView *self)
{
  g_signal_emit (self, chosen_signal, 0, GPOINTER_TO_UINT (g_object_get_data (G_OBJECT (button), "answer")));
}

/* --- The ways --- */

static void
add_way (McOutlookView *self, guint number, const char *title, const char *text, const char *verb)
{
  GtkWidget *row = adw_action_row_new (), *button;
  g_autofree char *heading = g_markup_escape_text (title, -1), *subtitle = g_markup_escape_text (text, -1);

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), heading);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), subtitle);
  adw_action_row_set_subtitle_lines (ADW_ACTION_ROW (row), 0);
  gtk_list_box_append (self->answers, row);
  if (!verb)
    return;
  button = gtk_button_new_with_mnemonic (verb);
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  if (number == 1)
    gtk_widget_add_css_class (button, "suggested-action");
  g_object_set_data (G_OBJECT (button), "answer", GUINT_TO_POINTER (number));
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, title, -1);
  g_signal_connect (button, "clicked", G_CALLBACK (choose_cb), self);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), button);
}

static char *
dup_moves (McRosterRepair *repair, const McRosterAnswer *answer)
{
  g_autoptr (GArray) transfers = mc_roster_answer_transfers (answer);
  g_autofree char *price = mc_roster_answer_describe_price (repair, answer);
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < MIN (transfers->len, MOST_MOVES); i++)
    {
      g_autofree char *one = mc_roster_transfer_describe (repair, &g_array_index (transfers, McRosterTransfer, i));

      g_string_append_printf (text, "%s\n", one);
    }
  if (transfers->len > MOST_MOVES)
    g_string_append_printf (text, _ ("and %u more\n"), transfers->len - MOST_MOVES);
  g_string_append (text, price);
  return g_string_free (text, FALSE);
}

static void
add_answer (McOutlookView *self, McRosterRepair *repair, guint at, gboolean choosable)
{
  McRosterAnswer *answer = g_ptr_array_index (repair->answers, at);
  g_autofree char *moves = dup_moves (repair, answer), *people = NULL, *title = NULL;

  people = g_strdup_printf (g_dngettext (NULL, "%u person moves", "%u people move", answer->people), answer->people);
  if (answer->gaps == 0)
    title = g_strdup_printf (_ ("%s, no seat stays empty"), people);
  else
    title = g_strdup_printf (g_dngettext (NULL, "%s, %u seat stays empty", "%s, %u seats stay empty", answer->gaps),
                             people, answer->gaps);
  add_way (self, at + 1, title, moves, choosable ? self->verb : NULL);
}

/* An answer in which nobody moves is none. */
static gboolean
is_answer (const McRosterAnswer *answer)
{
  return answer->moves->len > 0;
}

static void
show_answers (McOutlookView *self, McRosterRepair *repair, guint losses)
{
  gboolean choosable = self->may_choose && mc_absence_outlook_get_book (self->outlook);

  gtk_list_box_remove_all (self->answers);
  for (guint i = 0; repair && losses > 0 && i < repair->answers->len; i++)
    if (is_answer (g_ptr_array_index (repair->answers, i)))
      add_answer (self, repair, i, choosable);
  if (self->plain_title)
    add_way (self, 0, self->plain_title,
             losses > 0 ? _ ("The seats stay empty for now.") : _ ("The roster stays as it is."),
             self->may_choose ? self->plain_verb : NULL);
}

/* --- What closes --- */

static char *
dup_closing (McRosterRepair *repair, GArray *losses)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < MIN (losses->len, MOST_LOSSES); i++)
    {
      g_autofree char *one = mc_roster_loss_describe (repair, &g_array_index (losses, McRosterLoss, i));

      g_string_append_printf (text, "%s%s", i ? "\n" : "", one);
    }
  if (losses->len > MOST_LOSSES)
    g_string_append_printf (text, _ ("\nand %u more"), losses->len - MOST_LOSSES);
  return g_string_free (text, FALSE);
}

static const char *
say_effect (McOutlookView *self, McRosterRepair *repair, GArray *losses)
{
  const GError *error = mc_absence_outlook_get_error (self->outlook);

  if (error)
    return error->message;
  if (!repair)
    return mc_absence_outlook_get_book (self->outlook)
               ? _ ("No session of these days is still to come for this person.")
               : _ ("This person has no counter on these days.");
  return losses->len == 0 ? _ ("No seat becomes empty.") : _ ("If nobody takes over:");
}

static char *
say_source (McOutlookView *self)
{
  g_autofree char *last = mc_day_format (mc_absence_outlook_get_days (self->outlook).until - 1);

  if (mc_absence_outlook_get_book (self->outlook))
    return g_strdup_printf (_ ("By the published roster, until %s"), last);
  /* Translators: %s: a day */
  return g_strdup_printf (_ ("No roster has been published for these days yet. By the standing assignments, until %s; "
                             "the roster that is made will see to it."),
                          last);
}

static void
show_label (GtkLabel *label, const char *text)
{
  gtk_label_set_label (label, text);
  gtk_widget_set_visible (GTK_WIDGET (label), *text);
}

static void
update (McOutlookView *self)
{
  gboolean busy = self->outlook && mc_absence_outlook_get_busy (self->outlook);
  McRosterRepair *repair = self->outlook ? mc_absence_outlook_get_repair (self->outlook) : NULL;
  GArray *losses = self->outlook ? mc_absence_outlook_get_losses (self->outlook) : NULL;
  g_autofree char *closing = repair ? dup_closing (repair, losses) : g_strdup ("");
  g_autofree char *source = NULL;

  gtk_widget_set_sensitive (GTK_WIDGET (self->answers), !busy);
  if (!self->outlook || busy)
    {
      gtk_label_set_label (self->effect, self->outlook ? _ ("Looking for who can take over…") : "");
      return;
    }
  source = say_source (self);
  gtk_label_set_label (self->effect, say_effect (self, repair, losses));
  show_label (self->closing, closing);
  show_label (self->source, source);
  show_answers (self, repair, losses ? losses->len : 0);
}

void
mc_outlook_view_show (McOutlookView *self, McAbsenceOutlook *outlook)
{
  g_return_if_fail (MC_IS_OUTLOOK_VIEW (self));
  if (self->outlook)
    g_signal_handlers_disconnect_by_func (self->outlook, update, self);
  g_set_object (&self->outlook, outlook);
  if (outlook)
    g_signal_connect_object (outlook, "changed", G_CALLBACK (update), self, G_CONNECT_SWAPPED);
  gtk_list_box_remove_all (self->answers);
  show_label (self->closing, "");
  show_label (self->source, "");
  update (self);
}

/* --- The widget --- */

static void
mc_outlook_view_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  McOutlookView *self = MC_OUTLOOK_VIEW (object);

  switch (id)
    {
    case PROP_VERB:
      g_value_set_string (value, self->verb);
      break;
    case PROP_PLAIN_TITLE:
      g_value_set_string (value, self->plain_title);
      break;
    case PROP_PLAIN_VERB:
      g_value_set_string (value, self->plain_verb);
      break;
    case PROP_MAY_CHOOSE:
      g_value_set_boolean (value, self->may_choose);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
mc_outlook_view_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  McOutlookView *self = MC_OUTLOOK_VIEW (object);
  char **texts[] = {
    [PROP_VERB] = &self->verb, [PROP_PLAIN_TITLE] = &self->plain_title, [PROP_PLAIN_VERB] = &self->plain_verb
  };

  if (id == PROP_MAY_CHOOSE)
    self->may_choose = g_value_get_boolean (value);
  else if (id < G_N_ELEMENTS (texts))
    g_set_str (texts[id], g_value_get_string (value));
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
}

static void
mc_outlook_view_dispose (GObject *object)
{
  McOutlookView *self = MC_OUTLOOK_VIEW (object);

  if (self->outlook)
    g_signal_handlers_disconnect_by_func (self->outlook, update, self);
  g_clear_object (&self->outlook);
  gtk_widget_dispose_template (GTK_WIDGET (self), MC_TYPE_OUTLOOK_VIEW);
  G_OBJECT_CLASS (mc_outlook_view_parent_class)->dispose (object);
}

static void
mc_outlook_view_finalize (GObject *object)
{
  McOutlookView *self = MC_OUTLOOK_VIEW (object);

  g_free (self->verb);
  g_free (self->plain_title);
  g_free (self->plain_verb);
  G_OBJECT_CLASS (mc_outlook_view_parent_class)->finalize (object);
}

static void
mc_outlook_view_class_init (McOutlookViewClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  const GParamFlags flags = G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS;

  object_class->get_property = mc_outlook_view_get_property;
  object_class->set_property = mc_outlook_view_set_property;
  object_class->dispose = mc_outlook_view_dispose;
  object_class->finalize = mc_outlook_view_finalize;
  properties[PROP_VERB] = g_param_spec_string ("verb", NULL, NULL, NULL, flags);
  properties[PROP_PLAIN_TITLE] = g_param_spec_string ("plain-title", NULL, NULL, NULL, flags);
  properties[PROP_PLAIN_VERB] = g_param_spec_string ("plain-verb", NULL, NULL, NULL, flags);
  properties[PROP_MAY_CHOOSE] = g_param_spec_boolean ("may-choose", NULL, NULL, TRUE, flags | G_PARAM_CONSTRUCT);
  g_object_class_install_properties (object_class, N_PROPS, properties);
  chosen_signal = g_signal_new ("chosen", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                G_TYPE_NONE, 1, G_TYPE_UINT);
  gtk_widget_class_set_template_from_resource (widget_class, "/vn/gov/cantho/MotCua/roster/mc-outlook-view.ui");
  gtk_widget_class_bind_template_child (widget_class, McOutlookView, effect);
  gtk_widget_class_bind_template_child (widget_class, McOutlookView, closing);
  gtk_widget_class_bind_template_child (widget_class, McOutlookView, source);
  gtk_widget_class_bind_template_child (widget_class, McOutlookView, answers);
}

static void
mc_outlook_view_init (McOutlookView *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}
