/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mc-org-source.h"

#include "mc-agency-entry.h"
#include "mc-post.h"
#include "mc-seat-entry.h"
#include "mc-section.h"
#include "mc-staff-entry.h"

enum
{
  SEATS,
  POSTS,
  SECTIONS,
  STAFF,
  AGENCIES,
  N_LISTS,
};

struct _McOrgSource
{
  GObject parent_instance;

  McDay day;
  McLiveList *lists[N_LISTS];
  McOrgChart *chart;
  guint making;
};

G_DEFINE_FINAL_TYPE (McOrgSource, mc_org_source, G_TYPE_OBJECT)

enum
{
  CHANGED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

static gboolean
make_cb (gpointer data)
{
  McOrgSource *self = data;
  McOrgChartInput input = { .day = self->day };

  self->making = 0;
  for (guint i = 0; i < N_LISTS; i++)
    if (!self->lists[i] || !mc_live_list_get_ready (self->lists[i]))
      {
        /* The page asks why there is none. */
        if (mc_org_source_get_error (self))
          g_signal_emit (self, signals[CHANGED], 0);
        return G_SOURCE_REMOVE;
      }
  input.seats = G_LIST_MODEL (self->lists[SEATS]);
  input.posts = G_LIST_MODEL (self->lists[POSTS]);
  input.sections = G_LIST_MODEL (self->lists[SECTIONS]);
  input.staff = G_LIST_MODEL (self->lists[STAFF]);
  input.agencies = G_LIST_MODEL (self->lists[AGENCIES]);
  g_clear_object (&self->chart);
  self->chart = mc_org_chart_new (&input);
  g_signal_emit (self, signals[CHANGED], 0);
  return G_SOURCE_REMOVE;
}

/* Several lists follow one change; one chart is enough. */
static void
changed_cb (McOrgSource *self)
{
  if (!self->making)
    self->making = g_idle_add (make_cb, self);
}

static void
let_go (McOrgSource *self)
{
  g_clear_handle_id (&self->making, g_source_remove);
  for (guint i = 0; i < N_LISTS; i++)
    {
      if (self->lists[i])
        g_signal_handlers_disconnect_by_data (self->lists[i], self);
      g_clear_object (&self->lists[i]);
    }
}

static void
mc_org_source_dispose (GObject *object)
{
  McOrgSource *self = MC_ORG_SOURCE (object);

  let_go (self);
  g_clear_object (&self->chart);
  G_OBJECT_CLASS (mc_org_source_parent_class)->dispose (object);
}

static void
mc_org_source_class_init (McOrgSourceClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = mc_org_source_dispose;
  signals[CHANGED] =
      g_signal_new ("changed", MC_TYPE_ORG_SOURCE, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
mc_org_source_init (McOrgSource *self)
{
  self->day = MC_DAY_NONE;
}

McOrgSource *
mc_org_source_new (void)
{
  return g_object_new (MC_TYPE_ORG_SOURCE, NULL);
}

void
mc_org_source_look_at (McOrgSource *self, McSession *session, McDay day)
{
  const GType nouns[N_LISTS] = { MC_TYPE_SEAT_ENTRY, MC_TYPE_POST, MC_TYPE_SECTION, MC_TYPE_STAFF_ENTRY,
                                 MC_TYPE_AGENCY_ENTRY };

  g_return_if_fail (MC_IS_ORG_SOURCE (self));
  let_go (self);
  self->day = day;
  if (!session || day == MC_DAY_NONE)
    {
      if (self->chart)
        {
          g_clear_object (&self->chart);
          g_signal_emit (self, signals[CHANGED], 0);
        }
      return;
    }
  for (guint i = 0; i < N_LISTS; i++)
    {
      self->lists[i] = mc_session_list (session, nouns[i], day);
      g_signal_connect_swapped (self->lists[i], "changed", G_CALLBACK (changed_cb), self);
      g_signal_connect_swapped (self->lists[i], "notify::ready", G_CALLBACK (changed_cb), self);
      g_signal_connect_swapped (self->lists[i], "notify::error", G_CALLBACK (changed_cb), self);
    }
  changed_cb (self);
}

McOrgChart *
mc_org_source_get_chart (McOrgSource *self)
{
  return self->chart;
}

const GError *
mc_org_source_get_error (McOrgSource *self)
{
  for (guint i = 0; i < N_LISTS; i++)
    if (self->lists[i] && !mc_live_list_get_ready (self->lists[i]) && mc_live_list_get_error (self->lists[i]))
      return mc_live_list_get_error (self->lists[i]);
  return NULL;
}
