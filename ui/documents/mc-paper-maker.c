/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mc-paper-maker.h"

#include <glib/gi18n.h>

#include "mc-ask.h"
#include "mc-commit.h"
#include "mc-error.h"
#include "mc-paper-facts.h"
#include "mc-report.h"
#include "mc-session-office.h"
#include "mc-setting.h"

typedef struct
{
  GtkWidget *from;
  McSession *session;
  McPaperMatter *matter; /* NULL until it is gathered */
  McPaperKind kind;
  gint64 id;
  McPaperFill fill;
  gpointer data;
  GDestroyNotify free;
} Making;

static void
making_free (gpointer data)
{
  Making *self = data;

  if (self->free)
    self->free (self->data);
  g_object_unref (self->from);
  g_object_unref (self->session);
  g_clear_pointer (&self->matter, mc_paper_matter_free);
  g_free (self);
}

static void
show_paper (Making *self, gint64 paper)
{
  g_autofree char *target = g_strdup_printf ("paper/%" G_GINT64_FORMAT, paper);

  if (gtk_widget_get_root (self->from))
    gtk_widget_activate_action (self->from, "win.open-target", "s", target);
}

/* Only people know it. FALSE: they do not want the paper any more. */
static gboolean
ask (Making *self, GError **error)
{
  McPaperMatter *matter = self->matter;

  if (matter->kind == MC_PAPER_KIND_LEAVE && !matter->where)
    matter->where = dex_await_string (mc_ask_text (self->from, _ ("Make a Leave Paper"),
                                                   _ ("The paper says where the leave is spent."),
                                                   _ ("Place of the leave"), _ ("_Make the Draft"), FALSE),
                                      error);
  else if (matter->kind == MC_PAPER_KIND_REPLACEMENT && !matter->reason)
    matter->reason = dex_await_string (
        mc_ask_text (self->from, _ ("Ask for a Replacement"),
                     _ ("The letter tells the home agency why somebody else is needed. Write a whole sentence."),
                     _ ("Reason"), _ ("_Make the Draft"), FALSE),
        error);
  else
    return TRUE;
  return matter->kind == MC_PAPER_KIND_LEAVE ? matter->where != NULL : matter->reason != NULL;
}

static gboolean
keep (Making *self, GError **error)
{
  g_autoptr (McLiveList) settings = mc_session_list (self->session, MC_TYPE_SETTING, MC_DAY_NONE);
  g_autoptr (McPaperTemplate) texts = NULL;
  g_autoptr (McRegisteredPaper) draft = NULL;
  g_autoptr (McChange) change = NULL;
  g_autoptr (McPaperOffice) office = NULL;
  g_autofree char *label = NULL;

  if (!dex_await (mc_live_list_when_ready (settings), error))
    return FALSE;
  texts = dex_await_object (mc_session_find_template (self->session, self->matter->kind), error);
  if (!texts)
    return FALSE;
  office = mc_session_office_new (self->session);
  draft = mc_paper_draft_new (self->matter, texts, office, self->fill, self->data, error);
  if (!draft)
    return FALSE;
  label = g_strdup_printf (_ ("Draft “%s”"), draft->abstract);
  change = mc_change_new (label);
  mc_change_insert (change, MC_ENTITY (draft));
  /* What fails has been shown. */
  if (dex_await (mc_commit (self->from, self->session, change), NULL))
    show_paper (self, mc_entity_get_id (MC_ENTITY (draft)));
  return TRUE;
}

static DexFuture *
finish (Making *self, gboolean done, GError *error)
{
  if (error && !g_error_matches (error, MC_ERROR, MC_ERROR_CANCELLED))
    mc_report_error (self->from, _ ("The paper was not made."), error);
  return dex_future_new_for_boolean (done);
}

static DexFuture *
make_fiber (gpointer data)
{
  Making *self = data;
  g_autoptr (GError) error = NULL;
  gboolean done = keep (self, &error);

  return finish (self, done, error);
}

static McPaperSubject
subject_of (McPaperKind kind)
{
  switch (kind)
    {
    case MC_PAPER_KIND_LEAVE:
    case MC_PAPER_KIND_STANDBY_REQUEST:
      return MC_PAPER_SUBJECT_ABSENCE;
    case MC_PAPER_KIND_REPLACEMENT:
    case MC_PAPER_KIND_TERM_ENDING:
      return MC_PAPER_SUBJECT_TOUR;
    case MC_PAPER_KIND_ASSIGNMENT:
      return MC_PAPER_SUBJECT_ASSIGNMENT;
    case MC_PAPER_KIND_MOVE:
    case MC_PAPER_KIND_ROSTER:
    case MC_PAPER_KIND_DUTY:
    case MC_PAPER_KIND_ATTENDANCE:
    case MC_PAPER_KIND_EVALUATION_NOTICE:
    case MC_PAPER_KIND_EVALUATION_QUARTER:
    case MC_PAPER_KIND_EVALUATION_YEAR:
    case MC_PAPER_KIND_OTHER:
    default:
      return MC_PAPER_SUBJECT_NONE;
    }
}

static gboolean
open_or_make (Making *self, GError **error)
{
  g_autoptr (GError) local = NULL;
  gint64 there =
      dex_await_int64 (mc_session_find_paper (self->session, self->kind, subject_of (self->kind), self->id), &local);

  if (local)
    {
      g_propagate_error (error, g_steal_pointer (&local));
      return FALSE;
    }
  if (there != 0)
    {
      show_paper (self, there);
      return TRUE;
    }
  self->matter = dex_await_boxed (mc_session_gather_paper (self->session, self->kind, self->id), error);
  return self->matter && ask (self, error) && keep (self, error);
}

static DexFuture *
open_fiber (gpointer data)
{
  Making *self = data;
  g_autoptr (GError) error = NULL;
  gboolean done = open_or_make (self, &error);

  return finish (self, done, error);
}

static Making *
making_new (GtkWidget *from, McSession *session)
{
  Making *self = g_new0 (Making, 1);

  self->from = g_object_ref (from);
  self->session = g_object_ref (session);
  return self;
}

void
mc_paper_maker_open (GtkWidget *from, McSession *session, McPaperKind kind, gint64 id)
{
  Making *self;

  g_return_if_fail (GTK_IS_WIDGET (from) && MC_IS_SESSION (session));
  self = making_new (from, session);
  self->kind = kind;
  self->id = id;
  dex_future_disown (dex_scheduler_spawn (NULL, 0, open_fiber, self, making_free));
}

gboolean
mc_paper_maker_open_target (GtkWidget *from, McSession *session, const char *target)
{
  g_auto (GStrv) words = g_strsplit (target, "/", 2);
  gint64 id = g_strv_length (words) == 2 ? g_ascii_strtoll (words[1], NULL, 10) : 0;

  for (guint i = 0; id > 0 && mc_paper_kind_values[i].text; i++)
    if (g_str_equal (mc_paper_kind_values[i].text, words[0]) && subject_of ((McPaperKind)i) != MC_PAPER_SUBJECT_NONE)
      {
        if (session && mc_session_get_can_write (session))
          mc_paper_maker_open (from, session, (McPaperKind)i, id);
        return TRUE;
      }
  return FALSE;
}

DexFuture *
mc_paper_maker_make (
    GtkWidget *from, McSession *session, McPaperMatter *matter, McPaperFill fill, gpointer data, GDestroyNotify free)
{
  Making *self;

  g_return_val_if_fail (GTK_IS_WIDGET (from) && MC_IS_SESSION (session) && matter, NULL);
  self = making_new (from, session);
  self->matter = mc_paper_matter_copy (matter);
  self->fill = fill;
  self->data = data;
  self->free = free;
  return dex_scheduler_spawn (NULL, 0, make_fiber, self, making_free);
}
