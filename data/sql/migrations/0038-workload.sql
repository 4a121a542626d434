-- SPDX-License-Identifier: GPL-3.0-or-later
-- Workload: what came, what was done, how long it took and how it was rated, as counts. Other systems know dossiers and
-- citizens; here there is neither a dossier's code nor a citizen's name (security level 2).

SET LOCAL ROLE motcua_owner;

CREATE TABLE centre.workload_source (
  id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  version int NOT NULL DEFAULT 1,
  kind text NOT NULL CONSTRAINT workload_source_kind CHECK (kind IN ('dossier', 'ticket', 'rating')),
  name text NOT NULL CONSTRAINT workload_source_name_given CHECK (btrim(name) <> ''),
  mapping jsonb NOT NULL DEFAULT '{}',
  wait_level int NOT NULL DEFAULT 15 CONSTRAINT workload_source_wait_level CHECK (wait_level BETWEEN 1 AND 480),
  note text,
  is_sample boolean NOT NULL DEFAULT false,
  CONSTRAINT workload_source_once UNIQUE (kind, name)
);
COMMENT ON TABLE centre.workload_source IS 'A system whose exports are read: the dossier system, the queue machine, the devices for ratings.';
COMMENT ON COLUMN centre.workload_source.kind IS 'What a row of its exports is: a dossier, a ticket or a rating.';
COMMENT ON COLUMN centre.workload_source.mapping IS 'Which column of its exports means what, as last confirmed: {"columns": {"head": "field"}, "lists": "received" or "resolved"}.';
COMMENT ON COLUMN centre.workload_source.wait_level IS 'Minutes of waiting above which a ticket counts as above the service level.';
COMMENT ON COLUMN centre.workload_source.is_sample IS 'Of the sample centre; goes with it.';
CALL centre.watch('centre.workload_source');

CREATE TABLE centre.workload_file (
  id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  version int NOT NULL DEFAULT 1,
  source_id bigint REFERENCES centre.workload_source,
  kind text NOT NULL CONSTRAINT workload_file_kind CHECK (kind IN ('dossier', 'ticket', 'rating')),
  file_name text NOT NULL CONSTRAINT workload_file_name_given CHECK (btrim(file_name) <> ''),
  digest text NOT NULL CONSTRAINT workload_file_digest CHECK (digest ~ '^[0-9a-f]{64}$'),
  first_day date NOT NULL,
  last_day date NOT NULL,
  rows_read int NOT NULL CONSTRAINT workload_file_rows_not_negative CHECK (rows_read >= 0),
  state text NOT NULL DEFAULT 'imported' CONSTRAINT workload_file_state CHECK (state IN ('imported', 'replaced', 'withdrawn')),
  manual boolean NOT NULL DEFAULT false,
  replaces_id bigint REFERENCES centre.workload_file,
  note text,
  is_sample boolean NOT NULL DEFAULT false,
  imported_by text NOT NULL DEFAULT centre.login(),
  imported_at timestamptz NOT NULL DEFAULT now(),
  txid bigint NOT NULL DEFAULT pg_current_xact_id()::text::bigint,
  CONSTRAINT workload_file_days CHECK (first_day <= last_day),
  CONSTRAINT workload_file_manual_or_source CHECK (manual = (source_id IS NULL)),
  CONSTRAINT workload_file_no_overlap EXCLUDE USING gist (source_id WITH =, daterange(first_day, last_day, '[]') WITH &&)
    WHERE (state = 'imported')
);
CREATE INDEX workload_file_source ON centre.workload_file (source_id);
CREATE INDEX workload_file_replaces ON centre.workload_file (replaces_id);
CREATE UNIQUE INDEX workload_file_once ON centre.workload_file (kind, digest) WHERE state = 'imported';
COMMENT ON TABLE centre.workload_file IS 'A file that was read, or an entry by hand: what came in with it counts, is replaced and is withdrawn as a whole.';
COMMENT ON COLUMN centre.workload_file.source_id IS 'Where it comes from; null for an entry by hand.';
COMMENT ON COLUMN centre.workload_file.kind IS 'dossier, ticket or rating, as its source.';
COMMENT ON COLUMN centre.workload_file.file_name IS 'Its name, without folders; what was entered, for an entry by hand.';
COMMENT ON COLUMN centre.workload_file.digest IS 'SHA-256 of its bytes; the same file counts once. By hand: of what the entry is about.';
COMMENT ON COLUMN centre.workload_file.first_day IS 'First day that it lists; two files of a source do not list the same day.';
COMMENT ON COLUMN centre.workload_file.last_day IS 'Last day that it lists.';
COMMENT ON COLUMN centre.workload_file.rows_read IS 'How many dossiers, tickets or ratings it had.';
COMMENT ON COLUMN centre.workload_file.state IS 'imported (counts), replaced (a later one counts instead), withdrawn.';
COMMENT ON COLUMN centre.workload_file.manual IS 'Entered by hand, on a day without an export.';
COMMENT ON COLUMN centre.workload_file.replaces_id IS 'The file that this one corrects.';
COMMENT ON COLUMN centre.workload_file.is_sample IS 'Of the sample centre; goes with it.';
COMMENT ON COLUMN centre.workload_file.imported_by IS 'Who read it in; set by the database.';
COMMENT ON COLUMN centre.workload_file.imported_at IS 'When; set by the database.';
COMMENT ON COLUMN centre.workload_file.txid IS 'The transaction in which it came: counts come with their file only. Set by the database.';
CALL centre.watch('centre.workload_file');

CREATE TABLE centre.dossier_count (
  id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  version int NOT NULL DEFAULT 1,
  file_id bigint NOT NULL REFERENCES centre.workload_file ON DELETE CASCADE,
  day date NOT NULL,
  counter_id bigint REFERENCES centre.counter,
  agency_id bigint REFERENCES centre.agency,
  field_id bigint REFERENCES centre.field,
  procedure_id bigint REFERENCES centre.procedure,
  person_id bigint REFERENCES centre.person,
  received int NOT NULL DEFAULT 0,
  early int NOT NULL DEFAULT 0,
  on_time int NOT NULL DEFAULT 0,
  overdue int NOT NULL DEFAULT 0,
  returned int NOT NULL DEFAULT 0,
  digital int NOT NULL DEFAULT 0,
  process_minutes bigint NOT NULL DEFAULT 0,
  open_late int NOT NULL DEFAULT 0,
  CONSTRAINT dossier_count_not_negative CHECK (LEAST(received, early, on_time, overdue, returned, digital, process_minutes, open_late) >= 0)
);
CREATE INDEX dossier_count_file ON centre.dossier_count (file_id);
CREATE INDEX dossier_count_day ON centre.dossier_count (day);
COMMENT ON TABLE centre.dossier_count IS 'Dossiers of a file by day, counter, agency, field, procedure and officer: how many, not which.';
COMMENT ON COLUMN centre.dossier_count.day IS 'The day of reception for received, digital, returned and open_late; the day of the result for early, on_time, overdue and process_minutes.';
COMMENT ON COLUMN centre.dossier_count.received IS 'Dossiers received.';
COMMENT ON COLUMN centre.dossier_count.early IS 'Settled before the appointed day.';
COMMENT ON COLUMN centre.dossier_count.on_time IS 'Settled on the appointed day or, where the hour is known, by the hour.';
COMMENT ON COLUMN centre.dossier_count.overdue IS 'Settled late.';
COMMENT ON COLUMN centre.dossier_count.returned IS 'Returned or withdrawn without a result.';
COMMENT ON COLUMN centre.dossier_count.digital IS 'Received online or digitised at reception.';
COMMENT ON COLUMN centre.dossier_count.process_minutes IS 'Minutes from reception to result, of all settled ones together.';
COMMENT ON COLUMN centre.dossier_count.open_late IS 'Neither settled nor returned when the file was made, and past the appointed day.';

CREATE TABLE centre.ticket_count (
  id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  version int NOT NULL DEFAULT 1,
  file_id bigint NOT NULL REFERENCES centre.workload_file ON DELETE CASCADE,
  day date NOT NULL,
  slot int NOT NULL CONSTRAINT ticket_count_slot CHECK (slot BETWEEN 0 AND 47),
  counter_id bigint REFERENCES centre.counter,
  agency_id bigint REFERENCES centre.agency,
  field_id bigint REFERENCES centre.field,
  person_id bigint REFERENCES centre.person,
  arrived int NOT NULL DEFAULT 0,
  served int NOT NULL DEFAULT 0,
  no_show int NOT NULL DEFAULT 0,
  incomplete int NOT NULL DEFAULT 0,
  unserved int NOT NULL DEFAULT 0,
  above_level int NOT NULL DEFAULT 0,
  wait_seconds bigint NOT NULL DEFAULT 0,
  wait_max int NOT NULL DEFAULT 0,
  service_seconds bigint NOT NULL DEFAULT 0,
  service_max int NOT NULL DEFAULT 0,
  wait_histogram int[] NOT NULL DEFAULT '{0,0,0,0,0,0,0,0,0,0,0,0}'
    CONSTRAINT ticket_count_histogram CHECK (cardinality(wait_histogram) = 12 AND 0 <= ALL (wait_histogram)),
  CONSTRAINT ticket_count_not_negative
    CHECK (LEAST(arrived, served, no_show, incomplete, unserved, above_level, wait_seconds, wait_max, service_seconds, service_max) >= 0),
  CONSTRAINT ticket_count_adds_up CHECK (served + no_show + unserved <= arrived AND incomplete <= served)
);
CREATE INDEX ticket_count_file ON centre.ticket_count (file_id);
CREATE INDEX ticket_count_day ON centre.ticket_count (day);
COMMENT ON TABLE centre.ticket_count IS 'Tickets of the queue machine by the half-hour in which they were drawn, counter, agency, field and officer.';
COMMENT ON COLUMN centre.ticket_count.slot IS 'Half-hour of the day, 0 to 47: 15 begins at 07:30. It includes its start and excludes its end.';
COMMENT ON COLUMN centre.ticket_count.arrived IS 'Tickets drawn.';
COMMENT ON COLUMN centre.ticket_count.served IS 'Called and served.';
COMMENT ON COLUMN centre.ticket_count.no_show IS 'Called, and nobody came.';
COMMENT ON COLUMN centre.ticket_count.incomplete IS 'Served, but a time is missing or cannot be, as when nobody closed the ticket; not in the times.';
COMMENT ON COLUMN centre.ticket_count.unserved IS 'Never called: carried over.';
COMMENT ON COLUMN centre.ticket_count.above_level IS 'Waited longer than the level of the source.';
COMMENT ON COLUMN centre.ticket_count.wait_seconds IS 'From drawing to the (last) call, of all called ones together.';
COMMENT ON COLUMN centre.ticket_count.wait_max IS 'The longest of these, in seconds.';
COMMENT ON COLUMN centre.ticket_count.service_seconds IS 'From the call to the end, of the served and complete ones together.';
COMMENT ON COLUMN centre.ticket_count.service_max IS 'The longest of these, in seconds.';
COMMENT ON COLUMN centre.ticket_count.wait_histogram IS 'Called tickets by waiting: from 0, 1, 2, 5, 10, 15, 20, 30, 45, 60, 90, 120 minutes on.';

CREATE TABLE centre.rating_count (
  id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  version int NOT NULL DEFAULT 1,
  file_id bigint NOT NULL REFERENCES centre.workload_file ON DELETE CASCADE,
  day date NOT NULL,
  slot int NOT NULL CONSTRAINT rating_count_slot CHECK (slot BETWEEN 0 AND 47),
  counter_id bigint REFERENCES centre.counter,
  agency_id bigint REFERENCES centre.agency,
  person_id bigint REFERENCES centre.person,
  terminal text CONSTRAINT rating_count_terminal CHECK (btrim(terminal) <> '' AND length(terminal) <= 40),
  very_satisfied int NOT NULL DEFAULT 0,
  satisfied int NOT NULL DEFAULT 0,
  neutral int NOT NULL DEFAULT 0,
  dissatisfied int NOT NULL DEFAULT 0,
  very_dissatisfied int NOT NULL DEFAULT 0,
  burst int NOT NULL DEFAULT 0,
  CONSTRAINT rating_count_not_negative CHECK (LEAST(very_satisfied, satisfied, neutral, dissatisfied, very_dissatisfied, burst) >= 0)
);
CREATE INDEX rating_count_file ON centre.rating_count (file_id);
CREATE INDEX rating_count_day ON centre.rating_count (day);
COMMENT ON TABLE centre.rating_count IS 'Ratings by citizens by half-hour, counter, agency, officer and terminal.';
COMMENT ON COLUMN centre.rating_count.slot IS 'Half-hour of the day, 0 to 47.';
COMMENT ON COLUMN centre.rating_count.terminal IS 'The device on which they were given.';
COMMENT ON COLUMN centre.rating_count.very_satisfied IS 'Ratings of the best kind.';
COMMENT ON COLUMN centre.rating_count.satisfied IS 'Of the second.';
COMMENT ON COLUMN centre.rating_count.neutral IS 'Of the third, where there is one.';
COMMENT ON COLUMN centre.rating_count.dissatisfied IS 'Of the fourth.';
COMMENT ON COLUMN centre.rating_count.very_dissatisfied IS 'Of the worst.';
COMMENT ON COLUMN centre.rating_count.burst IS 'How many of them came within seconds of another on the same terminal: buttons were played with.';

CREATE TABLE centre.workload_sum (
  grain text NOT NULL CONSTRAINT workload_sum_grain CHECK (grain IN ('day', 'week', 'month', 'slot')),
  part text NOT NULL CONSTRAINT workload_sum_part CHECK (part IN ('none', 'counter', 'agency', 'field', 'procedure', 'person')),
  start date NOT NULL,
  weekday int NOT NULL DEFAULT 0,
  slot int NOT NULL DEFAULT -1,
  key_id bigint NOT NULL,
  days int NOT NULL,
  received int NOT NULL, early int NOT NULL, on_time int NOT NULL, overdue int NOT NULL, returned int NOT NULL, digital int NOT NULL,
  process_minutes bigint NOT NULL, open_late int NOT NULL,
  arrived int NOT NULL, served int NOT NULL, no_show int NOT NULL, incomplete int NOT NULL, unserved int NOT NULL, above_level int NOT NULL,
  wait_seconds bigint NOT NULL, wait_max int NOT NULL, service_seconds bigint NOT NULL, service_max int NOT NULL, wait_histogram int[] NOT NULL,
  very_satisfied int NOT NULL, satisfied int NOT NULL, neutral int NOT NULL, dissatisfied int NOT NULL, very_dissatisfied int NOT NULL,
  burst int NOT NULL,
  PRIMARY KEY (grain, part, start, weekday, slot, key_id)
);
COMMENT ON TABLE centre.workload_sum IS
  'Sums of the facts in force, made by the database whenever a file comes or goes, so that ten years are read at once. Nobody writes here.';
COMMENT ON COLUMN centre.workload_sum.grain IS 'day; week, from Monday; month; slot: a month by weekday and half-hour.';
COMMENT ON COLUMN centre.workload_sum.part IS 'By what it is parted.';
COMMENT ON COLUMN centre.workload_sum.start IS 'The first day.';
COMMENT ON COLUMN centre.workload_sum.weekday IS '1 is Monday; 0 where not parted by it.';
COMMENT ON COLUMN centre.workload_sum.slot IS 'Half-hour; -1 where not parted by it.';
COMMENT ON COLUMN centre.workload_sum.key_id IS 'The counter, agency, field, procedure or person; 0 where it is not known.';
COMMENT ON COLUMN centre.workload_sum.days IS 'On how many days there was anything.';

DO $$
DECLARE
  c record;
BEGIN
  FOR c IN
    SELECT k.relname, a.attname, COALESCE(g.text, 'Sum, as in dossier_count, ticket_count and rating_count.') AS text
      FROM pg_catalog.pg_class k
      JOIN pg_catalog.pg_attribute a ON a.attrelid = k.oid AND a.attnum > 0 AND NOT a.attisdropped
      LEFT JOIN (VALUES ('id', 'Key, given by the database.'), ('version', 'Counts the changes of the row; an update names the version that it saw.'),
                   ('person_id', 'The officer, where known.'), ('agency_id', 'The agency.'), ('counter_id', 'The counter, where known.'),
                   ('field_id', 'The field, where known.'), ('procedure_id', 'The procedure, where known.'), ('file_id', 'The file with which it came.'),
                   ('day', 'The day.'), ('name', 'Name as people read it.'), ('note', 'Free remark.')) AS g(name, text) ON g.name = a.attname
     WHERE k.relnamespace = 'centre'::regnamespace AND k.relkind = 'r' AND pg_catalog.col_description(k.oid, a.attnum) IS NULL
       AND (g.name IS NOT NULL OR k.relname = 'workload_sum')
  LOOP
    EXECUTE format('COMMENT ON COLUMN centre.%I.%I IS %L', c.relname, c.attname, c.text);
  END LOOP;
END
$$;

-- Only what is in force counts.
CREATE VIEW centre.dossier_fact WITH (security_invoker = true) AS
  SELECT c.* FROM centre.dossier_count c JOIN centre.workload_file f ON f.id = c.file_id WHERE f.state = 'imported';
CREATE VIEW centre.ticket_fact WITH (security_invoker = true) AS
  SELECT c.* FROM centre.ticket_count c JOIN centre.workload_file f ON f.id = c.file_id WHERE f.state = 'imported';
CREATE VIEW centre.rating_fact WITH (security_invoker = true) AS
  SELECT c.* FROM centre.rating_count c JOIN centre.workload_file f ON f.id = c.file_id WHERE f.state = 'imported';
COMMENT ON VIEW centre.dossier_fact IS 'centre.dossier_count of files in force.';
COMMENT ON VIEW centre.ticket_fact IS 'centre.ticket_count of files in force.';
COMMENT ON VIEW centre.rating_fact IS 'centre.rating_count of files in force.';

CREATE VIEW centre.workload_fact WITH (security_invoker = true) AS
  SELECT day, NULL::int AS slot, counter_id, agency_id, field_id, procedure_id, person_id,
         received, early, on_time, overdue, returned, digital, process_minutes, open_late, 0::int AS arrived, 0::int AS served,
         0::int AS no_show, 0::int AS incomplete, 0::int AS unserved, 0::int AS above_level, 0::bigint AS wait_seconds, 0::int
         AS wait_max, 0::bigint AS service_seconds, 0::int AS service_max, NULL::int[] AS wait_histogram, 0::int AS
         very_satisfied, 0::int AS satisfied, 0::int AS neutral, 0::int AS dissatisfied, 0::int AS very_dissatisfied, 0::int AS
         burst
    FROM centre.dossier_fact
  UNION ALL
  SELECT day, slot, counter_id, agency_id, field_id, NULL, person_id,
         0::int AS received, 0::int AS early, 0::int AS on_time, 0::int AS overdue, 0::int AS returned, 0::int AS digital,
         0::bigint AS process_minutes, 0::int AS open_late, arrived, served, no_show, incomplete, unserved, above_level,
         wait_seconds, wait_max, service_seconds, service_max, wait_histogram, 0::int AS very_satisfied, 0::int AS satisfied,
         0::int AS neutral, 0::int AS dissatisfied, 0::int AS very_dissatisfied, 0::int AS burst
    FROM centre.ticket_fact
  UNION ALL
  SELECT day, slot, counter_id, agency_id, NULL, NULL, person_id,
         0::int AS received, 0::int AS early, 0::int AS on_time, 0::int AS overdue, 0::int AS returned, 0::int AS digital,
         0::bigint AS process_minutes, 0::int AS open_late, 0::int AS arrived, 0::int AS served, 0::int AS no_show, 0::int AS
         incomplete, 0::int AS unserved, 0::int AS above_level, 0::bigint AS wait_seconds, 0::int AS wait_max, 0::bigint AS
         service_seconds, 0::int AS service_max, NULL::int[] AS wait_histogram, very_satisfied, satisfied, neutral,
         dissatisfied, very_dissatisfied, burst
    FROM centre.rating_fact;
COMMENT ON VIEW centre.workload_fact IS 'The three kinds of facts as one, with the same columns.';

-- What must never be ------------------------------------------------------

CREATE FUNCTION centre.guard_workload_file() RETURNS trigger
  LANGUAGE plpgsql SECURITY DEFINER
  SET search_path = pg_catalog, pg_temp
  AS $$
BEGIN
  IF TG_OP = 'DELETE' THEN
    IF (OLD.is_sample AND centre.removing_sample()) IS NOT TRUE THEN
      RAISE EXCEPTION 'a file is withdrawn, not deleted'
        USING ERRCODE = 'MC003', CONSTRAINT = 'workload_file_stays', TABLE = 'workload_file', SCHEMA = 'centre';
    END IF;
    RETURN OLD;
  END IF;
  IF TG_OP = 'INSERT' THEN
    IF NEW.state <> 'imported' OR NEW.kind <> (SELECT s.kind FROM centre.workload_source s WHERE s.id = NEW.source_id) THEN
      RAISE EXCEPTION 'a file begins as imported, and is of the kind of its source'
        USING ERRCODE = 'MC002', CONSTRAINT = 'workload_file_begins', TABLE = 'workload_file', SCHEMA = 'centre';
    END IF;
    NEW.imported_by := centre.login();
    NEW.imported_at := now();
    NEW.txid := pg_current_xact_id()::text::bigint;
    RETURN NEW;
  END IF;
  IF (to_jsonb(NEW) - ARRAY['version', 'state', 'note']) IS DISTINCT FROM (to_jsonb(OLD) - ARRAY['version', 'state', 'note']) THEN
    RAISE EXCEPTION 'what was read stays as it was read'
      USING ERRCODE = 'MC003', CONSTRAINT = 'workload_file_unchanged', TABLE = 'workload_file', SCHEMA = 'centre';
  END IF;
  IF OLD.state <> NEW.state AND 'imported' NOT IN (OLD.state, NEW.state) THEN
    RAISE EXCEPTION 'a file that is % does not become %', OLD.state, NEW.state
      USING ERRCODE = 'MC003', CONSTRAINT = 'workload_file_step', TABLE = 'workload_file', SCHEMA = 'centre';
  END IF;
  RETURN NEW;
END
$$;
COMMENT ON FUNCTION centre.guard_workload_file() IS 'A file is imported, replaced or withdrawn (and taken back into force), and otherwise stays as it was read.';
CREATE TRIGGER guard BEFORE INSERT OR UPDATE OR DELETE ON centre.workload_file FOR EACH ROW EXECUTE FUNCTION centre.guard_workload_file();

CREATE FUNCTION centre.after_counts() RETURNS trigger
  LANGUAGE plpgsql SECURITY DEFINER
  SET search_path = pg_catalog, pg_temp
  AS $$
BEGIN
  IF TG_OP = 'INSERT' THEN
    IF EXISTS (SELECT FROM (SELECT DISTINCT n.file_id FROM new_rows n) n JOIN centre.workload_file f ON f.id = n.file_id
                WHERE f.txid <> pg_current_xact_id()::text::bigint OR f.kind || '_count' <> TG_TABLE_NAME) THEN
      RAISE EXCEPTION 'counts come with their file'
        USING ERRCODE = 'MC003', CONSTRAINT = 'counts_with_file', TABLE = TG_TABLE_NAME, SCHEMA = 'centre';
    END IF;
  ELSIF centre.removing_sample() IS NOT TRUE THEN
    RAISE EXCEPTION 'counts stay as they came'
      USING ERRCODE = 'MC003', CONSTRAINT = 'counts_unchanged', TABLE = TG_TABLE_NAME, SCHEMA = 'centre';
  END IF;
  PERFORM pg_notify('centre_change', jsonb_build_object('table', TG_TABLE_NAME, 'op', lower(TG_OP), 'ids', NULL)::text);
  RETURN NULL;
END
$$;
COMMENT ON FUNCTION centre.after_counts() IS
  'Counts come with their file, whose row is in the audit, and never change: they need no audit of their own. Notifies once per statement.';

CREATE PROCEDURE centre.watch_counts(watched regclass)
  LANGUAGE plpgsql
  AS $$
DECLARE
  name text := (SELECT quote_ident(relname) FROM pg_catalog.pg_class WHERE oid = watched);
BEGIN
  EXECUTE format('CREATE TRIGGER a_bump_version BEFORE UPDATE ON centre.%s FOR EACH ROW EXECUTE FUNCTION centre.bump_version()', name);
  EXECUTE format('CREATE TRIGGER z_inserted AFTER INSERT ON centre.%s REFERENCING NEW TABLE AS new_rows
                  FOR EACH STATEMENT EXECUTE FUNCTION centre.after_counts()', name);
  EXECUTE format('CREATE TRIGGER z_updated AFTER UPDATE ON centre.%s FOR EACH STATEMENT EXECUTE FUNCTION centre.after_counts()', name);
  EXECUTE format('CREATE TRIGGER z_deleted AFTER DELETE ON centre.%s FOR EACH STATEMENT EXECUTE FUNCTION centre.after_counts()', name);
  EXECUTE format('CREATE TRIGGER z_never_emptied BEFORE TRUNCATE ON centre.%s FOR EACH STATEMENT EXECUTE FUNCTION centre.refuse_truncate()', name);
END
$$;
COMMENT ON PROCEDURE centre.watch_counts(regclass) IS 'centre.watch() for counts: notified, bound to their file, without an audit of each.';
CALL centre.watch_counts('centre.dossier_count');
CALL centre.watch_counts('centre.ticket_count');
CALL centre.watch_counts('centre.rating_count');

-- Sums ----------------------------------------------------------------------

CREATE FUNCTION centre.workload_sums() RETURNS text
  LANGUAGE sql IMMUTABLE
  RETURN 'sum(received), sum(early), sum(on_time), sum(overdue), sum(returned), sum(digital), sum(process_minutes)::bigint, sum(open_late),
    sum(arrived), sum(served), sum(no_show), sum(incomplete), sum(unserved), sum(above_level), sum(wait_seconds)::bigint, max(wait_max)::bigint,
    sum(service_seconds)::bigint, max(service_max)::bigint, ARRAY[COALESCE(sum(wait_histogram[1]), 0), COALESCE(sum(wait_histogram[2]), 0),
    COALESCE(sum(wait_histogram[3]), 0), COALESCE(sum(wait_histogram[4]), 0), COALESCE(sum(wait_histogram[5]), 0),
    COALESCE(sum(wait_histogram[6]), 0), COALESCE(sum(wait_histogram[7]), 0), COALESCE(sum(wait_histogram[8]), 0),
    COALESCE(sum(wait_histogram[9]), 0), COALESCE(sum(wait_histogram[10]), 0), COALESCE(sum(wait_histogram[11]), 0),
    COALESCE(sum(wait_histogram[12]), 0)], sum(very_satisfied), sum(satisfied), sum(neutral), sum(dissatisfied),
    sum(very_dissatisfied), sum(burst)';
COMMENT ON FUNCTION centre.workload_sums() IS 'The measures of centre.workload_fact and centre.workload_sum summed, as SQL, in the order of their columns.';

CREATE FUNCTION centre.workload_columns() RETURNS text
  LANGUAGE sql IMMUTABLE
  RETURN 'received, early, on_time, overdue, returned, digital, process_minutes, open_late, arrived, served, no_show, incomplete, unserved,
    above_level, wait_seconds, wait_max, service_seconds, service_max, wait_histogram, very_satisfied, satisfied, neutral,
    dissatisfied, very_dissatisfied, burst';
COMMENT ON FUNCTION centre.workload_columns() IS 'The measures of centre.workload_fact and centre.workload_sum, as SQL, in the order of their columns.';

CREATE FUNCTION centre.refresh_workload(first date, last date) RETURNS void
  LANGUAGE plpgsql SECURITY DEFINER
  SET search_path = pg_catalog, pg_temp
  AS $$
DECLARE
  since date := COALESCE(date_trunc('month', first)::date, '0001-01-01');
  until date := COALESCE((date_trunc('month', last) + interval '1 month')::date, '9999-01-01');
  wider text;
BEGIN
  -- One after the other: two files of a month that come together would not see each other.
  PERFORM pg_advisory_xact_lock(hashtext('centre.refresh_workload'));
  DELETE FROM centre.workload_sum WHERE grain <> 'week' AND start >= since AND start < until;
  DELETE FROM centre.workload_sum WHERE grain = 'week' AND start > since - 7 AND start < until;
  EXECUTE format($sql$
    INSERT INTO centre.workload_sum (grain, part, start, key_id, days, %1$s)
      SELECT 'day',
             CASE GROUPING(counter_id, agency_id, field_id, procedure_id, person_id)
               WHEN 31 THEN 'none' WHEN 15 THEN 'counter' WHEN 23 THEN 'agency' WHEN 27 THEN 'field' WHEN 29 THEN 'procedure' ELSE 'person' END,
             day, COALESCE(counter_id, agency_id, field_id, procedure_id, person_id, 0), 1, %2$s
        FROM centre.workload_fact
       WHERE day >= $1 AND day < $2
       GROUP BY day, GROUPING SETS ((), (counter_id), (agency_id), (field_id), (procedure_id), (person_id))$sql$,
    centre.workload_columns(), centre.workload_sums()) USING since, until;
  -- Weeks reach into the months beside.
  FOREACH wider IN ARRAY ARRAY['week', 'month'] LOOP
    EXECUTE format($sql$
      INSERT INTO centre.workload_sum (grain, part, start, key_id, days, %1$s)
        SELECT $3, part, date_trunc($3, start)::date, key_id, sum(days), %2$s
          FROM centre.workload_sum
         WHERE grain = 'day' AND start >= date_trunc($3, $1) AND start < date_trunc($3, $2 + CASE $3 WHEN 'week' THEN 6 ELSE 0 END)
         GROUP BY 1, 2, 3, 4$sql$,
      centre.workload_columns(), centre.workload_sums()) USING since, until, wider;
  END LOOP;
  EXECUTE format($sql$
    INSERT INTO centre.workload_sum (grain, part, start, weekday, slot, key_id, days, %1$s)
      SELECT 'slot', 'none', date_trunc('month', day)::date, extract(isodow FROM day)::int, slot, 0, count(DISTINCT day), %2$s
        FROM centre.workload_fact
       WHERE slot IS NOT NULL AND day >= $1 AND day < $2
       GROUP BY 3, 4, 5$sql$,
    centre.workload_columns(), centre.workload_sums()) USING since, until;
END
$$;
COMMENT ON FUNCTION centre.refresh_workload(date, date) IS
  'Makes the sums of the months of these days anew from the facts in force; null for a bound: from the first, to the last.';

CREATE FUNCTION centre.file_changed() RETURNS trigger
  LANGUAGE plpgsql SECURITY DEFINER
  SET search_path = pg_catalog, pg_temp
  AS $$
DECLARE
  days daterange;
BEGIN
  IF TG_OP = 'DELETE' THEN
    PERFORM centre.refresh_workload(NULL, NULL);
    RETURN NULL;
  END IF;
  EXECUTE format('SELECT daterange(min(day), max(day), ''[]'') FROM centre.%I WHERE file_id = $1 HAVING count(*) > 0', NEW.kind || '_count')
    INTO days USING NEW.id;
  IF days IS NOT NULL THEN
    PERFORM centre.refresh_workload(lower(days), upper(days) - 1);
  END IF;
  RETURN NULL;
END
$$;
COMMENT ON FUNCTION centre.file_changed() IS 'When a file has come or gone, at the end of the transaction: the sums of its months.';
CREATE CONSTRAINT TRIGGER sums AFTER INSERT OR UPDATE OF state ON centre.workload_file DEFERRABLE INITIALLY DEFERRED
  FOR EACH ROW EXECUTE FUNCTION centre.file_changed();
CREATE TRIGGER sums_gone AFTER DELETE ON centre.workload_file FOR EACH STATEMENT EXECUTE FUNCTION centre.file_changed();

CREATE FUNCTION centre.workload_rows(first date, after date, bucket text, part text, only_part text DEFAULT NULL, only_id bigint DEFAULT NULL)
  RETURNS TABLE (start date, slot int, key_id bigint, days int,
                 received bigint, early bigint, on_time bigint, overdue bigint, returned bigint, digital bigint, process_minutes bigint, open_late
                 bigint, arrived bigint, served bigint, no_show bigint, incomplete bigint, unserved bigint, above_level bigint,
                 wait_seconds bigint, wait_max bigint, service_seconds bigint, service_max bigint, wait_histogram bigint[],
                 very_satisfied bigint, satisfied bigint, neutral bigint, dissatisfied bigint, very_dissatisfied bigint, burst
                 bigint)
  LANGUAGE plpgsql STABLE SECURITY DEFINER
  SET search_path = pg_catalog, pg_temp
  AS $$
DECLARE
  parts text[] := ARRAY['none', 'counter', 'agency', 'field', 'procedure', 'person'];
  by_slot boolean := part = 'weekday_slot';
  -- Whole weeks or months are read as such, what is left at both ends by days.
  wide text := CASE WHEN bucket = 'week' THEN 'week' WHEN bucket IN ('month', 'year', 'whole') THEN 'month' END;
  since date := (date_trunc(wide, first - 1) + ('1 ' || wide)::interval)::date;
  until date := date_trunc(wide, after)::date;
  at text := CASE WHEN bucket IN ('half_hour', 'day') THEN '%s' WHEN bucket IN ('week', 'month', 'year') THEN format('date_trunc(%L, %%s)::date', bucket)
                  WHEN bucket = 'whole' THEN '$1' END;
BEGIN
  PERFORM centre.require('director', 'deputy', 'roster_office', 'supervision', 'viewer', 'technician');
  IF 'person' IN (part, COALESCE(only_part, part)) THEN
    PERFORM centre.require('director', 'deputy', 'roster_office', 'supervision');
  END IF;
  IF at IS NULL OR NOT (by_slot OR part = ANY (parts)) OR only_part <> ALL (parts[2:]) THEN
    RAISE EXCEPTION 'there is no workload per %, by %, of %', bucket, part, only_part
      USING ERRCODE = 'MC002', CONSTRAINT = 'workload_question';
  END IF;
  IF wide IS NULL OR since >= until THEN
    since := after;
    until := after;
  END IF;

  IF bucket = 'half_hour' OR by_slot AND (only_part IS NOT NULL OR wide <> 'month' OR since <> first OR until <> after) OR NOT by_slot AND COALESCE(only_part, part) <> part THEN
    RETURN QUERY EXECUTE format(
      'SELECT %s, %s, %s, count(DISTINCT day)::int, %s FROM centre.workload_fact
        WHERE day >= $1 AND day < $2 AND %s AND %s GROUP BY 1, 2, 3 ORDER BY 1, 2, 3',
      format(at, 'day'), CASE WHEN bucket = 'half_hour' OR by_slot THEN 'slot' ELSE '-1' END,
      CASE WHEN by_slot THEN 'extract(isodow FROM day)::bigint' WHEN part = 'none' THEN '0::bigint' ELSE format('COALESCE(%I, 0)', part || '_id') END,
      centre.workload_sums(), CASE WHEN bucket = 'half_hour' OR by_slot THEN 'slot IS NOT NULL' ELSE 'true' END,
      CASE WHEN only_part IS NULL THEN 'true' ELSE format('COALESCE(%I, 0) = $3', only_part || '_id') END)
      USING first, after, only_id;
  ELSIF by_slot THEN
    RETURN QUERY EXECUTE format(
      'SELECT %s, slot, weekday::bigint, sum(days)::int, %s FROM centre.workload_sum
        WHERE grain = ''slot'' AND part = ''none'' AND start >= $1 AND start < $2 GROUP BY 1, 2, 3 ORDER BY 1, 2, 3',
      format(at, 'start'), centre.workload_sums())
      USING first, after;
  ELSIF bucket = 'day' OR bucket IN ('week', 'month') AND since = first AND until = after THEN
    RETURN QUERY EXECUTE format(
      'SELECT start, -1, key_id, days, %s FROM centre.workload_sum
        WHERE grain = $3 AND part = $4 AND start >= $1 AND start < $2 AND ($5 IS NULL OR key_id = $5) ORDER BY start, key_id',
      replace(regexp_replace(centre.workload_columns(), '\w+', '\&::bigint', 'g'), 'wait_histogram::bigint', 'wait_histogram::bigint[]'))
      USING first, after, bucket, part, CASE WHEN only_part IS NOT NULL THEN only_id END;
  ELSE
    RETURN QUERY EXECUTE format(
      'SELECT %s, -1, key_id, sum(days)::int, %s FROM (
         SELECT * FROM centre.workload_sum WHERE grain = $7 AND part = $5 AND start >= $3 AND start < $4
         UNION ALL
         SELECT * FROM centre.workload_sum
          WHERE grain = ''day'' AND part = $5 AND (start >= $1 AND start < $3 AND start < $2 OR start >= $4 AND start < $2)) x
        WHERE $6 IS NULL OR key_id = $6
        GROUP BY 1, 3 ORDER BY 1, 3',
      format(at, 'start'), centre.workload_sums())
      USING first, after, since, until, part, CASE WHEN only_part IS NOT NULL THEN only_id END, wide;
  END IF;
END
$$;
COMMENT ON FUNCTION centre.workload_rows(date, date, text, text, text, bigint) IS
  'What came and was done in the days from the first to before the last, per half_hour, day, week (from Monday), month, year or whole, by none, counter, agency, field, procedure, person (not for viewers) or weekday_slot (key: weekday); only_part and only_id: of one counter, agency … alone. slot is -1 where not asked for; key 0: not known.';

-- The sample goes with its facts.
CREATE FUNCTION centre.remove_sample_workload() RETURNS void
  LANGUAGE plpgsql SECURITY DEFINER
  SET search_path = pg_catalog, pg_temp
  AS $$
BEGIN
  PERFORM centre.require('director');
  PERFORM set_config('centre.removing_sample', 'on', true);
  DELETE FROM centre.workload_file WHERE is_sample;
  DELETE FROM centre.workload_source s WHERE s.is_sample AND NOT EXISTS (SELECT FROM centre.workload_file f WHERE f.source_id = s.id);
  -- Real figures lose the invented officer, and make real the counter and the procedure that they are of.
  UPDATE centre.dossier_count c SET person_id = NULL FROM centre.person p WHERE p.id = c.person_id AND p.is_sample;
  UPDATE centre.ticket_count c SET person_id = NULL FROM centre.person p WHERE p.id = c.person_id AND p.is_sample;
  UPDATE centre.rating_count c SET person_id = NULL FROM centre.person p WHERE p.id = c.person_id AND p.is_sample;
  UPDATE centre.counter k SET is_sample = false
   WHERE k.is_sample AND (EXISTS (SELECT FROM centre.dossier_count c WHERE c.counter_id = k.id)
                          OR EXISTS (SELECT FROM centre.ticket_count c WHERE c.counter_id = k.id)
                          OR EXISTS (SELECT FROM centre.rating_count c WHERE c.counter_id = k.id));
  UPDATE centre.procedure k SET is_sample = false
   WHERE k.is_sample AND EXISTS (SELECT FROM centre.dossier_count c WHERE c.procedure_id = k.id);
  PERFORM set_config('centre.removing_sample', '', true);
END
$$;
COMMENT ON FUNCTION centre.remove_sample_workload() IS 'Part of centre.remove_sample(): invented figures, and invented officers out of real ones.';

CREATE OR REPLACE FUNCTION centre.remove_sample() RETURNS int
  LANGUAGE plpgsql
  AS $$
BEGIN
  PERFORM centre.remove_sample_workload();
  PERFORM centre.remove_sample_rosters();
  PERFORM centre.remove_sample_plan();
  RETURN centre.remove_sample_people();
END
$$;
COMMENT ON FUNCTION centre.remove_sample() IS
  'Removes all that is marked as a sample: figures, people with whatever hangs on them, rosters, counters, things and the floor plan; returns the number of people. Director only.';

RESET ROLE;
