/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mc-cli-drawing.h"

#include <glib/gi18n-lib.h>

#include "mc-error.h"
#include "mc-setting.h"

const char *const mc_cli_papers[] = { "a4", "a3", NULL };

gboolean
mc_cli_parse_choice (
    const char *option, const char *text, const char *const *names, guint usual, guint *value, GError **error)
{
  g_autofree char *known = g_strjoinv (", ", (char **)names);

  *value = usual;
  if (!text)
    return TRUE;
  for (*value = 0; names[*value]; (*value)++)
    if (g_str_equal (names[*value], text))
      return TRUE;
  /* Translators: an option; what was typed; what there is */
  mc_cli_usage (error, _ ("--%s: there is no “%s”; there are: %s"), option, text, known);
  return FALSE;
}

gboolean
mc_cli_check_output (const char *output, gboolean dxf, gboolean force, GError **error)
{
  static const char *const endings[] = { ".pdf", ".svg", ".png", ".dxf" };
  g_autofree char *lower = output ? g_ascii_strdown (output, -1) : NULL;
  gboolean known = FALSE;

  for (gsize i = 0; lower && i < (dxf ? 4 : 3); i++)
    known = known || g_str_has_suffix (lower, endings[i]);
  if (!lower)
    mc_cli_usage (error, "%s", _ ("say the file to write with -o FILE"));
  else if (!known && dxf)
    mc_cli_usage (error, _ ("%s: a plan is written as .pdf, .svg, .png or .dxf"), output);
  else if (!known)
    mc_cli_usage (error, _ ("%s: a drawing is written as .pdf, .svg or .png"), output);
  else if (!force && g_file_test (output, G_FILE_TEST_IS_REGULAR))
    g_set_error (error, MC_ERROR, MC_ERROR_EXISTS,
                 _ ("The file %s is there already; nothing was written. Use --force to replace it."), output);
  else
    return TRUE;
  return FALSE;
}

/* A text of the centre's settings; (transfer full) (nullable) */
static char *
load_setting (McStore *store, const char *key, GError **error)
{
  g_autoptr (McQuery) query = mc_query_where_text (mc_query_new (), "key", key);
  g_autoptr (GPtrArray) rows = dex_await_boxed (mc_store_list (store, MC_TYPE_SETTING, query), error);
  McSetting *setting = rows && rows->len ? g_ptr_array_index (rows, 0) : NULL;
  g_autoptr (JsonNode) value = setting && setting->value ? json_from_string (setting->value, NULL) : NULL;

  return value && JSON_NODE_HOLDS_VALUE (value) ? json_node_dup_string (value) : NULL;
}

McPaper *
mc_cli_make_paper (McStore *store, McPaperSize size, gboolean landscape, McDay day, GError **error)
{
  g_autofree char *name = load_setting (store, "centre.name", error);
  g_autofree char *parent = error && *error ? NULL : load_setting (store, "centre.parent", error);
  McPaper *paper;

  if (error && *error)
    return NULL;
  paper = mc_paper_new (NULL);
  g_object_set (paper, "size", size, "landscape", landscape, "organisation", name, "parent-organisation", parent,
                "as-of", day, NULL);
  return paper;
}
