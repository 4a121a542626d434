/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mc-finding-row.h"

#include <glib/gi18n.h>

#include "mc-finding-target.h"

struct _McFindingRow
{
  AdwBin parent_instance;

  McFinding *finding;
  gboolean show_subject;

  GtkLabel *sign;
  GtkLabel *severity;
  GtkLabel *message;
  GtkLabel *detail;
  GtkOrientable *body;
  GtkLabel *due;
  GtkButton *remedy;
  GtkWidget *letter;
};

G_DEFINE_FINAL_TYPE (McFindingRow, mc_finding_row, ADW_TYPE_BIN)

enum
{
  PROP_FINDING = 1,
  PROP_SHOW_SUBJECT,
  N_PROPS,
};

static GParamSpec *properties[N_PROPS];

/* Sign and word beside the colour, so that nobody depends on the colour. */
static const struct
{
  const char *sign;
  const char *css_class;
} severities[] = {
  [MC_FINDING_ERROR] = { "✗", "error" },
  [MC_FINDING_WARNING] = { "◐", "warning" },
  [MC_FINDING_NOTE] = { "○", "accent" },
};

const char *
mc_finding_severity_sign (McFindingSeverity severity)
{
  g_return_val_if_fail (severity < G_N_ELEMENTS (severities), "");
  return severities[severity].sign;
}

const char *
mc_finding_severity_class (McFindingSeverity severity)
{
  g_return_val_if_fail (severity < G_N_ELEMENTS (severities), "");
  return severities[severity].css_class;
}

static void
show_severity (McFindingRow *self)
{
  McFindingSeverity severity = mc_finding_get_severity (self->finding);

  for (gsize i = 0; i < G_N_ELEMENTS (severities); i++)
    {
      gtk_widget_remove_css_class (GTK_WIDGET (self->sign), severities[i].css_class);
      gtk_widget_remove_css_class (GTK_WIDGET (self->severity), severities[i].css_class);
    }
  gtk_label_set_label (self->sign, mc_finding_severity_sign (severity));
  gtk_label_set_label (self->severity, mc_finding_get_severity_text (self->finding));
  gtk_widget_add_css_class (GTK_WIDGET (self->sign), mc_finding_severity_class (severity));
  gtk_widget_add_css_class (GTK_WIDGET (self->severity), mc_finding_severity_class (severity));
}

static char *
dup_detail (McFindingRow *self)
{
  const char *person = mc_finding_get_person_name (self->finding);
  const char *agency = mc_finding_get_agency_name (self->finding);
  const char *citation = mc_finding_get_citation (self->finding);
  g_autoptr (GPtrArray) parts = g_ptr_array_new ();

  if (self->show_subject && person && *person)
    g_ptr_array_add (parts, (gpointer)person);
  if (self->show_subject && agency && *agency)
    g_ptr_array_add (parts, (gpointer)agency);
  if (citation && *citation)
    g_ptr_array_add (parts, (gpointer)citation);
  g_ptr_array_add (parts, NULL);
  return g_strjoinv (" · ", (char **)parts->pdata);
}

static void
show_finding (McFindingRow *self)
{
  McDay until;
  const char *label;
  g_autofree char *detail = NULL;
  g_autofree char *due = NULL;
  g_autofree char *letter = NULL;

  if (!self->finding)
    return;
  show_severity (self);
  gtk_label_set_label (self->message, mc_finding_get_message (self->finding));
  detail = dup_detail (self);
  gtk_label_set_label (self->detail, detail);
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->detail), detail);
  until = mc_finding_get_until (self->finding);
  due = until != MC_DAY_NONE ? mc_day_format (until) : NULL;
  gtk_label_set_label (self->due, due ? due : "");
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->due), due ? _ ("Act by this day") : NULL);
  label = mc_finding_get_remedy_label (self->finding);
  gtk_button_set_label (self->remedy, label ? label : "");
  gtk_widget_set_visible (GTK_WIDGET (self->remedy), label && *label);
  letter = mc_finding_dup_letter_target (self->finding);
  gtk_widget_set_visible (self->letter, letter != NULL);
}

static void
letter_clicked_cb (McFindingRow *self)
{
  g_autofree char *target = self->finding ? mc_finding_dup_letter_target (self->finding) : NULL;

  if (target)
    gtk_widget_activate_action (GTK_WIDGET (self), "win.open-target", "s", target);
}

static void
remedy_clicked_cb (McFindingRow *self)
{
  g_autofree char *target = self->finding ? mc_finding_dup_remedy_target (self->finding) : NULL;

  if (target)
    gtk_widget_activate_action (GTK_WIDGET (self), "win.open-target", "s", target);
}

static void
mc_finding_row_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  McFindingRow *self = MC_FINDING_ROW (object);

  switch (id)
    {
    case PROP_FINDING:
      g_value_set_object (value, self->finding);
      break;
    case PROP_SHOW_SUBJECT:
      g_value_set_boolean (value, self->show_subject);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
mc_finding_row_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  McFindingRow *self = MC_FINDING_ROW (object);

  switch (id)
    {
    case PROP_FINDING:
      mc_finding_row_set_finding (self, g_value_get_object (value));
      break;
    case PROP_SHOW_SUBJECT:
      self->show_subject = g_value_get_boolean (value);
      /* Beside its person or agency a finding has half the width. */
      gtk_orientable_set_orientation (self->body,
                                      self->show_subject ? GTK_ORIENTATION_HORIZONTAL : GTK_ORIENTATION_VERTICAL);
      show_finding (self);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
mc_finding_row_dispose (GObject *object)
{
  McFindingRow *self = MC_FINDING_ROW (object);

  gtk_widget_dispose_template (GTK_WIDGET (self), MC_TYPE_FINDING_ROW);
  g_clear_object (&self->finding);
  G_OBJECT_CLASS (mc_finding_row_parent_class)->dispose (object);
}

static void
mc_finding_row_class_init (McFindingRowClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = mc_finding_row_dispose;
  object_class->get_property = mc_finding_row_get_property;
  object_class->set_property = mc_finding_row_set_property;
  properties[PROP_FINDING] = g_param_spec_object ("finding", NULL, NULL, MC_TYPE_FINDING,
                                                  G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY);
  properties[PROP_SHOW_SUBJECT] =
      g_param_spec_boolean ("show-subject", NULL, NULL, TRUE, G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  gtk_widget_class_set_template_from_resource (widget_class, "/vn/gov/cantho/MotCua/common/mc-finding-row.ui");
  gtk_widget_class_bind_template_child (widget_class, McFindingRow, sign);
  gtk_widget_class_bind_template_child (widget_class, McFindingRow, severity);
  gtk_widget_class_bind_template_child (widget_class, McFindingRow, message);
  gtk_widget_class_bind_template_child (widget_class, McFindingRow, detail);
  gtk_widget_class_bind_template_child (widget_class, McFindingRow, body);
  gtk_widget_class_bind_template_child (widget_class, McFindingRow, due);
  gtk_widget_class_bind_template_child (widget_class, McFindingRow, remedy);
  gtk_widget_class_bind_template_child (widget_class, McFindingRow, letter);
  gtk_widget_class_bind_template_callback (widget_class, remedy_clicked_cb);
  gtk_widget_class_bind_template_callback (widget_class, letter_clicked_cb);
}

static void
mc_finding_row_init (McFindingRow *self)
{
  self->show_subject = TRUE;
  gtk_widget_init_template (GTK_WIDGET (self));
}

void
mc_finding_row_set_finding (McFindingRow *self, McFinding *finding)
{
  g_return_if_fail (MC_IS_FINDING_ROW (self));

  if (!g_set_object (&self->finding, finding))
    return;
  show_finding (self);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_FINDING]);
}

GtkWidget *
mc_finding_row_create (gpointer finding, gpointer user_data)
{
  GtkWidget *row = gtk_list_box_row_new ();
  GtkWidget *content = g_object_new (MC_TYPE_FINDING_ROW, "finding", finding, "show-subject", FALSE, "margin-start", 6,
                                     "margin-end", 12, NULL);

  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), content);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), FALSE);
  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL, mc_finding_get_message (finding),
                                  -1);
  return row;
}
