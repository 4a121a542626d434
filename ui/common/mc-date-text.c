/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mc-date-text.h"

#include <glib/gi18n.h>

#include "mc-calendar.h"

struct _McDateText
{
  GObject parent_instance;

  McDay day;
  McDay earliest;
  McDay latest;
  gboolean optional;
  char *error;
  gboolean touched; /* an empty form is not scolded before it was typed into */
  gboolean filling;

  GtkWidget *widget;
  GtkEditable *editable;
  GtkCalendar *calendar;
  GtkMenuButton *button;
  GtkLabel *words; /* (nullable) */
};

G_DEFINE_FINAL_TYPE (McDateText, mc_date_text, G_TYPE_OBJECT)

enum
{
  PROP_0,
  PROP_DAY,
  PROP_OPTIONAL,
  PROP_VALID,
  PROP_ERROR,
  PROP_EARLIEST,
  PROP_LATEST,
  N_PROPS
};

static void
install_properties (GObjectClass *klass)
{
  const GParamFlags read = G_PARAM_READABLE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS;
  const GParamFlags write = G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS;
  GParamSpec *properties[N_PROPS] = {
    NULL,
    g_param_spec_int ("day", NULL, NULL, G_MININT32, G_MAXINT32, MC_DAY_NONE, write),
    g_param_spec_boolean ("optional", NULL, NULL, FALSE, write),
    g_param_spec_boolean ("valid", NULL, NULL, FALSE, read),
    g_param_spec_string ("error", NULL, NULL, NULL, read),
    g_param_spec_int ("earliest", NULL, NULL, G_MININT32, G_MAXINT32, MC_DAY_NONE, write),
    g_param_spec_int ("latest", NULL, NULL, G_MININT32, G_MAXINT32, MC_DAY_NONE, write),
  };

  for (guint i = 1; i < N_PROPS; i++)
    g_object_class_install_property (klass, i, properties[i]);
}

static char *
judge (McDateText *self, const char *text, McDay *day)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *bound = NULL;
  g_autofree char *stripped = g_strstrip (g_strdup (text));

  *day = MC_DAY_NONE;
  if (*stripped == '\0')
    return self->optional ? NULL : g_strdup (_ ("Please enter a day, such as 05/12/2026."));
  if (!mc_day_parse_typed (stripped, day, &error))
    return g_strdup (error->message);
  if (self->earliest != MC_DAY_NONE && *day < self->earliest)
    {
      bound = mc_day_format (self->earliest);
      return g_strdup_printf (_ ("Please enter %s or a later day."), bound);
    }
  if (self->latest != MC_DAY_NONE && *day > self->latest)
    {
      bound = mc_day_format (self->latest);
      return g_strdup_printf (_ ("Please enter %s or an earlier day."), bound);
    }
  return NULL;
}

static void
show (McDateText *self)
{
  gboolean wrong = self->error != NULL && self->touched;

  if (wrong)
    gtk_widget_add_css_class (self->widget, "error");
  else
    gtk_widget_remove_css_class (self->widget, "error");
  gtk_widget_set_tooltip_text (self->widget, wrong ? self->error : NULL);
  if (self->words)
    {
      gtk_label_set_label (self->words, wrong ? self->error : "");
      gtk_widget_set_visible (GTK_WIDGET (self->words), wrong);
    }
  gtk_accessible_update_state (GTK_ACCESSIBLE (self->editable), GTK_ACCESSIBLE_STATE_INVALID,
                               wrong ? GTK_ACCESSIBLE_INVALID_TRUE : GTK_ACCESSIBLE_INVALID_FALSE, -1);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->editable), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                  wrong ? self->error : "", -1);
}

static void
read_text (McDateText *self)
{
  McDay day, before = self->day;
  g_autofree char *error = judge (self, gtk_editable_get_text (self->editable), &day);
  gboolean error_changed = g_set_str (&self->error, error);

  self->day = self->error != NULL ? MC_DAY_NONE : day;
  show (self);
  if (self->day != before)
    g_object_notify (G_OBJECT (self), "day");
  if (error_changed)
    {
      g_object_notify (G_OBJECT (self), "error");
      g_object_notify (G_OBJECT (self), "valid");
    }
}

static void
changed_cb (McDateText *self)
{
  if (*gtk_editable_get_text (self->editable) != '\0')
    self->touched = TRUE;
  read_text (self);
}

static void
write_text (McDateText *self, McDay day)
{
  g_autofree char *text = mc_day_format (day);

  gtk_editable_set_text (self->editable, text);
  gtk_editable_set_position (self->editable, -1);
}

static void
leave_cb (McDateText *self)
{
  if (*gtk_editable_get_text (self->editable) != '\0')
    self->touched = TRUE;
  /* Nothing is written that stands there already: whoever listens would take it for an edit. */
  if (self->day != MC_DAY_NONE)
    {
      g_autofree char *text = mc_day_format (self->day);

      if (g_strcmp0 (text, gtk_editable_get_text (self->editable)) != 0)
        write_text (self, self->day);
    }
  show (self);
}

static gboolean
key_cb (McDateText *self, guint keyval, guint keycode, GdkModifierType state)
{
  int sign = keyval == GDK_KEY_Up || keyval == GDK_KEY_KP_Up       ? 1
             : keyval == GDK_KEY_Down || keyval == GDK_KEY_KP_Down ? -1
                                                                   : 0;

  if (keyval == GDK_KEY_F4 || (keyval == GDK_KEY_Down && (state & GDK_ALT_MASK) != 0))
    {
      gtk_menu_button_popup (self->button);
      return GDK_EVENT_STOP;
    }
  if (sign == 0 || (state & (GDK_ALT_MASK | GDK_SHIFT_MASK)) != 0)
    return GDK_EVENT_PROPAGATE;
  if (self->day == MC_DAY_NONE)
    write_text (self, mc_day_today ());
  else
    write_text (self, (state & GDK_CONTROL_MASK) != 0 ? mc_day_add_months (self->day, sign) : self->day + sign);
  return GDK_EVENT_STOP;
}

static void
popup_cb (McDateText *self)
{
  self->filling = TRUE;
  mc_calendar_select (self->calendar, self->day);
  self->filling = FALSE;
}

static void
picked_cb (McDateText *self)
{
  if (self->filling)
    return;
  write_text (self, mc_calendar_get_day (self->calendar));
}

static void
mc_date_text_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  McDateText *self = MC_DATE_TEXT (object);

  switch (id)
    {
    case PROP_DAY:
      g_value_set_int (value, self->day);
      break;
    case PROP_OPTIONAL:
      g_value_set_boolean (value, self->optional);
      break;
    case PROP_VALID:
      g_value_set_boolean (value, self->error == NULL);
      break;
    case PROP_ERROR:
      g_value_set_string (value, self->error);
      break;
    case PROP_EARLIEST:
      g_value_set_int (value, self->earliest);
      break;
    case PROP_LATEST:
      g_value_set_int (value, self->latest);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
mc_date_text_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  McDateText *self = MC_DATE_TEXT (object);

  switch (id)
    {
    case PROP_DAY:
      mc_date_text_set_day (self, g_value_get_int (value));
      return;
    case PROP_OPTIONAL:
      self->optional = g_value_get_boolean (value);
      break;
    case PROP_EARLIEST:
      self->earliest = g_value_get_int (value);
      break;
    case PROP_LATEST:
      self->latest = g_value_get_int (value);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
      return;
    }
  g_object_notify_by_pspec (object, pspec);
  read_text (self);
}

static void
mc_date_text_finalize (GObject *object)
{
  g_free (MC_DATE_TEXT (object)->error);
  G_OBJECT_CLASS (mc_date_text_parent_class)->finalize (object);
}

static void
mc_date_text_class_init (McDateTextClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->get_property = mc_date_text_get_property;
  object_class->set_property = mc_date_text_set_property;
  object_class->finalize = mc_date_text_finalize;
  install_properties (object_class);
}

static void
mc_date_text_init (McDateText *self)
{
  self->day = self->earliest = self->latest = MC_DAY_NONE;
}

static void
forward_notify_cb (GObject *widget, GParamSpec *pspec)
{
  g_object_notify (widget, pspec->name);
}

McDateText *
mc_date_text_new (GtkWidget *widget, GtkEditable *editable, GtkCalendar *calendar, GtkMenuButton *button)
{
  McDateText *self = g_object_new (MC_TYPE_DATE_TEXT, NULL);
  GtkEventController *keys = gtk_event_controller_key_new ();
  GtkEventController *focus = gtk_event_controller_focus_new ();

  self->widget = widget;
  self->editable = editable;
  self->calendar = calendar;
  self->button = button;

  g_signal_connect_object (self, "notify", G_CALLBACK (forward_notify_cb), widget, G_CONNECT_SWAPPED);
  g_signal_connect_object (editable, "changed", G_CALLBACK (changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (calendar, "day-selected", G_CALLBACK (picked_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (button, "notify::active", G_CALLBACK (popup_cb), self, G_CONNECT_SWAPPED);

  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  g_signal_connect_object (keys, "key-pressed", G_CALLBACK (key_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (GTK_WIDGET (editable), keys);
  g_signal_connect_object (focus, "leave", G_CALLBACK (leave_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (GTK_WIDGET (editable), focus);
  read_text (self);
  return self;
}

void
mc_date_text_set_words (McDateText *self, GtkLabel *label)
{
  g_return_if_fail (MC_IS_DATE_TEXT (self) && GTK_IS_LABEL (label));
  self->words = label;
  show (self);
}

McDay
mc_date_text_get_day (McDateText *self)
{
  g_return_val_if_fail (MC_IS_DATE_TEXT (self), MC_DAY_NONE);
  return self->day;
}

void
mc_date_text_set_day (McDateText *self, McDay day)
{
  g_return_if_fail (MC_IS_DATE_TEXT (self));
  if (day == MC_DAY_NONE || self->day != day)
    write_text (self, day);
}

gboolean
mc_date_text_get_valid (McDateText *self)
{
  g_return_val_if_fail (MC_IS_DATE_TEXT (self), FALSE);
  return self->error == NULL;
}

void
mc_date_text_forward (GObjectClass *klass)
{
  install_properties (klass);
}

/* A widget whose template is being built, or which is on its way out, has no text yet or any more. */
void
mc_date_text_get_forwarded (McDateText *self, GParamSpec *pspec, GValue *value)
{
  if (self != NULL)
    g_object_get_property (G_OBJECT (self), pspec->name, value);
}

void
mc_date_text_set_forwarded (McDateText *self, GParamSpec *pspec, const GValue *value)
{
  if (self != NULL)
    g_object_set_property (G_OBJECT (self), pspec->name, value);
}
