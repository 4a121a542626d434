/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mc-paper-editor.h"

#include "mc-paper-preview.h"

struct _McPaperEditor
{
  AdwBin parent_instance;

  gboolean setting;

  GtkTextView *abstract_view;
  GtkTextView *addressee_view;
  GtkTextView *body_view;
  GtkTextView *recipients_view;
  GtkLabel *hint;
  McPaperPreview *preview;
};

static guint changed_signal;

G_DEFINE_FINAL_TYPE (McPaperEditor, mc_paper_editor, ADW_TYPE_BIN)

static void
set_text (GtkTextView *view, const char *text)
{
  gtk_text_buffer_set_text (gtk_text_view_get_buffer (view), text ? text : "", -1);
}

/* NULL where nothing is written. */
static void
take_text (GtkTextView *view, char **text)
{
  g_autofree char *written = NULL;

  g_object_get (gtk_text_view_get_buffer (view), "text", &written, NULL);
  g_strstrip (written);
  g_set_str (text, *written ? written : NULL);
}

void
mc_paper_editor_set_texts (McPaperEditor *self, McPaperTemplate *texts)
{
  g_return_if_fail (MC_IS_PAPER_EDITOR (self));
  self->setting = TRUE;
  set_text (self->abstract_view, texts->abstract);
  set_text (self->addressee_view, texts->addressee);
  set_text (self->body_view, texts->body);
  set_text (self->recipients_view, texts->recipients);
  self->setting = FALSE;
}

void
mc_paper_editor_store (McPaperEditor *self, McPaperTemplate *texts)
{
  g_return_if_fail (MC_IS_PAPER_EDITOR (self));
  take_text (self->abstract_view, &texts->abstract);
  take_text (self->addressee_view, &texts->addressee);
  take_text (self->body_view, &texts->body);
  take_text (self->recipients_view, &texts->recipients);
}

void
mc_paper_editor_show (McPaperEditor *self, McSheets *sheets, const char *hint, gboolean wrong)
{
  g_return_if_fail (MC_IS_PAPER_EDITOR (self));
  g_object_set (self->preview, "sheets", sheets, NULL);
  gtk_label_set_label (self->hint, hint ? hint : "");
  gtk_widget_set_visible (GTK_WIDGET (self->hint), hint != NULL);
  if (wrong)
    gtk_widget_add_css_class (GTK_WIDGET (self->hint), "error");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self->hint), "error");
}

static void
changed_cb (McPaperEditor *self)
{
  if (!self->setting)
    g_signal_emit (self, changed_signal, 0);
}

static void
mc_paper_editor_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), MC_TYPE_PAPER_EDITOR);
  G_OBJECT_CLASS (mc_paper_editor_parent_class)->dispose (object);
}

static void
mc_paper_editor_class_init (McPaperEditorClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = mc_paper_editor_dispose;
  g_type_ensure (MC_TYPE_PAPER_PREVIEW);
  gtk_widget_class_set_template_from_resource (widget_class, "/vn/gov/cantho/MotCua/documents/mc-paper-editor.ui");
  gtk_widget_class_bind_template_child (widget_class, McPaperEditor, abstract_view);
  gtk_widget_class_bind_template_child (widget_class, McPaperEditor, addressee_view);
  gtk_widget_class_bind_template_child (widget_class, McPaperEditor, body_view);
  gtk_widget_class_bind_template_child (widget_class, McPaperEditor, recipients_view);
  gtk_widget_class_bind_template_child (widget_class, McPaperEditor, hint);
  gtk_widget_class_bind_template_child (widget_class, McPaperEditor, preview);
  changed_signal =
      g_signal_new ("changed", MC_TYPE_PAPER_EDITOR, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
mc_paper_editor_init (McPaperEditor *self)
{
  GtkTextView *views[4];

  gtk_widget_init_template (GTK_WIDGET (self));
  views[0] = self->abstract_view;
  views[1] = self->addressee_view;
  views[2] = self->body_view;
  views[3] = self->recipients_view;
  for (guint i = 0; i < G_N_ELEMENTS (views); i++)
    g_signal_connect_object (gtk_text_view_get_buffer (views[i]), "changed", G_CALLBACK (changed_cb), self,
                             G_CONNECT_SWAPPED);
}
