-- SPDX-License-Identifier: GPL-3.0-or-later
-- Wrong states of rosters that a client with a prompt could bring about: each is refused, whoever asks.
\ir support/sample-rosters.psql
CREATE FUNCTION pg_temp.try(who text, statement text, outcome text, what text) RETURNS text
  LANGUAGE sql AS $$ SELECT is(tap.would('motcua_' || who, statement), outcome, what) $$;
CREATE FUNCTION pg_temp.of(wanted text) RETURNS bigint LANGUAGE sql AS $$ SELECT id FROM centre.person WHERE full_name = wanted $$;
CREATE FUNCTION pg_temp.n(wanted int) RETURNS bigint LANGUAGE sql AS $$ SELECT min(id) FROM centre.counter WHERE number = wanted $$;

-- A draft keeps its cells within its days.
INSERT INTO centre.roster (during, title) VALUES ('[2026-12-01,2027-01-01)', 'Tháng 12');
CREATE TEMP TABLE r AS SELECT max(id) AS id FROM centre.roster;
INSERT INTO centre.roster_cell (roster_id, person_id, day, session, counter_id)
  SELECT r.id, a.person_id, d::date, 'morning', a.counter_id
    FROM r, centre.counter_assignment a, unnest(ARRAY['2026-12-01', '2026-12-21']::date[]) d
   WHERE a.role = 'primary' AND a.during @> d;
SELECT pg_temp.try('roster_office', format('UPDATE centre.roster SET during = ''[2026-12-01,2026-12-15)'' WHERE id = %s', (SELECT id FROM r)),
                   'MC002 roster_cell_within_roster', 'a draft is not cut under its cells');
SELECT pg_temp.try('roster_office', format('UPDATE centre.roster SET during = ''[2026-12-01,2026-12-23)'' WHERE id = %s', (SELECT id FROM r)),
                   'ok', 'it is where there are none');

-- What is needed for a campaign may be seated.
CREATE FUNCTION pg_temp.publish(id bigint) RETURNS text LANGUAGE sql AS $$
  SELECT string_agg(format('UPDATE centre.roster SET state = %L WHERE id = %s', s, id), ';') FROM unnest(ARRAY['submitted', 'approved', 'published']) s $$;
CREATE TEMP TABLE crowd AS
  SELECT k.id AS counter, k.seats, array_agg(t.person_id ORDER BY t.person_id) AS people
    FROM centre.counter k, centre.tour t
   WHERE k.id = pg_temp.n(3) AND t.during @> '[2026-12-01,2026-12-23)'::daterange AND t.role = 'primary'
     AND NOT EXISTS (SELECT FROM centre.counter_assignment a WHERE a.person_id = t.person_id)
     AND NOT EXISTS (SELECT FROM centre.absence a WHERE a.person_id = t.person_id)
   GROUP BY k.id, k.seats;
CREATE FUNCTION pg_temp.seat(n int) RETURNS text LANGUAGE sql AS $$
  SELECT format('INSERT INTO centre.roster_cell (roster_id, person_id, day, session, counter_id)
                 SELECT %s, p, ''2026-12-02'', ''morning'', %s FROM unnest(%L::bigint[]) p', (SELECT id FROM r), counter, people[1:n]) FROM crowd $$;
SELECT cmp_ok((SELECT cardinality(people) - seats FROM crowd), '>', 3, 'there are people to spare');
INSERT INTO centre.demand (counter_id, kind, half, seats, note, during)
  SELECT counter, 'extra', 'morning', 2, 'Đợt cao điểm', '[2026-12-02,2026-12-03)' FROM crowd;
SELECT pg_temp.try('director', pg_temp.seat((SELECT seats + 2 FROM crowd)) || ';' || pg_temp.publish((SELECT id FROM r)), 'ok',
                   'as many as the counter and the extra need');
SELECT pg_temp.try('director', pg_temp.seat((SELECT seats + 3 FROM crowd)) || ';' || pg_temp.publish((SELECT id FROM r)), 'MC002 roster_within_seats',
                   'and not one more');
DO $$ BEGIN EXECUTE pg_temp.publish((SELECT id FROM r)); END $$;

-- An amendment is held to what a roster is held to.
CREATE FUNCTION pg_temp.amend(people bigint[], day date, counter bigint) RETURNS text LANGUAGE sql AS $$
  SELECT format('INSERT INTO centre.roster_amendment (roster_id, reason) VALUES (%1$s, ''Thử'');
    INSERT INTO centre.roster_cell (roster_id, amendment_id, person_id, day, session, counter_id)
      SELECT %1$s, max(a.id), p, %3$L, ''morning'', %4$s FROM centre.roster_amendment a, unnest(%2$L::bigint[]) p WHERE a.roster_id = %1$s GROUP BY p',
    (SELECT id FROM r), people, day, counter) $$;
SELECT pg_temp.try('roster_office', pg_temp.amend((SELECT people[1:1] FROM crowd), '2026-12-03', (SELECT counter FROM crowd)), 'ok', 'one moves');
SELECT pg_temp.try('roster_office', pg_temp.amend((SELECT people[1:seats + 1] FROM crowd), '2026-12-03', (SELECT counter FROM crowd)),
                   'MC002 roster_within_seats', 'an amendment seats nobody beside the seats');
INSERT INTO centre.absence (person_id, during) SELECT people[1], '[2026-12-04,2026-12-05)' FROM crowd;
SELECT pg_temp.try('roster_office', pg_temp.amend((SELECT people[1:1] FROM crowd), '2026-12-04', (SELECT counter FROM crowd)),
                   'MC002 roster_keeps_leave', 'nor who is away');
INSERT INTO centre.absence (person_id, during, state) SELECT people[2], '[2026-12-04,2026-12-05)', 'requested' FROM crowd;
SELECT pg_temp.try('roster_office', pg_temp.amend((SELECT people[2:2] FROM crowd), '2026-12-04', (SELECT counter FROM crowd)), 'ok',
                   'who has only asked may be');
-- A chair that is empty elsewhere is no reason to refuse: it is what the next amendment is for.
INSERT INTO centre.absence (person_id, during) SELECT a.person_id, '[2026-12-21,2026-12-22)' FROM centre.counter_assignment a
  WHERE a.role = 'primary' AND a.during @> '2026-12-21'::date ORDER BY a.id LIMIT 1;
SELECT pg_temp.try('roster_office', pg_temp.amend((SELECT people[3:3] FROM crowd), '2026-12-03', (SELECT counter FROM crowd)), 'ok', 'one wrong at a time is mended');

-- Taking the sample away takes the sample away, and no word of a real roster.
DO $$ BEGIN EXECUTE pg_temp.amend((SELECT people[4:4] FROM crowd), '2026-12-03', (SELECT counter FROM crowd)); END $$;
INSERT INTO centre.person (full_name, sex, employment) VALUES ('Người Có Thật', 'female', 'civil_servant');
INSERT INTO centre.tour (person_id, agency_id, kind, during, decision_no, decision_date)
  SELECT pg_temp.of('Người Có Thật'), t.agency_id, t.kind, t.during, 'Thử', lower(t.during) FROM centre.tour t WHERE t.person_id = (SELECT people[4] FROM crowd);
SELECT pg_temp.try(g, 'SET LOCAL centre.removing_sample = ''on''; DELETE FROM centre.roster_amendment', 'MC003 roster_amendment_stays',
                   g || ' takes no amendment out of a real roster') FROM unnest(ARRAY['director', 'deputy']) g;

-- Swaps
CREATE TEMP TABLE s AS SELECT people[5] AS one, people[6] AS other FROM crowd;
INSERT INTO centre.roster_swap (roster_id, person_id, day, session, other_person_id, other_day, other_session, reason)
  SELECT (SELECT id FROM r), one, '2026-12-01', 'morning', other, '2026-12-03', 'morning', 'việc nhà' FROM s;
SELECT pg_temp.try('roster_office', 'UPDATE centre.roster_swap SET day = ''2027-05-01''', 'MC002 roster_swap_of_published', 'a swap does not leave its roster');
SELECT pg_temp.try('director', format('UPDATE centre.roster_swap SET state = ''approved'', amendment_id = (SELECT min(id) FROM centre.roster_amendment WHERE roster_id = %s)', (SELECT id FROM r)),
                   'ok', 'it is carried out by an amendment of its roster');
INSERT INTO centre.roster_amendment (roster_id, reason) SELECT min(id), 'Lịch khác' FROM centre.roster;
SELECT pg_temp.try('director', format('UPDATE centre.roster_swap SET state = ''approved'', amendment_id = (SELECT min(id) FROM centre.roster_amendment WHERE roster_id <> %s)', (SELECT id FROM r)),
                   'MC002 roster_swap_amended', 'of no other');
SELECT pg_temp.try('director', format('UPDATE centre.roster_swap SET state = ''refused'', answer = ''Không'', amendment_id = (SELECT min(id) FROM centre.roster_amendment WHERE roster_id = %s)', (SELECT id FROM r)),
                   'MC002 roster_swap_amended', 'and what is refused by none');
UPDATE centre.roster_swap SET state = 'refused', answer = 'Thiếu người ngày ấy';
SELECT pg_temp.try('director', 'UPDATE centre.roster_swap SET amendment_id = (SELECT min(id) FROM centre.roster_amendment)', 'MC003 roster_swap_decided', 'a decision stays');

-- Who leaves is forgotten, decided swaps and all.
SELECT lives_ok($$UPDATE centre.person SET anonymised_on = '2026-11-24' WHERE id = (SELECT one FROM s)$$, 'a person with a decided swap is made anonymous');
SELECT is((SELECT reason FROM centre.roster_swap), NULL, 'and what was said is gone');
SELECT finish();
ROLLBACK;
