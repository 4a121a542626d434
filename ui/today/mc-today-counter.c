/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mc-today-counter.h"

#include <glib/gi18n.h>

enum
{
  PROP_NUMBER = 1,
  PROP_TITLE,
  PROP_PEOPLE,
  PROP_SIGN,
  PROP_WORD,
  PROP_RISK,
  PROP_DESCRIPTION,
  PROP_CLASSES,
  PROP_LACKING,
  PROP_COUNTER_ID,
  N_PROPS,
};

struct _McTodayCounter
{
  GObject parent_instance;

  char *texts[PROP_CLASSES]; /* by property */
  const char *style;
  gint64 counter_id;
  gboolean lacking;
};

static GParamSpec *properties[N_PROPS];

G_DEFINE_FINAL_TYPE (McTodayCounter, mc_today_counter, G_TYPE_OBJECT)

static void
set_text (McTodayCounter *self, guint id, const char *text)
{
  if (g_set_str (&self->texts[id], text ? text : ""))
    g_object_notify_by_pspec (G_OBJECT (self), properties[id]);
}

static const char *
style_of (McTone tone)
{
  switch (tone)
    {
    case MC_TONE_STAFFED:
      return "success";
    case MC_TONE_STANDBY:
    case MC_TONE_ARRIVING:
      return "accent";
    case MC_TONE_CLOSED:
      return "dimmed";
    default:
      return "error";
    }
}

static char *
dup_people (const McCounterState *state)
{
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < state->people->len; i++)
    {
      const McCounterPerson *person = g_ptr_array_index (state->people, i);
      gboolean there = person->tone == MC_TONE_STAFFED;

      g_string_append_printf (text, "%s%s", text->len ? ", " : "", person->name);
      if (!there)
        g_string_append_printf (text, " (%s)", mc_palette_get_word (person->tone));
    }
  return g_string_free (g_steal_pointer (&text), FALSE);
}

static void
describe (McTodayCounter *self)
{
  /* Translators: counter number, its name, its state, who is there */
  g_autofree char *text = g_strdup_printf (_ ("Counter %s, %s: %s. %s"), self->texts[PROP_NUMBER],
                                           self->texts[PROP_TITLE], self->texts[PROP_WORD], self->texts[PROP_PEOPLE]);
  g_autofree char *all = g_strjoin (" ", text, self->texts[PROP_RISK], NULL);

  set_text (self, PROP_DESCRIPTION, g_strchomp (all));
}

void
mc_today_counter_set_risk (McTodayCounter *self, const char *risk)
{
  g_return_if_fail (MC_IS_TODAY_COUNTER (self));
  set_text (self, PROP_RISK, risk);
  describe (self);
}

void
mc_today_counter_update (McTodayCounter *self, const McCounterState *state)
{
  g_autofree char *people = dup_people (state);
  gboolean closed = state->tone == MC_TONE_CLOSED;
  const char *word = mc_palette_get_word (state->tone);
  const char *style = style_of (state->tone);
  gboolean lacking = !closed && mc_counter_state_get_present ((McCounterState *)state) == 0;

  self->counter_id = state->counter_id;
  set_text (self, PROP_NUMBER, state->number);
  set_text (self, PROP_TITLE, state->name);
  set_text (self, PROP_PEOPLE, *people || closed ? people : _ ("Nobody is assigned"));
  set_text (self, PROP_SIGN, mc_palette_get_sign (state->tone));
  set_text (self, PROP_WORD, word);
  if (style != self->style)
    {
      self->style = style;
      g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_CLASSES]);
    }
  describe (self);
  if (lacking != self->lacking)
    {
      self->lacking = lacking;
      g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_LACKING]);
    }
}

static void
mc_today_counter_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  McTodayCounter *self = MC_TODAY_COUNTER (object);

  if (id == PROP_LACKING)
    g_value_set_boolean (value, self->lacking);
  else if (id == PROP_COUNTER_ID)
    g_value_set_int64 (value, self->counter_id);
  else if (id == PROP_CLASSES)
    {
      const char *classes[] = { "caption", self->style, NULL };

      g_value_set_boxed (value, classes);
    }
  else if (id < PROP_CLASSES)
    g_value_set_string (value, self->texts[id]);
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
}

static void
mc_today_counter_finalize (GObject *object)
{
  McTodayCounter *self = MC_TODAY_COUNTER (object);

  for (guint i = 0; i < G_N_ELEMENTS (self->texts); i++)
    g_free (self->texts[i]);
  G_OBJECT_CLASS (mc_today_counter_parent_class)->finalize (object);
}

static void
mc_today_counter_class_init (McTodayCounterClass *klass)
{
  static const char *const texts[] = { NULL, "number", "title", "people", "sign", "word", "risk", "description" };
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  const GParamFlags flags = G_PARAM_READABLE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY;

  object_class->get_property = mc_today_counter_get_property;
  object_class->finalize = mc_today_counter_finalize;
  for (guint i = PROP_NUMBER; i <= PROP_DESCRIPTION; i++)
    properties[i] = g_param_spec_string (texts[i], NULL, NULL, NULL, flags);
  properties[PROP_CLASSES] = g_param_spec_boxed ("classes", NULL, NULL, G_TYPE_STRV, flags);
  properties[PROP_LACKING] = g_param_spec_boolean ("lacking", NULL, NULL, FALSE, flags);
  properties[PROP_COUNTER_ID] = g_param_spec_int64 ("counter-id", NULL, NULL, 0, G_MAXINT64, 0, flags);
  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
mc_today_counter_init (McTodayCounter *self)
{
  self->texts[PROP_RISK] = g_strdup ("");
}

McTodayCounter *
mc_today_counter_new (const McCounterState *state)
{
  McTodayCounter *self = g_object_new (MC_TYPE_TODAY_COUNTER, NULL);

  mc_today_counter_update (self, state);
  return self;
}

gint64
mc_today_counter_get_counter_id (McTodayCounter *self)
{
  return self->counter_id;
}
