-- SPDX-License-Identifier: GPL-3.0-or-later
-- Vietnamese names: the same keys as mc_fold() and mc_name_sort_key() of the program.
SET search_path = tap, public;
BEGIN;
SELECT no_plan();

SELECT is(centre.fold('Nguyễn Văn Hoà'), 'nguyen van hoa', 'search key without accents');
SELECT is(centre.fold('Nguyễn Văn Hòa'), centre.fold('Nguyễn Văn Hoà'), 'old and new tone placement alike');
SELECT is(centre.fold(normalize('Đặng Thuý Ngưỡng', NFD)), 'dang thuy nguong', 'composed and decomposed alike');
SELECT is(centre.fold('  Đỗ   Đình-Đức '), 'do dinh duc', 'đ as d, one space between words');
SELECT is(centre.fold('595/QĐ-UBND'), '595 qd ubnd', 'signs part words');
SELECT is(centre.fold('H''Hen Niê'), 'hhen nie', 'an apostrophe does not');
SELECT is(centre.fold(NULL), '', 'nothing is the empty key');

SELECT is(centre.name_sort_key('Hòa', 'Văn', 'Nguyễn'), centre.name_sort_key('Hoà', 'Văn', 'Nguyễn'), 'sort key does not see on which vowel the tone stands');
SELECT is(centre.name_sort_key('hòa', 'VĂN', 'nguyễn'), centre.name_sort_key('Hòa', 'Văn', 'Nguyễn'), 'nor case');
SELECT is(centre.name_sort_key(normalize('Hòa', NFD), '', 'Đỗ'), centre.name_sort_key('Hòa', '', 'Đỗ'), 'nor the Unicode form');
SELECT is(centre.name_sort_key('Hòa', 'Văn', 'Nguyễn'), 'LSA%!]BR$!RK[`IR''!', 'the bytes are those of the program');
SELECT is(ARRAY(SELECT w FROM unnest(ARRAY['mạ', 'má', 'mã', 'mả', 'mà', 'ma']) w ORDER BY centre.name_sort_part(w) COLLATE "C"),
          ARRAY['ma', 'mà', 'mả', 'mã', 'má', 'mạ'], 'order of tones');
SELECT is(ARRAY(SELECT w FROM unnest(ARRAY['y', 'ư', 'u', 'ơ', 'ô', 'o', 'ê', 'e', 'đ', 'd', 'â', 'ă', 'a', 'z', 'f']) w ORDER BY centre.name_sort_part(w) COLLATE "C"),
          ARRAY['a', 'ă', 'â', 'd', 'đ', 'e', 'ê', 'f', 'o', 'ô', 'ơ', 'u', 'ư', 'y', 'z'], 'order of letters');
SELECT is(ARRAY(SELECT w FROM unnest(ARRAY['Dung', 'Đào', 'Anh', 'Ánh', 'Ân', 'An']) w ORDER BY centre.name_sort_part(w) COLLATE "C"),
          ARRAY['An', 'Anh', 'Ánh', 'Ân', 'Dung', 'Đào'], 'letters of a syllable before its tone');
SELECT is(ARRAY(SELECT w FROM unnest(ARRAY['hoạ', 'hóa', 'hoá', 'hoà', 'hòa', 'hoa']) w ORDER BY centre.name_sort_part(w) COLLATE "C", w COLLATE "C" DESC),
          ARRAY['hoa', 'hòa', 'hoà', 'hóa', 'hoá', 'hoạ'], 'old and new placement fall together');
SELECT ok(centre.name_sort_key('Hoa', 'Văn', 'Vũ') COLLATE "C" < centre.name_sort_key('Hoà', 'An', 'Bùi') COLLATE "C", 'the given name, its tone included, before the middle name');

SELECT is(tap.attempt('motcua_roster_office', $$INSERT INTO centre.person (full_name) VALUES ('  Nguyễn   Thị Thanh  Thuý ')$$), 'ok', 'a person by full name only');
SELECT results_eq($$SELECT full_name, family_name, middle_name, given_name, search_key FROM centre.person$$,
                  $$VALUES ('Nguyễn Thị Thanh Thuý', 'Nguyễn', 'Thị Thanh', 'Thuý', 'nguyen thi thanh thuy')$$, 'parts are suggested, the name is kept');
UPDATE centre.person SET family_name = 'Nguyễn Thị', middle_name = 'Thanh', sort_key = 'x', search_key = 'x';
SELECT results_eq($$SELECT family_name, middle_name, sort_key COLLATE "default", search_key FROM centre.person$$,
                  $$VALUES ('Nguyễn Thị', 'Thanh', centre.name_sort_key('Thuý', 'Thanh', 'Nguyễn Thị'), 'nguyen thi thanh thuy')$$,
                  'a split of one''s own stays; keys cannot be set by hand');
INSERT INTO centre.person (full_name) VALUES (normalize('Phạm Thị Hường', NFD));
SELECT is((SELECT full_name IS NFC NORMALIZED FROM centre.person WHERE search_key = 'pham thi huong'), true, 'names are kept in NFC');
INSERT INTO centre.person (full_name) VALUES ('Thuận');
SELECT results_eq($$SELECT family_name, given_name FROM centre.person WHERE full_name = 'Thuận'$$, $$VALUES ('', 'Thuận')$$, 'one word is the given name');
SELECT is(tap.attempt('motcua_director', $$INSERT INTO centre.person (full_name) VALUES ('  ')$$), '23514 person_full_name_given', 'nobody without a name');

SELECT * FROM finish();
ROLLBACK;
