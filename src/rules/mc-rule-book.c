/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mc-rule-book.h"

#include "mc-error.h"

#include <glib/gi18n-lib.h>
#include <json-glib/json-glib.h>
#include <string.h>

struct _McRule
{
  McPeriod during;
  char *source;
  char *citation;
  JsonObject *value;
};

struct _McRuleBook
{
  GObject parent_instance;

  GHashTable *topics; /* topic to GPtrArray of McRule */
};

G_DEFINE_FINAL_TYPE (McRuleBook, mc_rule_book, G_TYPE_OBJECT)

static void
rule_free (gpointer data)
{
  McRule *rule = data;

  g_free (rule->source);
  g_free (rule->citation);
  json_object_unref (rule->value);
  g_free (rule);
}

static void
mc_rule_book_finalize (GObject *object)
{
  McRuleBook *self = MC_RULE_BOOK (object);

  g_hash_table_unref (self->topics);
  G_OBJECT_CLASS (mc_rule_book_parent_class)->finalize (object);
}

static void
mc_rule_book_class_init (McRuleBookClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = mc_rule_book_finalize;
}

static void
mc_rule_book_init (McRuleBook *self)
{
  self->topics = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify)g_ptr_array_unref);
}

McRuleBook *
mc_rule_book_new (void)
{
  return g_object_new (MC_TYPE_RULE_BOOK, NULL);
}

static char *
cite (const char *source, const char *article)
{
  if (!article || !*article)
    return g_strdup (source);
  /* Translators: a paper and its article; %1$s is “Nghị định 118/2025/NĐ-CP”, %2$s is “khoản 4 Điều 11” */
  return g_strdup_printf (C_ ("citation", "%1$s, %2$s"), source, article);
}

gboolean
mc_rule_book_add (McRuleBook *self, McRuleVersion *version, GError **error)
{
  g_autoptr (JsonNode) node = NULL;
  GPtrArray *rules;
  McRule *rule;

  g_return_val_if_fail (MC_IS_RULE_BOOK (self), FALSE);
  g_return_val_if_fail (MC_IS_RULE_VERSION (version), FALSE);

  node = version->value ? json_from_string (version->value, NULL) : NULL;
  if (!version->topic || !node || !JSON_NODE_HOLDS_OBJECT (node))
    {
      g_set_error (error, MC_ERROR, MC_ERROR_INVALID, _ ("The rule “%s” of %s has no readable value"),
                   version->topic ? version->topic : "", version->source ? version->source : "");
      return FALSE;
    }
  rules = g_hash_table_lookup (self->topics, version->topic);
  if (!rules)
    {
      rules = g_ptr_array_new_with_free_func (rule_free);
      g_hash_table_insert (self->topics, g_strdup (version->topic), rules);
    }
  rule = g_new0 (McRule, 1);
  rule->during = version->during;
  rule->source = g_strdup (version->source ? version->source : "");
  rule->citation = cite (rule->source, version->article);
  rule->value = json_node_dup_object (node);
  g_ptr_array_add (rules, rule);
  return TRUE;
}

McRuleBook *
mc_rule_book_new_from_list (GListModel *versions)
{
  McRuleBook *self = mc_rule_book_new ();
  guint n = g_list_model_get_n_items (versions);

  for (guint i = 0; i < n; i++)
    {
      g_autoptr (McRuleVersion) version = g_list_model_get_item (versions, i);
      g_autoptr (GError) error = NULL;

      if (!mc_rule_book_add (self, version, &error))
        g_debug ("%s", error->message);
    }
  return self;
}

const McRule *
mc_rule_book_find (McRuleBook *self, const char *topic, McDay day)
{
  GPtrArray *rules;

  g_return_val_if_fail (MC_IS_RULE_BOOK (self), NULL);

  rules = g_hash_table_lookup (self->topics, topic);
  for (guint i = 0; rules && i < rules->len; i++)
    {
      McRule *rule = g_ptr_array_index (rules, i);

      if (mc_period_contains (rule->during, day))
        return rule;
    }
  return NULL;
}

static int
compare_texts (gconstpointer a, gconstpointer b)
{
  return strcmp (*(const char *const *)a, *(const char *const *)b);
}

GStrv
mc_rule_book_list_topics (McRuleBook *self, const char *prefix)
{
  /* Room for one: of an array that never had any, nothing would be stolen, not even its end. */
  g_autoptr (GPtrArray) topics = g_ptr_array_new_null_terminated (1, g_free, TRUE);
  GHashTableIter iter;
  gpointer topic;

  g_return_val_if_fail (MC_IS_RULE_BOOK (self), NULL);

  g_hash_table_iter_init (&iter, self->topics);
  while (g_hash_table_iter_next (&iter, &topic, NULL))
    if (g_str_has_prefix (topic, prefix))
      g_ptr_array_add (topics, g_strdup (topic));
  g_ptr_array_sort (topics, compare_texts);
  return (GStrv)g_ptr_array_steal (topics, NULL);
}

const char *
mc_rule_get_citation (const McRule *rule)
{
  return rule->citation;
}

const char *
mc_rule_get_source (const McRule *rule)
{
  return rule->source;
}

McPeriod
mc_rule_get_during (const McRule *rule)
{
  return rule->during;
}

/* The member if it is a single value, or NULL. */
static JsonNode *
get_value (const McRule *rule, const char *member)
{
  JsonNode *node = json_object_get_member (rule->value, member);

  return node && JSON_NODE_HOLDS_VALUE (node) ? node : NULL;
}

int
mc_rule_get_int (const McRule *rule, const char *member, int fallback)
{
  JsonNode *node = get_value (rule, member);

  return node && json_node_get_value_type (node) == G_TYPE_INT64 ? (int)json_node_get_int (node) : fallback;
}

gboolean
mc_rule_get_bool (const McRule *rule, const char *member)
{
  JsonNode *node = get_value (rule, member);

  return node && json_node_get_value_type (node) == G_TYPE_BOOLEAN && json_node_get_boolean (node);
}

const char *
mc_rule_get_string (const McRule *rule, const char *member)
{
  JsonNode *node = get_value (rule, member);

  return node && json_node_get_value_type (node) == G_TYPE_STRING ? json_node_get_string (node) : NULL;
}

gboolean
mc_rule_lists (const McRule *rule, const char *member, const char *text)
{
  JsonNode *node = json_object_get_member (rule->value, member);
  JsonArray *array = node && JSON_NODE_HOLDS_ARRAY (node) ? json_node_get_array (node) : NULL;

  for (guint i = 0; array && i < json_array_get_length (array); i++)
    {
      JsonNode *element = json_array_get_element (array, i);

      if (JSON_NODE_HOLDS_VALUE (element) && json_node_get_value_type (element) == G_TYPE_STRING &&
          g_strcmp0 (json_node_get_string (element), text) == 0)
        return TRUE;
    }
  return FALSE;
}
