/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mc-health-store.h"

#include "mc-store-private.h"

static const char health_sql[] =
    "SELECT pg_catalog.jsonb_build_object("
    "  'server_version', current_setting('server_version'),"
    "  'server_version_num', current_setting('server_version_num')::int,"
    "  'encoding', pg_catalog.pg_encoding_to_char(d.encoding),"
    "  'locale', COALESCE(pg_catalog.to_jsonb(d)->>'datlocale', pg_catalog.to_jsonb(d)->>'daticulocale', d.datcollate),"
    "  'user', current_user,"
    "  'superuser', (SELECT rolsuper FROM pg_catalog.pg_roles WHERE rolname = current_user),"
    "  'groups', (SELECT COALESCE(jsonb_agg(r.rolname ORDER BY r.rolname), '[]') FROM pg_catalog.pg_roles r"
    "              WHERE r.rolname LIKE 'motcua\\_%' AND NOT r.rolcanlogin"
    "                AND pg_catalog.pg_has_role(current_user, r.oid, 'member')),"
    "  'extensions', (SELECT jsonb_agg(jsonb_build_object('name', w.name, 'available', a.default_version,"
    "                                                     'installed', a.installed_version) ORDER BY w.name)"
    "                   FROM (VALUES ('btree_gist'), ('pg_trgm'), ('unaccent')) AS w(name)"
    "                   LEFT JOIN pg_catalog.pg_available_extensions a USING (name)))"
    "  FROM pg_catalog.pg_database d WHERE d.datname = current_database()";

static DexFuture *
to_json (DexFuture *text, gpointer user_data)
{
  GError *error = NULL;
  JsonNode *node = json_from_string (g_value_get_string (dex_future_get_value (text, NULL)), &error);

  if (!node)
    return dex_future_new_for_error (error);
  return dex_future_new_take_boxed (JSON_TYPE_NODE, node);
}

DexFuture *
mc_health_store_get (McStore *store)
{
  return dex_future_then (_mc_store_query_text (store, health_sql, NULL), to_json, NULL, NULL);
}
