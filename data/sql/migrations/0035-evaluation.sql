-- SPDX-License-Identifier: GPL-3.0-or-later
-- Evaluation: by which scheme, in which cycle, who was given how many points by whom and on what evidence, and the chain
-- of seals over what was signed.

SET LOCAL ROLE motcua_owner;

-- Schemes ----------------------------------------------------------------

CREATE TABLE centre.evaluation_scheme (
  id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  version int NOT NULL DEFAULT 1,
  code text NOT NULL CONSTRAINT evaluation_scheme_code CHECK (code ~ '^[a-z][a-z0-9_]*$'),
  name text NOT NULL CONSTRAINT evaluation_scheme_name_given CHECK (btrim(name) <> ''),
  kind text NOT NULL CONSTRAINT evaluation_scheme_kind CHECK (kind IN ('statutory_counter', 'decree_335', 'monthly_slip')),
  monthly boolean NOT NULL DEFAULT false,
  quarterly boolean NOT NULL DEFAULT false,
  yearly boolean NOT NULL DEFAULT false,
  employment text CONSTRAINT evaluation_scheme_employment CHECK (employment IN ('civil_servant', 'public_employee', 'contract', 'postal')),
  source text NOT NULL CONSTRAINT evaluation_scheme_source_given CHECK (btrim(source) <> ''),
  article text,
  bands jsonb NOT NULL,
  params jsonb NOT NULL DEFAULT '{}' CONSTRAINT evaluation_scheme_params CHECK (jsonb_typeof(params) = 'object'),
  note text,
  during daterange NOT NULL CONSTRAINT evaluation_scheme_during_not_empty CHECK (NOT isempty(during)),
  CONSTRAINT evaluation_scheme_some_cycle CHECK (monthly OR quarterly OR yearly),
  CONSTRAINT evaluation_scheme_no_overlap EXCLUDE USING gist (code WITH =, during WITH &&)
);
COMMENT ON TABLE centre.evaluation_scheme IS 'By what people are evaluated: of the law or of the house, each for its time.';
COMMENT ON COLUMN centre.evaluation_scheme.id IS 'Key, given by the database.';
COMMENT ON COLUMN centre.evaluation_scheme.version IS 'Counts the changes of the row; an update names the version that it saw.';
COMMENT ON COLUMN centre.evaluation_scheme.code IS 'Name in the program; the same for its successive versions.';
COMMENT ON COLUMN centre.evaluation_scheme.name IS 'As people call it.';
COMMENT ON COLUMN centre.evaluation_scheme.kind IS
  'How points become a total: statutory_counter (Circular 01/2018: sum of index scores), decree_335 (general criteria, and the mean of the results), monthly_slip (weights of 100).';
COMMENT ON COLUMN centre.evaluation_scheme.monthly IS 'Used in cycles of a month.';
COMMENT ON COLUMN centre.evaluation_scheme.quarterly IS 'Used in cycles of a quarter.';
COMMENT ON COLUMN centre.evaluation_scheme.yearly IS 'Used in cycles of a year.';
COMMENT ON COLUMN centre.evaluation_scheme.employment IS 'Only for people of this kind; null: for all.';
COMMENT ON COLUMN centre.evaluation_scheme.source IS 'The text that it is from.';
COMMENT ON COLUMN centre.evaluation_scheme.article IS 'Its articles.';
COMMENT ON COLUMN centre.evaluation_scheme.bands IS 'The levels, the best first: code, name, from (points); the last from 0.';
COMMENT ON COLUMN centre.evaluation_scheme.params IS 'Numbers of the scheme that are no band: maxima, percent of deduction, cap of the top level.';
COMMENT ON COLUMN centre.evaluation_scheme.note IS 'What is certain of it and what the office has set.';
COMMENT ON COLUMN centre.evaluation_scheme.during IS 'When it holds; half-open.';
CALL centre.watch('centre.evaluation_scheme');

CREATE TABLE centre.evaluation_criterion (
  id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  version int NOT NULL DEFAULT 1,
  scheme_id bigint NOT NULL REFERENCES centre.evaluation_scheme ON DELETE CASCADE,
  code text NOT NULL CONSTRAINT evaluation_criterion_code CHECK (code ~ '^[a-z0-9][a-z0-9_]*$'),
  name text NOT NULL CONSTRAINT evaluation_criterion_name_given CHECK (btrim(name) <> ''),
  part text NOT NULL DEFAULT 'general' CONSTRAINT evaluation_criterion_part CHECK (part IN ('general', 'result')),
  max_points numeric(6, 2) NOT NULL CONSTRAINT evaluation_criterion_max_points CHECK (max_points > 0),
  source text NOT NULL DEFAULT 'judgement' CONSTRAINT evaluation_criterion_source CHECK (source IN (
    'judgement', 'attendance', 'roster', 'dossier', 'contact', 'digitisation', 'satisfaction', 'complaint', 'compliment', 'supervision', 'training', 'product')),
  rated boolean NOT NULL DEFAULT true,
  scale jsonb CONSTRAINT evaluation_criterion_scale CHECK (jsonb_typeof(scale) = 'array' AND jsonb_array_length(scale) > 0),
  rule jsonb CONSTRAINT evaluation_criterion_rule CHECK (jsonb_typeof(rule) = 'object'),
  veto jsonb CONSTRAINT evaluation_criterion_veto CHECK (jsonb_typeof(veto) = 'object' AND veto ?& ARRAY['figure', 'at_least', 'band']),
  sort_order int NOT NULL DEFAULT 0,
  note text,
  CONSTRAINT evaluation_criterion_once UNIQUE (scheme_id, code)
);
COMMENT ON TABLE centre.evaluation_criterion IS 'What a scheme gives points for.';
COMMENT ON COLUMN centre.evaluation_criterion.id IS 'Key, given by the database.';
COMMENT ON COLUMN centre.evaluation_criterion.version IS 'Counts the changes of the row; an update names the version that it saw.';
COMMENT ON COLUMN centre.evaluation_criterion.scheme_id IS 'Its scheme.';
COMMENT ON COLUMN centre.evaluation_criterion.code IS 'Name in the program, such as the number of an index.';
COMMENT ON COLUMN centre.evaluation_criterion.name IS 'As people call it.';
COMMENT ON COLUMN centre.evaluation_criterion.part IS 'general, or result (the 70 points of Decree 335/2025).';
COMMENT ON COLUMN centre.evaluation_criterion.max_points IS 'The most points; 100 where points are percent.';
COMMENT ON COLUMN centre.evaluation_criterion.source IS 'Where its evidence comes from; judgement: from whoever gives the points.';
COMMENT ON COLUMN centre.evaluation_criterion.rated IS 'Whether people give points; else only what is computed counts.';
COMMENT ON COLUMN centre.evaluation_criterion.scale IS 'The points that may be given; null: any of one decimal.';
COMMENT ON COLUMN centre.evaluation_criterion.rule IS 'How figures of the evidence become points; null: people give them.';
COMMENT ON COLUMN centre.evaluation_criterion.veto IS 'Which figure, from how many on, keeps the whole from being better than which band.';
COMMENT ON COLUMN centre.evaluation_criterion.sort_order IS 'Order on screen and on paper.';
COMMENT ON COLUMN centre.evaluation_criterion.note IS 'What is certain of it and what the office has set.';
CALL centre.watch('centre.evaluation_criterion');

CREATE TABLE centre.evaluation_weight (
  id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  version int NOT NULL DEFAULT 1,
  criterion_id bigint NOT NULL REFERENCES centre.evaluation_criterion ON DELETE CASCADE,
  post_id bigint REFERENCES centre.post ON DELETE CASCADE,
  weight numeric(5, 2) NOT NULL CONSTRAINT evaluation_weight_percent CHECK (weight BETWEEN 0 AND 100),
  CONSTRAINT evaluation_weight_once UNIQUE NULLS NOT DISTINCT (criterion_id, post_id)
);
CREATE INDEX evaluation_weight_of_post ON centre.evaluation_weight (post_id);
COMMENT ON TABLE centre.evaluation_weight IS 'How much a criterion of a monthly slip counts for a post; they are 100 together for each post.';
COMMENT ON COLUMN centre.evaluation_weight.id IS 'Key, given by the database.';
COMMENT ON COLUMN centre.evaluation_weight.version IS 'Counts the changes of the row; an update names the version that it saw.';
COMMENT ON COLUMN centre.evaluation_weight.criterion_id IS 'The criterion.';
COMMENT ON COLUMN centre.evaluation_weight.post_id IS 'The post; null: all posts that have no weights of their own.';
COMMENT ON COLUMN centre.evaluation_weight.weight IS 'Percent of the whole.';
CALL centre.watch('centre.evaluation_weight');

-- Cycles and evaluations -------------------------------------------------

CREATE TABLE centre.evaluation_cycle (
  id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  version int NOT NULL DEFAULT 1,
  kind text NOT NULL CONSTRAINT evaluation_cycle_kind CHECK (kind IN ('month', 'quarter', 'year')),
  state text NOT NULL DEFAULT 'open' CONSTRAINT evaluation_cycle_state CHECK (state IN ('open', 'closed')),
  is_sample boolean NOT NULL DEFAULT false,
  note text,
  during daterange NOT NULL CONSTRAINT evaluation_cycle_during_not_empty CHECK (NOT isempty(during)),
  CONSTRAINT evaluation_cycle_whole CHECK (
    NOT lower_inf(during) AND NOT upper_inf(during) AND lower(during) = date_trunc(kind, lower(during)::timestamp)::date
    AND upper(during) = (lower(during) + CASE kind WHEN 'month' THEN interval '1 month' WHEN 'quarter' THEN interval '3 months' ELSE interval '1 year' END)::date),
  CONSTRAINT evaluation_cycle_once UNIQUE (kind, during)
);
COMMENT ON TABLE centre.evaluation_cycle IS 'A month, quarter or year for which people are evaluated.';
COMMENT ON COLUMN centre.evaluation_cycle.id IS 'Key, given by the database.';
COMMENT ON COLUMN centre.evaluation_cycle.version IS 'Counts the changes of the row; an update names the version that it saw.';
COMMENT ON COLUMN centre.evaluation_cycle.kind IS 'month, quarter or year.';
COMMENT ON COLUMN centre.evaluation_cycle.state IS 'open; closed when no evaluation of it waits any more.';
COMMENT ON COLUMN centre.evaluation_cycle.is_sample IS 'Of the sample centre; goes with it.';
COMMENT ON COLUMN centre.evaluation_cycle.note IS 'Free remark.';
COMMENT ON COLUMN centre.evaluation_cycle.during IS 'Its days: a whole month, quarter or year; half-open.';
CALL centre.watch('centre.evaluation_cycle');

CREATE TABLE centre.evaluation (
  id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  version int NOT NULL DEFAULT 1,
  cycle_id bigint NOT NULL REFERENCES centre.evaluation_cycle,
  person_id bigint NOT NULL REFERENCES centre.person,
  scheme_id bigint NOT NULL REFERENCES centre.evaluation_scheme,
  post_id bigint REFERENCES centre.post,
  section_id bigint REFERENCES centre.section,
  agency_id bigint REFERENCES centre.agency,
  state text NOT NULL DEFAULT 'open' CONSTRAINT evaluation_state CHECK (state IN ('open', 'self', 'section', 'supervision', 'signed')),
  total numeric(7, 2) CONSTRAINT evaluation_total_not_negative CHECK (total >= 0),
  band text,
  veto text,
  flags jsonb NOT NULL DEFAULT '[]' CONSTRAINT evaluation_flags CHECK (jsonb_typeof(flags) = 'array'),
  previous_id bigint CONSTRAINT evaluation_reopened_once UNIQUE REFERENCES centre.evaluation,
  reopen_reason text,
  signed_by text,
  signed_at timestamptz,
  home_level text CONSTRAINT evaluation_home_level CHECK (home_level IN ('excellent', 'good', 'completed', 'not_completed')),
  home_no text,
  home_on date,
  home_note text,
  CONSTRAINT evaluation_reopened_why CHECK ((previous_id IS NULL) = (COALESCE(btrim(reopen_reason), '') = '')),
  CONSTRAINT evaluation_signed_whole CHECK ((state = 'signed') = (signed_at IS NOT NULL) AND (state <> 'signed' OR (total IS NOT NULL AND band IS NOT NULL))),
  CONSTRAINT evaluation_home_after CHECK (state = 'signed' OR num_nonnulls(home_level, home_no, home_on, home_note) = 0)
);
CREATE UNIQUE INDEX evaluation_once ON centre.evaluation (cycle_id, person_id, scheme_id) WHERE previous_id IS NULL;
CREATE INDEX evaluation_of_person ON centre.evaluation (person_id);
CREATE INDEX evaluation_of_scheme ON centre.evaluation (scheme_id);
CREATE INDEX evaluation_of_post ON centre.evaluation (post_id);
CREATE INDEX evaluation_of_section ON centre.evaluation (section_id);
CREATE INDEX evaluation_of_agency ON centre.evaluation (agency_id);
COMMENT ON TABLE centre.evaluation IS 'The evaluation of a person in a cycle by a scheme. What was signed does not change: reopening makes a new row that names it.';
COMMENT ON COLUMN centre.evaluation.id IS 'Key, given by the database.';
COMMENT ON COLUMN centre.evaluation.version IS 'Counts the changes of the row; an update names the version that it saw.';
COMMENT ON COLUMN centre.evaluation.cycle_id IS 'Of which month, quarter or year.';
COMMENT ON COLUMN centre.evaluation.person_id IS 'Who is evaluated.';
COMMENT ON COLUMN centre.evaluation.scheme_id IS 'By what.';
COMMENT ON COLUMN centre.evaluation.post_id IS 'The post held at the end of the cycle, for the weights.';
COMMENT ON COLUMN centre.evaluation.section_id IS 'The section at the end of the cycle: its head gives points.';
COMMENT ON COLUMN centre.evaluation.agency_id IS 'The agency that had sent the person, to which the result goes.';
COMMENT ON COLUMN centre.evaluation.state IS
  'Who has given what they had to, one after the other: open (nobody), self, section (its head), supervision, signed (the director).';
COMMENT ON COLUMN centre.evaluation.total IS 'Points, as the scheme adds them up.';
COMMENT ON COLUMN centre.evaluation.band IS 'Code of the band that the total falls into, after any veto.';
COMMENT ON COLUMN centre.evaluation.veto IS 'Code of the criterion whose veto lowered the band.';
COMMENT ON COLUMN centre.evaluation.flags IS 'Codes of what is to be known when it is read: criteria without figures, too few ratings, bursts.';
COMMENT ON COLUMN centre.evaluation.previous_id IS 'The signed one that this reopens.';
COMMENT ON COLUMN centre.evaluation.reopen_reason IS 'Why it was reopened.';
COMMENT ON COLUMN centre.evaluation.signed_by IS 'Login of who signed; set by the database.';
COMMENT ON COLUMN centre.evaluation.signed_at IS 'When; set by the database.';
COMMENT ON COLUMN centre.evaluation.home_level IS 'The final rating as the home agency has told it.';
COMMENT ON COLUMN centre.evaluation.home_no IS 'Number of its paper.';
COMMENT ON COLUMN centre.evaluation.home_on IS 'Date of its paper.';
COMMENT ON COLUMN centre.evaluation.home_note IS 'What else it says.';
CALL centre.watch('centre.evaluation');

CREATE TABLE centre.evaluation_score (
  id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  version int NOT NULL DEFAULT 1,
  evaluation_id bigint NOT NULL REFERENCES centre.evaluation ON DELETE CASCADE,
  criterion_id bigint NOT NULL REFERENCES centre.evaluation_criterion,
  role text NOT NULL CONSTRAINT evaluation_score_role CHECK (role IN ('computed', 'self', 'section', 'supervision', 'director')),
  points numeric(6, 2) NOT NULL CONSTRAINT evaluation_score_points CHECK (points >= 0),
  reason text,
  login text NOT NULL DEFAULT centre.login(),
  CONSTRAINT evaluation_score_once UNIQUE (evaluation_id, criterion_id, role)
);
CREATE INDEX evaluation_score_of_criterion ON centre.evaluation_score (criterion_id);
COMMENT ON TABLE centre.evaluation_score IS 'Points by one rater for one criterion. Of self, section and supervision nobody else sees them until each has given theirs.';
COMMENT ON COLUMN centre.evaluation_score.id IS 'Key, given by the database.';
COMMENT ON COLUMN centre.evaluation_score.version IS 'Counts the changes of the row; an update names the version that it saw.';
COMMENT ON COLUMN centre.evaluation_score.evaluation_id IS 'The evaluation.';
COMMENT ON COLUMN centre.evaluation_score.criterion_id IS 'The criterion, of its scheme.';
COMMENT ON COLUMN centre.evaluation_score.role IS 'Who gives them: computed (from the evidence), self, section (its head), supervision, director.';
COMMENT ON COLUMN centre.evaluation_score.points IS 'How many; not more than the criterion has.';
COMMENT ON COLUMN centre.evaluation_score.reason IS 'Why.';
COMMENT ON COLUMN centre.evaluation_score.login IS 'Who entered them; set by the database.';
CALL centre.watch('centre.evaluation_score', 'points', 'reason');

CREATE TABLE centre.evaluation_evidence (
  id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  version int NOT NULL DEFAULT 1,
  evaluation_id bigint NOT NULL REFERENCES centre.evaluation ON DELETE CASCADE,
  criterion_id bigint NOT NULL REFERENCES centre.evaluation_criterion,
  figures jsonb NOT NULL CONSTRAINT evaluation_evidence_figures CHECK (jsonb_typeof(figures) = 'object'),
  source_table text,
  source_rows jsonb NOT NULL DEFAULT '[]' CONSTRAINT evaluation_evidence_source_rows CHECK (jsonb_typeof(source_rows) = 'array'),
  entered boolean NOT NULL DEFAULT false,
  note text,
  login text NOT NULL DEFAULT centre.login(),
  CONSTRAINT evaluation_evidence_once UNIQUE NULLS NOT DISTINCT (evaluation_id, criterion_id, source_table, entered)
);
CREATE INDEX evaluation_evidence_of_criterion ON centre.evaluation_evidence (criterion_id);
COMMENT ON TABLE centre.evaluation_evidence IS 'On what the points of a criterion stand: figures, and the rows that they are counted from.';
COMMENT ON COLUMN centre.evaluation_evidence.id IS 'Key, given by the database.';
COMMENT ON COLUMN centre.evaluation_evidence.version IS 'Counts the changes of the row; an update names the version that it saw.';
COMMENT ON COLUMN centre.evaluation_evidence.evaluation_id IS 'The evaluation.';
COMMENT ON COLUMN centre.evaluation_evidence.criterion_id IS 'The criterion, of its scheme.';
COMMENT ON COLUMN centre.evaluation_evidence.figures IS 'Name to number, such as sessions, late, unexcused.';
COMMENT ON COLUMN centre.evaluation_evidence.source_table IS 'The table or view that was counted; null: entered by hand.';
COMMENT ON COLUMN centre.evaluation_evidence.source_rows IS 'Keys of the rows that weigh; none where the figures are sums of many.';
COMMENT ON COLUMN centre.evaluation_evidence.entered IS 'Entered by hand, from outside the program; else gathered.';
COMMENT ON COLUMN centre.evaluation_evidence.note IS 'Remarks, such as an objective cause that was confirmed.';
COMMENT ON COLUMN centre.evaluation_evidence.login IS 'Who gathered or entered it; set by the database.';
CALL centre.watch('centre.evaluation_evidence');

CREATE TABLE centre.evaluation_text (
  id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  version int NOT NULL DEFAULT 1,
  evaluation_id bigint NOT NULL REFERENCES centre.evaluation ON DELETE CASCADE,
  role text NOT NULL CONSTRAINT evaluation_text_role CHECK (role IN ('self', 'section', 'supervision', 'director')),
  body text NOT NULL CONSTRAINT evaluation_text_body_given CHECK (btrim(body) <> ''),
  given boolean NOT NULL DEFAULT false,
  waived boolean NOT NULL DEFAULT false,
  given_at timestamptz,
  login text NOT NULL DEFAULT centre.login(),
  CONSTRAINT evaluation_text_once UNIQUE (evaluation_id, role),
  CONSTRAINT evaluation_text_waived_given CHECK (given OR NOT waived)
);
COMMENT ON TABLE centre.evaluation_text IS 'What a rater says. Of self, section and supervision nobody else sees it until each has given theirs.';
COMMENT ON COLUMN centre.evaluation_text.id IS 'Key, given by the database.';
COMMENT ON COLUMN centre.evaluation_text.version IS 'Counts the changes of the row; an update names the version that it saw.';
COMMENT ON COLUMN centre.evaluation_text.evaluation_id IS 'The evaluation.';
COMMENT ON COLUMN centre.evaluation_text.role IS 'Whose: self, section (its head), supervision, director.';
COMMENT ON COLUMN centre.evaluation_text.body IS 'The text.';
COMMENT ON COLUMN centre.evaluation_text.given IS 'Handed over: it does not change any more, and it is the next one''s turn.';
COMMENT ON COLUMN centre.evaluation_text.waived IS 'The director or a deputy goes on without whose turn it was; the text says why.';
COMMENT ON COLUMN centre.evaluation_text.given_at IS 'When it was given; set by the database.';
COMMENT ON COLUMN centre.evaluation_text.login IS 'Who wrote it; set by the database.';
CALL centre.watch('centre.evaluation_text', 'body');

CREATE TABLE centre.evaluation_seal (
  id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  version int NOT NULL DEFAULT 1,
  evaluation_id bigint NOT NULL CONSTRAINT evaluation_seal_of_one UNIQUE REFERENCES centre.evaluation,
  chain text NOT NULL CONSTRAINT evaluation_seal_chain CHECK (chain IN ('office', 'sample')),
  place int NOT NULL,
  previous_sha256 text NOT NULL,
  content jsonb,
  content_sha256 text NOT NULL,
  sha256 text NOT NULL,
  CONSTRAINT evaluation_seal_place_once UNIQUE (chain, place)
);
COMMENT ON TABLE centre.evaluation_seal IS
  'What was signed, frozen, each seal over the one before it: sha256 = SHA-256 of "previous_sha256 content_sha256", content_sha256 = SHA-256 of the content as PostgreSQL writes it.';
COMMENT ON COLUMN centre.evaluation_seal.id IS 'Key, given by the database.';
COMMENT ON COLUMN centre.evaluation_seal.version IS 'Counts the changes of the row; an update names the version that it saw.';
COMMENT ON COLUMN centre.evaluation_seal.evaluation_id IS 'The signed evaluation.';
COMMENT ON COLUMN centre.evaluation_seal.chain IS 'office; sample: of the sample centre, which goes with it.';
COMMENT ON COLUMN centre.evaluation_seal.place IS 'Its place in the chain, from 1, without gaps.';
COMMENT ON COLUMN centre.evaluation_seal.previous_sha256 IS 'The seal before it; of the first one 64 zeros.';
COMMENT ON COLUMN centre.evaluation_seal.content IS 'All that was signed; null when the person was made anonymous.';
COMMENT ON COLUMN centre.evaluation_seal.content_sha256 IS 'Digest of the content; stays.';
COMMENT ON COLUMN centre.evaluation_seal.sha256 IS 'The seal.';
CALL centre.watch('centre.evaluation_seal', 'content');

RESET ROLE;
