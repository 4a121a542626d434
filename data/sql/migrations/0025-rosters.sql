-- SPDX-License-Identifier: GPL-3.0-or-later
-- Daily rosters: what must be manned, who is where in each half of a day, and the way of a roster from a draft to an
-- official paper. What is published never changes: amendments lie over it, and each says why.

SET LOCAL ROLE motcua_owner;

-- What must be manned ----------------------------------------------------

CREATE TABLE centre.duty (
  id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  version int NOT NULL DEFAULT 1,
  code text NOT NULL CONSTRAINT duty_code_form CHECK (code ~ '^[[:alpha:]][[:alnum:]]{0,4}$'),
  name text NOT NULL CONSTRAINT duty_name_given CHECK (btrim(name) <> ''),
  kind text NOT NULL CONSTRAINT duty_kind
    CHECK (kind IN ('leader', 'guidance', 'supervision', 'it', 'guard', 'clerk', 'late', 'holiday', 'extra')),
  whole_day boolean NOT NULL DEFAULT false,
  sort_order int NOT NULL DEFAULT 100,
  note text,
  is_sample boolean NOT NULL DEFAULT false,
  during daterange NOT NULL CONSTRAINT duty_during_not_empty CHECK (NOT isempty(during)),
  CONSTRAINT duty_code_once EXCLUDE USING gist (upper(code) WITH =, during WITH &&)
);
COMMENT ON TABLE centre.duty IS 'Duties that a roster gives out besides the counters: leader on duty, guidance desk, guard and so on.';
COMMENT ON COLUMN centre.duty.code IS 'What is typed into a cell and printed in it; a letter first, for a number is a counter.';
COMMENT ON COLUMN centre.duty.kind IS 'leader, guidance, supervision, it (on call), guard, clerk, late (late closing), holiday (special duty), extra.';
COMMENT ON COLUMN centre.duty.whole_day IS 'Whether the same person has it in both halves of a day.';
COMMENT ON COLUMN centre.duty.sort_order IS 'Place in lists, small first.';
COMMENT ON COLUMN centre.duty.is_sample IS 'Of the sample centre; goes with it.';
CALL centre.watch('centre.duty');

CREATE TABLE centre.duty_competence (
  id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  version int NOT NULL DEFAULT 1,
  duty_id bigint NOT NULL REFERENCES centre.duty ON DELETE CASCADE,
  person_id bigint NOT NULL REFERENCES centre.person ON DELETE CASCADE,
  during daterange NOT NULL CONSTRAINT duty_competence_during_not_empty CHECK (NOT isempty(during)),
  CONSTRAINT duty_competence_no_overlap EXCLUDE USING gist (duty_id WITH =, person_id WITH =, during WITH &&)
);
CREATE INDEX duty_competence_duty ON centre.duty_competence (duty_id);
CREATE INDEX duty_competence_person ON centre.duty_competence (person_id);
COMMENT ON TABLE centre.duty_competence IS 'Who may be given which duty besides the counters.';
COMMENT ON COLUMN centre.duty_competence.duty_id IS 'The duty.';
CALL centre.watch('centre.duty_competence');

CREATE TABLE centre.demand (
  id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  version int NOT NULL DEFAULT 1,
  counter_id bigint REFERENCES centre.counter ON DELETE CASCADE,
  duty_id bigint REFERENCES centre.duty ON DELETE CASCADE,
  kind text NOT NULL DEFAULT 'weekly' CONSTRAINT demand_kind CHECK (kind IN ('weekly', 'extra')),
  weekdays text NOT NULL DEFAULT '12345' CONSTRAINT demand_weekdays CHECK (weekdays ~ '^1?2?3?4?5?6?7?$' AND weekdays <> ''),
  half text NOT NULL DEFAULT 'day' CONSTRAINT demand_half CHECK (half IN ('day', 'morning', 'afternoon')),
  seats int NOT NULL CONSTRAINT demand_seats CHECK (seats BETWEEN 0 AND 99),
  note text,
  is_sample boolean NOT NULL DEFAULT false,
  during daterange NOT NULL CONSTRAINT demand_during_not_empty CHECK (NOT isempty(during)),
  CONSTRAINT demand_of_one CHECK (num_nonnulls(counter_id, duty_id) = 1),
  CONSTRAINT demand_extra_bounded CHECK (kind = 'weekly' OR NOT (lower_inf(during) OR upper_inf(during))),
  CONSTRAINT demand_extra_reason CHECK (kind = 'weekly' OR COALESCE(btrim(note), '') <> '')
);
CREATE INDEX demand_counter ON centre.demand (counter_id);
CREATE INDEX demand_duty ON centre.demand (duty_id);
COMMENT ON TABLE centre.demand IS
  'How many people a counter or duty needs. A counter without a row here needs as many as it has seats, Monday to Friday.';
COMMENT ON COLUMN centre.demand.counter_id IS 'The counter, or';
COMMENT ON COLUMN centre.demand.duty_id IS 'the duty.';
COMMENT ON COLUMN centre.demand.kind IS 'weekly: so it is each week, in the place of the counter''s seats; extra: so many more on these days (a campaign, a training).';
COMMENT ON COLUMN centre.demand.weekdays IS 'Digits in order, 1 Monday … 7 Sunday: 12345. On days that the calendar takes off it falls away, but for the duty of holidays.';
COMMENT ON COLUMN centre.demand.half IS 'Which sessions: day (both), morning, afternoon.';
COMMENT ON COLUMN centre.demand.seats IS 'How many people at a time.';
COMMENT ON COLUMN centre.demand.note IS 'Of an extra: what for.';
COMMENT ON COLUMN centre.demand.is_sample IS 'Of the sample centre; goes with it.';
CALL centre.watch('centre.demand');

-- Rosters ----------------------------------------------------------------

CREATE TABLE centre.roster (
  id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  version int NOT NULL DEFAULT 1,
  during daterange NOT NULL CONSTRAINT roster_during_bounded
    CHECK (NOT isempty(during) AND NOT lower_inf(during) AND NOT upper_inf(during) AND upper(during) - lower(during) <= 400),
  title text CONSTRAINT roster_title_given CHECK (btrim(title) <> ''),
  state text NOT NULL DEFAULT 'draft' CONSTRAINT roster_state CHECK (state IN ('draft', 'submitted', 'approved', 'published', 'amended')),
  based_on_id bigint REFERENCES centre.roster ON DELETE SET NULL,
  seed int NOT NULL DEFAULT 0 CONSTRAINT roster_seed CHECK (seed >= 0),
  planned_by text,
  quality jsonb,
  return_reason text,
  submitted_by text,
  submitted_at timestamptz,
  approved_by text,
  approved_at timestamptz,
  approved_as text CONSTRAINT roster_approved_as CHECK (approved_as IN ('director', 'deputy')),
  published_by text,
  published_at timestamptz,
  note text,
  is_sample boolean NOT NULL DEFAULT false,
  CONSTRAINT roster_published_once EXCLUDE USING gist (during WITH &&) WHERE (state IN ('published', 'amended')),
  CONSTRAINT roster_signed CHECK (state IN ('draft', 'submitted') OR (approved_by IS NOT NULL AND approved_at IS NOT NULL AND approved_as IS NOT NULL)),
  CONSTRAINT roster_out CHECK ((state IN ('published', 'amended')) = (published_at IS NOT NULL AND published_by IS NOT NULL))
);
CREATE INDEX roster_based_on ON centre.roster (based_on_id);
COMMENT ON TABLE centre.roster IS 'A duty roster of a month or any period (lịch trực); one at a time is published for a day, drafts may stand beside it.';
COMMENT ON COLUMN centre.roster.title IS 'What tells one draft from another.';
COMMENT ON COLUMN centre.roster.state IS 'draft, submitted, approved, published, amended (published, with amendments over it).';
COMMENT ON COLUMN centre.roster.based_on_id IS 'The roster that it was copied from.';
COMMENT ON COLUMN centre.roster.seed IS 'What the planner began with: the same input and seed give the same roster.';
COMMENT ON COLUMN centre.roster.planned_by IS 'Name and version of the planner, and the digest of what it was given; by these the plan is verified.';
COMMENT ON COLUMN centre.roster.quality IS 'What the planner said of it: cost, bound, uncovered seats, broken rules.';
COMMENT ON COLUMN centre.roster.return_reason IS 'Why it was sent back last.';
COMMENT ON COLUMN centre.roster.submitted_by IS 'Login of who submitted it.';
COMMENT ON COLUMN centre.roster.submitted_at IS 'When.';
COMMENT ON COLUMN centre.roster.approved_by IS 'Login of who approved it.';
COMMENT ON COLUMN centre.roster.approved_at IS 'When.';
COMMENT ON COLUMN centre.roster.approved_as IS 'director, or deputy: signs for the director (KT.).';
COMMENT ON COLUMN centre.roster.published_by IS 'Login of who published it.';
COMMENT ON COLUMN centre.roster.published_at IS 'When.';
COMMENT ON COLUMN centre.roster.is_sample IS 'Of the sample centre; goes with it.';
CALL centre.watch('centre.roster');

CREATE TABLE centre.roster_amendment (
  id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  version int NOT NULL DEFAULT 1,
  roster_id bigint NOT NULL REFERENCES centre.roster ON DELETE CASCADE,
  number int,
  reason text NOT NULL CONSTRAINT roster_amendment_reason_given CHECK (btrim(reason) <> ''),
  absence_id bigint REFERENCES centre.absence ON DELETE SET NULL,
  made_by text,
  made_at timestamptz,
  confirmed_by text,
  confirmed_at timestamptz,
  confirmed_as text CONSTRAINT roster_amendment_confirmed_as CHECK (confirmed_as IN ('director', 'deputy')),
  CONSTRAINT roster_amendment_once UNIQUE (roster_id, number),
  CONSTRAINT roster_amendment_confirmed CHECK (num_nulls(confirmed_by, confirmed_at, confirmed_as) IN (0, 3))
);
CREATE INDEX roster_amendment_roster ON centre.roster_amendment (roster_id);
CREATE INDEX roster_amendment_absence ON centre.roster_amendment (absence_id);
COMMENT ON TABLE centre.roster_amendment IS 'A change of a published roster: what it says lies over what was published, and stays.';
COMMENT ON COLUMN centre.roster_amendment.roster_id IS 'The roster.';
COMMENT ON COLUMN centre.roster_amendment.number IS 'First, second, … of its roster; given by the database.';
COMMENT ON COLUMN centre.roster_amendment.reason IS 'Why; shown to all, so no sickness is named here.';
COMMENT ON COLUMN centre.roster_amendment.absence_id IS 'The absence that it repairs.';
COMMENT ON COLUMN centre.roster_amendment.made_by IS 'Login of who made it.';
COMMENT ON COLUMN centre.roster_amendment.made_at IS 'When.';
COMMENT ON COLUMN centre.roster_amendment.confirmed_by IS 'Login of the leader who confirmed it.';
COMMENT ON COLUMN centre.roster_amendment.confirmed_at IS 'When.';
COMMENT ON COLUMN centre.roster_amendment.confirmed_as IS 'director, or deputy (KT.).';
CALL centre.watch('centre.roster_amendment');

CREATE TABLE centre.roster_cell (
  id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  version int NOT NULL DEFAULT 1,
  roster_id bigint NOT NULL REFERENCES centre.roster ON DELETE CASCADE,
  amendment_id bigint REFERENCES centre.roster_amendment ON DELETE CASCADE,
  person_id bigint NOT NULL REFERENCES centre.person,
  day date NOT NULL,
  session text NOT NULL CONSTRAINT roster_cell_session CHECK (session IN ('morning', 'afternoon')),
  counter_id bigint REFERENCES centre.counter,
  duty_id bigint REFERENCES centre.duty,
  pinned boolean NOT NULL DEFAULT false,
  CONSTRAINT roster_cell_one_place UNIQUE NULLS NOT DISTINCT (roster_id, amendment_id, person_id, day, session),
  CONSTRAINT roster_cell_one_thing CHECK (num_nonnulls(counter_id, duty_id) <= 1)
);
CREATE INDEX roster_cell_roster ON centre.roster_cell (roster_id);
CREATE INDEX roster_cell_amendment ON centre.roster_cell (amendment_id);
CREATE INDEX roster_cell_person ON centre.roster_cell (person_id, day);
CREATE INDEX roster_cell_counter ON centre.roster_cell (counter_id);
CREATE INDEX roster_cell_duty ON centre.roster_cell (duty_id);
CREATE INDEX roster_cell_day ON centre.roster_cell (day);
COMMENT ON TABLE centre.roster_cell IS
  'Where one person is in one session. Who has no cell, or one with neither counter nor duty, is free in it. The cell of the last amendment counts.';
COMMENT ON COLUMN centre.roster_cell.roster_id IS 'The roster.';
COMMENT ON COLUMN centre.roster_cell.amendment_id IS 'The amendment that says so; null for the roster as published.';
COMMENT ON COLUMN centre.roster_cell.day IS 'The day, within the roster.';
COMMENT ON COLUMN centre.roster_cell.session IS 'morning or afternoon.';
COMMENT ON COLUMN centre.roster_cell.counter_id IS 'The counter, or';
COMMENT ON COLUMN centre.roster_cell.duty_id IS 'the duty; neither: kept free.';
COMMENT ON COLUMN centre.roster_cell.pinned IS 'Whether the planner leaves it as it is.';
CALL centre.watch('centre.roster_cell');

-- Requests, and swaps between two ------------------------------------------

CREATE TABLE centre.roster_request (
  id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  version int NOT NULL DEFAULT 1,
  person_id bigint NOT NULL REFERENCES centre.person ON DELETE CASCADE,
  during daterange NOT NULL CONSTRAINT roster_request_during_bounded CHECK (NOT isempty(during) AND NOT lower_inf(during) AND NOT upper_inf(during)),
  half text NOT NULL DEFAULT 'day' CONSTRAINT roster_request_half CHECK (half IN ('day', 'morning', 'afternoon')),
  wish text NOT NULL CONSTRAINT roster_request_wish CHECK (wish IN ('off', 'on')),
  counter_id bigint REFERENCES centre.counter ON DELETE CASCADE,
  duty_id bigint REFERENCES centre.duty ON DELETE CASCADE,
  weight int NOT NULL DEFAULT 1 CONSTRAINT roster_request_weight CHECK (weight BETWEEN 1 AND 100),
  note text,
  CONSTRAINT roster_request_one_thing CHECK (num_nonnulls(counter_id, duty_id) <= 1),
  CONSTRAINT roster_request_off_all CHECK (wish = 'on' OR num_nonnulls(counter_id, duty_id) = 0)
);
CREATE INDEX roster_request_person ON centre.roster_request (person_id);
CREATE INDEX roster_request_counter ON centre.roster_request (counter_id);
CREATE INDEX roster_request_duty ON centre.roster_request (duty_id);
COMMENT ON TABLE centre.roster_request IS 'What people ask of a roster; not a right as leave is, but weighed.';
COMMENT ON COLUMN centre.roster_request.half IS 'Which sessions of these days.';
COMMENT ON COLUMN centre.roster_request.wish IS 'off: not to be rostered; on: to be rostered, at the counter or duty named if one is.';
COMMENT ON COLUMN centre.roster_request.counter_id IS 'The counter asked for.';
COMMENT ON COLUMN centre.roster_request.duty_id IS 'The duty asked for.';
COMMENT ON COLUMN centre.roster_request.weight IS 'What it counts against other wishes.';
COMMENT ON COLUMN centre.roster_request.note IS 'What was said; hidden from the audit.';
CALL centre.watch('centre.roster_request', 'note');

CREATE TABLE centre.roster_swap (
  id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  version int NOT NULL DEFAULT 1,
  roster_id bigint NOT NULL REFERENCES centre.roster ON DELETE CASCADE,
  person_id bigint NOT NULL REFERENCES centre.person,
  day date NOT NULL,
  session text NOT NULL CONSTRAINT roster_swap_session CHECK (session IN ('morning', 'afternoon')),
  other_person_id bigint NOT NULL REFERENCES centre.person,
  other_day date NOT NULL,
  other_session text NOT NULL CONSTRAINT roster_swap_other_session CHECK (other_session IN ('morning', 'afternoon')),
  reason text,
  state text NOT NULL DEFAULT 'requested' CONSTRAINT roster_swap_state CHECK (state IN ('requested', 'approved', 'refused', 'withdrawn')),
  decided_by text,
  decided_at timestamptz,
  amendment_id bigint REFERENCES centre.roster_amendment ON DELETE SET NULL,
  CONSTRAINT roster_swap_two CHECK (person_id <> other_person_id)
);
CREATE INDEX roster_swap_roster ON centre.roster_swap (roster_id);
CREATE INDEX roster_swap_person ON centre.roster_swap (person_id);
CREATE INDEX roster_swap_other_person ON centre.roster_swap (other_person_id);
CREATE INDEX roster_swap_amendment ON centre.roster_swap (amendment_id);
COMMENT ON TABLE centre.roster_swap IS 'Two officers who ask to change places; the centre decides, and an amendment carries it out.';
COMMENT ON COLUMN centre.roster_swap.roster_id IS 'The published roster.';
COMMENT ON COLUMN centre.roster_swap.day IS 'The session of the first.';
COMMENT ON COLUMN centre.roster_swap.session IS 'Its half of the day.';
COMMENT ON COLUMN centre.roster_swap.other_person_id IS 'The other officer.';
COMMENT ON COLUMN centre.roster_swap.other_day IS 'The session of the other.';
COMMENT ON COLUMN centre.roster_swap.other_session IS 'Its half of the day.';
COMMENT ON COLUMN centre.roster_swap.reason IS 'What was said; hidden from the audit.';
COMMENT ON COLUMN centre.roster_swap.state IS 'requested, approved, refused, withdrawn.';
COMMENT ON COLUMN centre.roster_swap.decided_by IS 'Login of who decided.';
COMMENT ON COLUMN centre.roster_swap.decided_at IS 'When.';
COMMENT ON COLUMN centre.roster_swap.amendment_id IS 'The amendment that carried it out.';
CALL centre.watch('centre.roster_swap', 'reason');

DO $$
DECLARE
  c record;
BEGIN
  FOR c IN
    SELECT k.relname, a.attname, g.text
      FROM pg_catalog.pg_class k
      JOIN pg_catalog.pg_attribute a ON a.attrelid = k.oid AND a.attnum > 0 AND NOT a.attisdropped
      JOIN (VALUES ('id', 'Key, given by the database.'), ('version', 'Counts the changes of the row; an update names the version that it saw.'),
                   ('person_id', 'The person.'), ('during', 'When it holds; half-open.'), ('name', 'Name as people read it.'),
                   ('note', 'Free remark.')) AS g(name, text) ON g.name = a.attname
     WHERE k.relnamespace = 'centre'::regnamespace AND k.relkind = 'r' AND pg_catalog.col_description(k.oid, a.attnum) IS NULL
  LOOP
    EXECUTE format('COMMENT ON COLUMN centre.%I.%I IS %L', c.relname, c.attname, c.text);
  END LOOP;
END
$$;

-- What must never be ------------------------------------------------------

CREATE FUNCTION centre.removing_sample() RETURNS boolean
  LANGUAGE sql STABLE
  RETURN current_setting('centre.removing_sample', true) = 'on' AND COALESCE(centre.group_role() IN ('director', 'owner'), false);
COMMENT ON FUNCTION centre.removing_sample() IS 'Whether this transaction takes the sample away (centre.remove_sample()).';

CREATE FUNCTION centre.guard_roster() RETURNS trigger
  LANGUAGE plpgsql SECURITY DEFINER
  SET search_path = pg_catalog, pg_temp
  AS $$
DECLARE
  mine text := centre.group_role();
  leads boolean := COALESCE(mine IN ('director', 'deputy', 'owner'), false);
  step text;
BEGIN
  IF TG_OP = 'DELETE' THEN
    IF OLD.state <> 'draft' AND NOT (OLD.is_sample AND centre.removing_sample()) THEN
      RAISE EXCEPTION 'a roster that is % is not deleted', OLD.state
        USING ERRCODE = 'MC003', CONSTRAINT = 'roster_only_drafts_go', TABLE = 'roster', SCHEMA = 'centre';
    END IF;
    RETURN OLD;
  END IF;
  IF TG_OP = 'INSERT' THEN
    IF NEW.state <> 'draft' THEN
      RAISE EXCEPTION 'a roster begins as a draft' USING ERRCODE = 'MC003', CONSTRAINT = 'roster_begins_as_draft', TABLE = 'roster', SCHEMA = 'centre';
    END IF;
    NEW.submitted_by := NULL; NEW.submitted_at := NULL; NEW.approved_by := NULL; NEW.approved_at := NULL; NEW.approved_as := NULL;
    NEW.published_by := NULL; NEW.published_at := NULL; NEW.return_reason := NULL;
    RETURN NEW;
  END IF;

  step := OLD.state || ' ' || NEW.state;
  IF OLD.state = NEW.state THEN
    IF OLD.state <> 'draft' AND (to_jsonb(NEW) - 'version') IS DISTINCT FROM (to_jsonb(OLD) - 'version') THEN
      RAISE EXCEPTION 'a roster that is % does not change', OLD.state
        USING ERRCODE = 'MC003', CONSTRAINT = 'roster_only_drafts_change', TABLE = 'roster', SCHEMA = 'centre';
    END IF;
    NEW.submitted_by := OLD.submitted_by; NEW.submitted_at := OLD.submitted_at; NEW.approved_by := OLD.approved_by;
    NEW.approved_at := OLD.approved_at; NEW.approved_as := OLD.approved_as; NEW.published_by := OLD.published_by;
    NEW.published_at := OLD.published_at;
    RETURN NEW;
  END IF;

  -- A step changes the state and nothing else; who and when is not for the caller to say.
  IF (to_jsonb(NEW) - ARRAY['version', 'state', 'return_reason']) IS DISTINCT FROM (to_jsonb(OLD) - ARRAY['version', 'state', 'return_reason']) THEN
    RAISE EXCEPTION 'a step of a roster changes its state alone'
      USING ERRCODE = 'MC003', CONSTRAINT = 'roster_step_alone', TABLE = 'roster', SCHEMA = 'centre';
  END IF;
  CASE step
    WHEN 'draft submitted' THEN
      NEW.submitted_by := centre.login(); NEW.submitted_at := now(); NEW.return_reason := NULL;
    WHEN 'submitted draft', 'approved draft' THEN
      IF OLD.state = 'approved' AND NOT leads THEN
        RAISE EXCEPTION 'only the director or a deputy takes an approval back'
          USING ERRCODE = 'MC003', CONSTRAINT = 'roster_leaders_approve', TABLE = 'roster', SCHEMA = 'centre';
      END IF;
      IF OLD.submitted_by <> centre.login() AND COALESCE(btrim(NEW.return_reason), '') = '' THEN
        RAISE EXCEPTION 'who sends a roster back says why'
          USING ERRCODE = 'MC002', CONSTRAINT = 'roster_return_reason_given', TABLE = 'roster', SCHEMA = 'centre';
      END IF;
      NEW.submitted_by := NULL; NEW.submitted_at := NULL; NEW.approved_by := NULL; NEW.approved_at := NULL; NEW.approved_as := NULL;
    WHEN 'submitted approved' THEN
      IF NOT leads THEN
        RAISE EXCEPTION 'a roster is approved by the director or a deputy'
          USING ERRCODE = 'MC003', CONSTRAINT = 'roster_leaders_approve', TABLE = 'roster', SCHEMA = 'centre';
      END IF;
      NEW.approved_by := centre.login(); NEW.approved_at := now();
      NEW.approved_as := CASE mine WHEN 'deputy' THEN 'deputy' ELSE 'director' END;
    WHEN 'approved published' THEN
      PERFORM centre.check_roster(NEW.id);
      NEW.published_by := centre.login(); NEW.published_at := now();
    WHEN 'published amended' THEN
      IF NOT EXISTS (SELECT FROM centre.roster_amendment a WHERE a.roster_id = NEW.id) THEN
        RAISE EXCEPTION 'a roster is amended by its amendments'
          USING ERRCODE = 'MC003', CONSTRAINT = 'roster_step', TABLE = 'roster', SCHEMA = 'centre';
      END IF;
    ELSE
      RAISE EXCEPTION 'a roster does not go from % to %', OLD.state, NEW.state
        USING ERRCODE = 'MC003', CONSTRAINT = 'roster_step', TABLE = 'roster', SCHEMA = 'centre';
  END CASE;
  RETURN NEW;
END
$$;
COMMENT ON FUNCTION centre.guard_roster() IS 'The way of a roster: draft, submitted, approved, published, amended; who may take which step; back only with a reason.';
CREATE TRIGGER a_guard_roster BEFORE INSERT OR UPDATE OR DELETE ON centre.roster FOR EACH ROW EXECUTE FUNCTION centre.guard_roster();

CREATE FUNCTION centre.guard_roster_amendment() RETURNS trigger
  LANGUAGE plpgsql SECURITY DEFINER
  SET search_path = pg_catalog, pg_temp
  AS $$
DECLARE
  mine text := centre.group_role();
  found record;
BEGIN
  IF TG_OP = 'DELETE' THEN
    IF NOT centre.removing_sample() THEN
      RAISE EXCEPTION 'an amendment stays; amend again' USING ERRCODE = 'MC003', CONSTRAINT = 'roster_amendment_stays', TABLE = 'roster_amendment', SCHEMA = 'centre';
    END IF;
    RETURN OLD;
  END IF;
  IF TG_OP = 'INSERT' THEN
    -- One after the other, so that each has its number.
    SELECT r.state INTO found FROM centre.roster r WHERE r.id = NEW.roster_id FOR UPDATE;
    IF found.state IS NULL OR found.state NOT IN ('published', 'amended') THEN
      RAISE EXCEPTION 'only a published roster is amended' USING ERRCODE = 'MC003', CONSTRAINT = 'roster_amendment_of_published', TABLE = 'roster_amendment', SCHEMA = 'centre';
    END IF;
    NEW.number := 1 + COALESCE((SELECT max(a.number) FROM centre.roster_amendment a WHERE a.roster_id = NEW.roster_id), 0);
    NEW.made_by := centre.login(); NEW.made_at := now();
    NEW.confirmed_by := NULL; NEW.confirmed_at := NULL; NEW.confirmed_as := NULL;
    IF mine IN ('director', 'deputy') THEN
      NEW.confirmed_by := centre.login(); NEW.confirmed_at := now(); NEW.confirmed_as := mine;
    END IF;
    RETURN NEW;
  END IF;
  IF (to_jsonb(NEW) - ARRAY['version', 'absence_id', 'confirmed_by', 'confirmed_at', 'confirmed_as'])
     IS DISTINCT FROM (to_jsonb(OLD) - ARRAY['version', 'absence_id', 'confirmed_by', 'confirmed_at', 'confirmed_as'])
     OR (NEW.absence_id IS DISTINCT FROM OLD.absence_id AND NEW.absence_id IS NOT NULL) THEN
    RAISE EXCEPTION 'an amendment does not change' USING ERRCODE = 'MC003', CONSTRAINT = 'roster_amendment_stays', TABLE = 'roster_amendment', SCHEMA = 'centre';
  END IF;
  IF NEW.confirmed_as IS DISTINCT FROM OLD.confirmed_as OR NEW.confirmed_by IS DISTINCT FROM OLD.confirmed_by
     OR NEW.confirmed_at IS DISTINCT FROM OLD.confirmed_at THEN
    IF OLD.confirmed_at IS NOT NULL OR NEW.confirmed_as IS NULL OR NOT COALESCE(mine IN ('director', 'deputy', 'owner'), false) THEN
      RAISE EXCEPTION 'an amendment is confirmed once, by the director or a deputy'
        USING ERRCODE = 'MC003', CONSTRAINT = 'roster_leaders_approve', TABLE = 'roster_amendment', SCHEMA = 'centre';
    END IF;
    NEW.confirmed_by := centre.login(); NEW.confirmed_at := now();
    NEW.confirmed_as := CASE mine WHEN 'deputy' THEN 'deputy' ELSE 'director' END;
  END IF;
  RETURN NEW;
END
$$;
COMMENT ON FUNCTION centre.guard_roster_amendment() IS 'Amendments are added to published rosters, numbered, and confirmed by a leader; nothing else happens to them.';
CREATE TRIGGER a_guard_amendment BEFORE INSERT OR UPDATE OR DELETE ON centre.roster_amendment
  FOR EACH ROW EXECUTE FUNCTION centre.guard_roster_amendment();

CREATE FUNCTION centre.mark_roster_amended() RETURNS trigger
  LANGUAGE plpgsql SECURITY DEFINER
  SET search_path = pg_catalog, pg_temp
  AS $$
BEGIN
  UPDATE centre.roster SET state = 'amended' WHERE id = NEW.roster_id AND state = 'published';
  RETURN NULL;
END
$$;
COMMENT ON FUNCTION centre.mark_roster_amended() IS 'A roster with an amendment over it says so.';
CREATE TRIGGER m_amended AFTER INSERT ON centre.roster_amendment FOR EACH ROW EXECUTE FUNCTION centre.mark_roster_amended();

CREATE FUNCTION centre.guard_roster_cell() RETURNS trigger
  LANGUAGE plpgsql SECURITY DEFINER
  SET search_path = pg_catalog, pg_temp
  AS $$
DECLARE
  cell centre.roster_cell := CASE WHEN TG_OP = 'DELETE' THEN OLD ELSE NEW END;
  stands text;
  fits boolean;
BEGIN
  IF TG_OP = 'DELETE' AND (pg_trigger_depth() > 1 OR centre.removing_sample()) THEN
    RETURN OLD; -- with its roster, which is asked itself
  END IF;
  SELECT r.state, NEW.day <@ r.during INTO stands, fits FROM centre.roster r WHERE r.id = cell.roster_id FOR SHARE;
  IF TG_OP = 'UPDATE' AND (NEW.roster_id, NEW.amendment_id, NEW.person_id, NEW.day, NEW.session)
                          IS DISTINCT FROM (OLD.roster_id, OLD.amendment_id, OLD.person_id, OLD.day, OLD.session) THEN
    RAISE EXCEPTION 'a cell of a roster keeps its person and session'
      USING ERRCODE = 'MC003', CONSTRAINT = 'roster_cell_in_place', TABLE = 'roster_cell', SCHEMA = 'centre';
  END IF;
  IF cell.amendment_id IS NULL AND stands <> 'draft' THEN
    RAISE EXCEPTION 'the roster is %: its cells do not change', stands
      USING ERRCODE = 'MC003', CONSTRAINT = 'roster_cell_of_draft', TABLE = 'roster_cell', SCHEMA = 'centre',
            HINT = 'a published roster is changed by an amendment';
  END IF;
  IF cell.amendment_id IS NOT NULL AND (TG_OP <> 'INSERT' OR NOT EXISTS (
       SELECT FROM centre.roster_amendment a
        WHERE a.id = cell.amendment_id AND a.roster_id = cell.roster_id AND a.made_at = now() AND a.made_by = centre.login())) THEN
    RAISE EXCEPTION 'an amendment is written in one act and stays'
      USING ERRCODE = 'MC003', CONSTRAINT = 'roster_amendment_stays', TABLE = 'roster_cell', SCHEMA = 'centre';
  END IF;
  IF TG_OP <> 'DELETE' AND fits IS DISTINCT FROM true THEN
    RAISE EXCEPTION 'the day % lies outside the roster', NEW.day
      USING ERRCODE = 'MC002', CONSTRAINT = 'roster_cell_within_roster', TABLE = 'roster_cell', SCHEMA = 'centre';
  END IF;
  RETURN CASE WHEN TG_OP = 'DELETE' THEN OLD ELSE NEW END;
END
$$;
COMMENT ON FUNCTION centre.guard_roster_cell() IS 'Cells change in a draft alone; those of an amendment are written with it and stay.';
CREATE TRIGGER a_guard_cell BEFORE INSERT OR UPDATE OR DELETE ON centre.roster_cell FOR EACH ROW EXECUTE FUNCTION centre.guard_roster_cell();

-- Once a statement, for a month has 2,000 cells.
CREATE FUNCTION centre.check_roster_cells() RETURNS trigger
  LANGUAGE plpgsql SECURITY DEFINER
  SET search_path = pg_catalog, pg_temp
  AS $$
DECLARE
  v record;
BEGIN
  SELECT n.day, p.full_name INTO v FROM new_rows n JOIN centre.person p ON p.id = n.person_id
   WHERE num_nonnulls(n.counter_id, n.duty_id) > 0
     AND NOT EXISTS (SELECT FROM centre.tour t WHERE t.person_id = n.person_id AND t.during @> n.day) ORDER BY n.day, n.id LIMIT 1;
  IF FOUND THEN
    RAISE EXCEPTION '% is not at the centre on %', v.full_name, v.day
      USING ERRCODE = 'MC002', CONSTRAINT = 'roster_cell_within_tour', TABLE = 'roster_cell', SCHEMA = 'centre';
  END IF;
  SELECT n.day, c.number INTO v FROM new_rows n JOIN centre.counter c ON c.id = n.counter_id WHERE NOT c.during @> n.day ORDER BY n.day, n.id LIMIT 1;
  IF FOUND THEN
    RAISE EXCEPTION 'counter % is not there on %', v.number, v.day
      USING ERRCODE = 'MC002', CONSTRAINT = 'roster_cell_within_counter', TABLE = 'roster_cell', SCHEMA = 'centre';
  END IF;
  SELECT n.day, d.name INTO v FROM new_rows n JOIN centre.duty d ON d.id = n.duty_id WHERE NOT d.during @> n.day ORDER BY n.day, n.id LIMIT 1;
  IF FOUND THEN
    RAISE EXCEPTION 'the duty % is not given on %', v.name, v.day
      USING ERRCODE = 'MC002', CONSTRAINT = 'roster_cell_within_duty', TABLE = 'roster_cell', SCHEMA = 'centre';
  END IF;
  RETURN NULL;
END
$$;
COMMENT ON FUNCTION centre.check_roster_cells() IS 'Who is rostered is at the centre that day, at a counter or duty that is there.';
CREATE TRIGGER k_check_new AFTER INSERT ON centre.roster_cell REFERENCING NEW TABLE AS new_rows
  FOR EACH STATEMENT EXECUTE FUNCTION centre.check_roster_cells();
CREATE TRIGGER k_check_changed AFTER UPDATE ON centre.roster_cell REFERENCING NEW TABLE AS new_rows
  FOR EACH STATEMENT EXECUTE FUNCTION centre.check_roster_cells();

CREATE FUNCTION centre.roster_cells_now(wanted bigint)
  RETURNS TABLE (id bigint, person_id bigint, day date, session text, counter_id bigint, duty_id bigint, amendment int)
  LANGUAGE sql STABLE
  BEGIN ATOMIC
    SELECT DISTINCT ON (c.person_id, c.day, c.session) c.id, c.person_id, c.day, c.session, c.counter_id, c.duty_id, a.number
      FROM centre.roster_cell c LEFT JOIN centre.roster_amendment a ON a.id = c.amendment_id
     WHERE c.roster_id = wanted
     ORDER BY c.person_id, c.day, c.session, a.number DESC NULLS LAST;
  END;
COMMENT ON FUNCTION centre.roster_cells_now(bigint) IS 'A roster with its amendments over it: one row for each person and session.';

CREATE FUNCTION centre.check_roster(wanted bigint) RETURNS void
  LANGUAGE plpgsql STABLE SECURITY DEFINER
  SET search_path = pg_catalog, pg_temp
  AS $$
DECLARE
  v record;
BEGIN
  SELECT c.day, c.session, k.number, k.seats, count(*) AS found INTO v
    FROM centre.roster_cells_now(wanted) c JOIN centre.counter k ON k.id = c.counter_id
   GROUP BY c.day, c.session, k.number, k.seats
  HAVING count(*) > greatest(k.seats, (SELECT max(d.seats) FROM centre.demand d JOIN centre.counter x ON x.id = d.counter_id
                                        WHERE x.number = k.number AND d.during @> c.day))
   ORDER BY c.day, c.session DESC LIMIT 1;
  IF FOUND THEN
    RAISE EXCEPTION 'counter % has % seats; % people are rostered on %', v.number, v.seats, v.found, v.day
      USING ERRCODE = 'MC002', CONSTRAINT = 'roster_within_seats', TABLE = 'roster', SCHEMA = 'centre';
  END IF;
  SELECT c.day, p.full_name INTO v
    FROM centre.roster_cells_now(wanted) c
    JOIN centre.person p ON p.id = c.person_id
    JOIN centre.absence a ON a.person_id = c.person_id AND a.during @> c.day AND (a.half = 'day' OR a.half = c.session)
   WHERE num_nonnulls(c.counter_id, c.duty_id) > 0 ORDER BY c.day, p.id LIMIT 1;
  IF FOUND THEN
    RAISE EXCEPTION '% is away on % and is rostered', v.full_name, v.day
      USING ERRCODE = 'MC002', CONSTRAINT = 'roster_keeps_leave', TABLE = 'roster', SCHEMA = 'centre';
  END IF;
  SELECT c.day, p.full_name INTO v
    FROM centre.roster_cells_now(wanted) c
    JOIN centre.person p ON p.id = c.person_id
   WHERE num_nonnulls(c.counter_id, c.duty_id) > 0
     AND NOT EXISTS (SELECT FROM centre.tour t WHERE t.person_id = c.person_id AND t.during @> c.day) ORDER BY c.day, p.id LIMIT 1;
  IF FOUND THEN
    RAISE EXCEPTION '% is not at the centre on %', v.full_name, v.day
      USING ERRCODE = 'MC002', CONSTRAINT = 'roster_cell_within_tour', TABLE = 'roster', SCHEMA = 'centre';
  END IF;
END
$$;
COMMENT ON FUNCTION centre.check_roster(bigint) IS 'What a roster must be before it is published: nobody beside the seats, nobody who is away, nobody who has left.';

CREATE FUNCTION centre.guard_roster_swap() RETURNS trigger
  LANGUAGE plpgsql SECURITY DEFINER
  SET search_path = pg_catalog, pg_temp
  AS $$
BEGIN
  IF TG_OP = 'INSERT' THEN
    NEW.state := 'requested'; NEW.decided_by := NULL; NEW.decided_at := NULL; NEW.amendment_id := NULL;
    IF NOT EXISTS (SELECT FROM centre.roster r WHERE r.id = NEW.roster_id AND r.state IN ('published', 'amended')
                      AND r.during @> NEW.day AND r.during @> NEW.other_day) THEN
      RAISE EXCEPTION 'places are swapped in a published roster, within its days'
        USING ERRCODE = 'MC002', CONSTRAINT = 'roster_swap_of_published', TABLE = 'roster_swap', SCHEMA = 'centre';
    END IF;
    RETURN NEW;
  END IF;
  IF OLD.state <> 'requested' AND (to_jsonb(NEW) - ARRAY['version', 'amendment_id']) IS DISTINCT FROM (to_jsonb(OLD) - ARRAY['version', 'amendment_id']) THEN
    RAISE EXCEPTION 'this swap has been decided' USING ERRCODE = 'MC003', CONSTRAINT = 'roster_swap_decided', TABLE = 'roster_swap', SCHEMA = 'centre';
  END IF;
  IF OLD.state = 'requested' AND NEW.state <> 'requested' THEN
    IF NEW.state = 'approved' AND (NEW.amendment_id IS NULL OR NOT COALESCE(centre.group_role() IN ('director', 'deputy', 'roster_office', 'owner'), false)) THEN
      RAISE EXCEPTION 'a swap is approved with the amendment that carries it out'
        USING ERRCODE = 'MC002', CONSTRAINT = 'roster_swap_amended', TABLE = 'roster_swap', SCHEMA = 'centre';
    END IF;
    NEW.decided_by := centre.login(); NEW.decided_at := now();
  END IF;
  RETURN NEW;
END
$$;
COMMENT ON FUNCTION centre.guard_roster_swap() IS 'A swap is asked for, then decided once.';
CREATE TRIGGER a_guard_swap BEFORE INSERT OR UPDATE ON centre.roster_swap FOR EACH ROW EXECUTE FUNCTION centre.guard_roster_swap();

-- A tour that is cut takes a draft's cells with it; what is published stays, and is amended.
CREATE FUNCTION centre.free_roster_cells() RETURNS trigger
  LANGUAGE plpgsql SECURITY DEFINER
  SET search_path = pg_catalog, pg_temp
  AS $$
BEGIN
  DELETE FROM centre.roster_cell c USING centre.roster r
   WHERE r.id = c.roster_id AND r.state = 'draft' AND c.person_id = OLD.person_id
     AND NOT EXISTS (SELECT FROM centre.tour t WHERE t.person_id = c.person_id AND t.during @> c.day);
  RETURN NULL;
END
$$;
COMMENT ON FUNCTION centre.free_roster_cells() IS 'Who leaves is taken out of the drafts after that day.';
CREATE TRIGGER y_free_roster_cells AFTER UPDATE OF during OR DELETE ON centre.tour FOR EACH ROW EXECUTE FUNCTION centre.free_roster_cells();

-- The duties that the plan and the law name; which of them are needed, and when, the office says (centre.demand).
INSERT INTO centre.duty (code, name, kind, whole_day, sort_order, note, during) VALUES
  ('LĐ', 'Lãnh đạo trực', 'leader', true, 10, NULL, '[2022-12-31,)'),
  ('HD', 'Quầy hướng dẫn', 'guidance', false, 20, NULL, '[2022-12-31,)'),
  ('GS', 'Giám sát', 'supervision', false, 30, NULL, '[2022-12-31,)'),
  ('IT', 'Trực công nghệ thông tin', 'it', false, 40, NULL, '[2022-12-31,)'),
  ('BV', 'Bảo vệ', 'guard', false, 50, NULL, '[2022-12-31,)'),
  ('VT', 'Văn thư', 'clerk', false, 60, NULL, '[2022-12-31,)'),
  ('TL', 'Trực lễ', 'holiday', true, 70, 'Danh sách trực có lãnh đạo trực, lập trước ngày nghỉ ít nhất 1 ngày làm việc.', '[2022-12-31,)');

RESET ROLE;
