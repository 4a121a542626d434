-- SPDX-License-Identifier: GPL-3.0-or-later
-- The working calendar: with which day a day off is exchanged, the hours of the office and of the counters by period, and
-- the fields that are received on Saturday mornings.

SET LOCAL ROLE motcua_owner;

ALTER TABLE centre.day_override ADD COLUMN exchanged_with date;
COMMENT ON COLUMN centre.day_override.exchanged_with IS
  'The day that it is exchanged with (hoán đổi): the Saturday worked for a day off, and the day off for a Saturday worked. Null: no exchange.';
ALTER TABLE centre.day_override ADD CONSTRAINT day_override_exchange
  CHECK (exchanged_with IS NULL OR (kind IN ('off', 'worked') AND exchanged_with <> day));

CREATE FUNCTION centre.is_clock(value text) RETURNS boolean
  LANGUAGE sql IMMUTABLE PARALLEL SAFE
  RETURN value ~ '^([01][0-9]|2[0-3]):[0-5][0-9]$';
COMMENT ON FUNCTION centre.is_clock(text) IS 'Whether a text is a time of the day as HH:MM; such texts compare as the times do.';

CREATE TABLE centre.session_time (
  id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  version int NOT NULL DEFAULT 1,
  purpose text NOT NULL CONSTRAINT session_time_purpose CHECK (purpose IN ('office', 'reception')),
  session text NOT NULL CONSTRAINT session_time_session CHECK (session IN ('morning', 'afternoon')),
  first_weekday int NOT NULL DEFAULT 1,
  last_weekday int NOT NULL DEFAULT 5,
  starts text NOT NULL CONSTRAINT session_time_starts CHECK (centre.is_clock(starts)),
  ends text NOT NULL CONSTRAINT session_time_ends CHECK (centre.is_clock(ends)),
  during daterange NOT NULL CONSTRAINT session_time_during_not_empty CHECK (NOT isempty(during)),
  source text NOT NULL CONSTRAINT session_time_source_given CHECK (btrim(source) <> ''),
  note text,
  CONSTRAINT session_time_weekdays CHECK (first_weekday BETWEEN 1 AND 7 AND last_weekday BETWEEN first_weekday AND 7),
  CONSTRAINT session_time_order CHECK (starts COLLATE "C" < ends COLLATE "C"),
  CONSTRAINT session_time_no_overlap EXCLUDE USING gist (
    purpose WITH =, session WITH =, int4range(first_weekday, last_weekday, '[]') WITH &&, during WITH &&)
);
COMMENT ON TABLE centre.session_time IS 'When mornings and afternoons begin and end, by period: office hours, and the hours in which dossiers are received.';
COMMENT ON COLUMN centre.session_time.id IS 'Key, given by the database.';
COMMENT ON COLUMN centre.session_time.version IS 'Counts the changes of the row; an update names the version that it saw.';
COMMENT ON COLUMN centre.session_time.purpose IS 'office (giờ hành chính) or reception (giờ tiếp nhận).';
COMMENT ON COLUMN centre.session_time.session IS 'Morning or afternoon.';
COMMENT ON COLUMN centre.session_time.first_weekday IS 'First day of the week on which it holds, 1 = Monday.';
COMMENT ON COLUMN centre.session_time.last_weekday IS 'Last day of the week on which it holds, 7 = Sunday.';
COMMENT ON COLUMN centre.session_time.starts IS 'HH:MM.';
COMMENT ON COLUMN centre.session_time.ends IS 'HH:MM, later than the start.';
COMMENT ON COLUMN centre.session_time.during IS 'When these times hold.';
COMMENT ON COLUMN centre.session_time.source IS 'Who says so.';
COMMENT ON COLUMN centre.session_time.note IS 'How sure it is, and what to ask.';
CALL centre.watch('centre.session_time');
CREATE TRIGGER a_guard_closed BEFORE INSERT OR UPDATE OR DELETE ON centre.session_time
  FOR EACH ROW EXECUTE FUNCTION centre.guard_closed();

CREATE TABLE centre.saturday_field (
  id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  version int NOT NULL DEFAULT 1,
  field_id bigint NOT NULL REFERENCES centre.field ON DELETE CASCADE,
  during daterange NOT NULL CONSTRAINT saturday_field_during_not_empty CHECK (NOT isempty(during)),
  source text NOT NULL CONSTRAINT saturday_field_source_given CHECK (btrim(source) <> ''),
  note text,
  CONSTRAINT saturday_field_no_overlap EXCLUDE USING gist (field_id WITH =, during WITH &&)
);
CREATE INDEX saturday_field_field ON centre.saturday_field (field_id);
COMMENT ON TABLE centre.saturday_field IS 'Fields whose dossiers are received on Saturday mornings (sáng thứ Bảy), by period. Empty: the centre is closed on Saturdays.';
COMMENT ON COLUMN centre.saturday_field.id IS 'Key, given by the database.';
COMMENT ON COLUMN centre.saturday_field.version IS 'Counts the changes of the row; an update names the version that it saw.';
COMMENT ON COLUMN centre.saturday_field.field_id IS 'The field.';
COMMENT ON COLUMN centre.saturday_field.during IS 'When it is received on Saturdays.';
COMMENT ON COLUMN centre.saturday_field.source IS 'The paper that says so.';
COMMENT ON COLUMN centre.saturday_field.note IS 'Remarks.';
CALL centre.watch('centre.saturday_field');
CREATE TRIGGER a_guard_closed BEFORE INSERT OR UPDATE OR DELETE ON centre.saturday_field
  FOR EACH ROW EXECUTE FUNCTION centre.guard_closed();

-- What a centre has by now: its hours were settings, and its exchanges were known by their names only.
INSERT INTO centre.session_time (purpose, session, starts, ends, during, source, note)
  SELECT x.purpose, e.key, e.value ->> 0, e.value ->> 1, x.during::daterange, x.source, s.note
    FROM (VALUES ('office', 'office_hours', '[2024-02-26,)', 'Giờ hành chính'),
                 ('reception', 'reception_hours', '[2024-02-26,)', 'Giờ tiếp nhận khi khai trương')) AS x(purpose, key, during, source)
    JOIN centre.setting s ON s.key = x.key, jsonb_each(s.value) e
   WHERE e.key IN ('morning', 'afternoon');
DELETE FROM centre.setting WHERE key IN ('office_hours', 'reception_hours');
UPDATE centre.day_override d SET exchanged_with = x.other::date
  FROM (VALUES ('2025-04-26', '2025-05-02'), ('2025-05-02', '2025-04-26'), ('2026-01-02', '2026-01-10'), ('2026-01-10', '2026-01-02'),
               ('2026-08-22', '2026-08-31'), ('2026-08-31', '2026-08-22')) AS x(day, other)
 WHERE d.day = x.day::date AND d.kind IN ('off', 'worked');
INSERT INTO centre.rule_version (topic, during, source, article, value, note)
  SELECT r.topic, r.during::daterange, r.source, r.article, r.value::jsonb, r.note
    FROM (VALUES
      ('calendar.week', '[2021-01-01,)', 'Nếp làm việc của Trung tâm', NULL, '{"work_days": 5}',
       'Tuần làm việc từ thứ Hai đến thứ Sáu; Trung tâm tự đặt.'),
      ('calendar.make_up', '[2021-01-01,)', 'Bộ luật Lao động 2019', 'khoản 3 Điều 111', '{"name": "Nghỉ bù"}',
       'Ngày lễ trùng ngày nghỉ hằng tuần thì nghỉ bù vào ngày làm việc kế tiếp.'),
      ('calendar.holiday.new_year', '[2021-01-01,)', 'Bộ luật Lao động 2019', 'khoản 1 Điều 112', '{"name": "Tết Dương lịch", "month": 1, "day": 1, "make_up": true}',
       NULL),
      ('calendar.holiday.tet', '[2021-01-01,)', 'Bộ luật Lao động 2019', 'khoản 1 Điều 112', '{"name": "Tết Nguyên đán", "lunar": true, "month": 1, "day": 1, "days": 5, "before": 1, "reach": 7, "make_up": true}',
       'Thủ tướng Chính phủ quyết định cụ thể hằng năm; khi chưa có thông báo thì tạm tính một ngày trước và bốn ngày đầu năm.'),
      ('calendar.holiday.hung_kings', '[2021-01-01,)', 'Bộ luật Lao động 2019', 'khoản 1 Điều 112', '{"name": "Giỗ Tổ Hùng Vương", "lunar": true, "month": 3, "day": 10, "make_up": true}',
       NULL),
      ('calendar.holiday.victory', '[2021-01-01,)', 'Bộ luật Lao động 2019', 'khoản 1 Điều 112', '{"name": "Ngày Chiến thắng", "month": 4, "day": 30, "make_up": true}',
       NULL),
      ('calendar.holiday.labour', '[2021-01-01,)', 'Bộ luật Lao động 2019', 'khoản 1 Điều 112', '{"name": "Ngày Quốc tế lao động", "month": 5, "day": 1, "make_up": true}',
       NULL),
      ('calendar.holiday.national', '[2021-01-01,)', 'Bộ luật Lao động 2019', 'khoản 1 Điều 112', '{"name": "Quốc khánh", "month": 9, "day": 2, "days": 2, "adjacent": true, "reach": 1, "make_up": true}',
       '02/09 và một ngày liền kề trước hoặc sau, Thủ tướng Chính phủ quyết định hằng năm; khi chưa có thông báo thì tạm chọn ngày làm việc gần cuối tuần hơn.'),
      ('calendar.holiday.culture', '[2026-07-01,)', 'Nghị quyết 28/2026/QH16', 'Điều 2', '{"name": "Ngày Văn hóa Việt Nam", "month": 11, "day": 24, "make_up": false}',
       'Không nằm trong khoản 1 Điều 112 Bộ luật Lao động nên không có quy định nghỉ bù.')
    ) AS r(topic, during, source, article, value, note)
   WHERE EXISTS (SELECT FROM centre.rule_version)
     AND NOT EXISTS (SELECT FROM centre.rule_version v WHERE v.topic = r.topic);

ALTER FUNCTION centre.load_plan(jsonb) RENAME TO load_plan_facts;
COMMENT ON FUNCTION centre.load_plan_facts(jsonb) IS 'Part of centre.load_plan(): all but the hours.';

CREATE FUNCTION centre.load_plan(plan jsonb) RETURNS void
  LANGUAGE plpgsql
  AS $$
BEGIN
  PERFORM centre.load_plan_facts(plan);
  UPDATE centre.day_override d SET exchanged_with = (x.value ->> 'exchanged_with')::date
    FROM jsonb_array_elements(plan -> 'days') x(value)
   WHERE d.day = (x.value ->> 'day')::date AND d.session IS NOT DISTINCT FROM x.value ->> 'session' AND x.value ? 'exchanged_with';
  INSERT INTO centre.session_time (purpose, session, first_weekday, last_weekday, starts, ends, during, source, note)
    SELECT x.value ->> 'purpose', x.value ->> 'session', COALESCE((x.value ->> 'first_weekday')::int, 1),
           COALESCE((x.value ->> 'last_weekday')::int, 5), x.value ->> 'starts', x.value ->> 'ends',
           (x.value ->> 'during')::daterange, x.value ->> 'source', x.value ->> 'note'
      FROM jsonb_array_elements(plan -> 'session_times') WITH ORDINALITY x(value, place) ORDER BY x.place;
END
$$;
COMMENT ON FUNCTION centre.load_plan(jsonb) IS
  'Loads the founding plan into an empty centre, with the reorganisation since and the hours. The rules that the program checks (data/plan/rules.json) go in by centre.load_rules().';

RESET ROLE;
