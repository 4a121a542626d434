/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mc-roster-page-private.h"

#include <glib/gi18n.h>

#include "mc-ask.h"
#include "mc-commit.h"
#include "mc-period.h"

/* The way of a roster from a draft to what people work by. Each step goes out to others, so it asks once and says what
 * will happen. */

static McSession *
get_session (McRosterPage *self)
{
  return mc_page_get_session (MC_PAGE (self));
}

static gboolean
signs (McRosterPage *self)
{
  const char *group = get_session (self) ? mc_session_get_group_role (get_session (self)) : NULL;

  return g_strcmp0 (group, "director") == 0 || g_strcmp0 (group, "deputy") == 0;
}

typedef struct
{
  McRosterPage *page;
  McRosterBook *book;
  McRosterState state;
  char *heading, *body, *verb;
} Step;

static Step *
step_new (McRosterPage *page, McRosterState state, const char *heading, char *body, const char *verb)
{
  Step *step = g_new0 (Step, 1);

  step->page = g_object_ref (page);
  step->book = g_object_ref (page->book);
  step->state = state;
  step->heading = g_strdup (heading);
  step->body = body;
  step->verb = g_strdup (verb);
  return step;
}

static void
step_free (gpointer data)
{
  Step *step = data;

  g_object_unref (step->page);
  g_object_unref (step->book);
  g_free (step->heading);
  g_free (step->body);
  g_free (step->verb);
  g_free (step);
}

static DexFuture *
step_fiber (gpointer data)
{
  Step *step = data;
  McRoster *roster = mc_roster_book_get_roster (step->book);
  McSession *session = get_session (step->page);
  g_autoptr (GError) error = NULL;
  g_autoptr (McChange) change = NULL;
  g_autofree char *reason = NULL;
  gboolean goes;

  if (step->state == MC_ROSTER_STATE_DRAFT)
    {
      reason = dex_await_string (
          mc_ask_text (GTK_WIDGET (step->page), step->heading, step->body, _ ("Reason"), step->verb, FALSE), &error);
      goes = reason != NULL;
    }
  else
    goes =
        dex_await_boolean (mc_ask_go (GTK_WIDGET (step->page), step->heading, step->body, step->verb, FALSE), &error);
  if (!goes || !roster || !session)
    return dex_future_new_true ();
  change = mc_roster_change_step (roster, step->state, reason);
  return mc_commit (GTK_WIDGET (step->page), session, change);
}

/* @body: (transfer full) */
static void
begin_step (McRosterPage *self, McRosterState state, const char *heading, char *body, const char *verb)
{
  dex_future_disown (dex_scheduler_spawn (NULL, 0, step_fiber, step_new (self, state, heading, body, verb), step_free));
}

static char *
dup_missing (McRosterPage *self)
{
  guint missing = mc_roster_view_get_n_missing (self->view);

  if (missing == 0)
    return g_strdup (_ ("All seats have people."));
  return g_strdup_printf (
      g_dngettext (NULL, "%u seat of a session has nobody.", "%u seats of sessions have nobody.", missing), missing);
}

static void
submit (McRosterPage *self)
{
  g_autofree char *days = mc_period_format_people (mc_roster_page_get_roster (self)->during),
                  *missing = dup_missing (self);

  begin_step (
      self, MC_ROSTER_STATE_SUBMITTED, _ ("Submit for Approval?"),
      g_strdup_printf (_ ("The roster %s goes to the director and the deputies. Until they have decided, its cells "
                          "stand. %s"),
                       days, missing),
      _ ("_Submit"));
}

static void
approve (McRosterPage *self)
{
  g_autofree char *days = mc_period_format_people (mc_roster_page_get_roster (self)->during),
                  *missing = dup_missing (self);
  gboolean deputy = g_strcmp0 (mc_session_get_group_role (get_session (self)), "deputy") == 0;

  begin_step (self, MC_ROSTER_STATE_APPROVED, _ ("Approve the Roster?"),
              g_strdup_printf (_ ("The roster %s is approved %s. %s"), days,
                               deputy ? _ ("by the deputy director for the director (KT.)") : _ ("by the director"),
                               missing),
              _ ("_Approve"));
}

static void
publish (McRosterPage *self)
{
  g_autofree char *days = mc_period_format_people (mc_roster_page_get_roster (self)->during);

  begin_step (
      self, MC_ROSTER_STATE_PUBLISHED, _ ("Publish the Roster?"),
      g_strdup_printf (_ ("From now on people work by the roster %s. It shows on all desks at once; cells change "
                          "only by amendments with a reason."),
                       days),
      _ ("_Publish"));
}

static void
return_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  McRosterPage *self = MC_ROSTER_PAGE (widget);

  if (mc_roster_page_is_ready (self))
    begin_step (self, MC_ROSTER_STATE_DRAFT, _ ("Send the Roster Back?"),
                g_strdup (_ ("It becomes a draft again, with your reason beside it.")), _ ("_Send Back"));
}

static DexFuture *
delete_fiber (gpointer data)
{
  Step *step = data;
  McRoster *roster = mc_roster_book_get_roster (step->book);
  McSession *session = get_session (step->page);
  g_autoptr (McChange) change = NULL;
  g_autoptr (GError) error = NULL;

  if (!session || !roster ||
      !dex_await_boolean (mc_ask_go (GTK_WIDGET (step->page), step->heading, step->body, step->verb, TRUE), &error))
    return dex_future_new_true ();
  change = mc_roster_change_delete (roster);
  return mc_commit (GTK_WIDGET (step->page), session, change);
}

static void
delete_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  McRosterPage *self = MC_ROSTER_PAGE (widget);
  Step *step;

  if (!mc_roster_page_is_ready (self))
    return;
  step = step_new (self, MC_ROSTER_STATE_DRAFT, _ ("Delete the Draft?"),
                   g_strdup (_ ("All its cells go with it; they do not come back.")), _ ("_Delete"));
  dex_future_disown (dex_scheduler_spawn (NULL, 0, delete_fiber, step, step_free));
}

/* --- The one verb at the top right --- */

static void
primary_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  McRosterPage *self = MC_ROSTER_PAGE (widget);
  McRoster *roster = mc_roster_page_get_roster (self);

  if (!roster)
    {
      gtk_widget_activate_action (widget, "roster.begin-plan", NULL);
      return;
    }
  switch (roster->state)
    {
    case MC_ROSTER_STATE_DRAFT:
      submit (self);
      break;
    case MC_ROSTER_STATE_SUBMITTED:
      approve (self);
      break;
    case MC_ROSTER_STATE_APPROVED:
      publish (self);
      break;
    case MC_ROSTER_STATE_PUBLISHED:
    case MC_ROSTER_STATE_AMENDED:
    default:
      gtk_widget_activate_action (widget, "roster.sick", NULL);
      break;
    }
}

void
mc_roster_page_set_primary (McRosterPage *self, McRoster *roster, gboolean can_write)
{
  const char *label = _ ("Plan"), *icon = "mc-roster-symbolic";
  gboolean enabled = can_write;

  if (roster && roster->state == MC_ROSTER_STATE_DRAFT)
    {
      label = _ ("Submit");
      icon = "document-send-symbolic";
    }
  else if (roster && roster->state == MC_ROSTER_STATE_SUBMITTED)
    {
      label = _ ("Approve");
      icon = "emblem-ok-symbolic";
      enabled = can_write && signs (self);
    }
  else if (roster && roster->state == MC_ROSTER_STATE_APPROVED)
    {
      label = _ ("Publish");
      icon = "emblem-ok-symbolic";
    }
  else if (roster)
    {
      label = _ ("Report Absence");
      icon = "mc-standard-symbolic";
    }
  g_object_set (self, "primary-label", label, "primary-icon", icon, NULL);
  mc_page_set_primary_enabled (MC_PAGE (self), enabled);
}

void
mc_roster_page_steps_class_init (GtkWidgetClass *klass)
{
  gtk_widget_class_install_action (klass, "roster.primary", NULL, primary_action);
  gtk_widget_class_install_action (klass, "roster.return", NULL, return_action);
  gtk_widget_class_install_action (klass, "roster.delete", NULL, delete_action);
}
