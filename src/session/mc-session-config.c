/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mc-session-config.h"

static McPgTls
tls_of (const char *mode)
{
  if (g_strcmp0 (mode, "disable") == 0)
    return MC_PG_TLS_DISABLE;
  if (g_strcmp0 (mode, "require") == 0)
    return MC_PG_TLS_REQUIRE;
  if (g_strcmp0 (mode, "verify-ca") == 0)
    return MC_PG_TLS_VERIFY_CA;
  return MC_PG_TLS_VERIFY_FULL;
}

McPgConfig *
mc_session_config_new (McProfile *profile, const char *password)
{
  McPgConfig *config = mc_pg_config_new ();
  const char *host = mc_profile_get_host (profile);
  gboolean socket = host && host[0] == '/';

  g_set_str (&config->host, socket ? NULL : host);
  g_set_str (&config->socket_dir, socket ? host : NULL);
  config->port = (guint16)mc_profile_get_port (profile);
  g_set_str (&config->dbname, mc_profile_get_dbname (profile));
  g_set_str (&config->user, mc_profile_get_user (profile));
  g_set_str (&config->password, password);
  g_set_str (&config->root_certificate, mc_profile_get_tls_ca_file (profile));
  g_set_str (&config->application_name, "motcua");
  config->tls = tls_of (mc_profile_get_tls_mode (profile));
  return config;
}
