-- SPDX-License-Identifier: GPL-3.0-or-later
-- Official papers: texts with names in braces, the register, who may issue, and that nothing issued changes.
\ir support/sample.psql
CREATE FUNCTION pg_temp.try(who text, statement text, outcome text, what text) RETURNS text
  LANGUAGE sql AS $$ SELECT is(tap.would('motcua_' || who, statement), outcome, what) $$;
CREATE TEMP TABLE groups AS SELECT g, CASE WHEN g IN ('director', 'deputy', 'roster_office') THEN 'ok' ELSE '42501' END AS writes
  FROM unnest(ARRAY['director', 'deputy', 'roster_office', 'supervision', 'viewer', 'technician']) g;

-- Texts
SELECT is((SELECT count(*) FROM centre.paper_template WHERE during @> centre.today()), 12::bigint, 'a text for each kind of paper');
SELECT pg_temp.try('roster_office', $$UPDATE centre.paper_template SET body = '{agency}, {period}, {person}' WHERE kind = 'evaluation_notice'$$, 'MC002 paper_template_placeholders', 'a notice of evaluations is of an agency, not of one person');
SELECT pg_temp.try('roster_office', $$UPDATE centre.paper_template SET body = '{agency}, {period}, {from}, {to}, {count}' WHERE kind = 'evaluation_year'$$, 'ok', 'the proposals of a year');
SELECT is_empty($$SELECT kind FROM centre.paper_template WHERE (type_code IS NULL) AND type_name IS NOT NULL$$, 'an official letter has no type');
SELECT is(tap.ask('motcua_' || g, 'SELECT count(*) > 0 FROM centre.paper_template'), 'true', g || ' reads the texts') FROM groups;
SELECT is(tap.would('motcua_' || g, 'UPDATE centre.paper_template SET note = note'), writes, g || ' ' || writes || ': a text') FROM groups;
SELECT pg_temp.try('roster_office', $$UPDATE centre.paper_template SET body = 'Ông {perso}' WHERE kind = 'leave'$$, 'MC002 paper_template_placeholders', 'an unknown name is refused');
SELECT throws_ok($$UPDATE centre.paper_template SET body = 'Đến {counter}' WHERE kind = 'leave'$$, 'MC002',
  'a text of kind leave does not know {counter}; it knows {' || array_to_string(centre.paper_placeholders('leave'), '}, {') || '}', 'and named, with those that there are');
SELECT pg_temp.try('roster_office', format($$UPDATE centre.paper_template SET body = %L WHERE kind = 'leave'$$, b), 'MC002 paper_template_braces', 'a lone brace: ' || b)
  FROM unnest(ARRAY['{person', 'person}', 'a } b {']) b;
SELECT pg_temp.try('roster_office', format($$UPDATE centre.paper_template SET %s = '{nobody}' WHERE kind = 'leave'$$, c), 'MC002 paper_template_placeholders', 'also in its ' || c)
  FROM unnest(ARRAY['abstract', 'addressee', 'recipients']) c;
SELECT pg_temp.try('roster_office', $$UPDATE centre.paper_template SET body = '{honorific} {person}, {today}' WHERE kind = 'leave'$$, 'ok', 'known names are taken');
SELECT pg_temp.try('roster_office', $$INSERT INTO centre.paper_template (kind, body, during) VALUES ('leave', 'x', '[2026-01-01,)')$$, '23P01 paper_template_no_overlap', 'one text at a time');
SELECT pg_temp.try('roster_office', $$UPDATE centre.paper_template SET type_name = NULL WHERE kind = 'leave'$$, '23514 paper_template_typed', 'a type has a code and a name');

-- Drafts
CREATE FUNCTION pg_temp.draft(type_code text, symbol text) RETURNS text LANGUAGE sql AS $$
  SELECT format('INSERT INTO centre.paper (kind, type_code, symbol, abstract, signer, capacity, content) VALUES (''other'', %L, %L, ''Thử'', ''Võ Đức Thịnh'', ''own'', ''{"form": 1}'')', type_code, symbol) $$;
SELECT is(tap.would('motcua_' || g, pg_temp.draft('TB', 'TB-TTPVHCC')), writes, g || ' ' || writes || ': a draft') FROM groups;
SELECT pg_temp.try('roster_office', replace(pg_temp.draft('TB', 'TB-TTPVHCC'), '''other''', '''nothing'''), '23514 paper_kind', 'of a kind that there is');
SELECT pg_temp.try('roster_office', pg_temp.draft('TB', 'TB/TTPVHCC'), '23514 paper_symbol_given', 'its symbol has no stroke');
SELECT pg_temp.try('roster_office', replace(pg_temp.draft('TB', 'TB-TTPVHCC'), '{"form": 1}', '[]'), '23514 paper_content_form', 'its content is a paper');
SELECT pg_temp.try('roster_office', $$INSERT INTO centre.paper (kind, state, symbol, abstract, content) VALUES ('other', 'issued', 'X', 'x', '{"form": 1}')$$, 'MC003 paper_begins_as_draft', 'it begins as a draft');

-- Numbers
CREATE FUNCTION pg_temp.make(code text, dated date) RETURNS bigint LANGUAGE plpgsql AS $$
DECLARE new_id bigint;
BEGIN
  INSERT INTO centre.paper (kind, type_code, symbol, abstract, signer, capacity, paper_date, content)
    VALUES ('other', code, 'X-TTPVHCC', 'Thử', 'Võ Đức Thịnh', 'own', dated, '{"form": 1}') RETURNING id INTO new_id;
  RETURN new_id;
END $$;
CREATE FUNCTION pg_temp.issue(wanted bigint) RETURNS text LANGUAGE plpgsql AS $$
BEGIN
  UPDATE centre.paper SET state = 'issued' WHERE id = wanted;
  RETURN (SELECT year || ' ' || COALESCE(type_code, '-') || ' ' || number FROM centre.paper WHERE id = wanted);
END $$;
CREATE TEMP TABLE made AS SELECT pg_temp.make('TB', '2025-12-30') AS a, pg_temp.make('TB', '2025-12-31') AS b, pg_temp.make('TB', '2026-01-01') AS c,
  pg_temp.make(NULL, '2026-01-05') AS d, pg_temp.make('GNP', '2026-01-06') AS e, pg_temp.make(NULL, '2026-02-01') AS f, pg_temp.make('TB', NULL) AS g;
GRANT SELECT ON made TO PUBLIC;
SELECT is((SELECT pg_temp.issue(a) FROM made), '2025 TB 1', 'the first of its year');
SELECT is((SELECT pg_temp.issue(b) FROM made), '2025 TB 2', 'the second');
SELECT is((SELECT pg_temp.issue(c) FROM made), '2026 TB 1', 'numbers begin again on 01/01');
SELECT is((SELECT pg_temp.issue(d) FROM made), '2026 - 1', 'official letters have their own');
SELECT is((SELECT pg_temp.issue(e) FROM made), '2026 GNP 1', 'and so has each type');
SELECT is((SELECT pg_temp.issue(f) FROM made), '2026 - 2', 'which go on');
SELECT is((SELECT content ->> 'number' || ' ' || (content ->> 'date') || ' ' || (content ->> 'signer') FROM centre.paper, made WHERE id = f),
          '2 2026-02-01 Võ Đức Thịnh', 'the paper says its number, date and signer');
SELECT is((SELECT sha256 FROM centre.paper, made WHERE id = f),
          (SELECT encode(sha256(convert_to(content::text, 'UTF8')), 'hex') FROM centre.paper, made WHERE id = f), 'and is sealed');
SELECT is((SELECT (issued_by = centre.login()) || ' ' || (issued_at IS NOT NULL) FROM centre.paper, made WHERE id = f), 'true true', 'who and when');
SELECT is(tap.would('motcua_director', format('UPDATE centre.paper SET paper_date = ''2025-12-30'' WHERE id = %s; UPDATE centre.paper SET state = ''issued'' WHERE id = %s', g, g)),
          'MC002 paper_date_in_order', 'no later number has an earlier date') FROM made;
SELECT is(tap.would('motcua_director', format('UPDATE centre.paper SET paper_date = centre.today() + 1, state = ''issued'' WHERE id = %s', g)), 'MC002 paper_date_ahead', 'nor one of tomorrow') FROM made;
SELECT is(tap.would('motcua_director', format('UPDATE centre.paper SET signer = '''', state = ''issued'' WHERE id = %s', g)), '23514 paper_signed', 'somebody signs') FROM made;
SELECT is(tap.would('motcua_director', format('UPDATE centre.paper SET content = ''{"form": 1, "body": [{"text": "Cấp cho {person}"}]}'', state = ''issued'' WHERE id = %s', g)),
          '23514 paper_nothing_open', 'and nothing in braces is left') FROM made;
SELECT is(tap.would('motcua_director', format('UPDATE centre.paper SET number = 99, year = 2020, sha256 = ''x'' WHERE id = %s', g)), 'ok', 'a number that is given by hand') FROM made;
SELECT is((SELECT number FROM centre.paper, made WHERE id = g), NULL, 'is none');

-- Who issues, and in whose name
SELECT is(tap.would('motcua_' || w, format('UPDATE centre.paper SET capacity = %L, state = ''issued'' WHERE id = %s', v.c, made.g)), o, w || ' issues ' || v.c || ': ' || o)
  FROM made, (VALUES ('director', 'own', 'ok'), ('director', 'by_order', 'ok'), ('director', 'by_authority', 'ok'), ('director', 'for', 'MC003 paper_signing_capacity'),
    ('director', 'by_order_for', 'MC003 paper_signing_capacity'), ('deputy', 'for', 'ok'), ('deputy', 'by_order_for', 'ok'), ('deputy', 'by_authority', 'ok'),
    ('deputy', 'own', 'MC003 paper_signing_capacity'), ('deputy', 'by_order', 'MC003 paper_signing_capacity'), ('roster_office', 'own', 'MC003 paper_leaders_issue'),
    ('supervision', 'own', '42501'), ('viewer', 'own', '42501'), ('technician', 'own', '42501')) AS v(w, c, o);
SELECT is(tap.ask('motcua_' || w, 'SELECT count(*) FROM centre.paper'), o, w || ' reads the register: ' || o)
  FROM (VALUES ('director', '7'), ('deputy', '7'), ('roster_office', '7'), ('supervision', '7'), ('viewer', '0'), ('technician', '0')) AS v(w, o);

-- What is issued stays
SELECT is(tap.would('motcua_director', format('UPDATE centre.paper SET %s WHERE id = %s', w, f)), 'MC003 paper_issued_stays', 'nothing changes: ' || w)
  FROM made, unnest(ARRAY['abstract = ''khác''', 'content = ''{"form": 1}''', 'symbol = ''Y''', 'paper_date = paper_date + 1', 'signer = ''Ai''', 'capacity = ''for''',
    'type_code = ''TB''', 'recipients = ''x''', 'kind = ''leave''', 'subject = ''absence'', subject_id = 1', 'withdraw_reason = ''x''']) w;
SELECT is(tap.would('motcua_director', format('UPDATE centre.paper SET state = ''draft'' WHERE id = %s', f)), 'MC003 paper_step', 'it is no draft again') FROM made;
SELECT is(tap.would('motcua_director', format('DELETE FROM centre.paper WHERE id = %s', f)), 'MC003 paper_only_drafts_go', 'and stays in the register') FROM made;
SELECT is(tap.would('motcua_roster_office', format('DELETE FROM centre.paper WHERE id = %s', g)), 'ok', 'a draft may go') FROM made;

-- Withdrawal
SELECT is(tap.would('motcua_director', format('UPDATE centre.paper SET state = ''withdrawn'' WHERE id = %s', f)), '23514 paper_withdraw_reason_given', 'with a reason') FROM made;
SELECT is(tap.would('motcua_' || w, format('UPDATE centre.paper SET state = ''withdrawn'', withdraw_reason = ''Sai tên'' WHERE id = %s', f)), o, w || ' withdraws: ' || o)
  FROM made, (VALUES ('director', 'ok'), ('deputy', 'ok'), ('roster_office', 'MC003 paper_leaders_issue'), ('supervision', '42501'), ('viewer', '42501')) AS v(w, o);
SELECT is(tap.would('motcua_director', format('UPDATE centre.paper SET state = ''withdrawn'', withdraw_reason = ''x'', abstract = ''y'' WHERE id = %s', f)), 'MC003 paper_issued_stays', 'and nothing else') FROM made;
UPDATE centre.paper SET state = 'withdrawn', withdraw_reason = 'Sai tên' WHERE id = (SELECT f FROM made);
SELECT is((SELECT pg_temp.issue(pg_temp.make(NULL, '2026-03-01'))), '2026 - 3', 'its number is not given again');
SELECT is(tap.would('motcua_director', format('UPDATE centre.paper SET state = ''issued'' WHERE id = %s', f)), 'MC003 paper_step', 'nor does it come back') FROM made;

-- Answers
SELECT is(tap.would('motcua_roster_office', format('UPDATE centre.paper SET answered_on = ''2026-01-20'', answer_no = ''31/STP-VP'' WHERE id = %s', d)), 'ok', 'an answer is recorded') FROM made;
SELECT is(tap.would('motcua_roster_office', format('UPDATE centre.paper SET answered_on = ''2026-01-04'' WHERE id = %s', d)), '23514 paper_answer_after', 'not before the letter') FROM made;
SELECT is(tap.would('motcua_roster_office', format('UPDATE centre.paper SET answer_no = ''x'' WHERE id = %s', g)), '23514 paper_answer_of_issued', 'nor to a draft') FROM made;
SELECT is(tap.would('motcua_viewer', format('UPDATE centre.paper SET answer_no = ''x'' WHERE id = %s', d)), '42501', 'nor by a viewer') FROM made;

-- Letters have no code of a type
SELECT is(tap.would('motcua_roster_office', 'UPDATE centre.paper SET ' || s || ' WHERE state = ''draft'''), '23514 paper_letter_without_type', s || ': not for a letter')
  FROM unnest(ARRAY['type_code = ''CV''', 'type_code = ''Cv''', 'symbol = ''CV-TTPVHCC''']) s;
SELECT is(tap.would('motcua_roster_office', 'UPDATE centre.paper SET symbol = ''CVC-HCTH'' WHERE state = ''draft'''), 'ok', 'what only begins so is another');
SELECT is(tap.would('motcua_director', 'UPDATE centre.paper_template SET type_code = ''CV'', type_name = ''Công văn'' WHERE kind = ''other'' OR kind = ''replacement'''), '23514 paper_template_letter_without_type', 'nor in the texts');

-- The audit knows what was done, not all that it says
SELECT is((SELECT count(*) FROM audit.change WHERE table_name = 'paper' AND (new ->> 'content') LIKE '%form%'), 0::bigint, 'the content is hidden from the audit');
SELECT cmp_ok((SELECT count(*) FROM audit.change WHERE table_name = 'paper'), '>', 10::bigint, 'each step is in it');
SELECT * FROM finish();
ROLLBACK;
