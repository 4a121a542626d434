/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The floor plan from the program: a refit drawn beside today's plan, seen on another desktop, and adopted. */
#include "mc-error.h"
#include "mc-floor-plan-actions.h"
#include "mc-plan-background.h"
#include "mc-plan-object.h"
#include "session-fixture.h"

static gint64
copy_plan (McSession *session, McFloorPlan *plan)
{
  GError *error = NULL;
  gint64 id = dex_await_int64 (mc_session_copy_floor_plan (session, mc_entity_get_id (MC_ENTITY (plan)), "Sửa quầy",
                                                           mc_session_get_today (session) + 10),
                               &error);

  g_assert_no_error (error);
  return id;
}

static gpointer
find_row (McLiveList *list, gint64 id)
{
  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (list)); i++)
    {
      g_autoptr (McEntity) row = g_list_model_get_item (G_LIST_MODEL (list), i);

      if (mc_entity_get_id (row) == id)
        return row;
    }
  return NULL;
}

static McLiveList *
objects_of (McSession *session, gint64 plan)
{
  McLiveList *list = mc_session_list_of (session, MC_TYPE_PLAN_OBJECT, "floor_plan_id", plan);

  SESSION_WAIT (g_list_model_get_n_items (G_LIST_MODEL (list)) > 600);
  return list;
}

/* A desk that one desktop moves on the draft moves on the other; today's plan does not move at all. */
static void
test_two_desktops (void)
{
  McSession *here = session_fixture_open ("an");
  McSession *there = session_fixture_open ("binh");
  g_autoptr (McLiveList) plans = session_fixture_list (here, MC_TYPE_FLOOR_PLAN);
  McFloorPlan *today = mc_floor_plan_at (G_LIST_MODEL (plans), mc_session_get_today (here));
  gint64 draft = copy_plan (there, today);
  g_autoptr (McLiveList) drawn = objects_of (here, draft);
  g_autoptr (McLiveList) seen = objects_of (there, draft);
  g_autoptr (McLiveList) fixed = objects_of (here, mc_entity_get_id (MC_ENTITY (today)));
  g_autoptr (McEntity) desk = g_list_model_get_item (G_LIST_MODEL (drawn), 100);
  g_autoptr (McEntity) wall = g_list_model_get_item (G_LIST_MODEL (fixed), 100);
  McPlanObject *other = find_row (seen, mc_entity_get_id (desk));
  double before = other->x;
  GError *error = NULL;

  dex_await (session_fixture_set_text (here, desk, "x", "12.345"), &error);
  g_assert_no_error (error);
  SESSION_WAIT (other->x > 12.3449 && other->x < 12.3451);
  dex_await (mc_session_undo (here), &error);
  g_assert_no_error (error);
  SESSION_WAIT (other->x >= before && other->x <= before);
  dex_await (session_fixture_set_text (here, wall, "x", "1"), &error);
  g_assert_error (error, MC_ERROR, MC_ERROR_DENIED);
  g_assert_cmpstr (error->message, ==,
                   "An adopted floor plan cannot be changed. Make a draft from it and change that.");
  g_clear_error (&error);
  session_fixture_close (here);
  session_fixture_close (there);
}

static void
test_adopt (void)
{
  McSession *session = session_fixture_open ("an");
  g_autoptr (McLiveList) plans = session_fixture_list (session, MC_TYPE_FLOOR_PLAN);
  McDay today = mc_session_get_today (session);
  McFloorPlan *old = mc_floor_plan_at (G_LIST_MODEL (plans), today);
  gint64 id = copy_plan (session, old);
  g_autoptr (McChange) change = NULL;
  McFloorPlan *draft;
  GError *error = NULL;

  SESSION_WAIT (find_row (plans, id) != NULL);
  draft = find_row (plans, id);
  change = mc_floor_plan_change_adopt (G_LIST_MODEL (plans), draft, today + 30);
  g_object_unref (session_fixture_commit (session, change));
  SESSION_WAIT (draft->state == MC_FLOOR_PLAN_STATE_ADOPTED);
  g_assert_true (mc_floor_plan_at (G_LIST_MODEL (plans), today + 29) == old);
  g_assert_true (mc_floor_plan_at (G_LIST_MODEL (plans), today + 30) == draft);
  dex_await (mc_session_undo (session), &error);
  g_assert_no_error (error);
  SESSION_WAIT (draft->state == MC_FLOOR_PLAN_STATE_DRAFT &&
                mc_floor_plan_at (G_LIST_MODEL (plans), today + 30) == old);
  session_fixture_close (session);
}

static void
test_background (void)
{
  McSession *session = session_fixture_open ("binh");
  g_autoptr (McLiveList) plans = session_fixture_list (session, MC_TYPE_FLOOR_PLAN);
  gint64 draft = copy_plan (session, mc_floor_plan_at (G_LIST_MODEL (plans), mc_session_get_today (session)));
  g_autoptr (McLiveList) objects = objects_of (session, draft);
  g_autoptr (McPlanObject) any = g_list_model_get_item (G_LIST_MODEL (objects), 0);
  g_autoptr (McPlanBackground) background = mc_plan_background_new ();
  g_autoptr (McChange) change = mc_change_new ("Lay a picture under the plan");
  g_autoptr (McLiveList) copied = NULL;
  g_autoptr (McPlanBackground) copy = NULL;
  g_autoptr (GBytes) bytes = NULL;
  GError *error = NULL;

  background->floor_plan_id = draft;
  background->floor_id = any->floor_id;
  background->file_name = g_strdup ("mat-bang.png");
  background->content = g_bytes_new_static ("picture", 7);
  background->scale = 0.01;
  background->locked = TRUE;
  mc_change_insert (change, MC_ENTITY (background));
  g_object_unref (session_fixture_commit (session, change));
  bytes = dex_await_boxed (mc_session_read_background (session, mc_entity_get_id (MC_ENTITY (background))), &error);
  g_assert_no_error (error);
  g_assert_cmpmem (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes), "picture", 7);
  /* A copy of the plan has it too, as it lies. */
  SESSION_WAIT (find_row (plans, draft) != NULL);
  copied = mc_session_list_of (session, MC_TYPE_PLAN_BACKGROUND, "floor_plan_id",
                               copy_plan (session, find_row (plans, draft)));
  SESSION_WAIT (g_list_model_get_n_items (G_LIST_MODEL (copied)) == 1);
  copy = g_list_model_get_item (G_LIST_MODEL (copied), 0);
  g_assert_true (copy->locked);
  g_assert_cmpfloat (copy->scale, ==, 0.01);
  g_assert_null (dex_await_boxed (mc_session_read_background (session, 987654), &error));
  g_assert_error (error, MC_ERROR, MC_ERROR_NOT_FOUND);
  g_clear_error (&error);
  session_fixture_close (session);
}

int
main (int argc, char **argv)
{
  session_fixture_init (&argc, &argv);
  mc_test_add_fiber ("/session-floor-plan/two-desktops", test_two_desktops);
  mc_test_add_fiber ("/session-floor-plan/adopt", test_adopt);
  mc_test_add_fiber ("/session-floor-plan/background", test_background);
  return session_fixture_run ();
}
