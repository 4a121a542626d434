-- SPDX-License-Identifier: GPL-3.0-or-later
-- The state on a day: agencies, staff, seats, head count. All run in the rights of the caller.

SET LOCAL ROLE motcua_owner;

CREATE FUNCTION centre.today() RETURNS date
  LANGUAGE sql STABLE
  RETURN (now() AT TIME ZONE 'Asia/Ho_Chi_Minh')::date;
COMMENT ON FUNCTION centre.today() IS 'The day in Cần Thơ, whatever the time zone of the session.';

CREATE FUNCTION centre.whoami(OUT login text, OUT group_role text, OUT display_name text, OUT person_id bigint)
  LANGUAGE sql STABLE
  BEGIN ATOMIC
    SELECT centre.login(), centre.group_role(), a.display_name, a.person_id
      FROM (SELECT 1) one LEFT JOIN centre.account a ON a.login = centre.login();
  END;
COMMENT ON FUNCTION centre.whoami() IS 'Who is signed in: login, group, name and person of the account (null where there is none).';

CREATE FUNCTION centre.successor_of(agency bigint, as_of date) RETURNS bigint
  LANGUAGE sql STABLE
  BEGIN ATOMIC
    WITH RECURSIVE chain (id, depth) AS (
      SELECT agency, 0
      UNION ALL
      SELECT s.successor_id, c.depth + 1
        FROM chain c JOIN centre.agency_succession s ON s.predecessor_id = c.id
       WHERE s.is_main AND s.effective <= as_of AND c.depth < 32
    )
    SELECT id FROM chain ORDER BY depth DESC LIMIT 1;
  END;
COMMENT ON FUNCTION centre.successor_of(bigint, date) IS
  'The agency that on the day stands where this one stood, through all main successions; the agency itself if it still stands.';

CREATE FUNCTION centre.agency_at(as_of date)
  RETURNS TABLE (id bigint, version int, code text, name text, short_name text, kind text, receives boolean,
                 standby_duty boolean, is_office boolean, address text, email text, phone text, letter_to text,
                 note text, during daterange, quota int, present int, standby int, others int)
  LANGUAGE sql STABLE
  BEGIN ATOMIC
    SELECT a.id, a.version, a.code, COALESCE(n.name, a.code), COALESCE(n.short_name, a.code), a.kind, a.receives,
           a.standby_duty, a.is_office, a.address, a.email, a.phone, a.letter_to, a.note, a.during,
           COALESCE(q.officers, 0), COALESCE(t.present, 0), COALESCE(t.standby, 0), COALESCE(t.others, 0)
      FROM centre.agency a
      LEFT JOIN centre.agency_name n ON n.agency_id = a.id AND n.during @> as_of
      LEFT JOIN centre.agency_quota q ON q.agency_id = a.id AND q.during @> as_of
      LEFT JOIN (
        SELECT agency_id,
               (count(*) FILTER (WHERE role = 'primary' AND kind = 'seconded'))::int AS present,
               (count(*) FILTER (WHERE role = 'standby'))::int AS standby,
               (count(*) FILTER (WHERE role = 'primary' AND kind <> 'seconded'))::int AS others
          FROM centre.tour WHERE tour.during @> as_of GROUP BY agency_id
      ) t ON t.agency_id = a.id
     WHERE a.during @> as_of
     ORDER BY a.receives DESC, COALESCE(n.name, a.code) COLLATE "vi-x-icu", a.id;
  END;
COMMENT ON FUNCTION centre.agency_at(date) IS
  'The agencies that exist on the day, with name, quota, officers present (they count for the quota), standbys, and others (the centre''s own and supervisors).';

CREATE FUNCTION centre.staff_at(as_of date)
  RETURNS TABLE (person_id bigint, version int, full_name text, family_name text, middle_name text, given_name text,
                 sort_key text, search_key text, sex text, title_prefix text, public_phone text, email text, photo_id bigint,
                 rank_id bigint, rank_code text, rank_name text, employment text, is_sample boolean, joined_state_service date,
                 home_agency_id bigint, home_agency_code text, home_agency_name text,
                 appointment_id bigint, seat_id bigint, post_id bigint, post_code text, post_name text,
                 section_id bigint, section_code text, section_name text, concurrent_posts text[],
                 tour_id bigint, tour_version int, tour_agency_id bigint, tour_agency_code text, tour_agency_name text,
                 tour_kind text, tour_role text, tour_from date, tour_until date, planned_until date, end_reason text,
                 decision_no text, decision_date date, chain_from date, chain_until date, days_left int, field_codes text[], state text)
  LANGUAGE sql STABLE
  BEGIN ATOMIC
    WITH RECURSIVE chain (tour_id, id, replaces, since) AS (
      SELECT t.id, t.id, t.replaces_tour_id, lower(t.during) FROM centre.tour t WHERE t.during @> as_of
      UNION ALL
      -- A tour cut in two by a merger is one term in law.
      SELECT c.tour_id, b.id, b.replaces_tour_id, lower(b.during)
        FROM chain c
        JOIN centre.tour a ON a.id = c.id
        JOIN centre.tour b ON b.id = c.replaces AND b.person_id = a.person_id AND b.end_reason = 'merged'
    ), onward (tour_id, id, until, merged) AS (
      SELECT t.id, t.id, upper(t.during), t.end_reason IS NOT DISTINCT FROM 'merged' FROM centre.tour t WHERE t.during @> as_of
      UNION ALL
      SELECT o.tour_id, b.id, upper(b.during), b.end_reason IS NOT DISTINCT FROM 'merged'
        FROM onward o
        JOIN centre.tour a ON a.id = o.id
        JOIN centre.tour b ON b.replaces_tour_id = o.id AND b.person_id = a.person_id
       WHERE o.merged
    )
    SELECT p.id, p.version, p.full_name, p.family_name, p.middle_name, p.given_name, p.sort_key, p.search_key, p.sex,
           p.title_prefix, p.public_phone, p.email, p.photo_id, p.rank_id, r.code, r.name, p.employment, p.is_sample,
           p.joined_state_service, h.agency_id, ha.code, COALESCE(hn.short_name, ha.code),
           m.id, m.seat_id, m.post_id, m.post_code, m.post_name, m.section_id, m.section_code, m.section_name, cp.posts,
           t.id, t.version, t.agency_id, ta.code, COALESCE(tn.short_name, ta.code), t.kind, t.role, lower(t.during),
           upper(t.during), t.planned_until, t.end_reason, t.decision_no, t.decision_date, ch.since,
           on_to.until, on_to.until - as_of, f.codes,
           CASE WHEN t.role = 'primary' THEN 'present' WHEN t.role = 'standby' THEN 'standby'
                WHEN o.past THEN 'ended' WHEN o.future THEN 'planned' ELSE 'none' END
      FROM centre.person p
      LEFT JOIN centre.rank r ON r.id = p.rank_id
      LEFT JOIN centre.home_agency h ON h.person_id = p.id AND h.during @> as_of
      LEFT JOIN centre.agency ha ON ha.id = h.agency_id
      LEFT JOIN centre.agency_name hn ON hn.agency_id = h.agency_id AND hn.during @> as_of
      LEFT JOIN centre.tour t ON t.person_id = p.id AND t.during @> as_of
      LEFT JOIN centre.agency ta ON ta.id = t.agency_id
      LEFT JOIN centre.agency_name tn ON tn.agency_id = t.agency_id AND tn.during @> as_of
      LEFT JOIN (SELECT tour_id, min(since) AS since FROM chain GROUP BY tour_id) ch ON ch.tour_id = t.id
      LEFT JOIN (SELECT DISTINCT ON (tour_id) tour_id, until FROM onward ORDER BY tour_id, until DESC NULLS FIRST) on_to ON on_to.tour_id = t.id
      LEFT JOIN (
        SELECT ap.id, ap.person_id, ap.seat_id, po.id AS post_id, po.code AS post_code, po.name AS post_name,
               se.id AS section_id, se.code AS section_code, se.name AS section_name
          FROM centre.appointment ap
          JOIN centre.seat s ON s.id = ap.seat_id
          JOIN centre.post po ON po.id = s.post_id
          LEFT JOIN centre.section se ON se.id = po.section_id
         WHERE ap.during @> as_of AND NOT ap.concurrent
      ) m ON m.person_id = p.id
      LEFT JOIN (
        SELECT ap.person_id, array_agg(po.code ORDER BY po.sort_order) AS posts
          FROM centre.appointment ap JOIN centre.seat s ON s.id = ap.seat_id JOIN centre.post po ON po.id = s.post_id
         WHERE ap.during @> as_of AND ap.concurrent GROUP BY ap.person_id
      ) cp ON cp.person_id = p.id
      LEFT JOIN (
        SELECT fc.person_id, array_agg(fi.code ORDER BY fi.code) AS codes
          FROM centre.field_competence fc JOIN centre.field fi ON fi.id = fc.field_id
         WHERE fc.during @> as_of GROUP BY fc.person_id
      ) f ON f.person_id = p.id
      LEFT JOIN (
        SELECT tour.person_id, bool_or(upper(tour.during) <= as_of) AS past, bool_or(lower(tour.during) > as_of) AS future
          FROM centre.tour GROUP BY tour.person_id
      ) o ON o.person_id = p.id
     ORDER BY p.sort_key, p.id;
  END;
COMMENT ON FUNCTION centre.staff_at(date) IS
  'One row per person, with names, home agency, main post and the tour of that day (null without one). state: present, standby, ended, planned, none. chain_from and chain_until: the term through mergers; days_left counts to its end. Ends are the first day when no longer here.';

CREATE FUNCTION centre.seats_at(as_of date)
  RETURNS TABLE (seat_id bigint, number int, post_id bigint, post_code text, post_name text, concurrent boolean, part_time boolean,
                 section_id bigint, section_code text, section_name text, origin_agency_id bigint, origin_agency_code text,
                 origin_note text, appointment_id bigint, person_id bigint, full_name text)
  LANGUAGE sql STABLE
  BEGIN ATOMIC
    SELECT s.id, s.number, po.id, po.code, po.name, po.concurrent, po.part_time, se.id, se.code, se.name, a.id, a.code,
           s.origin_note, ap.id, pe.id, pe.full_name
      FROM centre.seat s
      JOIN centre.post po ON po.id = s.post_id
      LEFT JOIN centre.section se ON se.id = po.section_id
      LEFT JOIN centre.agency a ON a.id = centre.successor_of(s.origin_agency_id, as_of)
      LEFT JOIN centre.appointment ap ON ap.seat_id = s.id AND ap.during @> as_of
      LEFT JOIN centre.person pe ON pe.id = ap.person_id
     WHERE s.during @> as_of
     ORDER BY se.sort_order NULLS FIRST, po.sort_order, s.number;
  END;
COMMENT ON FUNCTION centre.seats_at(date) IS 'Every seat of the day with its post, the agency that now fills it, and who holds it.';

CREATE FUNCTION centre.headcount_at(as_of date) RETURNS jsonb
  LANGUAGE sql STABLE
  BEGIN ATOMIC
    WITH seats AS MATERIALIZED (SELECT * FROM centre.seats_at(as_of)),
         agencies AS MATERIALIZED (SELECT * FROM centre.agency_at(as_of))
    SELECT jsonb_build_object(
      'as_of', as_of,
      'posts', (SELECT count(*) FROM seats),
      'heads', (SELECT count(*) FROM seats WHERE NOT concurrent),
      'quota', (SELECT COALESCE(sum(quota), 0) FROM agencies),
      'present', (SELECT COALESCE(sum(present), 0) FROM agencies),
      'standby', (SELECT COALESCE(sum(standby), 0) FROM agencies),
      'others', (SELECT COALESCE(sum(others), 0) FROM agencies),
      'filled', (SELECT count(person_id) FROM seats WHERE NOT concurrent),
      'sections', (SELECT COALESCE(jsonb_agg(jsonb_build_object('code', se.code, 'name', se.name, 'ceiling', se.ceiling,
                            'seats', (SELECT count(*) FROM seats s WHERE s.section_id = se.id AND NOT s.concurrent),
                            'filled', (SELECT count(s.person_id) FROM seats s WHERE s.section_id = se.id AND NOT s.concurrent))
                            ORDER BY se.sort_order), '[]')
                     FROM centre.section se WHERE se.during @> as_of),
      'agencies', (SELECT COALESCE(jsonb_agg(jsonb_build_object('code', a.code, 'name', a.name, 'receives', a.receives,
                            'quota', a.quota, 'present', a.present, 'standby', a.standby)
                            ORDER BY a.receives DESC, a.name COLLATE "vi-x-icu"), '[]') FROM agencies a));
  END;
COMMENT ON FUNCTION centre.headcount_at(date) IS
  'Head count of the day: posts (all seats), heads (without concurrent posts), quota, present and standby over the agencies; sections; agencies.';

RESET ROLE;
