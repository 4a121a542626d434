/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <string.h>

#include "mc-account-store.h"
#include "mc-agency-entry.h"
#include "mc-agency-store.h"
#include "mc-attachment-store.h"
#include "mc-audit-access.h"
#include "mc-audit-change.h"
#include "mc-audit-store.h"
#include "mc-error.h"
#include "mc-headcount-store.h"
#include "mc-loader.h"
#include "mc-migrator.h"
#include "mc-person-store.h"
#include "mc-person.h"
#include "mc-seat-entry.h"
#include "mc-staff-entry.h"
#include "mc-staff-store.h"
#include "mc-tour.h"
#include "store-fixture.h"

#define BASE_DAY (mc_day_new (2026, 9, 15))

/* The sample centre, in which the aggregates are tried. */
static McStore *
sample_store (const char *group)
{
  static gboolean loaded;

  if (!loaded)
    {
      g_autoptr (McStore) owner = fixture_store (NULL);
      GError *error = NULL;

      g_assert_true (dex_await_boolean (mc_loader_is_empty (owner), &error));
      dex_await (mc_loader_load_demo (owner, BASE_DAY), &error);
      g_assert_no_error (error);
      g_assert_false (dex_await_boolean (mc_loader_is_empty (owner), &error));
      loaded = TRUE;
    }
  return fixture_store (group);
}

static GPtrArray *
rows (DexFuture *future)
{
  GError *error = NULL;
  GPtrArray *found = dex_await_boxed (future, &error);

  g_assert_no_error (error);
  return found;
}

static McStaffEntry *
somebody (McStore *store)
{
  g_autoptr (GPtrArray) staff = rows (mc_staff_store_list (store, BASE_DAY));

  for (guint i = 0; i < staff->len; i++)
    if (MC_STAFF_ENTRY (staff->pdata[i])->state == MC_STAFF_STATE_PRESENT)
      return g_object_ref (staff->pdata[i]);
  g_assert_not_reached ();
}

static void
test_states (void)
{
  g_autoptr (McStore) store = sample_store ("viewer");
  g_autoptr (GPtrArray) staff = rows (mc_staff_store_list (store, BASE_DAY));
  g_autoptr (GPtrArray) agencies = rows (mc_agency_store_list (store, BASE_DAY));
  g_autoptr (GPtrArray) before = rows (mc_agency_store_list (store, mc_day_new (2025, 6, 30)));
  g_autoptr (McQuery) query = mc_query_at (mc_query_new (), BASE_DAY);
  g_autoptr (GPtrArray) seats = rows (mc_store_list (store, MC_TYPE_SEAT_ENTRY, query));
  g_autoptr (JsonNode) headcount = dex_await_boxed (mc_headcount_store_at (store, BASE_DAY), NULL);
  guint present = 0;
  gint64 agency;

  for (guint i = 0; i < staff->len; i++)
    {
      McStaffEntry *entry = staff->pdata[i];

      g_assert_cmpint (mc_entity_get_id (MC_ENTITY (entry)), >, 0);
      if (i > 0)
        g_assert_cmpstr (MC_STAFF_ENTRY (staff->pdata[i - 1])->sort_key, <=, entry->sort_key);
      if (entry->state == MC_STAFF_STATE_PRESENT)
        {
          g_assert_cmpint (entry->tour_id, >, 0);
          g_assert_cmpint (entry->tour_role, ==, MC_TOUR_ROLE_PRIMARY);
          present++;
        }
    }
  g_assert_cmpuint (present, >=, 30);
  g_assert_cmpuint (before->len, >, agencies->len);
  g_assert_cmpuint (seats->len, ==, 41);
  g_assert_cmpint (json_object_get_int_member (json_node_get_object (headcount), "posts"), ==, 41);

  for (guint i = 0; i < before->len; i++)
    if (g_str_equal (MC_AGENCY_ENTRY (before->pdata[i])->code, "GTVT"))
      {
        agency =
            dex_await_int64 (mc_agency_store_successor_of (store, mc_entity_get_id (before->pdata[i]), BASE_DAY), NULL);
        g_assert_cmpint (agency, !=, 0);
        g_assert_cmpint (agency, !=, mc_entity_get_id (before->pdata[i]));
      }
}

static void
test_private (void)
{
  g_autoptr (McStore) store = sample_store ("roster_office");
  g_autoptr (McStore) leader = sample_store ("director");
  g_autoptr (McStore) viewer = sample_store ("viewer");
  g_autoptr (McStaffEntry) who = somebody (store);
  gint64 id = mc_entity_get_id (MC_ENTITY (who));
  g_autoptr (McPersonPrivate) data = NULL;
  g_autoptr (McPersonPrivate) again = NULL;
  g_autoptr (GPtrArray) log = NULL;
  g_autoptr (GPtrArray) alike = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *export = NULL;

  data = dex_await_object (mc_person_store_read_private (store, id, "giấy nghỉ phép"), &error);
  g_assert_no_error (error);
  g_assert_cmpint (data->person_id, ==, id);
  data->birth_date = mc_day_new (1985, 4, 3);
  g_set_str (&data->identity_no, "012345678901");
  g_assert_cmpint (dex_await_int (mc_person_store_write_private (store, data), &error), >=, 1);
  g_assert_no_error (error);
  again = dex_await_object (mc_person_store_read_private (store, id, "kiểm tra"), &error);
  g_assert_cmpint (again->birth_date, ==, mc_day_new (1985, 4, 3));
  g_assert_cmpstr (again->identity_no, ==, "012345678901");

  /* The version that was seen is old by now. */
  mc_entity_set_id (MC_ENTITY (data), mc_entity_get_id (MC_ENTITY (again)));
  mc_entity_set_version (MC_ENTITY (data), mc_entity_get_version (MC_ENTITY (again)) + 1);
  g_assert_false (dex_await (mc_person_store_write_private (store, data), &error));
  g_assert_error (error, MC_ERROR, MC_ERROR_CONFLICT);
  g_clear_error (&error);

  log = rows (mc_audit_store_access (leader, id, 1));
  g_assert_cmpuint (log->len, ==, 1);
  g_assert_cmpstr (MC_AUDIT_ACCESS (log->pdata[0])->purpose, ==, "kiểm tra");
  g_assert_nonnull (strstr (MC_AUDIT_ACCESS (log->pdata[0])->fields, "birth_date, identity_no"));

  g_assert_false (dex_await (mc_person_store_read_private (viewer, id, "tò mò"), &error));
  g_assert_error (error, MC_ERROR, MC_ERROR_DENIED);
  g_clear_error (&error);

  alike = rows (mc_staff_store_find_duplicates (store, who->full_name, mc_day_new (1985, 4, 3), who->home_agency_id));
  g_assert_cmpuint (alike->len, ==, 1);
  g_clear_pointer (&alike, g_ptr_array_unref);
  alike = rows (mc_staff_store_find_duplicates (store, who->full_name, mc_day_new (1985, 4, 4), 0));
  g_assert_cmpuint (alike->len, ==, 0);

  export = dex_await_string (mc_person_store_export (store, id, "bản sao cho người có dữ liệu"), &error);
  g_assert_no_error (error);
  g_assert_nonnull (strstr (export, "012345678901"));
}

static void
test_audit (void)
{
  g_autoptr (McStore) store = sample_store ("director");
  g_autoptr (McStaffEntry) who = somebody (store);
  g_autoptr (McTour) tour = NULL;
  g_autoptr (McTour) signed_tour = NULL;
  g_autoptr (GPtrArray) of_row = NULL;
  g_autoptr (GPtrArray) of_person = NULL;
  g_autoptr (GPtrArray) of_agency = NULL;
  g_autoptr (GPtrArray) latest = NULL;
  McAuditChange *change;

  tour = dex_await_object (mc_store_get (store, MC_TYPE_TOUR, who->tour_id), NULL);
  signed_tour = mc_entity_clone (tour);
  g_set_str (&signed_tour->signer, "Giám đốc Sở Mẫu");
  g_assert_true (fixture_apply (store, mc_row_op_new_update (MC_ENTITY (tour), MC_ENTITY (signed_tour)), NULL));

  of_row = rows (mc_audit_store_of_row (store, "tour", who->tour_id, 0));
  change = of_row->pdata[0];
  g_assert_cmpint (change->action, ==, MC_AUDIT_ACTION_UPDATE);
  g_assert_cmpint (change->row_version, ==, mc_entity_get_version (MC_ENTITY (signed_tour)));
  g_assert_cmpstr (change->group_role, ==, "director");
  g_assert_nonnull (strstr (change->new, "Giám đốc Sở Mẫu"));
  g_assert_cmpint (change->at, >, 0);
  of_person = rows (mc_audit_store_of_person (store, mc_entity_get_id (MC_ENTITY (who)), 0));
  g_assert_cmpint (mc_entity_get_id (of_person->pdata[0]), ==, mc_entity_get_id (of_row->pdata[0]));
  g_assert_cmpuint (of_person->len, >, of_row->len);
  latest = rows (mc_audit_store_latest (store, 5));
  g_assert_cmpuint (latest->len, ==, 5);
  of_agency = rows (mc_audit_store_of_agency (store, who->tour_agency_id, 0));
  g_assert_cmpuint (of_agency->len, >=, 2);
}

static void
test_attachment (void)
{
  g_autoptr (McStore) store = sample_store ("roster_office");
  g_autoptr (McStaffEntry) who = somebody (store);
  g_autoptr (McAttachment) scan = mc_attachment_new ();
  g_autoptr (McAttachment) large = NULL;
  g_autoptr (GPtrArray) list = NULL;
  g_autoptr (GBytes) back = NULL;
  g_autoptr (GError) error = NULL;
  gsize size = 3 * 1024 * 1024;
  guint8 *data = g_malloc (size);

  for (gsize i = 0; i < size; i++)
    data[i] = (guint8)(i * 31);
  scan->subject = MC_ATTACHMENT_SUBJECT_TOUR;
  scan->subject_id = who->tour_id;
  scan->file_name = g_strdup ("quyết định.pdf");
  scan->mime_type = g_strdup ("application/pdf");
  scan->content = g_bytes_new_take (data, size);
  large = mc_entity_clone (scan);
  dex_await (mc_attachment_store_add (store, scan), &error);
  g_assert_no_error (error);
  g_assert_cmpint (scan->byte_count, ==, (gint64)size);
  g_assert_cmpuint (strlen (scan->sha256), ==, 64);

  list = rows (mc_attachment_store_list (store, MC_ATTACHMENT_SUBJECT_TOUR, who->tour_id));
  g_assert_cmpuint (list->len, ==, 1);
  g_assert_null (MC_ATTACHMENT (list->pdata[0])->content);
  back = dex_await_boxed (mc_attachment_store_read (store, mc_entity_get_id (list->pdata[0])), &error);
  g_assert_no_error (error);
  g_assert_true (g_bytes_equal (back, scan->content));

  g_clear_pointer (&large->content, g_bytes_unref);
  g_assert_false (dex_await (mc_attachment_store_add (store, large), &error));
  g_assert_error (error, MC_ERROR, MC_ERROR_INVALID);
  g_clear_error (&error);
  large->content = g_bytes_new_take (g_malloc0 (MC_ATTACHMENT_STORE_MAX_BYTES + 1), MC_ATTACHMENT_STORE_MAX_BYTES + 1);
  g_assert_false (dex_await (mc_attachment_store_add (store, large), &error));
  g_assert_error (error, MC_ERROR, MC_ERROR_INVALID);
  g_clear_error (&error);
  g_assert_false (dex_await (mc_attachment_store_read (store, 987654321), &error));
  g_assert_error (error, MC_ERROR, MC_ERROR_NOT_FOUND);
}

static void
test_accounts (void)
{
  g_autoptr (McStore) owner = sample_store (NULL);
  g_autoptr (McStore) technician = sample_store ("technician");
  g_autoptr (McAccount) me = NULL;
  g_autoptr (McAccount) account = mc_account_new ();
  g_autoptr (GPtrArray) accounts = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *verifier = NULL;
  gint64 id;

  me = dex_await_object (mc_account_store_who_am_i (owner), &error);
  g_assert_no_error (error);
  g_assert_cmpint (me->group_role, ==, MC_GROUP_ROLE_OWNER);
  g_assert_cmpstr (me->login, ==, "postgres");

  account->login = g_strdup ("xem_mau");
  account->display_name = g_strdup ("Người xem");
  account->group_role = MC_GROUP_ROLE_VIEWER;
  g_assert_false (dex_await (mc_account_store_add (technician, account, "short"), &error));
  g_assert_error (error, MC_ERROR, MC_ERROR_INVALID);
  g_clear_error (&error);
  id = dex_await_int64 (mc_account_store_add (technician, account, "mật khẩu dài"), &error);
  g_assert_no_error (error);
  g_assert_cmpint (id, >, 0);
  verifier = mc_test_cluster_psql (mc_test_get_cluster (), fixture_database (),
                                   "SELECT rolpassword FROM pg_authid WHERE rolname = 'xem_mau'");
  g_assert_true (g_str_has_prefix (verifier, "SCRAM-SHA-256$"));

  account->group_role = MC_GROUP_ROLE_DIRECTOR;
  g_set_str (&account->login, "giam_doc_mau");
  g_assert_false (dex_await (mc_account_store_add (technician, account, NULL), &error));
  g_assert_error (error, MC_ERROR, MC_ERROR_DENIED);
  g_clear_error (&error);
  g_assert_true (dex_await (mc_account_store_set_password (technician, "xem_mau", "mật khẩu khác"), &error));
  g_assert_true (dex_await (mc_account_store_set_group (technician, "xem_mau", MC_GROUP_ROLE_SUPERVISION), &error));
  g_assert_true (dex_await (mc_account_store_set_active (technician, "xem_mau", FALSE), &error));
  g_assert_no_error (error);
  accounts = rows (mc_account_store_list (owner));
  for (guint i = 0; i < accounts->len; i++)
    if (mc_entity_get_id (accounts->pdata[i]) == id)
      {
        g_assert_false (MC_ACCOUNT (accounts->pdata[i])->active);
        g_assert_cmpint (MC_ACCOUNT (accounts->pdata[i])->group_role, ==, MC_GROUP_ROLE_SUPERVISION);
        return;
      }
  g_assert_not_reached ();
}

static McAgencyEntry *
find_agency (McStore *store, McDay day, const char *code)
{
  g_autoptr (GPtrArray) agencies = rows (mc_agency_store_list (store, day));

  for (guint i = 0; i < agencies->len; i++)
    if (g_str_equal (MC_AGENCY_ENTRY (agencies->pdata[i])->code, code))
      return g_object_ref (agencies->pdata[i]);
  return NULL;
}

static void
test_reorganisation (void)
{
  g_autoptr (McStore) store = sample_store ("director");
  McDay day = BASE_DAY + 30;
  g_autoptr (McAgencyEntry) health = find_agency (store, BASE_DAY, "YT");
  g_autoptr (McAgencyEntry) culture = NULL;
  g_autoptr (McAgencyEntry) after = NULL;
  g_autoptr (McAgencyEntry) merged = NULL;
  g_autoptr (GError) error = NULL;
  gint64 ids[2];

  g_assert_nonnull (health);
  fixture_apply (store,
                 mc_agency_store_rename_op (mc_entity_get_id (MC_ENTITY (health)), day, "Sở Y tế và Dân số", "Y tế",
                                            "99/QĐ-UBND", BASE_DAY),
                 &error);
  g_assert_no_error (error);
  after = find_agency (store, day, "YT");
  g_assert_cmpstr (after->name, ==, "Sở Y tế và Dân số");
  g_clear_object (&after);
  after = find_agency (store, day - 1, "YT");
  g_assert_cmpstr (after->name, ==, health->name);

  culture = find_agency (store, BASE_DAY, "NV");
  g_assert_nonnull (culture);
  ids[0] = mc_entity_get_id (MC_ENTITY (health));
  ids[1] = mc_entity_get_id (MC_ENTITY (culture));
  fixture_apply (
      store,
      mc_agency_store_merge_into_new_op (ids, 2, "YTNV", "Sở Y tế và Nội vụ", NULL, day + 30, "100/QĐ-UBND", BASE_DAY),
      &error);
  g_assert_no_error (error);
  merged = find_agency (store, day + 30, "YTNV");
  g_assert_nonnull (merged);
  g_assert_cmpint (merged->quota, ==, health->quota + culture->quota);
}

static void
test_correction (void)
{
  g_autoptr (McStore) leader = sample_store ("director");
  g_autoptr (McQuery) query = mc_query_where_text (mc_query_new (), "end_reason", "merged");
  g_autoptr (GPtrArray) ended = rows (mc_store_list (leader, MC_TYPE_TOUR, query));
  g_autoptr (GPtrArray) ops = g_ptr_array_new_with_free_func ((GDestroyNotify)mc_row_op_unref);
  g_autoptr (GPtrArray) log = NULL;
  g_autoptr (GError) error = NULL;
  McTour *before = NULL;
  g_autoptr (McTour) after = NULL;

  for (guint i = 0; i < ended->len && !before; i++)
    if (MC_TOUR (ended->pdata[i])->during.until < mc_day_today () - 60)
      before = ended->pdata[i];
  g_assert_nonnull (before);
  after = mc_entity_clone (before);
  g_set_str (&after->end_note, "đã đối chiếu");
  g_assert_false (fixture_apply (leader, mc_row_op_new_update (MC_ENTITY (before), MC_ENTITY (after)), &error));
  g_assert_error (error, MC_ERROR, MC_ERROR_DENIED);
  g_clear_error (&error);

  g_ptr_array_add (ops, mc_store_correction_op ("sửa theo hồ sơ gốc"));
  g_ptr_array_add (ops, mc_row_op_new_update (MC_ENTITY (before), MC_ENTITY (after)));
  dex_await (mc_store_apply (leader, ops), &error);
  g_assert_no_error (error);
  log = rows (mc_audit_store_of_row (leader, "tour", mc_entity_get_id (MC_ENTITY (after)), 1));
  g_assert_cmpstr (MC_AUDIT_CHANGE (log->pdata[0])->reason, ==, "sửa theo hồ sơ gốc");
}

int
main (int argc, char **argv)
{
  mc_test_init (&argc, &argv);
  mc_test_add_fiber ("/aggregates/states", test_states);
  mc_test_add_fiber ("/aggregates/private", test_private);
  mc_test_add_fiber ("/aggregates/audit", test_audit);
  mc_test_add_fiber ("/aggregates/attachment", test_attachment);
  mc_test_add_fiber ("/aggregates/accounts", test_accounts);
  mc_test_add_fiber ("/aggregates/reorganisation", test_reorganisation);
  mc_test_add_fiber ("/aggregates/correction", test_correction);
  return mc_test_run ();
}
