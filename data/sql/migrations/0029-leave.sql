-- SPDX-License-Identifier: GPL-3.0-or-later
-- The life of an absence: asked for, answered by the centre and, where it is long, by the home agency, with its paper. What a
-- person has of annual leave besides the law's days, and what duty on days off has earned.

SET LOCAL ROLE motcua_owner;

-- Absences ---------------------------------------------------------------

CREATE FUNCTION centre.day_part(half text, starts text, ends text) RETURNS int4range
  LANGUAGE sql IMMUTABLE PARALLEL SAFE
  RETURN CASE WHEN starts IS NOT NULL THEN
                int4range(left(starts, 2)::int * 60 + right(starts, 2)::int, left(ends, 2)::int * 60 + right(ends, 2)::int)
              ELSE int4range(lower(centre.halves(half)) * 720, upper(centre.halves(half)) * 720) END;
COMMENT ON FUNCTION centre.day_part(text, text, text) IS 'The minutes of the day that a half, or hours within it, take; noon parts the halves.';

CREATE FUNCTION centre.absence_counts(state text, home_word text) RETURNS boolean
  LANGUAGE sql IMMUTABLE PARALLEL SAFE
  RETURN state IN ('reported', 'agreed') AND home_word <> 'refused';
COMMENT ON FUNCTION centre.absence_counts(text, text) IS 'Whether the chair is empty: what is only asked for, refused or cancelled leaves nobody away.';

ALTER TABLE centre.absence
  ADD COLUMN starts text,
  ADD COLUMN ends text,
  ADD COLUMN state text NOT NULL DEFAULT 'reported'
    CONSTRAINT absence_state CHECK (state IN ('requested', 'reported', 'agreed', 'refused', 'cancelled')),
  ADD COLUMN answered_by text,
  ADD COLUMN answered_at timestamptz,
  ADD COLUMN answer_note text,
  ADD COLUMN home_word text NOT NULL DEFAULT 'not_needed'
    CONSTRAINT absence_home_word CHECK (home_word IN ('not_needed', 'awaited', 'agreed', 'refused')),
  ADD COLUMN home_on date,
  ADD COLUMN paper_no text,
  ADD COLUMN paper_date date,
  ADD CONSTRAINT absence_hours CHECK (
    (starts IS NULL AND ends IS NULL)
    OR (starts IS NOT NULL AND ends IS NOT NULL AND centre.is_clock(starts) AND centre.is_clock(ends)
        AND starts COLLATE "C" < ends COLLATE "C" AND half <> 'day' AND (half = 'morning') = (starts COLLATE "C" < '12:00'))),
  DROP CONSTRAINT absence_no_overlap,
  ADD CONSTRAINT absence_no_overlap EXCLUDE USING gist (
    person_id WITH =, during WITH &&, centre.day_part(half, starts, ends) WITH &&)
    WHERE (state NOT IN ('refused', 'cancelled') AND home_word <> 'refused');
COMMENT ON TABLE centre.absence IS
  'Days on which a person does not come (vắng), from the asking on; everybody in the house sees the empty chair.';
COMMENT ON COLUMN centre.absence.half IS 'The whole day, or the same half of each of these days.';
COMMENT ON COLUMN centre.absence.starts IS 'By hours: HH:MM, within the half; null: the whole of it.';
COMMENT ON COLUMN centre.absence.ends IS 'By hours: HH:MM.';
COMMENT ON COLUMN centre.absence.state IS
  'requested: waits for the centre''s word; reported: told when it could not be asked for (sickness, a meeting, no leave); agreed, refused: the centre''s word; cancelled.';
COMMENT ON COLUMN centre.absence.answered_by IS 'Who gave the centre''s word; set by the database.';
COMMENT ON COLUMN centre.absence.answered_at IS 'When; set by the database.';
COMMENT ON COLUMN centre.absence.answer_note IS 'What was said with it; a refusal says why.';
COMMENT ON COLUMN centre.absence.home_word IS 'The home agency''s word: not_needed, awaited, agreed, refused. The centre agrees first.';
COMMENT ON COLUMN centre.absence.home_on IS 'Day of the home agency''s word.';
COMMENT ON COLUMN centre.absence.paper_no IS 'Number of the leave paper (giấy nghỉ phép).';
COMMENT ON COLUMN centre.absence.paper_date IS 'Its date.';

-- What was entered before had the centre's word.
UPDATE centre.absence a SET state = 'agreed'
  FROM centre.absence_reason r
 WHERE r.absence_id = a.id AND a.excused AND r.kind IN ('annual', 'personal_paid', 'personal_unpaid', 'compensatory', 'maternity', 'mission', 'training');

CREATE FUNCTION centre.step_absence(was text, becomes text, leads boolean, note text) RETURNS void
  LANGUAGE plpgsql
  AS $$
DECLARE
  step text := was || ' ' || becomes;
BEGIN
  IF step NOT IN ('requested agreed', 'requested refused', 'reported agreed', 'agreed requested', 'agreed reported', 'refused requested',
                  'requested cancelled', 'reported cancelled', 'agreed cancelled',
                  'cancelled requested', 'cancelled reported', 'cancelled agreed') THEN
    RAISE EXCEPTION 'an absence does not go from % to %', was, becomes
      USING ERRCODE = 'MC003', CONSTRAINT = 'absence_step', TABLE = 'absence', SCHEMA = 'centre';
  END IF;
  IF NOT leads AND ('agreed' = becomes OR 'refused' = becomes OR (was IN ('agreed', 'refused') AND becomes <> 'cancelled')) THEN
    RAISE EXCEPTION 'the centre''s word is given and taken back by the director or a deputy'
      USING ERRCODE = 'MC003', CONSTRAINT = 'absence_leaders_answer', TABLE = 'absence', SCHEMA = 'centre';
  END IF;
  IF becomes = 'refused' AND COALESCE(btrim(note), '') = '' THEN
    RAISE EXCEPTION 'a refusal says why'
      USING ERRCODE = 'MC002', CONSTRAINT = 'absence_refusal_said', TABLE = 'absence', SCHEMA = 'centre';
  END IF;
END
$$;
COMMENT ON FUNCTION centre.step_absence(text, text, boolean, text) IS 'Part of centre.guard_absence(): which steps there are, and whose they are.';

CREATE FUNCTION centre.guard_absence() RETURNS trigger
  LANGUAGE plpgsql SECURITY DEFINER
  SET search_path = pg_catalog, pg_temp
  AS $$
DECLARE
  leads boolean := COALESCE(centre.group_role() IN ('director', 'deputy', 'owner'), false);
  closed date := centre.today() - centre.setting_value('closed.after_days', '31')::int;
BEGIN
  IF TG_OP = 'DELETE' AND pg_trigger_depth() > 1 THEN
    RETURN OLD; -- with its person
  END IF;
  IF NOT centre.correcting() AND ((TG_OP <> 'INSERT' AND upper(OLD.during) <= closed) OR (TG_OP <> 'DELETE' AND upper(NEW.during) <= closed)) THEN
    RAISE EXCEPTION 'this absence is over and closed'
      USING ERRCODE = 'MC003', CONSTRAINT = 'closed_past', TABLE = 'absence', SCHEMA = 'centre',
            HINT = 'the director or a deputy may correct it after centre.begin_correction(reason)';
  END IF;
  IF TG_OP = 'DELETE' THEN
    IF OLD.state IN ('agreed', 'refused') AND NOT leads THEN
      RAISE EXCEPTION 'an absence that was answered is cancelled, not removed'
        USING ERRCODE = 'MC003', CONSTRAINT = 'absence_answered_stays', TABLE = 'absence', SCHEMA = 'centre';
    END IF;
    RETURN OLD;
  END IF;

  -- Who and when is not for the caller to say.
  IF TG_OP = 'INSERT' THEN
    IF NEW.state <> 'reported' THEN
      PERFORM centre.step_absence(CASE WHEN NEW.state = 'requested' THEN 'cancelled' ELSE 'requested' END, NEW.state, leads, NEW.answer_note);
    END IF;
    NEW.answered_by := NULL; NEW.answered_at := NULL;
  ELSE
    IF NEW.state <> OLD.state THEN
      PERFORM centre.step_absence(OLD.state, NEW.state, leads, NEW.answer_note);
    ELSIF NEW.state <> 'requested' AND NEW.state <> 'reported' AND NOT leads
          AND (NEW.person_id, NEW.during, NEW.half, NEW.starts, NEW.ends, NEW.excused, NEW.answer_note)
              IS DISTINCT FROM (OLD.person_id, OLD.during, OLD.half, OLD.starts, OLD.ends, OLD.excused, OLD.answer_note) THEN
      RAISE EXCEPTION 'what was answered is changed by the director or a deputy'
        USING ERRCODE = 'MC003', CONSTRAINT = 'absence_leaders_answer', TABLE = 'absence', SCHEMA = 'centre';
    END IF;
    NEW.answered_by := OLD.answered_by; NEW.answered_at := OLD.answered_at;
  END IF;
  IF NEW.state IN ('agreed', 'refused') AND (TG_OP = 'INSERT' OR NEW.state <> OLD.state) THEN
    NEW.answered_by := centre.login(); NEW.answered_at := now();
  ELSIF NEW.state IN ('requested', 'reported') THEN
    NEW.answered_by := NULL; NEW.answered_at := NULL;
  END IF;

  -- The centre agrees first; the home agency signs.
  IF NEW.home_word IN ('agreed', 'refused') THEN
    IF NEW.state NOT IN ('agreed', 'cancelled') THEN
      RAISE EXCEPTION 'the home agency answers after the centre has agreed'
        USING ERRCODE = 'MC003', CONSTRAINT = 'absence_centre_first', TABLE = 'absence', SCHEMA = 'centre';
    END IF;
    NEW.home_on := COALESCE(NEW.home_on, centre.today());
  ELSE
    NEW.home_on := NULL;
  END IF;
  RETURN NEW;
END
$$;
COMMENT ON FUNCTION centre.guard_absence() IS 'The life of an absence: its steps, whose they are, and that it is closed when it is long over.';
CREATE TRIGGER a_guard_absence BEFORE INSERT OR UPDATE OR DELETE ON centre.absence FOR EACH ROW EXECUTE FUNCTION centre.guard_absence();

CREATE FUNCTION centre.check_absence_asked() RETURNS trigger
  LANGUAGE plpgsql SECURITY DEFINER
  SET search_path = pg_catalog, pg_temp
  AS $$
DECLARE
  wanted bigint := CASE WHEN TG_TABLE_NAME = 'absence' THEN NEW.id ELSE (to_jsonb(NEW) ->> 'absence_id')::bigint END;
BEGIN
  IF EXISTS (SELECT FROM centre.absence a JOIN centre.absence_reason r ON r.absence_id = a.id
              WHERE a.id = wanted AND a.state = 'reported' AND a.excused
                AND r.kind IN ('annual', 'personal_paid', 'personal_unpaid', 'compensatory')) THEN
    RAISE EXCEPTION 'leave of this kind is asked for, not reported'
      USING ERRCODE = 'MC003', CONSTRAINT = 'absence_is_asked_for', TABLE = 'absence', SCHEMA = 'centre';
  END IF;
  RETURN NULL;
END
$$;
COMMENT ON FUNCTION centre.check_absence_asked() IS 'Only what cannot wait is reported: sickness, a summons, an absence without leave.';
CREATE CONSTRAINT TRIGGER asked AFTER INSERT OR UPDATE ON centre.absence DEFERRABLE INITIALLY DEFERRED
  FOR EACH ROW EXECUTE FUNCTION centre.check_absence_asked();
CREATE CONSTRAINT TRIGGER asked AFTER INSERT OR UPDATE ON centre.absence_reason DEFERRABLE INITIALLY DEFERRED
  FOR EACH ROW EXECUTE FUNCTION centre.check_absence_asked();

DROP FUNCTION centre.absences_at(date);
CREATE FUNCTION centre.absences_at(as_of date)
  RETURNS TABLE (id bigint, person_id bigint, full_name text, half text, starts text, ends text, state text, home_word text, excused boolean,
                 reason_id bigint, kind text, during daterange)
  LANGUAGE sql STABLE
  BEGIN ATOMIC
    SELECT a.id, a.person_id, p.full_name, a.half, a.starts, a.ends, a.state, a.home_word, a.excused, r.id, r.kind, a.during
      FROM centre.absence a
      JOIN centre.person p ON p.id = a.person_id
      LEFT JOIN centre.absence_reason r ON r.absence_id = a.id
     WHERE a.during @> as_of AND centre.absence_counts(a.state, a.home_word)
     ORDER BY p.sort_key, a.half, a.starts;
  END;
COMMENT ON FUNCTION centre.absences_at(date) IS 'Who is away on the day; why, for those who may read it.';

-- As before; leave that is only asked for, or refused, keeps nobody from a roster.
CREATE OR REPLACE FUNCTION centre.check_roster(wanted bigint) RETURNS void
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
     AND centre.absence_counts(a.state, a.home_word)
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

-- Annual leave besides the law's days ------------------------------------

CREATE TABLE centre.leave_account (
  id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  version int NOT NULL DEFAULT 1,
  person_id bigint NOT NULL REFERENCES centre.person ON DELETE CASCADE,
  year int NOT NULL CONSTRAINT leave_account_year CHECK (year BETWEEN 2000 AND 2199),
  carried numeric(4, 1) NOT NULL DEFAULT 0 CONSTRAINT leave_account_carried CHECK (carried BETWEEN 0 AND 60),
  used_elsewhere numeric(4, 1) NOT NULL DEFAULT 0 CONSTRAINT leave_account_used_elsewhere CHECK (used_elsewhere BETWEEN 0 AND 60),
  travel_days int NOT NULL DEFAULT 0 CONSTRAINT leave_account_travel_days CHECK (travel_days BETWEEN 0 AND 30),
  note text,
  CONSTRAINT leave_account_once UNIQUE (person_id, year)
);
COMMENT ON TABLE centre.leave_account IS 'What the rows of absence do not tell of the annual leave of a person and year.';
COMMENT ON COLUMN centre.leave_account.id IS 'Key, given by the database.';
COMMENT ON COLUMN centre.leave_account.version IS 'Counts the changes of the row; an update names the version that it saw.';
COMMENT ON COLUMN centre.leave_account.person_id IS 'The person.';
COMMENT ON COLUMN centre.leave_account.year IS 'The year.';
COMMENT ON COLUMN centre.leave_account.carried IS 'Days carried over from earlier years, as agreed with the agency.';
COMMENT ON COLUMN centre.leave_account.used_elsewhere IS 'Days of this year taken before the person came here.';
COMMENT ON COLUMN centre.leave_account.travel_days IS 'Days under way, there and back, of the one leave of the year for which they count.';
COMMENT ON COLUMN centre.leave_account.note IS 'Who said so.';
CALL centre.watch('centre.leave_account');

-- Earned by duty on days off ---------------------------------------------

CREATE TABLE centre.duty_credit (
  id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  version int NOT NULL DEFAULT 1,
  person_id bigint NOT NULL REFERENCES centre.person ON DELETE CASCADE,
  day date NOT NULL,
  session text NOT NULL CONSTRAINT duty_credit_session CHECK (session IN ('morning', 'afternoon')),
  kind text NOT NULL CONSTRAINT duty_credit_kind CHECK (kind IN ('saturday', 'sunday', 'holiday', 'overtime')),
  halves int NOT NULL DEFAULT 1 CONSTRAINT duty_credit_halves CHECK (halves BETWEEN 1 AND 6),
  expires_on date CONSTRAINT duty_credit_expires_later CHECK (expires_on > day),
  source text NOT NULL DEFAULT 'manual' CONSTRAINT duty_credit_source CHECK (source IN ('roster', 'manual')),
  note text,
  CONSTRAINT duty_credit_once UNIQUE (person_id, day, session)
);
COMMENT ON TABLE centre.duty_credit IS 'Compensatory leave earned by duty on Saturdays, Sundays and holidays; compensatory absences spend it, the oldest first.';
COMMENT ON COLUMN centre.duty_credit.id IS 'Key, given by the database.';
COMMENT ON COLUMN centre.duty_credit.version IS 'Counts the changes of the row; an update names the version that it saw.';
COMMENT ON COLUMN centre.duty_credit.person_id IS 'Who was on duty.';
COMMENT ON COLUMN centre.duty_credit.day IS 'The day of the duty; it counts from that day on.';
COMMENT ON COLUMN centre.duty_credit.session IS 'Its session.';
COMMENT ON COLUMN centre.duty_credit.kind IS 'What kind of day, or overtime.';
COMMENT ON COLUMN centre.duty_credit.halves IS 'How many half-days of leave it earns.';
COMMENT ON COLUMN centre.duty_credit.expires_on IS 'First day on which it can be taken no more; null: never.';
COMMENT ON COLUMN centre.duty_credit.source IS 'roster: fed by centre.earn_duty_credit(); manual.';
COMMENT ON COLUMN centre.duty_credit.note IS 'Remarks.';
CALL centre.watch('centre.duty_credit');

INSERT INTO centre.setting (key, value, note) VALUES
  ('duty_credit.expires_months', 'null', 'Months after which compensatory leave that was not taken lapses; null: never. To be set by the office.')
  ON CONFLICT (key) DO NOTHING;

CREATE FUNCTION centre.earn_duty_credit(person bigint, on_day date, on_session text, of_kind text, remark text DEFAULT NULL) RETURNS bigint
  LANGUAGE plpgsql
  AS $$
DECLARE
  months int := (centre.setting_value('duty_credit.expires_months', 'null') #>> '{}')::int;
  result bigint;
BEGIN
  INSERT INTO centre.duty_credit AS c (person_id, day, session, kind, expires_on, source, note)
    VALUES (person, on_day, on_session, of_kind, (on_day + make_interval(months => months))::date, 'roster', remark)
    ON CONFLICT (person_id, day, session) DO UPDATE SET kind = EXCLUDED.kind, note = COALESCE(EXCLUDED.note, c.note)
      WHERE (c.kind, COALESCE(EXCLUDED.note, c.note)) IS DISTINCT FROM (EXCLUDED.kind, c.note)
    RETURNING c.id INTO result;
  RETURN COALESCE(result, (SELECT c.id FROM centre.duty_credit c
                            WHERE c.person_id = person AND c.day = on_day AND c.session = on_session));
END
$$;
COMMENT ON FUNCTION centre.earn_duty_credit(bigint, date, text, text, text) IS
  'Credits a session of duty (kind: saturday, sunday, holiday, overtime) to a person; again for the same session changes nothing. For rosters.';

-- Who came ---------------------------------------------------------------

CREATE TABLE centre.attendance (
  id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  version int NOT NULL DEFAULT 1,
  person_id bigint NOT NULL REFERENCES centre.person ON DELETE CASCADE,
  day date NOT NULL,
  session text NOT NULL CONSTRAINT attendance_session CHECK (session IN ('morning', 'afternoon')),
  state text NOT NULL CONSTRAINT attendance_state CHECK (state IN ('present', 'late', 'early_leave', 'absent_excused', 'unexcused')),
  came_at text,
  left_at text,
  source text NOT NULL DEFAULT 'manual' CONSTRAINT attendance_source CHECK (source IN ('manual', 'import')),
  note text,
  CONSTRAINT attendance_once UNIQUE (person_id, day, session),
  CONSTRAINT attendance_times CHECK (
    (came_at IS NULL OR centre.is_clock(came_at)) AND (left_at IS NULL OR centre.is_clock(left_at))
    AND (came_at IS NULL OR left_at IS NULL OR came_at COLLATE "C" < left_at COLLATE "C")),
  CONSTRAINT attendance_state_times CHECK (state NOT IN ('absent_excused', 'unexcused') OR (came_at IS NULL AND left_at IS NULL))
);
CREATE INDEX attendance_day ON centre.attendance (day);
COMMENT ON TABLE centre.attendance IS 'Who actually came (chấm công), by session: entered by hand, or imported from a time clock.';
COMMENT ON COLUMN centre.attendance.id IS 'Key, given by the database.';
COMMENT ON COLUMN centre.attendance.version IS 'Counts the changes of the row; an update names the version that it saw.';
COMMENT ON COLUMN centre.attendance.person_id IS 'The person.';
COMMENT ON COLUMN centre.attendance.day IS 'The day; not in the future.';
COMMENT ON COLUMN centre.attendance.session IS 'The session.';
COMMENT ON COLUMN centre.attendance.state IS 'present, late (đi muộn), early_leave (về sớm), absent_excused, unexcused (vắng không phép).';
COMMENT ON COLUMN centre.attendance.came_at IS 'HH:MM.';
COMMENT ON COLUMN centre.attendance.left_at IS 'HH:MM.';
COMMENT ON COLUMN centre.attendance.source IS 'manual or import.';
COMMENT ON COLUMN centre.attendance.note IS 'Remarks.';
CALL centre.watch('centre.attendance');

CREATE FUNCTION centre.guard_attendance() RETURNS trigger
  LANGUAGE plpgsql SECURITY DEFINER
  SET search_path = pg_catalog, pg_temp
  AS $$
DECLARE
  closed date := centre.today() - centre.setting_value('closed.after_days', '31')::int;
BEGIN
  IF TG_OP = 'DELETE' AND pg_trigger_depth() > 1 THEN
    RETURN OLD; -- with its person
  END IF;
  IF NOT centre.correcting() AND ((TG_OP <> 'INSERT' AND OLD.day < closed) OR (TG_OP <> 'DELETE' AND NEW.day < closed)) THEN
    RAISE EXCEPTION 'this day is closed'
      USING ERRCODE = 'MC003', CONSTRAINT = 'closed_past', TABLE = 'attendance', SCHEMA = 'centre',
            HINT = 'the director or a deputy may correct it after centre.begin_correction(reason)';
  END IF;
  IF TG_OP = 'DELETE' THEN
    RETURN OLD;
  END IF;
  IF NEW.day > centre.today() THEN
    RAISE EXCEPTION 'nobody has come on % yet', NEW.day
      USING ERRCODE = 'MC002', CONSTRAINT = 'attendance_not_ahead', TABLE = 'attendance', SCHEMA = 'centre';
  END IF;
  IF NOT EXISTS (SELECT FROM centre.tour t WHERE t.person_id = NEW.person_id AND t.during @> NEW.day) THEN
    RAISE EXCEPTION 'this person is not at the centre on %', NEW.day
      USING ERRCODE = 'MC002', CONSTRAINT = 'attendance_within_tour', TABLE = 'attendance', SCHEMA = 'centre';
  END IF;
  RETURN NEW;
END
$$;
COMMENT ON FUNCTION centre.guard_attendance() IS 'Attendance is of people who are here, up to today, and closed when it is long past.';
CREATE TRIGGER a_guard_attendance BEFORE INSERT OR UPDATE OR DELETE ON centre.attendance FOR EACH ROW EXECUTE FUNCTION centre.guard_attendance();

-- Who is forgotten -------------------------------------------------------

ALTER FUNCTION audit.forget_person(bigint, bigint[], bigint[]) RENAME TO forget_person_file;
CREATE FUNCTION audit.forget_person(wanted bigint, tours bigint[], appointments bigint[]) RETURNS void
  LANGUAGE plpgsql
  SET search_path = pg_catalog, pg_temp
  AS $$
BEGIN
  PERFORM audit.forget_person_file(wanted, tours, appointments);
  PERFORM set_config('centre.anonymising', 'on', true);
  UPDATE audit.change c
     SET old = CASE WHEN c.old IS NOT NULL THEN jsonb_build_object('id', c.row_id, 'anonymised', true) END,
         new = CASE WHEN c.new IS NOT NULL THEN jsonb_build_object('id', c.row_id, 'anonymised', true) END
   WHERE c.table_name IN ('leave_account', 'duty_credit', 'attendance') AND wanted::text IN (c.old ->> 'person_id', c.new ->> 'person_id');
  PERFORM set_config('centre.anonymising', '', true);
END
$$;
COMMENT ON FUNCTION audit.forget_person(bigint, bigint[], bigint[]) IS 'Part of centre.anonymise_person(): the audit keeps who did what and when, and forgets the person.';

CREATE OR REPLACE FUNCTION centre.forget_absences() RETURNS trigger
  LANGUAGE plpgsql SECURITY DEFINER
  SET search_path = pg_catalog, pg_temp
  AS $$
BEGIN
  DELETE FROM centre.absence WHERE person_id = NEW.id;
  DELETE FROM centre.attendance WHERE person_id = NEW.id;
  DELETE FROM centre.duty_credit WHERE person_id = NEW.id;
  DELETE FROM centre.leave_account WHERE person_id = NEW.id;
  RETURN NULL;
END
$$;
COMMENT ON FUNCTION centre.forget_absences() IS 'Who is made anonymous leaves no absences, attendance, credits and leave accounts behind: they tell of health and habits.';

-- The sample and the rules -----------------------------------------------

CREATE OR REPLACE FUNCTION centre.load_demo_absences(base_date date, demo jsonb) RETURNS void
  LANGUAGE plpgsql
  AS $$
DECLARE
  one record;
  new_id bigint;
  given text := COALESCE(current_setting('centre.correction_reason', true), '');
BEGIN
  PERFORM set_config('centre.correction_reason', 'sample centre', true);
  FOR one IN
    SELECT p.id AS person, a.value AS said
      FROM jsonb_array_elements(demo -> 'people') WITH ORDINALITY e(value, place)
      JOIN centre.person p ON p.is_sample AND p.full_name = e.value ->> 'name',
           jsonb_array_elements(e.value -> 'absences') a(value)
     ORDER BY e.place
  LOOP
    INSERT INTO centre.absence (person_id, during, half, state)
      VALUES (one.person, daterange(base_date + (one.said ->> 'begin_days')::int, base_date + (one.said ->> 'until_days')::int),
              COALESCE(one.said ->> 'half', 'day'),
              CASE WHEN one.said ->> 'kind' IN ('sick', 'child_sick', 'meeting') THEN 'reported' ELSE 'agreed' END) RETURNING id INTO new_id;
    INSERT INTO centre.absence_reason (absence_id, kind, note) VALUES (new_id, one.said ->> 'kind', 'Dữ liệu mẫu');
  END LOOP;
  SET CONSTRAINTS centre.asked IMMEDIATE;
  SET CONSTRAINTS centre.asked DEFERRED;
  PERFORM set_config('centre.correction_reason', given, true);
END
$$;

INSERT INTO centre.rule_version (topic, during, source, article, value, note)
  SELECT r.topic, r.during::daterange, r.source, r.article, r.value::jsonb, r.note
    FROM (VALUES
      ('leave.annual_part', '[2021-01-01,)', 'Bộ luật Lao động 2019', 'Điều 113; Điều 66 Nghị định 145/2020/NĐ-CP', '{"month_percent": 50}',
       'Làm chưa đủ 12 tháng: số ngày phép chia 12 nhân số tháng; tháng có từ 50% số ngày làm việc được tính. Mọi thời gian công tác trong khu vực nhà nước được tính thâm niên.'),
      ('leave.travel', '[2021-01-01,)', 'Bộ luật Lao động 2019', 'Điều 113', '{"more_than": 2}',
       'Ngày đi đường từ ngày thứ ba trở đi được tính thêm, mỗi năm một lần nghỉ.'),
      ('leave.bundle', '[2021-01-01,)', 'Bộ luật Lao động 2019', 'Điều 113', '{"years": 3}',
       'Có thể gộp phép, tối đa 3 năm một lần.'),
      ('leave.personal_paid', '[2021-01-01,)', 'Bộ luật Lao động 2019', 'khoản 1 Điều 115', '{"max_days": 3}',
       'Kết hôn 3 ngày; con kết hôn 1 ngày; cha, mẹ, vợ, chồng, con chết 3 ngày.'),
      ('leave.personal_unpaid', '[2021-01-01,)', 'Bộ luật Lao động 2019', 'khoản 2 Điều 115', '{"max_days": 1}',
       'Ông, bà, anh, chị, em ruột chết; cha, mẹ hoặc anh, chị, em ruột kết hôn: 1 ngày.'),
      ('leave.sick', '[2021-01-01,)', 'Luật Bảo hiểm xã hội', NULL, '{"under_15": 30, "from_15": 40, "from_30": 60}',
       'Số ngày nghỉ ốm hưởng bảo hiểm trong năm theo số năm đóng; ghi theo bản lưu, cần đối chiếu.'),
      ('leave.maternity', '[2021-01-01,)', 'Luật Bảo hiểm xã hội', NULL, '{"months": 6}',
       'Ghi theo bản lưu, cần đối chiếu.'),
      ('leave.home_word', '[2021-01-01,)', 'Nếp làm việc của Trung tâm', NULL, '{"over_days": 1}',
       'Nửa ngày đến một ngày do Giám đốc Trung tâm; dài hơn thì Trung tâm đồng ý trước, cơ quan cử ký giấy nghỉ phép. Nếp làm việc, Trung tâm tự đặt.')
    ) AS r(topic, during, source, article, value, note)
   WHERE EXISTS (SELECT FROM centre.rule_version)
     AND NOT EXISTS (SELECT FROM centre.rule_version v WHERE v.topic = r.topic);

RESET ROLE;
