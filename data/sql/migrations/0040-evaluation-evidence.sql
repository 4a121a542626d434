-- SPDX-License-Identifier: GPL-3.0-or-later
-- Evidence gathers itself: who is evaluated in a cycle, and what the other tables say of each.

SET LOCAL ROLE motcua_owner;

UPDATE centre.setting SET note = 'Từ số lượt bấm dồn này trong kỳ (các lượt liền nhau trên cùng một thiết bị) thì cảnh báo, cần xem lại trước khi dùng tỷ lệ hài lòng. Trung tâm tự đặt.'
 WHERE key = 'evaluation.burst_ratings';
-- Who worked less than six months in the year is told by the home agency, not by the days here.
UPDATE centre.evaluation_scheme SET params = params - 'min_months' WHERE params ? 'min_months';

CREATE FUNCTION centre.open_evaluations(wanted bigint, only_scheme text DEFAULT NULL, only_person bigint DEFAULT NULL) RETURNS int
  LANGUAGE plpgsql
  AS $$
DECLARE
  result int;
BEGIN
  INSERT INTO centre.evaluation (cycle_id, person_id, scheme_id)
    SELECT c.id, p.id, s.id
      FROM centre.evaluation_cycle c
      JOIN centre.evaluation_scheme s ON s.during @> upper(c.during) - 1 AND (only_scheme IS NULL OR s.code = only_scheme)
       AND CASE c.kind WHEN 'month' THEN s.monthly WHEN 'quarter' THEN s.quarterly ELSE s.yearly END
      JOIN centre.person p ON p.anonymised_on IS NULL AND (s.employment IS NULL OR s.employment = p.employment) AND (only_person IS NULL OR p.id = only_person)
     WHERE c.id = wanted
       AND EXISTS (SELECT FROM centre.tour t WHERE t.person_id = p.id AND t.role = 'primary' AND t.kind <> 'supervision' AND t.during && c.during)
       -- The leaders of the centre are rated by the Office.
       AND EXISTS (SELECT FROM centre.appointment a JOIN centre.seat x ON x.id = a.seat_id JOIN centre.post o ON o.id = x.post_id
                    WHERE a.person_id = p.id AND a.during && c.during AND o.section_id IS NOT NULL)
       AND NOT EXISTS (SELECT FROM centre.appointment a JOIN centre.seat x ON x.id = a.seat_id JOIN centre.post o ON o.id = x.post_id
                        WHERE a.person_id = p.id AND a.during && c.during AND NOT a.concurrent AND o.section_id IS NULL)
       -- Counter scores are of those who receive dossiers.
       AND (s.kind <> 'statutory_counter' OR EXISTS (SELECT FROM centre.counter_assignment a WHERE a.person_id = p.id AND a.during && c.during))
       AND NOT EXISTS (SELECT FROM centre.evaluation e WHERE e.cycle_id = c.id AND e.person_id = p.id AND e.scheme_id = s.id)
     ORDER BY s.id, p.sort_key, p.id;
  GET DIAGNOSTICS result = ROW_COUNT;
  RETURN result;
END
$$;
COMMENT ON FUNCTION centre.open_evaluations(bigint, text, bigint) IS
  'Opens the evaluations of a cycle that are not there yet, by the schemes in force on its last day; returns how many. For the leaders.';

CREATE FUNCTION centre.add_evidence(e centre.evaluation, sources text[], from_table text, found jsonb, weighing jsonb DEFAULT '[]') RETURNS void
  LANGUAGE sql
  BEGIN ATOMIC
    INSERT INTO centre.evaluation_evidence (evaluation_id, criterion_id, figures, source_table, source_rows)
      SELECT (e).id, c.id, found, from_table, COALESCE(weighing, '[]')
        FROM centre.evaluation_criterion c
       WHERE c.scheme_id = (e).scheme_id AND c.source = ANY (sources) AND found IS NOT NULL
       ORDER BY c.id;
  END;
COMMENT ON FUNCTION centre.add_evidence(centre.evaluation, text[], text, jsonb, jsonb) IS 'Part of centre.gather_evidence(): figures and rows, to each criterion that asks for them.';

CREATE FUNCTION centre.gather_presence(e centre.evaluation, span daterange) RETURNS void
  LANGUAGE plpgsql
  AS $$
DECLARE
  v record;
BEGIN
  SELECT jsonb_build_object('sessions', count(*), 'late', count(*) FILTER (WHERE a.state = 'late'), 'early_leave', count(*) FILTER (WHERE a.state = 'early_leave'),
                            'unexcused', count(*) FILTER (WHERE a.state = 'unexcused'), 'excused', count(*) FILTER (WHERE a.state = 'absent_excused')) AS found,
         jsonb_agg(a.id ORDER BY a.day, a.id) FILTER (WHERE a.state IN ('late', 'early_leave', 'unexcused')) AS weighing INTO v
    FROM centre.attendance a WHERE a.person_id = e.person_id AND span @> a.day HAVING count(*) > 0;
  PERFORM centre.add_evidence(e, ARRAY['attendance'], 'attendance', v.found, v.weighing);

  -- Where the roster said to be, and whether the person came.
  SELECT jsonb_build_object('rostered', count(*), 'kept', count(*) FILTER (WHERE a.state IS DISTINCT FROM 'unexcused'),
                            'missed', count(*) FILTER (WHERE a.state = 'unexcused')) AS found,
         jsonb_agg(c.id ORDER BY c.day, c.id) FILTER (WHERE a.state = 'unexcused') AS weighing INTO v
    FROM centre.roster r
    CROSS JOIN LATERAL centre.roster_cells_now(r.id) c
    LEFT JOIN centre.attendance a ON a.person_id = c.person_id AND a.day = c.day AND a.session = c.session
   WHERE r.state IN ('published', 'amended') AND r.during && span AND c.person_id = e.person_id AND span @> c.day AND c.day <= centre.today()
     AND num_nonnulls(c.counter_id, c.duty_id) > 0 HAVING count(*) > 0;
  PERFORM centre.add_evidence(e, ARRAY['roster'], 'roster_cell', v.found, v.weighing);

  SELECT jsonb_build_object('days', sum(upper(a.during * span) - lower(a.during * span)), 'courses', count(*)) AS found,
         jsonb_agg(a.id ORDER BY a.id) AS weighing INTO v
    FROM centre.absence a JOIN centre.absence_reason q ON q.absence_id = a.id AND q.kind = 'training'
   WHERE a.person_id = e.person_id AND a.during && span AND centre.absence_counts(a.state, a.home_word) HAVING count(*) > 0;
  PERFORM centre.add_evidence(e, ARRAY['training'], 'absence', v.found, v.weighing);
END
$$;
COMMENT ON FUNCTION centre.gather_presence(centre.evaluation, daterange) IS 'Part of centre.gather_evidence(): attendance, roster kept, training.';

CREATE FUNCTION centre.gather_work(e centre.evaluation, span daterange) RETURNS void
  LANGUAGE plpgsql
  AS $$
DECLARE
  v record;
BEGIN
  SELECT jsonb_build_object('received', sum(d.received), 'early', sum(d.early), 'on_time', sum(d.on_time), 'overdue', sum(d.overdue),
                            'digital', sum(d.digital), 'from', lower(span)::text, 'until', upper(span)::text) AS found INTO v
    FROM centre.dossier_fact d WHERE d.person_id = e.person_id AND span @> d.day HAVING count(*) > 0;
  PERFORM centre.add_evidence(e, ARRAY['dossier', 'digitisation'], 'dossier_fact', v.found);

  SELECT jsonb_build_object('very_satisfied', sum(r.very_satisfied), 'satisfied', sum(r.satisfied), 'neutral', sum(r.neutral),
                            'dissatisfied', sum(r.dissatisfied), 'very_dissatisfied', sum(r.very_dissatisfied), 'burst', sum(r.burst),
                            'from', lower(span)::text, 'until', upper(span)::text) AS found INTO v
    FROM centre.rating_fact r WHERE r.person_id = e.person_id AND span @> r.day HAVING count(*) > 0;
  PERFORM centre.add_evidence(e, ARRAY['satisfaction'], 'rating_fact', v.found);
END
$$;
COMMENT ON FUNCTION centre.gather_work(centre.evaluation, daterange) IS
  'Part of centre.gather_evidence(): dossiers, digitisation and ratings where the files tell the officer; else nothing is said of anybody.';

CREATE FUNCTION centre.gather_words(e centre.evaluation, span daterange) RETURNS void
  LANGUAGE plpgsql
  AS $$
DECLARE
  v record;
BEGIN
  SELECT jsonb_build_object('upheld', count(*) FILTER (WHERE f.outcome = 'upheld'), 'rejected', count(*) FILTER (WHERE f.outcome = 'rejected')) AS found,
         jsonb_agg(f.id ORDER BY f.id) FILTER (WHERE f.outcome = 'upheld') AS weighing INTO v
    FROM centre.feedback f WHERE f.person_id = e.person_id AND span @> f.received_on AND f.kind <> 'compliment' AND f.outcome IS NOT NULL HAVING count(*) > 0;
  PERFORM centre.add_evidence(e, ARRAY['complaint', 'satisfaction'], 'feedback', v.found, v.weighing);

  SELECT jsonb_build_object('compliments', count(*)) AS found, jsonb_agg(f.id ORDER BY f.id) AS weighing INTO v
    FROM centre.feedback f WHERE f.person_id = e.person_id AND span @> f.received_on AND f.kind = 'compliment' HAVING count(*) > 0;
  PERFORM centre.add_evidence(e, ARRAY['compliment'], 'feedback', v.found, v.weighing);

  SELECT jsonb_build_object('notes', count(*), 'in_order', count(*) FILTER (WHERE n.result = 'in_order'), 'reminded', count(*) FILTER (WHERE n.result = 'reminded'),
                            'breach', count(*) FILTER (WHERE n.result = 'breach')) AS found,
         jsonb_agg(n.id ORDER BY n.id) AS weighing INTO v
    FROM centre.supervision_note n WHERE n.person_id = e.person_id AND span @> n.noted_on HAVING count(*) > 0;
  PERFORM centre.add_evidence(e, ARRAY['supervision'], 'supervision_note', v.found, v.weighing);
END
$$;
COMMENT ON FUNCTION centre.gather_words(centre.evaluation, daterange) IS
  'Part of centre.gather_evidence(): upheld complaints (rejected ones weigh nothing), compliments, and what the Supervision section noted.';

CREATE FUNCTION centre.gather_evidence(wanted bigint) RETURNS void
  LANGUAGE plpgsql
  AS $$
DECLARE
  e centre.evaluation;
  span daterange;
BEGIN
  SELECT * INTO e FROM centre.evaluation x WHERE x.id = wanted;
  IF NOT FOUND THEN
    RAISE EXCEPTION 'there is no evaluation %', wanted USING ERRCODE = 'MC002', CONSTRAINT = 'evaluation_exists', TABLE = 'evaluation', SCHEMA = 'centre';
  END IF;
  SELECT c.during INTO span FROM centre.evaluation_cycle c WHERE c.id = e.cycle_id;
  DELETE FROM centre.evaluation_evidence x WHERE x.evaluation_id = e.id AND NOT x.entered;
  PERFORM centre.gather_presence(e, span);
  PERFORM centre.gather_work(e, span);
  PERFORM centre.gather_words(e, span);
END
$$;
COMMENT ON FUNCTION centre.gather_evidence(bigint) IS
  'Gathers the evidence of an evaluation anew; what was entered by hand stays. For the leaders, who see all that it counts; refused once it is signed.';

RESET ROLE;
