/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mc-staff-filter.h"

#include "mc-finding.h"
#include "mc-name.h"
#include "mc-needle.h"

/* Far less than a frame's time. */
#define FOLDED_AT_ONCE 200

struct _McStaffFilter
{
  GtkFilter parent_instance;

  GHashTable *words; /* McStaffEntry (weak) → folded words */
  GHashTable *names; /* text → folded */
  char *needle;
  gint64 section;
  gint64 agency;
  guint states;
  int kind;
  int expiry;
  GListModel *findings;
  GHashTable *found; /* ids of people with findings */
  GListModel *people;
  guint prepared; /* how many of people */
  guint prepare_source;
};

G_DEFINE_FINAL_TYPE (McStaffFilter, mc_staff_filter, GTK_TYPE_FILTER)

static void
entry_gone (gpointer user_data, GObject *entry)
{
  g_hash_table_remove (MC_STAFF_FILTER (user_data)->words, entry);
}

/* A row that the database changed keeps its object, but not its words. */
static void
entry_changed_cb (McStaffEntry *entry, GParamSpec *pspec, McStaffFilter *self)
{
  mc_staff_filter_forget (self, entry);
}

/* Few agencies, posts and sections are shared by many people: each name is folded once. */
static const char *
folded (McStaffFilter *self, const char *text)
{
  char *known;

  if (!text)
    return "";
  known = g_hash_table_lookup (self->names, text);
  if (!known)
    {
      known = mc_fold (text);
      g_hash_table_insert (self->names, g_strdup (text), known);
    }
  return known;
}

static const char *
folded_words (McStaffFilter *self, McStaffEntry *entry)
{
  char *words = g_hash_table_lookup (self->words, entry);

  if (!words)
    {
      /* The database folds names as mc_fold() does, when they change and not when they are looked for. */
      g_autofree char *name = entry->search_key ? NULL : mc_fold (entry->full_name ? entry->full_name : "");

      words = g_strjoin (" ", name ? name : entry->search_key, folded (self, entry->tour_agency_code),
                         folded (self, entry->tour_agency_name), folded (self, entry->home_agency_name),
                         folded (self, entry->post_name), folded (self, entry->section_name),
                         entry->public_phone ? entry->public_phone : "", folded (self, entry->field_codes), NULL);
      g_hash_table_insert (self->words, entry, words);
      g_object_weak_ref (G_OBJECT (entry), entry_gone, self);
      g_signal_connect (entry, "notify", G_CALLBACK (entry_changed_cb), self);
    }
  return words;
}

static gboolean
mc_staff_filter_match (GtkFilter *filter, gpointer item)
{
  McStaffFilter *self = MC_STAFF_FILTER (filter);
  McStaffEntry *entry = item;

  if (self->section != 0 && entry->section_id != self->section)
    return FALSE;
  if (self->agency != 0 && entry->tour_agency_id != self->agency && entry->home_agency_id != self->agency)
    return FALSE;
  if (self->states != 0 && !(self->states & (1u << entry->state)))
    return FALSE;
  if (self->kind >= 0 && (entry->tour_id == 0 || (int)entry->tour_kind != self->kind))
    return FALSE;
  if (self->expiry >= 0 && (entry->tour_id == 0 || entry->days_left == MC_INT_NONE || entry->days_left > self->expiry))
    return FALSE;
  if (self->findings)
    {
      gint64 id = mc_entity_get_id (MC_ENTITY (entry));

      if (!g_hash_table_contains (self->found, &id))
        return FALSE;
    }
  return !self->needle || mc_fold_matches (folded_words (self, entry), self->needle);
}

static GtkFilterMatch
mc_staff_filter_get_strictness (GtkFilter *filter)
{
  return mc_staff_filter_is_empty (MC_STAFF_FILTER (filter)) ? GTK_FILTER_MATCH_ALL : GTK_FILTER_MATCH_SOME;
}

static void
changed (McStaffFilter *self)
{
  gtk_filter_changed (GTK_FILTER (self), GTK_FILTER_CHANGE_DIFFERENT);
}

/* Typing on narrows, deleting widens: the list model then asks only the rows that can change. */
void
mc_staff_filter_set_text (McStaffFilter *self, const char *text)
{
  g_autofree char *before = g_strdup (self->needle);
  GtkFilterChange change = GTK_FILTER_CHANGE_DIFFERENT;

  if (!mc_needle_set (&self->needle, text))
    return;
  if (!before || (self->needle && g_str_has_prefix (self->needle, before)))
    change = GTK_FILTER_CHANGE_MORE_STRICT;
  else if (!self->needle || g_str_has_prefix (before, self->needle))
    change = GTK_FILTER_CHANGE_LESS_STRICT;
  gtk_filter_changed (GTK_FILTER (self), change);
}

void
mc_staff_filter_set_section (McStaffFilter *self, gint64 section)
{
  self->section = section;
  changed (self);
}

void
mc_staff_filter_set_agency (McStaffFilter *self, gint64 agency)
{
  self->agency = agency;
  changed (self);
}

void
mc_staff_filter_set_states (McStaffFilter *self, guint mask)
{
  self->states = mask;
  changed (self);
}

void
mc_staff_filter_set_kind (McStaffFilter *self, int kind)
{
  self->kind = kind;
  changed (self);
}

void
mc_staff_filter_set_expiry (McStaffFilter *self, int days)
{
  self->expiry = days;
  changed (self);
}

static void
findings_changed_cb (McStaffFilter *self)
{
  guint n = g_list_model_get_n_items (self->findings);

  g_hash_table_remove_all (self->found);
  for (guint i = 0; i < n; i++)
    {
      g_autoptr (McFinding) finding = g_list_model_get_item (self->findings, i);
      gint64 id = mc_finding_get_person_id (finding);

      g_hash_table_add (self->found, g_memdup2 (&id, sizeof id));
    }
  changed (self);
}

static void
drop_findings (McStaffFilter *self)
{
  if (self->findings)
    g_signal_handlers_disconnect_by_func (self->findings, findings_changed_cb, self);
  g_clear_object (&self->findings);
  g_hash_table_remove_all (self->found);
}

void
mc_staff_filter_set_findings (McStaffFilter *self, GListModel *findings)
{
  if (findings == self->findings)
    return;
  drop_findings (self);
  if (!findings)
    {
      changed (self);
      return;
    }
  self->findings = g_object_ref (findings);
  g_signal_connect_swapped (findings, "items-changed", G_CALLBACK (findings_changed_cb), self);
  findings_changed_cb (self);
}

gboolean
mc_staff_filter_is_empty (McStaffFilter *self)
{
  return !self->needle && self->section == 0 && self->agency == 0 && self->states == 0 && self->kind < 0 &&
         self->expiry < 0 && !self->findings;
}

static gboolean
prepare_cb (gpointer user_data)
{
  McStaffFilter *self = user_data;
  guint n = g_list_model_get_n_items (self->people);
  guint end = MIN (n, self->prepared + FOLDED_AT_ONCE);

  for (; self->prepared < end; self->prepared++)
    {
      g_autoptr (McStaffEntry) entry = g_list_model_get_item (self->people, self->prepared);

      folded_words (self, entry);
    }
  if (end < n)
    return G_SOURCE_CONTINUE;
  self->prepare_source = 0;
  return G_SOURCE_REMOVE;
}

static void
people_changed_cb (McStaffFilter *self, guint position)
{
  self->prepared = MIN (self->prepared, position);
  if (self->prepare_source == 0)
    self->prepare_source = g_idle_add_full (G_PRIORITY_LOW, prepare_cb, self, NULL);
}

static void
drop_people (McStaffFilter *self)
{
  g_clear_handle_id (&self->prepare_source, g_source_remove);
  if (self->people)
    g_signal_handlers_disconnect_by_func (self->people, people_changed_cb, self);
  g_clear_object (&self->people);
}

void
mc_staff_filter_prepare (McStaffFilter *self, GListModel *people)
{
  g_return_if_fail (MC_IS_STAFF_FILTER (self));
  if (people == self->people)
    return;
  drop_people (self);
  if (!people)
    return;
  self->people = g_object_ref (people);
  g_signal_connect_swapped (people, "items-changed", G_CALLBACK (people_changed_cb), self);
  people_changed_cb (self, 0);
}

void
mc_staff_filter_forget (McStaffFilter *self, McStaffEntry *entry)
{
  if (!g_hash_table_contains (self->words, entry))
    return;
  g_object_weak_unref (G_OBJECT (entry), entry_gone, self);
  g_signal_handlers_disconnect_by_func (entry, entry_changed_cb, self);
  g_hash_table_remove (self->words, entry);
}

static void
mc_staff_filter_dispose (GObject *object)
{
  McStaffFilter *self = MC_STAFF_FILTER (object);
  GHashTableIter iter;
  gpointer entry;

  drop_findings (self);
  drop_people (self);
  g_hash_table_iter_init (&iter, self->words);
  while (g_hash_table_iter_next (&iter, &entry, NULL))
    {
      g_object_weak_unref (G_OBJECT (entry), entry_gone, self);
      g_signal_handlers_disconnect_by_func (entry, entry_changed_cb, self);
    }
  g_hash_table_remove_all (self->words);
  G_OBJECT_CLASS (mc_staff_filter_parent_class)->dispose (object);
}

static void
mc_staff_filter_finalize (GObject *object)
{
  McStaffFilter *self = MC_STAFF_FILTER (object);

  g_hash_table_unref (self->words);
  g_hash_table_unref (self->names);
  g_hash_table_unref (self->found);
  g_free (self->needle);
  G_OBJECT_CLASS (mc_staff_filter_parent_class)->finalize (object);
}

static void
mc_staff_filter_class_init (McStaffFilterClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = mc_staff_filter_dispose;
  G_OBJECT_CLASS (klass)->finalize = mc_staff_filter_finalize;
  GTK_FILTER_CLASS (klass)->match = mc_staff_filter_match;
  GTK_FILTER_CLASS (klass)->get_strictness = mc_staff_filter_get_strictness;
}

static void
mc_staff_filter_init (McStaffFilter *self)
{
  self->kind = self->expiry = -1;
  self->words = g_hash_table_new_full (NULL, NULL, NULL, g_free);
  self->names = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  self->found = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
}

McStaffFilter *
mc_staff_filter_new (void)
{
  return g_object_new (MC_TYPE_STAFF_FILTER, NULL);
}
