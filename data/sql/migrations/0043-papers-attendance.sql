-- SPDX-License-Identifier: GPL-3.0-or-later
-- What papers that a button makes need: when a leave was asked for, and how long an agency has to answer. Attendance by
-- the month. Papers of people who are forgotten. Papers and attendance of the sample centre.

SET LOCAL ROLE motcua_owner;

ALTER TABLE centre.absence ADD COLUMN requested_on date;
ALTER TABLE centre.absence ALTER COLUMN requested_on SET DEFAULT centre.today();
COMMENT ON COLUMN centre.absence.requested_on IS 'The day on which it was entered; null: before this was kept.';

-- Whoever shows a month reads that month alone.
ALTER TABLE centre.attendance ADD COLUMN month int NOT NULL
  GENERATED ALWAYS AS ((extract(year FROM day) * 12 + extract(month FROM day) - 1)::int) STORED;
CREATE INDEX attendance_month ON centre.attendance (month);
COMMENT ON COLUMN centre.attendance.month IS 'Months since January of the year 0, of the day.';

INSERT INTO centre.setting (key, value, note) VALUES
  ('paper.answer_days', '10', 'Số ngày làm việc cơ quan cử có để trả lời công văn. Trung tâm tự đặt: văn bản không quy định thời hạn.')
  ON CONFLICT (key) DO NOTHING;

ALTER TABLE centre.paper ADD COLUMN is_sample boolean NOT NULL DEFAULT false;
COMMENT ON COLUMN centre.paper.is_sample IS 'Invented, of the sample centre.';

-- The way of a paper ------------------------------------------------------

CREATE OR REPLACE FUNCTION centre.guard_paper() RETURNS trigger
  LANGUAGE plpgsql SECURITY DEFINER
  SET search_path = pg_catalog, pg_temp
  AS $$
DECLARE
  moving text[] := ARRAY['version'];
  leads boolean := COALESCE(centre.group_role() IN ('director', 'deputy', 'owner'), false);
BEGIN
  IF TG_OP = 'DELETE' THEN
    -- Samples may go as long as no paper of the office is in their register: its numbers have no gaps.
    IF OLD.state <> 'draft' AND NOT (OLD.is_sample AND leads AND NOT EXISTS (
         SELECT FROM centre.paper p WHERE NOT p.is_sample AND p.year = OLD.year AND p.type_code IS NOT DISTINCT FROM OLD.type_code)) THEN
      RAISE EXCEPTION 'a paper that was issued stays in the register'
        USING ERRCODE = 'MC003', CONSTRAINT = 'paper_only_drafts_go', TABLE = 'paper', SCHEMA = 'centre';
    END IF;
    RETURN OLD;
  END IF;
  IF TG_OP = 'INSERT' THEN
    IF NEW.state <> 'draft' THEN
      RAISE EXCEPTION 'a paper begins as a draft' USING ERRCODE = 'MC003', CONSTRAINT = 'paper_begins_as_draft', TABLE = 'paper', SCHEMA = 'centre';
    END IF;
    NEW.is_sample := NEW.is_sample AND leads;
    NEW.drafted_by := centre.login(); NEW.drafted_at := now();
    NEW.year := NULL; NEW.number := NULL; NEW.sha256 := NULL; NEW.issued_by := NULL; NEW.issued_at := NULL;
    NEW.withdrawn_by := NULL; NEW.withdrawn_at := NULL; NEW.withdraw_reason := NULL;
    RETURN NEW;
  END IF;

  -- Who, when and under which number is not for the caller to say.
  NEW.year := OLD.year; NEW.number := OLD.number; NEW.sha256 := OLD.sha256; NEW.drafted_by := OLD.drafted_by; NEW.drafted_at := OLD.drafted_at;
  NEW.issued_by := OLD.issued_by; NEW.issued_at := OLD.issued_at; NEW.withdrawn_by := OLD.withdrawn_by; NEW.withdrawn_at := OLD.withdrawn_at;
  NEW.is_sample := OLD.is_sample;
  IF OLD.state = 'draft' AND NEW.state = 'draft' THEN
    RETURN NEW;
  ELSIF OLD.state = 'draft' AND NEW.state = 'issued' THEN
    NEW := centre.issue_paper(NEW);
    RETURN NEW;
  ELSIF OLD.state = 'issued' AND NEW.state = 'withdrawn' THEN
    IF NOT leads THEN
      RAISE EXCEPTION 'a paper is withdrawn by the director or a deputy'
        USING ERRCODE = 'MC003', CONSTRAINT = 'paper_leaders_issue', TABLE = 'paper', SCHEMA = 'centre';
    END IF;
    moving := moving || ARRAY['state', 'withdraw_reason', 'withdrawn_by', 'withdrawn_at'];
    NEW.withdrawn_by := centre.login(); NEW.withdrawn_at := now();
  ELSIF OLD.state = NEW.state THEN
    -- What comes from outside: the answer; and people and agencies that are gone leave the paper as it is.
    moving := moving || ARRAY['answered_on', 'answer_no', 'answer_note'];
    IF NEW.person_id IS NULL THEN moving := moving || 'person_id'::text; END IF;
    IF NEW.agency_id IS NULL THEN moving := moving || 'agency_id'::text; END IF;
    -- As part of centre.forget_papers(): a paper does not lead back to the rows of who is forgotten.
    IF NEW.person_id IS NULL AND NEW.subject IS NULL AND pg_trigger_depth() > 1 THEN
      moving := moving || ARRAY['subject', 'subject_id'];
    END IF;
  ELSE
    RAISE EXCEPTION 'a paper does not go from % to %', OLD.state, NEW.state
      USING ERRCODE = 'MC003', CONSTRAINT = 'paper_step', TABLE = 'paper', SCHEMA = 'centre';
  END IF;
  IF (to_jsonb(NEW) - moving) IS DISTINCT FROM (to_jsonb(OLD) - moving) THEN
    RAISE EXCEPTION 'a paper that was issued does not change'
      USING ERRCODE = 'MC003', CONSTRAINT = 'paper_issued_stays', TABLE = 'paper', SCHEMA = 'centre';
  END IF;
  RETURN NEW;
END
$$;

-- Who is forgotten ---------------------------------------------------------

-- What was issued is a record under a number and a seal (Decree 30/2020): it stays word for word, as the law on archives
-- has it, but no row leads from it to the person any more. A draft is no record.
CREATE FUNCTION centre.forget_papers() RETURNS trigger
  LANGUAGE plpgsql SECURITY DEFINER
  SET search_path = pg_catalog, pg_temp
  AS $$
DECLARE
  name text := btrim(to_jsonb(OLD.full_name)::text, '"');
BEGIN
  DELETE FROM centre.paper WHERE state = 'draft' AND person_id = NEW.id;
  UPDATE centre.paper p
     SET content = replace(p.content::text, name, NEW.full_name)::jsonb,
         abstract = replace(p.abstract, OLD.full_name, NEW.full_name), recipients = replace(p.recipients, OLD.full_name, NEW.full_name)
   WHERE p.state = 'draft' AND name <> ''
     AND position(name IN p.content::text || p.abstract || COALESCE(p.recipients, '')) > 0;
  UPDATE centre.paper p
     SET person_id = NULL, subject = CASE WHEN p.subject = 'roster' THEN p.subject END, subject_id = CASE WHEN p.subject = 'roster' THEN p.subject_id END
   WHERE p.state <> 'draft' AND p.person_id = NEW.id;
  -- What the audit has of their abstracts; the register keeps those that count.
  PERFORM set_config('centre.anonymising', 'on', true);
  UPDATE audit.change c SET old = replace(c.old::text, name, NEW.full_name)::jsonb, new = replace(c.new::text, name, NEW.full_name)::jsonb
   WHERE c.table_name = 'paper' AND name <> '' AND position(name IN concat(c.old::text, c.new::text)) > 0;
  PERFORM set_config('centre.anonymising', '', true);
  RETURN NULL;
END
$$;
COMMENT ON FUNCTION centre.forget_papers() IS
  'Part of centre.anonymise_person(): drafts about the person go, drafts that name it lose the name; what was issued stays as it was sealed, without a link.';
CREATE TRIGGER y_forget_papers AFTER UPDATE OF anonymised_on ON centre.person
  FOR EACH ROW WHEN (OLD.anonymised_on IS NULL AND NEW.anonymised_on IS NOT NULL) EXECUTE FUNCTION centre.forget_papers();

CREATE OR REPLACE FUNCTION audit.forget_person(wanted bigint, tours bigint[], appointments bigint[]) RETURNS void
  LANGUAGE plpgsql
  SET search_path = pg_catalog, pg_temp
  AS $$
BEGIN
  PERFORM audit.forget_person_file(wanted, tours, appointments);
  PERFORM set_config('centre.anonymising', 'on', true);
  UPDATE audit.change c
     SET old = CASE WHEN c.old IS NOT NULL THEN jsonb_build_object('id', c.row_id, 'anonymised', true) END,
         new = CASE WHEN c.new IS NOT NULL THEN jsonb_build_object('id', c.row_id, 'anonymised', true) END
   WHERE c.table_name IN ('leave_account', 'duty_credit', 'attendance', 'paper') AND wanted::text IN (c.old ->> 'person_id', c.new ->> 'person_id');
  PERFORM set_config('centre.anonymising', '', true);
END
$$;

-- The sample ---------------------------------------------------------------

CREATE FUNCTION centre.demo_day_text(day date) RETURNS text
  LANGUAGE sql IMMUTABLE
  RETURN 'ngày ' || to_char(day, 'DD') || ' tháng ' || CASE WHEN extract(month FROM day) < 3 THEN to_char(day, 'MM') ELSE to_char(day, 'FMMM') END
         || ' năm ' || to_char(day, 'YYYY');
COMMENT ON FUNCTION centre.demo_day_text(date) IS 'Part of centre.load_demo_papers(): a date as Decree 30/2020 writes it.';

CREATE FUNCTION centre.demo_paper_values(base_date date, person bigint, entry jsonb) RETURNS jsonb
  LANGUAGE sql STABLE
  BEGIN ATOMIC
    SELECT jsonb_strip_nulls(jsonb_build_object(
             'centre', centre.setting_value('paper.issuer', '"Trung tâm Phục vụ hành chính công"') #>> '{}',
             'place', centre.setting_value('paper.place', '"Cần Thơ"') #>> '{}',
             'year', to_char(base_date, 'YYYY'),
             'honorific', CASE p.sex WHEN 'female' THEN 'Bà' ELSE 'Ông' END,
             'person', p.full_name,
             'agency', (SELECT n.name FROM centre.agency_name n WHERE n.agency_id = t.agency_id AND n.during @> base_date),
             'post', (SELECT o.name FROM centre.appointment a JOIN centre.seat s ON s.id = a.seat_id JOIN centre.post o ON o.id = s.post_id
                       WHERE a.person_id = p.id AND a.during @> base_date AND NOT a.concurrent LIMIT 1),
             'field', (SELECT string_agg(lower(left(f.name, 1)) || substr(f.name, 2), '; ' ORDER BY f.code)
                         FROM centre.field_competence c JOIN centre.field f ON f.id = c.field_id WHERE c.person_id = p.id AND c.during @> base_date),
             'counter', (SELECT 'quầy số ' || lpad(c.number::text, 2, '0') FROM centre.counter_assignment a JOIN centre.counter c ON c.id = a.counter_id
                          WHERE a.person_id = p.id AND a.role = 'primary' AND a.during @> base_date LIMIT 1),
             'from', centre.demo_day_text(COALESCE(base_date + (entry ->> 'from_days')::int, lower(t.during))),
             'to', centre.demo_day_text(COALESCE(base_date + (entry ->> 'to_days')::int, COALESCE(upper(t.during), t.planned_until) - 1)),
             'answer_by', centre.demo_day_text(base_date + 14)
           )) || COALESCE(entry -> 'values', '{}')
      FROM centre.person p
      LEFT JOIN centre.tour t ON t.person_id = p.id AND t.during @> base_date
     WHERE p.id = demo_paper_values.person;
  END;
COMMENT ON FUNCTION centre.demo_paper_values(date, bigint, jsonb) IS 'Part of centre.load_demo_papers(): what stands for the names in braces.';

CREATE FUNCTION centre.demo_fill(said text, given jsonb) RETURNS text
  LANGUAGE plpgsql IMMUTABLE
  AS $$
DECLARE
  one record;
BEGIN
  FOR one IN SELECT * FROM jsonb_each_text(given) LOOP
    said := replace(said, '{' || one.key || '}', one.value);
  END LOOP;
  RETURN said;
END
$$;
COMMENT ON FUNCTION centre.demo_fill(text, jsonb) IS 'Part of centre.load_demo_papers(): a text with its values.';

CREATE FUNCTION centre.demo_paper(base_date date, about bigint, entry jsonb) RETURNS bigint
  LANGUAGE plpgsql
  AS $$
DECLARE
  form centre.paper_template;
  given jsonb := centre.demo_paper_values(base_date, about, entry);
  title text;
  code text := centre.setting_value('paper.code', '"TTPVHCC"') #>> '{}';
  deputy boolean := COALESCE(centre.group_role() = 'deputy', false);
  result bigint;
BEGIN
  SELECT * INTO form FROM centre.paper_template t WHERE t.kind = entry ->> 'kind' AND t.language = 'vi' AND t.during @> base_date;
  title := centre.demo_fill(COALESCE(form.abstract, form.type_name || ' của {honorific} {person}'), given) || ' (dữ liệu mẫu)';
  INSERT INTO centre.paper (kind, type_code, symbol, abstract, recipients, capacity, signer, person_id, agency_id, is_sample, content)
    SELECT form.kind, form.type_code, CASE WHEN form.type_code IS NULL THEN code || '-' || (centre.setting_value('paper.unit', '"HCTH"') #>> '{}')
                                           ELSE form.type_code || '-' || code END,
           title, centre.demo_fill(COALESCE(form.addressee, form.recipients), given), CASE WHEN deputy THEN 'for' ELSE 'own' END, 'Lê Hoàng Minh', about,
           (SELECT t.agency_id FROM centre.tour t WHERE t.person_id = about AND t.during @> base_date), true,
           jsonb_strip_nulls(jsonb_build_object(
             'form', 1, 'parent', centre.setting_value('paper.parent', 'null') #>> '{}', 'issuer', given ->> 'centre',
             'symbol', CASE WHEN form.type_code IS NULL THEN code || '-' || (centre.setting_value('paper.unit', '"HCTH"') #>> '{}') ELSE form.type_code || '-' || code END,
             'place', given ->> 'place', 'type', form.type_name, 'abstract', title,
             'addressees', (SELECT jsonb_agg(l ORDER BY n) FROM regexp_split_to_table(centre.demo_fill(form.addressee, given), '\n') WITH ORDINALITY x(l, n)),
             'body', (SELECT jsonb_agg(jsonb_build_object('kind', 'paragraph', 'text', l) ORDER BY n)
                        FROM regexp_split_to_table(centre.demo_fill(form.body, given), '\n') WITH ORDINALITY x(l, n)),
             'recipients', (SELECT jsonb_agg(l ORDER BY n) FROM regexp_split_to_table(centre.demo_fill(form.recipients, given), '\n') WITH ORDINALITY x(l, n)),
             'authority', CASE WHEN deputy THEN E'KT. Giám đốc\nPhó Giám đốc' ELSE 'Giám đốc' END))
    RETURNING id INTO result;
  IF entry ->> 'state' <> 'draft' THEN
    UPDATE centre.paper SET state = 'issued', paper_date = least(base_date, centre.today()) - (entry ->> 'days_ago')::int WHERE id = result;
  END IF;
  IF entry ? 'answered_days_ago' THEN
    UPDATE centre.paper SET answered_on = least(base_date, centre.today()) - (entry ->> 'answered_days_ago')::int,
           answer_no = entry ->> 'answer_no', answer_note = entry ->> 'answer_note' WHERE id = result;
  END IF;
  IF entry ->> 'state' = 'withdrawn' THEN
    UPDATE centre.paper SET state = 'withdrawn', withdraw_reason = entry ->> 'withdraw_reason' WHERE id = result;
  END IF;
  RETURN result;
END
$$;
COMMENT ON FUNCTION centre.demo_paper(date, bigint, jsonb) IS 'Part of centre.load_demo_papers(): one paper, from the text of its kind.';

CREATE FUNCTION centre.load_demo_papers(base_date date, demo jsonb) RETURNS void
  LANGUAGE plpgsql
  AS $$
DECLARE
  given text := COALESCE(current_setting('centre.correction_reason', true), '');
BEGIN
  PERFORM centre.require('director', 'deputy');
  -- In the order of their numbers.
  PERFORM centre.demo_paper(base_date, p.id, e.value)
     FROM jsonb_array_elements(demo -> 'papers') WITH ORDINALITY e(value, place)
     JOIN jsonb_array_elements(demo -> 'people') o(value) ON o.value ->> 'key' = e.value ->> 'about'
     JOIN centre.person p ON p.is_sample AND p.full_name = o.value ->> 'name'
    ORDER BY e.place;
  -- Who came: all who were planned and not away, some of them late; the base day itself is still to be entered.
  PERFORM set_config('centre.correction_reason', 'sample centre', true);
  INSERT INTO centre.attendance (person_id, day, session, state, came_at)
    WITH cells AS (
      SELECT c.person_id, c.day, c.session
        FROM centre.roster_cell c JOIN centre.roster r ON r.id = c.roster_id
       WHERE r.is_sample AND r.state IN ('published', 'amended') AND c.day < least(base_date, centre.today())
    ), sessions AS (
      SELECT c.day, c.session FROM cells c GROUP BY c.day, c.session HAVING count(*) > 9
    ), expected AS (
      SELECT c.person_id, c.day, c.session FROM cells c
      UNION
      -- Who has no counter works in office hours, whatever the roster says.
      SELECT t.person_id, s.day, s.session
        FROM sessions s
        JOIN centre.tour t ON t.during @> s.day AND t.role IS DISTINCT FROM 'standby'
        JOIN centre.person p ON p.id = t.person_id AND p.is_sample
       WHERE NOT EXISTS (SELECT FROM centre.counter_assignment a WHERE a.person_id = t.person_id AND a.role = 'primary' AND a.during @> s.day)
    ), judged AS (
      SELECT e.person_id, e.day, e.session,
             (e.person_id * 13 + (e.day - DATE '2026-01-01') * 7 + CASE e.session WHEN 'morning' THEN 0 ELSE 3 END) % 59 AS turn,
             EXISTS (SELECT FROM centre.absence a WHERE a.person_id = e.person_id AND a.during @> e.day AND a.starts IS NULL
                        AND a.half IN ('day', e.session) AND a.state IN ('reported', 'agreed'))
             OR EXISTS (SELECT FROM centre.person_condition k WHERE k.person_id = e.person_id AND k.kind = 'maternity' AND k.during @> e.day) AS away
        FROM expected e
       WHERE EXISTS (SELECT FROM centre.tour t WHERE t.person_id = e.person_id AND t.during @> e.day)
    )
    SELECT j.person_id, j.day, j.session,
           CASE WHEN j.away THEN 'absent_excused' WHEN j.turn = 0 THEN 'late' WHEN j.turn = 1 THEN 'early_leave' ELSE 'present' END,
           CASE WHEN NOT j.away AND j.turn = 0 THEN CASE j.session WHEN 'morning' THEN '07:18' ELSE '13:12' END END
      FROM judged j;
  UPDATE centre.absence a SET requested_on = lower(a.during) - 5 FROM centre.person p WHERE p.id = a.person_id AND p.is_sample AND a.state = 'agreed';
  PERFORM set_config('centre.correction_reason', given, true);
END
$$;
COMMENT ON FUNCTION centre.load_demo_papers(date, jsonb) IS
  'Part of the sample: papers of every state in the register, and who came in the published roster up to the base date. After the absences.';

CREATE FUNCTION centre.remove_sample_papers() RETURNS trigger
  LANGUAGE plpgsql SECURITY DEFINER
  SET search_path = pg_catalog, pg_temp
  AS $$
BEGIN
  IF COALESCE(centre.group_role() IN ('director', 'deputy', 'owner'), false) THEN
    DELETE FROM centre.paper p
     WHERE p.is_sample AND p.person_id = OLD.id AND (p.state = 'draft' OR NOT EXISTS (
       SELECT FROM centre.paper o WHERE NOT o.is_sample AND o.year = p.year AND o.type_code IS NOT DISTINCT FROM p.type_code));
  END IF;
  RETURN OLD;
END
$$;
COMMENT ON FUNCTION centre.remove_sample_papers() IS
  'Part of centre.remove_sample(): with the invented people go their papers, unless papers of the office have numbers in the same register: it has no gaps.';
CREATE TRIGGER b_remove_sample_papers BEFORE DELETE ON centre.person
  FOR EACH ROW WHEN (OLD.is_sample) EXECUTE FUNCTION centre.remove_sample_papers();

RESET ROLE;
