/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mc-evaluation-book.h"

#include <math.h>

#include "mc-account.h"
#include "mc-agency.h"
#include "mc-appointment.h"
#include "mc-evaluation-result.h"
#include "mc-number.h"
#include "mc-person.h"
#include "mc-post.h"
#include "mc-seat.h"

enum
{
  CYCLES,
  EVALUATIONS,
  SCHEMES,
  CRITERIA,
  WEIGHTS,
  ACCOUNTS,
  APPOINTMENTS,
  SEATS,
  POSTS,
  PEOPLE,
  AGENCIES,
  SETTINGS,
  N_LISTS,
};

struct _McEvaluationBook
{
  GObject parent_instance;

  McSession *session;
  McCounterRegister *registry;
  McLiveList *lists[N_LISTS];
};

G_DEFINE_FINAL_TYPE (McEvaluationBook, mc_evaluation_book, G_TYPE_OBJECT)

static guint changed_signal;

static void
changed_cb (McEvaluationBook *self)
{
  g_signal_emit (self, changed_signal, 0);
}

static void
mc_evaluation_book_dispose (GObject *object)
{
  McEvaluationBook *self = MC_EVALUATION_BOOK (object);

  for (gsize i = 0; i < N_LISTS; i++)
    g_clear_object (&self->lists[i]);
  g_clear_object (&self->registry);
  g_clear_object (&self->session);
  G_OBJECT_CLASS (mc_evaluation_book_parent_class)->dispose (object);
}

static void
mc_evaluation_book_class_init (McEvaluationBookClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = mc_evaluation_book_dispose;
  changed_signal =
      g_signal_new ("changed", MC_TYPE_EVALUATION_BOOK, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
mc_evaluation_book_init (McEvaluationBook *self)
{
}

McEvaluationBook *
mc_evaluation_book_new (McSession *session)
{
  const GType nouns[N_LISTS] = { MC_TYPE_EVALUATION_CYCLE,
                                 MC_TYPE_EVALUATION,
                                 MC_TYPE_EVALUATION_SCHEME,
                                 MC_TYPE_EVALUATION_CRITERION,
                                 MC_TYPE_EVALUATION_WEIGHT,
                                 MC_TYPE_ACCOUNT,
                                 MC_TYPE_APPOINTMENT,
                                 MC_TYPE_SEAT,
                                 MC_TYPE_POST,
                                 MC_TYPE_PERSON,
                                 MC_TYPE_AGENCY,
                                 MC_TYPE_SETTING };
  McEvaluationBook *self = g_object_new (MC_TYPE_EVALUATION_BOOK, NULL);

  self->session = g_object_ref (session);
  self->registry = mc_counter_register_new (session, mc_session_get_today (session));
  g_signal_connect_object (self->registry, "changed", G_CALLBACK (changed_cb), self, G_CONNECT_SWAPPED);
  for (gsize i = 0; i < N_LISTS; i++)
    {
      self->lists[i] = mc_session_list (session, nouns[i], MC_DAY_NONE);
      g_signal_connect_object (self->lists[i], "changed", G_CALLBACK (changed_cb), self,
                               G_CONNECT_SWAPPED | G_CONNECT_AFTER);
    }
  return self;
}

McSession *
mc_evaluation_book_get_session (McEvaluationBook *self)
{
  return self->session;
}

McLiveList *
mc_evaluation_book_get_cycles (McEvaluationBook *self)
{
  return self->lists[CYCLES];
}

McLiveList *
mc_evaluation_book_get_evaluations (McEvaluationBook *self)
{
  return self->lists[EVALUATIONS];
}

McEvaluationScheme *
mc_evaluation_book_get_scheme (McEvaluationBook *self, McEvaluation *evaluation)
{
  return mc_live_list_get_by_id (self->lists[SCHEMES], evaluation->scheme_id);
}

McEvaluationCycle *
mc_evaluation_book_get_cycle (McEvaluationBook *self, McEvaluation *evaluation)
{
  return mc_live_list_get_by_id (self->lists[CYCLES], evaluation->cycle_id);
}

McRatingLimits
mc_evaluation_book_get_limits (McEvaluationBook *self)
{
  McRatingLimits limits = MC_RATING_LIMITS_DEFAULT;
  GListModel *all = G_LIST_MODEL (self->lists[SETTINGS]);

  for (guint i = 0; i < g_list_model_get_n_items (all); i++)
    {
      g_autoptr (McSetting) setting = g_list_model_get_item (all, i);

      mc_rating_limits_take_setting (&limits, setting);
    }
  return limits;
}

GPtrArray *
mc_evaluation_book_dup_schemes (McEvaluationBook *self)
{
  GPtrArray *found = g_ptr_array_new_with_free_func (g_object_unref);
  GListModel *all = G_LIST_MODEL (self->lists[SCHEMES]);

  for (guint i = 0; i < g_list_model_get_n_items (all); i++)
    {
      g_autoptr (McEvaluationScheme) scheme = g_list_model_get_item (all, i);

      if (mc_period_contains (scheme->during, mc_session_get_today (self->session)))
        g_ptr_array_add (found, g_steal_pointer (&scheme));
    }
  return found;
}

static int
compare_criteria (gconstpointer a, gconstpointer b)
{
  const McEvaluationCriterion *x = *(McEvaluationCriterion *const *)a, *y = *(McEvaluationCriterion *const *)b;

  return x->sort_order - y->sort_order;
}

GPtrArray *
mc_evaluation_book_dup_scheme_criteria (McEvaluationBook *self, gint64 scheme)
{
  GPtrArray *found = g_ptr_array_new_with_free_func (g_object_unref);
  GListModel *all = G_LIST_MODEL (self->lists[CRITERIA]);

  for (guint i = 0; i < g_list_model_get_n_items (all); i++)
    {
      g_autoptr (McEvaluationCriterion) criterion = g_list_model_get_item (all, i);

      if (criterion->scheme_id == scheme)
        g_ptr_array_add (found, g_steal_pointer (&criterion));
    }
  g_ptr_array_sort (found, compare_criteria);
  return found;
}

GPtrArray *
mc_evaluation_book_dup_criteria (McEvaluationBook *self, McEvaluation *evaluation)
{
  return mc_evaluation_book_dup_scheme_criteria (self, evaluation->scheme_id);
}

GPtrArray *
mc_evaluation_book_dup_weights (McEvaluationBook *self)
{
  GPtrArray *found = g_ptr_array_new_with_free_func (g_object_unref);
  GListModel *all = G_LIST_MODEL (self->lists[WEIGHTS]);

  for (guint i = 0; i < g_list_model_get_n_items (all); i++)
    g_ptr_array_add (found, g_list_model_get_item (all, i));
  return found;
}

McLiveList *
mc_evaluation_book_get_schemes (McEvaluationBook *self)
{
  return self->lists[SCHEMES];
}

McLiveList *
mc_evaluation_book_get_posts (McEvaluationBook *self)
{
  return self->lists[POSTS];
}

guint
mc_evaluation_book_count_use (McEvaluationBook *self, gint64 scheme, McDay *until)
{
  GListModel *all = G_LIST_MODEL (self->lists[EVALUATIONS]);
  guint n_signed = 0;

  *until = MC_DAY_NONE;
  for (guint i = 0; i < g_list_model_get_n_items (all); i++)
    {
      g_autoptr (McEvaluation) evaluation = g_list_model_get_item (all, i);
      McEvaluationCycle *cycle =
          evaluation->scheme_id == scheme ? mc_evaluation_book_get_cycle (self, evaluation) : NULL;

      if (!cycle)
        continue;
      n_signed += evaluation->state == MC_EVALUATION_STATE_SIGNED;
      if (*until == MC_DAY_NONE || cycle->during.until > *until)
        *until = cycle->during.until;
    }
  return n_signed;
}

McEvaluation *
mc_evaluation_book_find_next (McEvaluationBook *self, McEvaluation *evaluation)
{
  GListModel *all = G_LIST_MODEL (self->lists[EVALUATIONS]);
  gint64 id = mc_entity_get_id (MC_ENTITY (evaluation));

  for (guint i = 0; i < g_list_model_get_n_items (all); i++)
    {
      g_autoptr (McEvaluation) other = g_list_model_get_item (all, i);

      if (other->previous_id == id)
        return mc_live_list_get_by_id (self->lists[EVALUATIONS], mc_entity_get_id (MC_ENTITY (other)));
    }
  return NULL;
}

char *
mc_evaluation_book_dup_person (McEvaluationBook *self, McEvaluation *evaluation)
{
  return mc_counter_register_dup_person (self->registry, evaluation->person_id);
}

char *
mc_evaluation_book_dup_person_key (McEvaluationBook *self, McEvaluation *evaluation)
{
  McPerson *person = mc_live_list_get_by_id (self->lists[PEOPLE], evaluation->person_id);

  return person ? g_strdup (person->sort_key) : NULL;
}

char *
mc_evaluation_book_dup_agency_code (McEvaluationBook *self, McEvaluation *evaluation)
{
  McAgency *agency =
      evaluation->agency_id ? mc_live_list_get_by_id (self->lists[AGENCIES], evaluation->agency_id) : NULL;

  return g_strdup (agency ? agency->code : "–");
}

char *
mc_evaluation_book_dup_agency (McEvaluationBook *self, McEvaluation *evaluation)
{
  return evaluation->agency_id ? mc_counter_register_dup_agency (self->registry, evaluation->agency_id)
                               : g_strdup ("–");
}

char *
mc_evaluation_book_dup_band (McEvaluationBook *self, McEvaluation *evaluation)
{
  McEvaluationScheme *scheme = mc_evaluation_book_get_scheme (self, evaluation);
  g_autofree char *name = scheme && evaluation->band ? mc_evaluation_band_dup_name (scheme, evaluation->band) : NULL;

  return name && *name ? g_steal_pointer (&name) : g_strdup ("–");
}

char *
mc_evaluation_book_dup_total (McEvaluationBook *self, McEvaluation *evaluation)
{
  return isnan (evaluation->total) ? g_strdup ("–") : mc_number_format (evaluation->total, 1);
}

/* (transfer full) (nullable) */
static McAccount *
find_account (McEvaluationBook *self, const char *login)
{
  GListModel *all = G_LIST_MODEL (self->lists[ACCOUNTS]);

  for (guint i = 0; i < g_list_model_get_n_items (all); i++)
    {
      g_autoptr (McAccount) account = g_list_model_get_item (all, i);

      if (g_strcmp0 (account->login, login) == 0)
        return g_steal_pointer (&account);
    }
  return NULL;
}

char *
mc_evaluation_book_dup_account (McEvaluationBook *self, const char *login)
{
  g_autoptr (McAccount) account = find_account (self, login);

  if (g_strcmp0 (login, mc_session_get_login (self->session)) == 0)
    return g_strdup (mc_session_get_user_name (self->session));
  return g_strdup (account && account->display_name ? account->display_name : login);
}

char *
mc_evaluation_book_dup_signer (McEvaluationBook *self, McEvaluation *evaluation)
{
  return mc_evaluation_book_dup_account (self, evaluation->signed_by);
}

/* The person whose account is at work; 0 for an account of nobody. */
static gint64
own_person (McEvaluationBook *self)
{
  g_autoptr (McAccount) account = find_account (self, mc_session_get_login (self->session));

  return account && account->active ? account->person_id : 0;
}

/* A post heads its section where others of the section report to it. */
static gboolean
heads (McEvaluationBook *self, McPost *post)
{
  GListModel *all = G_LIST_MODEL (self->lists[POSTS]);

  for (guint i = 0; i < g_list_model_get_n_items (all); i++)
    {
      g_autoptr (McPost) other = g_list_model_get_item (all, i);

      if (other->reports_to_post_id == mc_entity_get_id (MC_ENTITY (post)) && other->section_id == post->section_id)
        return TRUE;
    }
  return FALSE;
}

static gboolean
heads_section (McEvaluationBook *self, gint64 person, gint64 section)
{
  GListModel *all = G_LIST_MODEL (self->lists[APPOINTMENTS]);
  McDay today = mc_session_get_today (self->session);

  for (guint i = 0; person && section && i < g_list_model_get_n_items (all); i++)
    {
      g_autoptr (McAppointment) appointment = g_list_model_get_item (all, i);
      McSeat *seat = appointment->person_id == person && mc_period_contains (appointment->during, today)
                         ? mc_live_list_get_by_id (self->lists[SEATS], appointment->seat_id)
                         : NULL;
      McPost *post = seat ? mc_live_list_get_by_id (self->lists[POSTS], seat->post_id) : NULL;

      if (post && post->section_id == section && heads (self, post))
        return TRUE;
    }
  return FALSE;
}

gboolean
mc_evaluation_book_leads (McEvaluationBook *self)
{
  const char *group = mc_session_get_group_role (self->session);

  return mc_session_get_can_write (self->session) &&
         (g_strcmp0 (group, "director") == 0 || g_strcmp0 (group, "deputy") == 0);
}

gboolean
mc_evaluation_book_may (McEvaluationBook *self, McEvaluation *evaluation, McRaterRole role)
{
  gint64 own = own_person (self);

  if (role == MC_RATER_SELF)
    return own != 0 && evaluation->person_id == own;
  if (own != 0 && evaluation->person_id == own)
    return role == MC_RATER_COMPUTED && mc_evaluation_book_leads (self);
  if (role == MC_RATER_SECTION)
    return heads_section (self, own, evaluation->section_id);
  if (role == MC_RATER_SUPERVISION)
    return g_strcmp0 (mc_session_get_group_role (self->session), "supervision") == 0;
  return mc_evaluation_book_leads (self);
}

McRaterRole
mc_evaluation_turn (McEvaluation *evaluation)
{
  static const McRaterRole turns[] = { MC_RATER_SELF, MC_RATER_SECTION, MC_RATER_SUPERVISION, MC_RATER_DIRECTOR,
                                       MC_RATER_COMPUTED };

  return turns[evaluation->state];
}
