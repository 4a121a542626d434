/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mc-session-private.h"

#include <glib/gi18n-lib.h>

#include "mc-error.h"

#define TODAY_INTERVAL_S 20

enum
{
  PROP_0,
  PROP_PROFILE,
  PROP_STATE,
  PROP_STATE_TEXT,
  PROP_USER_NAME,
  PROP_LOGIN,
  PROP_GROUP_ROLE,
  PROP_GROUP_LABEL,
  PROP_SERVER_LABEL,
  PROP_CAN_WRITE,
  PROP_CAN_UNDO,
  PROP_CAN_REDO,
  PROP_UNDO_LABEL,
  PROP_REDO_LABEL,
  PROP_TODAY,
  PROP_AS_OF,
  N_PROPS,
};

enum
{
  FAILED,
  N_SIGNALS,
};

static GParamSpec *properties[N_PROPS];
static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (McSession, mc_session, G_TYPE_OBJECT)

static const char *
get_group_label (McSession *self)
{
  return self->account ? mc_enum_label (mc_group_role_values, self->account->group_role) : "";
}

static const char *
undo_label (McChange *change)
{
  return change ? mc_change_get_label (change) : NULL;
}

static void
get_text_property (McSession *self, guint id, GValue *value, GParamSpec *pspec)
{
  switch (id)
    {
    case PROP_STATE_TEXT:
      g_value_set_string (value, self->state_text);
      break;
    case PROP_USER_NAME:
      g_value_set_string (value, mc_session_get_user_name (self));
      break;
    case PROP_LOGIN:
      g_value_set_string (value, mc_session_get_login (self));
      break;
    case PROP_GROUP_ROLE:
      g_value_set_string (value, self->group);
      break;
    case PROP_GROUP_LABEL:
      g_value_set_string (value, get_group_label (self));
      break;
    case PROP_SERVER_LABEL:
      g_value_set_string (value, self->server_label);
      break;
    case PROP_UNDO_LABEL:
      g_value_set_string (value, undo_label (mc_undo_stack_peek_undo (self->undo)));
      break;
    case PROP_REDO_LABEL:
      g_value_set_string (value, undo_label (mc_undo_stack_peek_redo (self->undo)));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (self, id, pspec);
    }
}

static void
mc_session_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  McSession *self = MC_SESSION (object);

  switch (id)
    {
    case PROP_PROFILE:
      g_value_set_object (value, self->profile);
      break;
    case PROP_STATE:
      g_value_set_int (value, (int)self->state);
      break;
    case PROP_CAN_WRITE:
      g_value_set_boolean (value, mc_session_get_can_write (self));
      break;
    case PROP_CAN_UNDO:
      g_value_set_boolean (value, self->state == MC_SESSION_ONLINE && mc_undo_stack_peek_undo (self->undo));
      break;
    case PROP_CAN_REDO:
      g_value_set_boolean (value, self->state == MC_SESSION_ONLINE && mc_undo_stack_peek_redo (self->undo));
      break;
    case PROP_TODAY:
      g_value_set_int (value, self->today);
      break;
    case PROP_AS_OF:
      g_value_set_int (value, self->as_of);
      break;
    default:
      get_text_property (self, id, value, pspec);
    }
}

static void
mc_session_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  McSession *self = MC_SESSION (object);

  switch (id)
    {
    case PROP_AS_OF:
      mc_session_set_as_of (self, g_value_get_int (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
notify_undo (McSession *self)
{
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_CAN_UNDO]);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_CAN_REDO]);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_UNDO_LABEL]);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_REDO_LABEL]);
}

static void
mc_session_dispose (GObject *object)
{
  McSession *self = MC_SESSION (object);

  mc_session_detach (self);
  g_clear_handle_id (&self->today_timer, g_source_remove);
  G_OBJECT_CLASS (mc_session_parent_class)->dispose (object);
}

static void
mc_session_finalize (GObject *object)
{
  McSession *self = MC_SESSION (object);

  g_clear_object (&self->pool);
  g_clear_object (&self->store);
  g_clear_object (&self->hub);
  g_clear_object (&self->server);
  g_clear_object (&self->account);
  g_clear_object (&self->undo);
  g_clear_object (&self->drafts);
  g_clear_object (&self->claim);
  g_clear_object (&self->kept);
  g_clear_object (&self->pending);
  g_clear_object (&self->search);
  g_clear_object (&self->book);
  g_clear_object (&self->profile);
  g_clear_pointer (&self->findings, g_hash_table_unref);
  g_clear_pointer (&self->state_text, g_free);
  g_clear_pointer (&self->server_label, g_free);
  g_clear_pointer (&self->scans, g_free);
  g_clear_pointer (&self->group, g_free);
  dex_clear (&self->turn);
  g_ptr_array_unref (self->waiting);
  G_OBJECT_CLASS (mc_session_parent_class)->finalize (object);
}

static void
install_properties (GObjectClass *object_class)
{
  const GParamFlags flags = G_PARAM_READABLE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY;
  static const struct
  {
    guint id;
    const char *name;
  } texts[] = {
    { PROP_STATE_TEXT, "state-text" }, { PROP_USER_NAME, "user-name" },     { PROP_LOGIN, "login" },
    { PROP_GROUP_ROLE, "group-role" }, { PROP_GROUP_LABEL, "group-label" }, { PROP_SERVER_LABEL, "server-label" },
    { PROP_UNDO_LABEL, "undo-label" }, { PROP_REDO_LABEL, "redo-label" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    properties[texts[i].id] = g_param_spec_string (texts[i].name, NULL, NULL, NULL, flags);
  properties[PROP_PROFILE] = g_param_spec_object ("profile", NULL, NULL, MC_TYPE_PROFILE, flags);
  properties[PROP_STATE] =
      g_param_spec_int ("state", NULL, NULL, MC_SESSION_CONNECTING, MC_SESSION_CLOSED, MC_SESSION_CONNECTING, flags);
  properties[PROP_CAN_WRITE] = g_param_spec_boolean ("can-write", NULL, NULL, FALSE, flags);
  properties[PROP_CAN_UNDO] = g_param_spec_boolean ("can-undo", NULL, NULL, FALSE, flags);
  properties[PROP_CAN_REDO] = g_param_spec_boolean ("can-redo", NULL, NULL, FALSE, flags);
  properties[PROP_TODAY] = g_param_spec_int ("today", NULL, NULL, G_MININT, G_MAXINT, MC_DAY_NONE, flags);
  properties[PROP_AS_OF] =
      g_param_spec_int ("as-of", NULL, NULL, G_MININT, G_MAXINT, MC_DAY_NONE, flags | G_PARAM_WRITABLE);
  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
mc_session_class_init (McSessionClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->get_property = mc_session_get_property;
  object_class->set_property = mc_session_set_property;
  object_class->dispose = mc_session_dispose;
  object_class->finalize = mc_session_finalize;
  install_properties (object_class);
  signals[FAILED] = g_signal_new ("failed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                  G_TYPE_NONE, 1, G_TYPE_ERROR);
}

void
mc_session_begin_day (McSession *self, McDay today)
{
  McDay before = self->today;

  self->today = today;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_TODAY]);
  if (self->as_of == before)
    mc_session_set_as_of (self, today);
  if (self->hub)
    mc_list_hub_set_today (self->hub, today);
  if (self->judge)
    mc_finding_list_move (self->judge, today);
  /* A program that is never closed has its daily dump all the same. */
  mc_session_dump_daily (self);
}

/* Midnight in Cần Thơ, and a computer that wakes up days later, both move today. */
static gboolean
today_cb (gpointer data)
{
  McSession *self = data;
  McDay today = mc_day_today ();

  if (today != self->today)
    mc_session_begin_day (self, today);
  return G_SOURCE_CONTINUE;
}

static void
free_weak_ref (gpointer data)
{
  g_weak_ref_clear (data);
  g_free (data);
}

static void
mc_session_init (McSession *self)
{
  self->today = self->as_of = mc_day_today ();
  self->today_timer = g_timeout_add_seconds (TODAY_INTERVAL_S, today_cb, self);
  self->undo = mc_undo_stack_new ();
  self->pending = g_list_store_new (MC_TYPE_PENDING);
  self->waiting = g_ptr_array_new ();
  self->search = mc_search_new ();
  self->findings = g_hash_table_new_full (NULL, NULL, NULL, free_weak_ref);
  g_signal_connect_object (self->undo, "changed", G_CALLBACK (notify_undo), self, G_CONNECT_SWAPPED);
}

static void
unwritten_cb (McSession *self, const GError *error)
{
  g_autoptr (GError) text = g_error_new (
      MC_ERROR, MC_ERROR_FAILED,
      _ ("What is being filled in cannot be kept on this computer: %s. It is tried again; until then, do not close the "
         "program."),
      error->message);

  mc_session_fail (self, text);
}

McSession *
mc_session_new (McProfile *profile)
{
  McSession *self = g_object_new (MC_TYPE_SESSION, NULL);
  g_autofree char *name = g_uri_escape_string (mc_profile_get_id (profile), NULL, FALSE);
  g_autofree char *drafts = g_build_filename (g_get_user_state_dir (), "motcua", name, "drafts", NULL);
  g_autofree char *random = g_uuid_string_random ();
  g_autofree char *scans = g_strconcat ("opened-", random, NULL);
  g_autofree char *kept = g_build_filename (g_get_user_state_dir (), "motcua", name, "pending", NULL);

  self->profile = g_object_ref (profile);
  self->server_label = mc_profile_dup_label (profile);
  self->drafts = mc_draft_store_new (drafts);
  self->scans = g_build_filename (g_get_user_runtime_dir (), "motcua", scans, NULL);
  self->claim = mc_claimed_folder_new (kept);
  self->kept = mc_draft_store_new (mc_claimed_folder_get_path (self->claim));
  g_signal_connect_object (self->drafts, "failed", G_CALLBACK (unwritten_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->kept, "failed", G_CALLBACK (unwritten_cb), self, G_CONNECT_SWAPPED);
  return self;
}

static char *
describe_state (McSession *self)
{
  switch (self->state)
    {
    case MC_SESSION_CONNECTING:
      return g_strdup_printf (_ ("Connecting: %s"), self->server_label);
    case MC_SESSION_ONLINE:
      return g_strdup_printf (_ ("Connected: %s"), self->server_label);
    case MC_SESSION_OFFLINE:
      return g_strdup (_ ("The server cannot be reached. What is shown stays readable, changes are kept on this "
                          "computer, and the connection is tried again by itself."));
    case MC_SESSION_CLOSED:
    default:
      return g_strdup (_ ("Closed"));
    }
}

void
mc_session_set_state (McSession *self, McSessionState state, const char *text)
{
  McSessionState before = self->state;

  self->state = state;
  g_free (self->state_text);
  self->state_text = text ? g_strdup (text) : describe_state (self);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_STATE_TEXT]);
  if (before == state)
    return;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_STATE]);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_CAN_WRITE]);
  notify_undo (self);
}

void
mc_session_set_account (McSession *self, McAccount *account)
{
  g_set_object (&self->account, account);
  g_set_str (&self->group, mc_group_role_values[account->group_role].text);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_USER_NAME]);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_LOGIN]);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_GROUP_ROLE]);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_GROUP_LABEL]);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_CAN_WRITE]);
}

void
mc_session_fail (McSession *self, const GError *error)
{
  g_autoptr (GError) text = mc_session_error (self, g_error_copy (error));

  g_signal_emit (self, signals[FAILED], 0, text);
}

McProfile *
mc_session_get_profile (McSession *self)
{
  g_return_val_if_fail (MC_IS_SESSION (self), NULL);
  return self->profile;
}

McSessionState
mc_session_get_state (McSession *self)
{
  g_return_val_if_fail (MC_IS_SESSION (self), MC_SESSION_CLOSED);
  return self->state;
}

const char *
mc_session_get_state_text (McSession *self)
{
  g_return_val_if_fail (MC_IS_SESSION (self), NULL);
  return self->state_text;
}

/* The private server has one login for whoever sits here; the computer knows who that is. */
static const char *
get_private_name (void)
{
  const char *name = g_get_real_name ();

  return name && name[0] && g_strcmp0 (name, "Unknown") != 0 ? name : _ ("The person at this computer");
}

const char *
mc_session_get_user_name (McSession *self)
{
  g_return_val_if_fail (MC_IS_SESSION (self), NULL);
  if (self->account && mc_profile_get_kind (self->profile) == MC_PROFILE_PRIVATE &&
      g_strcmp0 (self->account->display_name, self->account->login) == 0)
    return get_private_name ();
  if (self->account && self->account->display_name)
    return self->account->display_name;
  return mc_session_get_login (self);
}

const char *
mc_session_get_login (McSession *self)
{
  g_return_val_if_fail (MC_IS_SESSION (self), NULL);
  return self->account ? self->account->login : NULL;
}

const char *
mc_session_get_group_role (McSession *self)
{
  g_return_val_if_fail (MC_IS_SESSION (self), NULL);
  return self->group;
}

const char *
mc_session_get_server_label (McSession *self)
{
  g_return_val_if_fail (MC_IS_SESSION (self), NULL);
  return self->server_label;
}

gboolean
mc_session_get_is_other_centre (McSession *self)
{
  g_return_val_if_fail (MC_IS_SESSION (self), FALSE);
  return self->is_other_centre;
}

McDay
mc_session_get_today (McSession *self)
{
  g_return_val_if_fail (MC_IS_SESSION (self), MC_DAY_NONE);
  return self->today;
}

McDay
mc_session_get_as_of (McSession *self)
{
  g_return_val_if_fail (MC_IS_SESSION (self), MC_DAY_NONE);
  return self->as_of;
}

void
mc_session_set_as_of (McSession *self, McDay day)
{
  g_return_if_fail (MC_IS_SESSION (self));
  if (day == MC_DAY_NONE)
    day = self->today;
  if (day == self->as_of)
    return;
  self->as_of = day;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_AS_OF]);
}

static gboolean
writes_as (McSession *self, const char *const *groups)
{
  return (self->state == MC_SESSION_ONLINE || self->state == MC_SESSION_OFFLINE) && self->group &&
         g_strv_contains (groups, self->group);
}

gboolean
mc_session_get_can_write (McSession *self)
{
  static const char *const writers[] = { "director", "deputy", "roster_office", NULL };

  g_return_val_if_fail (MC_IS_SESSION (self), FALSE);
  return writes_as (self, writers);
}

gboolean
mc_session_may_write (McSession *self, const char *table)
{
  /* As the policies of the database say. */
  static const struct
  {
    const char *table;
    const char *const groups[5];
  } others[] = {
    { "feedback", { "director", "deputy", "roster_office", "supervision" } },
    { "supervision_kind", { "director", "deputy", "supervision" } },
    { "supervision_note", { "supervision" } },
  };

  g_return_val_if_fail (MC_IS_SESSION (self), FALSE);
  for (gsize i = 0; i < G_N_ELEMENTS (others); i++)
    if (g_str_equal (others[i].table, table))
      return writes_as (self, others[i].groups);
  return mc_session_get_can_write (self);
}

McDraftStore *
mc_session_get_drafts (McSession *self)
{
  g_return_val_if_fail (MC_IS_SESSION (self), NULL);
  return self->drafts;
}

GListModel *
mc_session_get_pending (McSession *self)
{
  g_return_val_if_fail (MC_IS_SESSION (self), NULL);
  return G_LIST_MODEL (self->pending);
}

McSearch *
mc_session_get_search (McSession *self)
{
  g_return_val_if_fail (MC_IS_SESSION (self), NULL);
  return self->search;
}
