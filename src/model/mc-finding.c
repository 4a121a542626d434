/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mc-finding.h"

#include <glib/gi18n-lib.h>

struct _McFinding
{
  GObject parent_instance;

  McFindingInit facts; /* its strings belong to the finding */
  char *key;
};

enum
{
  PROP_SEVERITY = 1,
  PROP_SEVERITY_TEXT,
  PROP_CODE,
  PROP_KEY,
  PROP_SUBJECT,
  PROP_SUBJECT_ID,
  PROP_PERSON_ID,
  PROP_AGENCY_ID,
  PROP_TOUR_ID,
  PROP_PERSON_NAME,
  PROP_AGENCY_NAME,
  PROP_SINCE,
  PROP_UNTIL,
  PROP_CITATION,
  PROP_MESSAGE,
  PROP_REMEDY,
  PROP_REMEDY_LABEL,
  PROP_REMEDY_DAY,
  PROP_REMEDY_COUNT,
  PROP_REMEDY_AGENCY_ID,
  N_PROPS,
};

static GParamSpec *properties[N_PROPS];

G_DEFINE_FINAL_TYPE (McFinding, mc_finding, G_TYPE_OBJECT)

static const struct
{
  const char *name;
  const char *text;
} severities[] = {
  [MC_FINDING_ERROR] = { "error", NC_ ("severity", "Violation") },
  [MC_FINDING_WARNING] = { "warning", NC_ ("severity", "Warning") },
  [MC_FINDING_NOTE] = { "note", NC_ ("severity", "Note") },
};

static const char *const subjects[] = {
  [MC_FINDING_SUBJECT_CENTRE] = "centre",   [MC_FINDING_SUBJECT_PERSON] = "person",
  [MC_FINDING_SUBJECT_TOUR] = "tour",       [MC_FINDING_SUBJECT_AGENCY] = "agency",
  [MC_FINDING_SUBJECT_SECTION] = "section", [MC_FINDING_SUBJECT_POST] = "post",
  [MC_FINDING_SUBJECT_COUNTER] = "counter",
};

static const struct
{
  const char *name;
  const char *label;
} remedies[] = {
  [MC_REMEDY_NONE] = { "none", "" },
  [MC_REMEDY_EXTEND_TOUR] = { "extend-tour", N_ ("Extend the tour…") },
  [MC_REMEDY_REDUCE_TERM] = { "reduce-term", N_ ("Shorten the tour…") },
  [MC_REMEDY_REQUEST_STANDBY] = { "request-standby", N_ ("Add a standby…") },
  [MC_REMEDY_REQUEST_REPLACEMENT] = { "request-replacement", N_ ("Replace…") },
  [MC_REMEDY_ADD_SERVICE_HISTORY] = { "add-service-history", N_ ("Add service history…") },
  [MC_REMEDY_SET_RANK] = { "set-rank", N_ ("Set the rank…") },
  [MC_REMEDY_RECALL] = { "recall", N_ ("Recall…") },
  [MC_REMEDY_ADD_OFFICER] = { "add-officer", N_ ("Add an officer…") },
  [MC_REMEDY_SET_PLANNED_END] = { "set-planned-end", N_ ("Set the planned end…") },
  [MC_REMEDY_MOVE_TO_SUCCESSOR] = { "move-to-successor", N_ ("Move to the successor…") },
  [MC_REMEDY_APPOINT] = { "appoint", N_ ("Appoint…") },
  [MC_REMEDY_SET_QUOTA] = { "set-quota", N_ ("Set the quota…") },
  [MC_REMEDY_ASSIGN_OFFICER] = { "assign-officer", N_ ("Assign an officer…") },
  [MC_REMEDY_ASSIGN_STANDBY] = { "assign-standby", N_ ("Assign a standby…") },
  [MC_REMEDY_ADD_COMPETENCE] = { "add-competence", N_ ("Add a field…") },
  [MC_REMEDY_TRAIN] = { "train", N_ ("Who may do what") },
  [MC_REMEDY_ADD_COUNTER] = { "add-counter", N_ ("Add a counter…") },
};

static void
mc_finding_finalize (GObject *object)
{
  McFinding *self = MC_FINDING (object);

  g_free ((char *)self->facts.person_name);
  g_free ((char *)self->facts.person_sort_key);
  g_free ((char *)self->facts.agency_name);
  g_free ((char *)self->facts.citation);
  g_free ((char *)self->facts.message);
  g_free (self->key);
  G_OBJECT_CLASS (mc_finding_parent_class)->finalize (object);
}

static const char *
get_string (McFinding *self, guint prop)
{
  switch (prop)
    {
    case PROP_SEVERITY_TEXT:
      return mc_finding_get_severity_text (self);
    case PROP_CODE:
      return self->facts.code;
    case PROP_KEY:
      return self->key;
    case PROP_PERSON_NAME:
      return self->facts.person_name;
    case PROP_AGENCY_NAME:
      return self->facts.agency_name;
    case PROP_CITATION:
      return self->facts.citation;
    case PROP_MESSAGE:
      return self->facts.message;
    case PROP_REMEDY_LABEL:
      return mc_finding_get_remedy_label (self);
    default:
      return NULL;
    }
}

static void
mc_finding_get_property (GObject *object, guint prop, GValue *value, GParamSpec *pspec)
{
  McFinding *self = MC_FINDING (object);
  const char *text = get_string (self, prop);

  if (text)
    {
      g_value_set_string (value, text);
      return;
    }
  switch (prop)
    {
    case PROP_SEVERITY:
      g_value_set_int (value, (int)self->facts.severity);
      break;
    case PROP_SUBJECT:
      g_value_set_int (value, (int)self->facts.subject);
      break;
    case PROP_SUBJECT_ID:
      g_value_set_int64 (value, self->facts.subject_id);
      break;
    case PROP_PERSON_ID:
      g_value_set_int64 (value, self->facts.person_id);
      break;
    case PROP_AGENCY_ID:
      g_value_set_int64 (value, self->facts.agency_id);
      break;
    case PROP_TOUR_ID:
      g_value_set_int64 (value, self->facts.tour_id);
      break;
    case PROP_SINCE:
      g_value_set_int (value, self->facts.since);
      break;
    case PROP_UNTIL:
      g_value_set_int (value, self->facts.until);
      break;
    case PROP_REMEDY:
      g_value_set_int (value, (int)self->facts.remedy);
      break;
    case PROP_REMEDY_DAY:
      g_value_set_int (value, self->facts.remedy_day);
      break;
    case PROP_REMEDY_COUNT:
      g_value_set_int (value, self->facts.remedy_count);
      break;
    case PROP_REMEDY_AGENCY_ID:
      g_value_set_int64 (value, self->facts.remedy_agency_id);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop, pspec);
    }
}

static void
mc_finding_class_init (McFindingClass *klass)
{
  static const struct
  {
    guint prop;
    const char *name;
    GType type;
  } table[] = {
    { PROP_SEVERITY, "severity", G_TYPE_INT },
    { PROP_SEVERITY_TEXT, "severity-text", G_TYPE_STRING },
    { PROP_CODE, "code", G_TYPE_STRING },
    { PROP_KEY, "key", G_TYPE_STRING },
    { PROP_SUBJECT, "subject", G_TYPE_INT },
    { PROP_SUBJECT_ID, "subject-id", G_TYPE_INT64 },
    { PROP_PERSON_ID, "person-id", G_TYPE_INT64 },
    { PROP_AGENCY_ID, "agency-id", G_TYPE_INT64 },
    { PROP_TOUR_ID, "tour-id", G_TYPE_INT64 },
    { PROP_PERSON_NAME, "person-name", G_TYPE_STRING },
    { PROP_AGENCY_NAME, "agency-name", G_TYPE_STRING },
    { PROP_SINCE, "since", G_TYPE_INT },
    { PROP_UNTIL, "until", G_TYPE_INT },
    { PROP_CITATION, "citation", G_TYPE_STRING },
    { PROP_MESSAGE, "message", G_TYPE_STRING },
    { PROP_REMEDY, "remedy", G_TYPE_INT },
    { PROP_REMEDY_LABEL, "remedy-label", G_TYPE_STRING },
    { PROP_REMEDY_DAY, "remedy-day", G_TYPE_INT },
    { PROP_REMEDY_COUNT, "remedy-count", G_TYPE_INT },
    { PROP_REMEDY_AGENCY_ID, "remedy-agency-id", G_TYPE_INT64 },
  };
  const GParamFlags flags = G_PARAM_READABLE | G_PARAM_STATIC_STRINGS;
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->finalize = mc_finding_finalize;
  object_class->get_property = mc_finding_get_property;
  for (gsize i = 0; i < G_N_ELEMENTS (table); i++)
    if (table[i].type == G_TYPE_STRING)
      properties[table[i].prop] = g_param_spec_string (table[i].name, NULL, NULL, "", flags);
    else if (table[i].type == G_TYPE_INT64)
      properties[table[i].prop] = g_param_spec_int64 (table[i].name, NULL, NULL, G_MININT64, G_MAXINT64, 0, flags);
    else
      properties[table[i].prop] = g_param_spec_int (table[i].name, NULL, NULL, G_MININT, G_MAXINT, 0, flags);
  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
mc_finding_init (McFinding *self)
{
}

McFinding *
mc_finding_new (const McFindingInit *init)
{
  McFinding *self = g_object_new (MC_TYPE_FINDING, NULL);

  self->facts = *init;
  self->facts.code = g_intern_string (init->code);
  self->facts.person_name = g_strdup (init->person_name ? init->person_name : "");
  self->facts.person_sort_key = g_strdup (init->person_sort_key ? init->person_sort_key : "");
  self->facts.agency_name = g_strdup (init->agency_name ? init->agency_name : "");
  self->facts.citation = g_strdup (init->citation ? init->citation : "");
  self->facts.message = g_strdup (init->message ? init->message : "");
  self->key = g_strdup_printf ("%s/%s/%" G_GINT64_FORMAT, init->code, subjects[init->subject], init->subject_id);
  return self;
}

McFindingSeverity
mc_finding_get_severity (McFinding *self)
{
  g_return_val_if_fail (MC_IS_FINDING (self), MC_FINDING_NOTE);
  return self->facts.severity;
}

const char *
mc_finding_get_severity_text (McFinding *self)
{
  g_return_val_if_fail (MC_IS_FINDING (self), NULL);
  return g_dpgettext2 (GETTEXT_PACKAGE, "severity", severities[self->facts.severity].text);
}

const char *
mc_finding_get_severity_name (McFinding *self)
{
  g_return_val_if_fail (MC_IS_FINDING (self), NULL);
  return severities[self->facts.severity].name;
}

const char *
mc_finding_get_code (McFinding *self)
{
  g_return_val_if_fail (MC_IS_FINDING (self), NULL);
  return self->facts.code;
}

const char *
mc_finding_get_key (McFinding *self)
{
  g_return_val_if_fail (MC_IS_FINDING (self), NULL);
  return self->key;
}

McFindingSubject
mc_finding_get_subject (McFinding *self)
{
  g_return_val_if_fail (MC_IS_FINDING (self), MC_FINDING_SUBJECT_CENTRE);
  return self->facts.subject;
}

const char *
mc_finding_get_subject_name (McFinding *self)
{
  g_return_val_if_fail (MC_IS_FINDING (self), NULL);
  return subjects[self->facts.subject];
}

gint64
mc_finding_get_subject_id (McFinding *self)
{
  g_return_val_if_fail (MC_IS_FINDING (self), 0);
  return self->facts.subject_id;
}

gint64
mc_finding_get_person_id (McFinding *self)
{
  g_return_val_if_fail (MC_IS_FINDING (self), 0);
  return self->facts.person_id;
}

gint64
mc_finding_get_agency_id (McFinding *self)
{
  g_return_val_if_fail (MC_IS_FINDING (self), 0);
  return self->facts.agency_id;
}

gint64
mc_finding_get_tour_id (McFinding *self)
{
  g_return_val_if_fail (MC_IS_FINDING (self), 0);
  return self->facts.tour_id;
}

const char *
mc_finding_get_person_name (McFinding *self)
{
  g_return_val_if_fail (MC_IS_FINDING (self), NULL);
  return self->facts.person_name;
}

const char *
mc_finding_get_agency_name (McFinding *self)
{
  g_return_val_if_fail (MC_IS_FINDING (self), NULL);
  return self->facts.agency_name;
}

McDay
mc_finding_get_since (McFinding *self)
{
  g_return_val_if_fail (MC_IS_FINDING (self), MC_DAY_NONE);
  return self->facts.since;
}

McDay
mc_finding_get_until (McFinding *self)
{
  g_return_val_if_fail (MC_IS_FINDING (self), MC_DAY_NONE);
  return self->facts.until;
}

const char *
mc_finding_get_citation (McFinding *self)
{
  g_return_val_if_fail (MC_IS_FINDING (self), NULL);
  return self->facts.citation;
}

const char *
mc_finding_get_message (McFinding *self)
{
  g_return_val_if_fail (MC_IS_FINDING (self), NULL);
  return self->facts.message;
}

McRemedy
mc_finding_get_remedy (McFinding *self)
{
  g_return_val_if_fail (MC_IS_FINDING (self), MC_REMEDY_NONE);
  return self->facts.remedy;
}

const char *
mc_finding_get_remedy_name (McFinding *self)
{
  g_return_val_if_fail (MC_IS_FINDING (self), NULL);
  return remedies[self->facts.remedy].name;
}

const char *
mc_finding_get_remedy_label (McFinding *self)
{
  g_return_val_if_fail (MC_IS_FINDING (self), NULL);

  const char *label = remedies[self->facts.remedy].label;

  /* The translation of the empty string is the header of the catalogue. */
  return *label ? _ (label) : "";
}

McDay
mc_finding_get_remedy_day (McFinding *self)
{
  g_return_val_if_fail (MC_IS_FINDING (self), MC_DAY_NONE);
  return self->facts.remedy_day;
}

int
mc_finding_get_remedy_count (McFinding *self)
{
  g_return_val_if_fail (MC_IS_FINDING (self), 0);
  return self->facts.remedy_count;
}

gint64
mc_finding_get_remedy_agency_id (McFinding *self)
{
  g_return_val_if_fail (MC_IS_FINDING (self), 0);
  return self->facts.remedy_agency_id;
}

int
mc_finding_compare (McFinding *a, McFinding *b)
{
  /* MC_DAY_NONE is the least day; what has no day comes last. */
  gint64 due_a = a->facts.until == MC_DAY_NONE ? G_MAXINT64 : a->facts.until;
  gint64 due_b = b->facts.until == MC_DAY_NONE ? G_MAXINT64 : b->facts.until;
  int order;

  if (a->facts.severity != b->facts.severity)
    return a->facts.severity < b->facts.severity ? -1 : 1;
  if (due_a != due_b)
    return due_a < due_b ? -1 : 1;
  if ((order = g_strcmp0 (a->facts.person_sort_key, b->facts.person_sort_key)))
    return order;
  if ((order = g_strcmp0 (a->facts.agency_name, b->facts.agency_name)))
    return order;
  return g_strcmp0 (a->key, b->key);
}

gboolean
mc_finding_equal (McFinding *a, McFinding *b)
{
  const McFindingInit *x = &a->facts;
  const McFindingInit *y = &b->facts;

  return g_str_equal (a->key, b->key) && x->severity == y->severity && x->person_id == y->person_id &&
         x->agency_id == y->agency_id && x->tour_id == y->tour_id && x->since == y->since && x->until == y->until &&
         x->remedy == y->remedy && x->remedy_day == y->remedy_day && x->remedy_count == y->remedy_count &&
         x->remedy_agency_id == y->remedy_agency_id && g_str_equal (x->message, y->message) &&
         g_str_equal (x->citation, y->citation) && g_str_equal (x->person_name, y->person_name) &&
         g_str_equal (x->agency_name, y->agency_name);
}
