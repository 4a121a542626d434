/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mc-evaluation-notices.h"

#include <glib/gi18n.h>
#include <string.h>

#include "mc-agency-entry.h"
#include "mc-ask.h"
#include "mc-commit.h"
#include "mc-evaluation-paper.h"
#include "mc-evaluation-actions.h"
#include "mc-official-words.h"
#include "mc-paper-text.h"
#include "mc-person.h"
#include "mc-post.h"
#include "mc-registered-paper.h"
#include "mc-report.h"
#include "mc-session-office.h"
#include "mc-setting.h"

/* All that papers of a cycle are made of. */
typedef struct
{
  GtkWidget *from;
  McEvaluationBook *book;
  McEvaluationCycle *cycle;

  McLiveList *templates; /* in force on the day on which they are made */
  McLiveList *agencies;  /* of the last day of the cycle */
  McLiveList *posts;
  McLiveList *papers;
  McLiveList *settings;
  McPaperOffice *office;
  McChange *change;
  guint n_drafts;
} Job;

static void
job_free (gpointer data)
{
  Job *job = data;

  g_object_unref (job->from);
  g_object_unref (job->book);
  g_object_unref (job->cycle);
  g_clear_object (&job->templates);
  g_clear_object (&job->agencies);
  g_clear_object (&job->posts);
  g_clear_object (&job->papers);
  g_clear_object (&job->settings);
  g_clear_pointer (&job->office, mc_paper_office_free);
  g_clear_object (&job->change);
  g_free (job);
}

static void
spawn (GtkWidget *from, McEvaluationBook *book, McEvaluationCycle *cycle, DexFiberFunc fiber)
{
  Job *job = g_new0 (Job, 1);

  job->from = g_object_ref (from);
  job->book = g_object_ref (book);
  job->cycle = g_object_ref (cycle);
  dex_future_disown (dex_scheduler_spawn (NULL, 0, fiber, job, job_free));
}

/* --- Rows --- */

static void
row_clear (gpointer data)
{
  McEvaluationPaperRow *row = data;

  g_free ((char *)row->person);
  g_free ((char *)row->agency);
  g_free ((char *)row->post);
  g_free ((char *)row->scheme);
  g_free ((char *)row->total);
  g_free ((char *)row->band);
  g_free ((char *)row->proposal);
}

static McPaperTemplate *
find_template (Job *job, McPaperKind kind)
{
  GListModel *all = G_LIST_MODEL (job->templates);

  for (guint i = 0; i < g_list_model_get_n_items (all); i++)
    {
      g_autoptr (McPaperTemplate) template = g_list_model_get_item (all, i);

      if (template->kind == kind && g_strcmp0 (template->language, "vi") == 0)
        return mc_live_list_get_by_id (job->templates, mc_entity_get_id (MC_ENTITY (template)));
    }
  return NULL;
}

static char *
dup_agency_name (Job *job, gint64 agency)
{
  McAgencyEntry *entry = mc_live_list_get_by_id (job->agencies, agency);

  return g_strdup (entry && entry->name ? entry->name : "…");
}

/* The best level is worth a commendation, the last one a look; by the order of the scheme's bands. */
static char *
dup_proposal (McEvaluationScheme *scheme, const char *band)
{
  g_autoptr (JsonNode) node = scheme && scheme->bands ? json_from_string (scheme->bands, NULL) : NULL;
  JsonArray *bands = node && JSON_NODE_HOLDS_ARRAY (node) ? json_node_get_array (node) : NULL;
  guint n = bands ? json_array_get_length (bands) : 0;

  if (n > 1 &&
      g_strcmp0 (json_object_get_string_member_with_default (json_array_get_object_element (bands, 0), "code", ""),
                 band) == 0)
    return g_strdup ("Khen thưởng");
  if (n > 1 &&
      g_strcmp0 (json_object_get_string_member_with_default (json_array_get_object_element (bands, n - 1), "code", ""),
                 band) == 0)
    return g_strdup ("Xem xét, xử lý");
  return g_strdup ("–");
}

static void
add_row (Job *job, GArray *rows, McEvaluation *evaluation)
{
  McPost *post = evaluation->post_id ? mc_live_list_get_by_id (job->posts, evaluation->post_id) : NULL;
  McEvaluationScheme *scheme = mc_evaluation_book_get_scheme (job->book, evaluation);
  McEvaluationPaperRow row = {
    .person = mc_evaluation_book_dup_person (job->book, evaluation),
    .agency = dup_agency_name (job, evaluation->agency_id),
    .post = g_strdup (post ? post->name : "–"),
    .scheme = g_strdup (scheme ? scheme->source : "–"),
    .total = mc_evaluation_book_dup_total (job->book, evaluation),
    .band = mc_evaluation_book_dup_band (job->book, evaluation),
    .proposal = dup_proposal (scheme, evaluation->band),
  };

  g_array_append_val (rows, row);
}

/* What is signed and was not reopened, of one agency or (0) of all; @open counts the others. */
static GArray *
dup_rows (Job *job, gint64 agency, guint *open)
{
  GArray *rows = g_array_new (FALSE, FALSE, sizeof (McEvaluationPaperRow));
  GListModel *all = G_LIST_MODEL (mc_evaluation_book_get_evaluations (job->book));

  g_array_set_clear_func (rows, row_clear);
  for (guint i = 0; i < g_list_model_get_n_items (all); i++)
    {
      g_autoptr (McEvaluation) evaluation = g_list_model_get_item (all, i);

      if (evaluation->cycle_id != mc_entity_get_id (MC_ENTITY (job->cycle)) ||
          (agency && evaluation->agency_id != agency))
        continue;
      if (evaluation->state == MC_EVALUATION_STATE_SIGNED && !mc_evaluation_book_find_next (job->book, evaluation))
        add_row (job, rows, evaluation);
      else if (open && evaluation->state != MC_EVALUATION_STATE_SIGNED)
        (*open)++;
    }
  return rows;
}

/* --- Papers --- */

static GHashTable *
make_values (Job *job, gint64 agency, guint n)
{
  GHashTable *values = g_hash_table_new_full (g_str_hash, g_str_equal, NULL, g_free);
  McOfficialFrame frame = mc_paper_office_get_frame (job->office);
  static const char *const quarters[] = { "I", "II", "III", "IV" };
  int year, month;
  char *period;

  mc_day_split (job->cycle->during.from, &year, &month, NULL);
  /* In Vietnamese, whatever the language of the program: the paper is. */
  if (job->cycle->kind == MC_CYCLE_MONTH)
    period = g_strdup_printf ("tháng %02d năm %d", month, year);
  else if (job->cycle->kind == MC_CYCLE_QUARTER)
    period = g_strdup_printf ("quý %s năm %d", quarters[(month - 1) / 3], year);
  else
    period = g_strdup_printf ("năm %d", year);
  g_hash_table_insert (values, (gpointer) "centre", g_strdup (frame.issuer ? frame.issuer : ""));
  g_hash_table_insert (values, (gpointer) "period", period);
  g_hash_table_insert (values, (gpointer) "from", mc_official_format_day (job->cycle->during.from));
  g_hash_table_insert (values, (gpointer) "to", mc_official_format_day (job->cycle->during.until - 1));
  g_hash_table_insert (values, (gpointer) "count", g_strdup_printf ("%02u", n));
  if (agency)
    g_hash_table_insert (values, (gpointer) "agency", dup_agency_name (job, agency));
  return values;
}

static gboolean
is_there (Job *job, McPaperKind kind, gint64 agency, const char *abstract)
{
  GListModel *all = G_LIST_MODEL (job->papers);

  for (guint i = 0; i < g_list_model_get_n_items (all); i++)
    {
      g_autoptr (McRegisteredPaper) paper = g_list_model_get_item (all, i);

      if (paper->kind == kind && paper->agency_id == agency && paper->state != MC_PAPER_STATE_WITHDRAWN &&
          g_strcmp0 (paper->abstract, abstract) == 0)
        return TRUE;
    }
  return FALSE;
}

static void
add_draft (Job *job, McPaperKind kind, gint64 agency)
{
  McPaperTemplate *texts = find_template (job, kind);
  g_autoptr (GArray) rows = dup_rows (job, agency, NULL);
  g_autoptr (GHashTable) values = make_values (job, agency, rows->len);
  g_autoptr (McRegisteredPaper) draft = mc_registered_paper_new ();
  McOfficialFrame frame = mc_paper_office_get_frame (job->office);
  g_autoptr (McOfficialPaper) paper = NULL;

  if (!texts || rows->len == 0)
    return;
  draft->abstract = mc_paper_text_fill (texts->abstract, values);
  if (is_there (job, kind, agency, draft->abstract))
    return;
  draft->symbol = mc_paper_office_dup_symbol (job->office, texts->type_code);
  frame.symbol = draft->symbol;
  frame.authority = "Giám đốc";
  paper = mc_evaluation_paper_new (texts, &frame, values, rows);
  draft->kind = kind;
  g_set_str (&draft->type_code, texts->type_code);
  draft->recipients = mc_paper_text_fill (texts->addressee ? texts->addressee : texts->recipients, values);
  draft->content = mc_official_paper_to_json (paper);
  draft->agency_id = agency;
  mc_change_insert (job->change, MC_ENTITY (draft));
  job->n_drafts++;
}

/* The agencies whose people are evaluated in the cycle, each once. */
static GArray *
dup_agencies (Job *job)
{
  GArray *found = g_array_new (FALSE, FALSE, sizeof (gint64));
  GListModel *all = G_LIST_MODEL (mc_evaluation_book_get_evaluations (job->book));

  for (guint i = 0; i < g_list_model_get_n_items (all); i++)
    {
      g_autoptr (McEvaluation) evaluation = g_list_model_get_item (all, i);
      gboolean there = evaluation->agency_id == 0 || evaluation->cycle_id != mc_entity_get_id (MC_ENTITY (job->cycle));

      for (guint k = 0; !there && k < found->len; k++)
        there = g_array_index (found, gint64, k) == evaluation->agency_id;
      if (!there)
        g_array_append_val (found, evaluation->agency_id);
    }
  return found;
}

static gboolean
open_lists (Job *job, GError **error)
{
  McSession *session = mc_evaluation_book_get_session (job->book);
  McDay today = mc_session_get_today (session);
  McLiveList **lists[] = { &job->templates, &job->agencies, &job->posts, &job->papers, &job->settings };

  job->templates = mc_session_list (session, MC_TYPE_PAPER_TEMPLATE, today);
  job->agencies = mc_session_list (session, MC_TYPE_AGENCY_ENTRY, job->cycle->during.until - 1);
  job->posts = mc_session_list (session, MC_TYPE_POST, MC_DAY_NONE);
  job->papers = mc_session_list (session, MC_TYPE_REGISTERED_PAPER, MC_DAY_NONE);
  job->settings = mc_session_list (session, MC_TYPE_SETTING, MC_DAY_NONE);
  for (gsize i = 0; i < G_N_ELEMENTS (lists); i++)
    if (!dex_await (mc_live_list_when_ready (*lists[i]), error))
      return FALSE;
  job->office = mc_session_office_new (session);
  job->change = mc_change_new (_ ("Draft the papers of an evaluation"));
  return TRUE;
}

static void
add_drafts (Job *job)
{
  g_autoptr (GArray) agencies = dup_agencies (job);
  McPaperKind kind =
      job->cycle->kind == MC_CYCLE_YEAR ? MC_PAPER_KIND_EVALUATION_YEAR : MC_PAPER_KIND_EVALUATION_NOTICE;

  for (guint i = 0; i < agencies->len; i++)
    add_draft (job, kind, g_array_index (agencies, gint64, i));
  if (job->cycle->kind == MC_CYCLE_QUARTER)
    add_draft (job, MC_PAPER_KIND_EVALUATION_QUARTER, 0);
}

static DexFuture *
notices_fiber (gpointer data)
{
  Job *job = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GArray) rows = NULL;
  g_autofree char *name = mc_evaluation_cycle_dup_name (job->cycle), *heading = NULL, *body = NULL;
  guint open = 0;

  if (!open_lists (job, &error))
    {
      mc_report_error (job->from, _ ("The papers were not made."), error);
      return dex_future_new_false ();
    }
  rows = dup_rows (job, 0, &open);
  add_drafts (job);
  if (job->n_drafts == 0)
    {
      mc_report_toast (job->from, rows->len == 0 ? _ ("Nothing of this cycle is signed yet.")
                                                 : _ ("All papers of this cycle are in the register already."));
      return dex_future_new_false ();
    }
  heading = g_strdup_printf (_ ("Papers of %s"), name);
  body = g_strdup_printf (
      _ ("%u drafts are made, from %u signed evaluations; %u are not signed and are left out. The drafts stand in "
         "the register of documents; nothing goes out before they are issued there."),
      job->n_drafts, rows->len, open);
  if (!dex_await (mc_ask_go (job->from, heading, body, _ ("_Make the Drafts"), FALSE), NULL))
    return dex_future_new_false ();
  if (dex_await (mc_commit (job->from, mc_evaluation_book_get_session (job->book), job->change), NULL))
    gtk_widget_activate_action (job->from, "win.open-target", "s", "documents");
  return dex_future_new_true ();
}

void
mc_evaluation_make_notices (GtkWidget *from, McEvaluationBook *book, McEvaluationCycle *cycle)
{
  spawn (from, book, cycle, notices_fiber);
}

static DexFuture *
run_fiber (gpointer data)
{
  Job *job = data;
  McSession *session = mc_evaluation_book_get_session (job->book);
  g_autoptr (GError) error = NULL;
  g_autoptr (McLiveList) ours = NULL;
  g_autofree char *text = NULL;
  guint n = 0;

  if (dex_await (mc_session_open_evaluations (session, job->cycle->kind, job->cycle->during.from, NULL, 0), &error))
    {
      ours = mc_session_list_of (session, MC_TYPE_EVALUATION, "cycle_id", mc_entity_get_id (MC_ENTITY (job->cycle)));
      dex_await (mc_live_list_when_ready (ours), &error);
    }
  for (guint i = 0; ours && !error && i < g_list_model_get_n_items (G_LIST_MODEL (ours)); i++)
    {
      g_autoptr (McEvaluation) evaluation = g_list_model_get_item (G_LIST_MODEL (ours), i);

      if (evaluation->state == MC_EVALUATION_STATE_SIGNED)
        continue;
      dex_await (mc_session_reckon_evaluation (session, mc_entity_get_id (MC_ENTITY (evaluation))), &error);
      n++;
    }
  if (error)
    mc_report_error (job->from, _ ("The people of the centre were not taken in."), error);
  else
    {
      text = g_strdup_printf (_ ("%u evaluations were reckoned."), n);
      mc_report_toast (job->from, text);
    }
  return dex_future_new_true ();
}

void
mc_evaluation_run_cycle (GtkWidget *from, McEvaluationBook *book, McEvaluationCycle *cycle)
{
  mc_report_toast (from, _ ("The evidence is gathered; this takes a moment."));
  spawn (from, book, cycle, run_fiber);
}

static DexFuture *
close_fiber (gpointer data)
{
  Job *job = data;
  g_autoptr (McChange) change = mc_change_new (_ ("Close the cycle"));
  g_autoptr (McEvaluationCycle) after = mc_entity_clone (job->cycle);

  after->state = MC_CYCLE_STATE_CLOSED;
  mc_change_update (change, MC_ENTITY (job->cycle), MC_ENTITY (after));
  return mc_commit (job->from, mc_evaluation_book_get_session (job->book), change);
}

void
mc_evaluation_close_cycle (GtkWidget *from, McEvaluationBook *book, McEvaluationCycle *cycle)
{
  spawn (from, book, cycle, close_fiber);
}
