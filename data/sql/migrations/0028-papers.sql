-- SPDX-License-Identifier: GPL-3.0-or-later
-- Official papers: the texts they are made from, and the register of what was issued. A number is drawn when a paper is
-- issued, without gaps; what is issued never changes.

SET LOCAL ROLE motcua_owner;

CREATE FUNCTION centre.paper_placeholders(kind text) RETURNS text[]
  LANGUAGE sql IMMUTABLE PARALLEL SAFE
  RETURN ARRAY['centre', 'parent', 'place', 'today', 'year'] || CASE kind
    WHEN 'leave' THEN ARRAY['honorific', 'person', 'post', 'agency', 'days', 'from', 'to', 'where', 'request_date', 'standby']
    WHEN 'standby_request' THEN ARRAY['honorific', 'person', 'agency', 'counter', 'field', 'days', 'from', 'to', 'morning', 'afternoon', 'standby']
    WHEN 'replacement' THEN ARRAY['honorific', 'person', 'agency', 'field', 'reason', 'from']
    WHEN 'term_ending' THEN ARRAY['honorific', 'person', 'agency', 'field', 'from', 'to', 'answer_by']
    WHEN 'assignment' THEN ARRAY['honorific', 'person', 'agency', 'counter', 'field', 'from', 'to']
    WHEN 'move' THEN ARRAY['honorific', 'person', 'agency', 'old_place', 'new_place', 'session', 'from', 'to', 'reason']
    WHEN 'roster' THEN ARRAY['period', 'from', 'to']
    WHEN 'duty' THEN ARRAY['period', 'from', 'to']
    WHEN 'attendance' THEN ARRAY['period', 'from', 'to']
    ELSE ARRAY[]::text[]
  END;
COMMENT ON FUNCTION centre.paper_placeholders(text) IS 'The names in braces that a text of this kind may hold; the program fills these.';

CREATE TABLE centre.paper_template (
  id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  version int NOT NULL DEFAULT 1,
  kind text NOT NULL CONSTRAINT paper_template_kind CHECK (kind IN (
    'leave', 'standby_request', 'replacement', 'term_ending', 'assignment', 'move', 'roster', 'duty', 'attendance', 'other')),
  language text NOT NULL DEFAULT 'vi' CONSTRAINT paper_template_language CHECK (language ~ '^[a-z]{2}$'),
  type_code text CONSTRAINT paper_template_type_code CHECK (type_code ~ '^[[:upper:]][[:alpha:]]{1,4}$'),
  type_name text CONSTRAINT paper_template_type_name_given CHECK (btrim(type_name) <> ''),
  abstract text,
  addressee text,
  body text NOT NULL CONSTRAINT paper_template_body_given CHECK (btrim(body) <> ''),
  recipients text,
  note text,
  during daterange NOT NULL CONSTRAINT paper_template_during_not_empty CHECK (NOT isempty(during)),
  CONSTRAINT paper_template_typed CHECK ((type_code IS NULL) = (type_name IS NULL)),
  CONSTRAINT paper_template_no_overlap EXCLUDE USING gist (kind WITH =, language WITH =, during WITH &&)
);
COMMENT ON TABLE centre.paper_template IS 'Texts that official papers begin with; the office changes them in the program.';
COMMENT ON COLUMN centre.paper_template.id IS 'Key, given by the database.';
COMMENT ON COLUMN centre.paper_template.version IS 'Counts the changes of the row; an update names the version that it saw.';
COMMENT ON COLUMN centre.paper_template.kind IS 'What it is for: leave paper, request for a standby, for a replacement, a term that ends, assignment, notice to who moves, covers of rosters.';
COMMENT ON COLUMN centre.paper_template.language IS 'Of the text, two letters.';
COMMENT ON COLUMN centre.paper_template.type_code IS 'Code of the type of paper (TB, GNP; Decree 30/2020, Appendix III); null for an official letter (công văn), which has none.';
COMMENT ON COLUMN centre.paper_template.type_name IS 'Name of the type of paper as printed over the text; null for an official letter.';
COMMENT ON COLUMN centre.paper_template.abstract IS 'What it is about (trích yếu).';
COMMENT ON COLUMN centre.paper_template.addressee IS 'After "Kính gửi:", a line each.';
COMMENT ON COLUMN centre.paper_template.body IS 'The text, a paragraph each line; names in braces are filled in, two stars around what is bold.';
COMMENT ON COLUMN centre.paper_template.recipients IS 'Under "Nơi nhận:", a line each.';
COMMENT ON COLUMN centre.paper_template.note IS 'Free remark.';
COMMENT ON COLUMN centre.paper_template.during IS 'When it holds; half-open.';
CALL centre.watch('centre.paper_template');

CREATE FUNCTION centre.check_paper_template() RETURNS trigger
  LANGUAGE plpgsql
  SET search_path = pg_catalog, pg_temp
  AS $$
DECLARE
  whole text := concat_ws(E'\n', NEW.abstract, NEW.addressee, NEW.body, NEW.recipients);
  wrong text;
BEGIN
  SELECT m[1] INTO wrong FROM regexp_matches(whole, '\{([^{}]*)\}', 'g') m
   WHERE m[1] <> ALL (centre.paper_placeholders(NEW.kind)) LIMIT 1;
  IF wrong IS NOT NULL THEN
    RAISE EXCEPTION 'a text of kind % does not know {%}; it knows {%}', NEW.kind, wrong, array_to_string(centre.paper_placeholders(NEW.kind), '}, {')
      USING ERRCODE = 'MC002', CONSTRAINT = 'paper_template_placeholders', TABLE = 'paper_template', SCHEMA = 'centre';
  END IF;
  IF regexp_replace(whole, '\{[^{}]*\}', '', 'g') ~ '[{}]' THEN
    RAISE EXCEPTION 'a brace of the text has no other to it'
      USING ERRCODE = 'MC002', CONSTRAINT = 'paper_template_braces', TABLE = 'paper_template', SCHEMA = 'centre';
  END IF;
  RETURN NEW;
END
$$;
COMMENT ON FUNCTION centre.check_paper_template() IS 'Refuses a text with a name in braces that nobody would fill in.';
CREATE TRIGGER a_check_placeholders BEFORE INSERT OR UPDATE ON centre.paper_template FOR EACH ROW EXECUTE FUNCTION centre.check_paper_template();

CREATE TABLE centre.paper (
  id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  version int NOT NULL DEFAULT 1,
  kind text NOT NULL CONSTRAINT paper_kind CHECK (kind IN (
    'leave', 'standby_request', 'replacement', 'term_ending', 'assignment', 'move', 'roster', 'duty', 'attendance', 'other')),
  state text NOT NULL DEFAULT 'draft' CONSTRAINT paper_state CHECK (state IN ('draft', 'issued', 'withdrawn')),
  type_code text CONSTRAINT paper_type_code CHECK (type_code ~ '^[[:upper:]][[:alpha:]]{1,4}$'),
  year int,
  number int,
  symbol text NOT NULL CONSTRAINT paper_symbol_given CHECK (symbol ~ '^[[:alnum:]-]+$'),
  paper_date date,
  abstract text NOT NULL CONSTRAINT paper_abstract_given CHECK (btrim(abstract) <> ''),
  recipients text,
  capacity text NOT NULL DEFAULT 'own' CONSTRAINT paper_capacity CHECK (capacity IN ('own', 'for', 'by_order', 'by_order_for', 'by_authority')),
  signer text,
  person_id bigint REFERENCES centre.person ON DELETE SET NULL,
  agency_id bigint REFERENCES centre.agency ON DELETE SET NULL,
  subject text CONSTRAINT paper_subject CHECK (subject IN ('absence', 'tour', 'roster', 'roster_amendment', 'counter_assignment')),
  subject_id bigint,
  content jsonb NOT NULL CONSTRAINT paper_content_form CHECK (jsonb_typeof(content) = 'object' AND content ? 'form'),
  sha256 text,
  drafted_by text,
  drafted_at timestamptz,
  issued_by text,
  issued_at timestamptz,
  withdrawn_by text,
  withdrawn_at timestamptz,
  withdraw_reason text,
  answered_on date,
  answer_no text,
  answer_note text,
  CONSTRAINT paper_subject_whole CHECK ((subject IS NULL) = (subject_id IS NULL)),
  CONSTRAINT paper_out CHECK ((state = 'draft') = (number IS NULL) AND (state = 'draft') = (year IS NULL) AND (state = 'draft') = (issued_at IS NULL)),
  CONSTRAINT paper_signed CHECK (state = 'draft' OR (paper_date IS NOT NULL AND COALESCE(btrim(signer), '') <> '' AND sha256 IS NOT NULL)),
  CONSTRAINT paper_back CHECK ((state = 'withdrawn') = (withdrawn_at IS NOT NULL)),
  CONSTRAINT paper_withdraw_reason_given CHECK (state <> 'withdrawn' OR COALESCE(btrim(withdraw_reason), '') <> ''),
  CONSTRAINT paper_answer_of_issued CHECK (state <> 'draft' OR num_nonnulls(answered_on, answer_no, answer_note) = 0),
  CONSTRAINT paper_answer_after CHECK (answered_on >= paper_date)
);
CREATE UNIQUE INDEX paper_number_once ON centre.paper (year, COALESCE(type_code, ''), number) WHERE number IS NOT NULL;
CREATE INDEX paper_person ON centre.paper (person_id);
CREATE INDEX paper_agency ON centre.paper (agency_id);
CREATE INDEX paper_of_subject ON centre.paper (subject, subject_id);
COMMENT ON TABLE centre.paper IS 'The register of official papers (sổ văn bản đi): drafts, and what was issued under which number, signed by whom.';
COMMENT ON COLUMN centre.paper.id IS 'Key, given by the database.';
COMMENT ON COLUMN centre.paper.version IS 'Counts the changes of the row; an update names the version that it saw.';
COMMENT ON COLUMN centre.paper.kind IS 'What it is for, as of centre.paper_template.';
COMMENT ON COLUMN centre.paper.state IS 'draft, issued, withdrawn (taken back, but still in the register).';
COMMENT ON COLUMN centre.paper.type_code IS 'Code of the type of paper (TB, GNP); null for an official letter. Each type has numbers of its own.';
COMMENT ON COLUMN centre.paper.year IS 'Year of its number: numbers begin on 01/01 and end on 31/12 (Decree 30/2020, Appendix I, II.3).';
COMMENT ON COLUMN centre.paper.number IS 'Drawn when it is issued: the next of its year and type, without gaps.';
COMMENT ON COLUMN centre.paper.symbol IS 'What stands after the number: TB-TTPVHCC, or TTPVHCC-HCTH of an official letter.';
COMMENT ON COLUMN centre.paper.paper_date IS 'Its date; when none is given, the day it is issued.';
COMMENT ON COLUMN centre.paper.abstract IS 'What it is about.';
COMMENT ON COLUMN centre.paper.recipients IS 'To whom it goes, a line each.';
COMMENT ON COLUMN centre.paper.capacity IS
  'How it is signed (Decree 30/2020, Article 13): own (the head), for (KT., a deputy for the head), by_order (TL.), by_order_for (TL. and KT.), by_authority (TUQ.).';
COMMENT ON COLUMN centre.paper.signer IS 'Name of who signs.';
COMMENT ON COLUMN centre.paper.person_id IS 'Whom it is about.';
COMMENT ON COLUMN centre.paper.agency_id IS 'The agency that it goes to.';
COMMENT ON COLUMN centre.paper.subject IS 'The table of what it belongs to,';
COMMENT ON COLUMN centre.paper.subject_id IS 'and its row.';
COMMENT ON COLUMN centre.paper.content IS 'All that it says, from which its pages are made; hidden from the audit, which keeps the digest.';
COMMENT ON COLUMN centre.paper.sha256 IS 'SHA-256 of the content as PostgreSQL writes it, since it was issued.';
COMMENT ON COLUMN centre.paper.drafted_by IS 'Login of who drafted it.';
COMMENT ON COLUMN centre.paper.drafted_at IS 'When.';
COMMENT ON COLUMN centre.paper.issued_by IS 'Login of who issued it.';
COMMENT ON COLUMN centre.paper.issued_at IS 'When.';
COMMENT ON COLUMN centre.paper.withdrawn_by IS 'Login of who withdrew it.';
COMMENT ON COLUMN centre.paper.withdrawn_at IS 'When.';
COMMENT ON COLUMN centre.paper.withdraw_reason IS 'Why it was withdrawn.';
COMMENT ON COLUMN centre.paper.answered_on IS 'Date of the answer that came.';
COMMENT ON COLUMN centre.paper.answer_no IS 'Its number.';
COMMENT ON COLUMN centre.paper.answer_note IS 'What it says.';
CALL centre.watch('centre.paper', 'content');

-- The number, and what depends on it. One after the other: whoever issues waits for who is issuing.
CREATE FUNCTION centre.issue_paper(INOUT paper centre.paper)
  LANGUAGE plpgsql SECURITY DEFINER
  SET search_path = pg_catalog, pg_temp
  AS $$
DECLARE
  mine text := centre.group_role();
  last record;
BEGIN
  IF NOT COALESCE(mine IN ('director', 'deputy', 'owner'), false) THEN
    RAISE EXCEPTION 'a paper is issued by the director or a deputy'
      USING ERRCODE = 'MC003', CONSTRAINT = 'paper_leaders_issue', TABLE = 'paper', SCHEMA = 'centre';
  END IF;
  IF (mine = 'deputy' AND paper.capacity IN ('own', 'by_order')) OR (mine = 'director' AND paper.capacity IN ('for', 'by_order_for')) THEN
    RAISE EXCEPTION 'a deputy signs for the director (KT.), the director in his own name'
      USING ERRCODE = 'MC003', CONSTRAINT = 'paper_signing_capacity', TABLE = 'paper', SCHEMA = 'centre';
  END IF;
  paper.paper_date := COALESCE(paper.paper_date, centre.today());
  IF paper.paper_date > centre.today() THEN
    RAISE EXCEPTION 'a paper is not dated ahead' USING ERRCODE = 'MC002', CONSTRAINT = 'paper_date_ahead', TABLE = 'paper', SCHEMA = 'centre';
  END IF;
  paper.year := extract(year FROM paper.paper_date);
  PERFORM pg_advisory_xact_lock(hashtextextended('centre.paper ' || paper.year || ' ' || COALESCE(paper.type_code, ''), 0));
  SELECT max(p.number) AS number, max(p.paper_date) AS day INTO last FROM centre.paper p
   WHERE p.year = paper.year AND p.type_code IS NOT DISTINCT FROM paper.type_code;
  IF paper.paper_date < last.day THEN
    RAISE EXCEPTION 'number % of this year is dated %', last.number, last.day
      USING ERRCODE = 'MC002', CONSTRAINT = 'paper_date_in_order', TABLE = 'paper', SCHEMA = 'centre';
  END IF;
  paper.number := COALESCE(last.number, 0) + 1;
  paper.content := paper.content || jsonb_build_object('number', paper.number, 'symbol', paper.symbol,
                                                       'date', paper.paper_date::text, 'signer', paper.signer);
  paper.sha256 := encode(sha256(convert_to(paper.content::text, 'UTF8')), 'hex');
  paper.issued_by := centre.login();
  paper.issued_at := now();
END
$$;
COMMENT ON FUNCTION centre.issue_paper(centre.paper) IS 'Numbers, dates and seals a draft; part of the trigger on centre.paper.';

CREATE FUNCTION centre.guard_paper() RETURNS trigger
  LANGUAGE plpgsql SECURITY DEFINER
  SET search_path = pg_catalog, pg_temp
  AS $$
DECLARE
  moving text[] := ARRAY['version'];
BEGIN
  IF TG_OP = 'DELETE' THEN
    IF OLD.state <> 'draft' THEN
      RAISE EXCEPTION 'a paper that was issued stays in the register'
        USING ERRCODE = 'MC003', CONSTRAINT = 'paper_only_drafts_go', TABLE = 'paper', SCHEMA = 'centre';
    END IF;
    RETURN OLD;
  END IF;
  IF TG_OP = 'INSERT' THEN
    IF NEW.state <> 'draft' THEN
      RAISE EXCEPTION 'a paper begins as a draft' USING ERRCODE = 'MC003', CONSTRAINT = 'paper_begins_as_draft', TABLE = 'paper', SCHEMA = 'centre';
    END IF;
    NEW.drafted_by := centre.login(); NEW.drafted_at := now();
    NEW.year := NULL; NEW.number := NULL; NEW.sha256 := NULL; NEW.issued_by := NULL; NEW.issued_at := NULL;
    NEW.withdrawn_by := NULL; NEW.withdrawn_at := NULL; NEW.withdraw_reason := NULL;
    RETURN NEW;
  END IF;

  -- Who, when and under which number is not for the caller to say.
  NEW.year := OLD.year; NEW.number := OLD.number; NEW.sha256 := OLD.sha256; NEW.drafted_by := OLD.drafted_by; NEW.drafted_at := OLD.drafted_at;
  NEW.issued_by := OLD.issued_by; NEW.issued_at := OLD.issued_at; NEW.withdrawn_by := OLD.withdrawn_by; NEW.withdrawn_at := OLD.withdrawn_at;
  IF OLD.state = 'draft' AND NEW.state = 'draft' THEN
    RETURN NEW;
  ELSIF OLD.state = 'draft' AND NEW.state = 'issued' THEN
    NEW := centre.issue_paper(NEW);
    RETURN NEW;
  ELSIF OLD.state = 'issued' AND NEW.state = 'withdrawn' THEN
    IF NOT COALESCE(centre.group_role() IN ('director', 'deputy', 'owner'), false) THEN
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
COMMENT ON FUNCTION centre.guard_paper() IS 'The way of a paper: draft, issued, withdrawn; who may take which step, and what may still be added to what was issued.';
CREATE TRIGGER a_guard_paper BEFORE INSERT OR UPDATE OR DELETE ON centre.paper FOR EACH ROW EXECUTE FUNCTION centre.guard_paper();

INSERT INTO centre.setting (key, value, note) VALUES
  ('paper.code', '"TTPVHCC"', 'Chữ viết tắt tên Trung tâm trong ký hiệu văn bản. Cần hỏi Trung tâm: ký hiệu do cơ quan quy định.'),
  ('paper.unit', '"HCTH"', 'Chữ viết tắt tên đơn vị soạn thảo trong ký hiệu công văn. Cần hỏi Trung tâm.'),
  ('paper.place', '"Cần Thơ"', 'Địa danh ghi trên văn bản.'),
  ('paper.parent', '"Văn phòng UBND thành phố"', 'Tên cơ quan chủ quản trực tiếp ở đầu văn bản. Cần hỏi Trung tâm.'),
  ('paper.issuer', '"Trung tâm Phục vụ hành chính công"', 'Tên cơ quan ban hành ở đầu văn bản. Cần hỏi Trung tâm.'),
  ('paper.recipients', '"- Như trên;\n- Lưu: VT, HCTH."', 'Nơi nhận của văn bản không ghi riêng, mỗi dòng một nơi.'),
  ('paper.by_order_of', '"Chánh Văn phòng"', 'Chức vụ của người giao ký thừa lệnh (TL.).')
  ON CONFLICT (key) DO NOTHING;

INSERT INTO centre.paper_template (kind, type_code, type_name, abstract, addressee, body, recipients, note, during) VALUES
  ('leave', 'GNP', 'Giấy nghỉ phép', NULL, NULL,
   E'Xét Đơn đề nghị nghỉ phép {request_date} của {honorific} {person}, {centre} cấp cho:\n{honorific}: **{person}**\nChức vụ: {post}\nĐơn vị công tác: {agency}\nNghỉ phép năm {year} trong thời gian {days} ngày làm việc, kể từ {from} đến hết {to}, tại {where}.\nNgười thay thế trong thời gian nghỉ: {standby}.\nSố ngày nghỉ phép nêu trên được tính vào thời gian nghỉ phép năm {year}./.',
   E'- Người được cấp giấy;\n- {agency};\n- Lưu: VT, HCTH.', 'Đối chiếu với Mẫu 1.10, Phụ lục III, Nghị định 30/2020/NĐ-CP trước khi dùng.', '[2020-03-05,)'),
  ('standby_request', NULL, NULL, 'cử người dự phòng thay thế {honorific} {person}', '{agency}',
   E'{honorific} **{person}**, người được {agency} cử đến {centre}, nghỉ làm việc {days} ngày, kể từ {from} đến hết {to}. Trong thời gian đó {counter} cần có người tiếp nhận hồ sơ thuộc lĩnh vực {field}.\n{centre} đề nghị {agency} cử {standby} đến làm việc thay thế trong các ngày nêu trên, buổi sáng từ {morning}, buổi chiều từ {afternoon}.\nĐề nghị {agency} thông báo người thay thế cho {centre} để sắp xếp lịch trực./.',
   E'- Như trên;\n- Lưu: VT, HCTH.', 'Người dự phòng: khoản 8 Điều 12, đối chiếu văn bản đang có hiệu lực.', '[2018-06-21,)'),
  ('replacement', NULL, NULL, 'đề nghị cử người thay thế {honorific} {person}', '{agency}',
   E'{honorific} **{person}** được {agency} cử đến {centre}, tiếp nhận hồ sơ thuộc lĩnh vực {field}. {reason}\n{centre} đề nghị {agency} cử người khác đáp ứng tiêu chuẩn đến thay thế {honorific} {person}, kể từ {from}.\n{centre} đề nghị {agency} có văn bản trả lời để phối hợp thực hiện./.',
   E'- Như trên;\n- Lưu: VT, HCTH.', NULL, '[2018-06-21,)'),
  ('term_ending', NULL, NULL, 'thời hạn cử {honorific} {person} sắp hết', '{agency}',
   E'{honorific} **{person}** được {agency} cử đến {centre} từ {from}, tiếp nhận hồ sơ thuộc lĩnh vực {field}. Thời hạn cử kết thúc vào {to}.\n{centre} đề nghị {agency} cho biết việc gia hạn hoặc cử người khác đến thay thế, trả lời trước {answer_by} để {centre} sắp xếp lịch trực./.',
   E'- Như trên;\n- Lưu: VT, HCTH.', NULL, '[2018-06-21,)'),
  ('assignment', 'TB', 'Thông báo', 'Về việc phân công {honorific} {person}', NULL,
   E'{centre} thông báo phân công {honorific} **{person}**, người được {agency} cử đến, làm việc tại {counter}, tiếp nhận hồ sơ và trả kết quả thuộc lĩnh vực {field}, kể từ {from}.\n{honorific} {person} có trách nhiệm thực hiện nội quy và quy chế hoạt động của {centre}./.',
   E'- {honorific} {person};\n- {agency};\n- Lưu: VT, HCTH.', NULL, '[2018-06-21,)'),
  ('move', 'TB', 'Thông báo', 'Về việc thay đổi vị trí trực của {honorific} {person}', NULL,
   E'{centre} thông báo {honorific} **{person}** chuyển từ {old_place} sang {new_place}, {session}, từ {from} đến hết {to}.\nLý do: {reason}./.',
   E'- {honorific} {person};\n- Lưu: VT, HCTH.', 'Không ghi lý do sức khỏe của người khác.', '[2018-06-21,)'),
  ('roster', 'TB', 'Thông báo', 'Lịch trực {period}', NULL,
   E'{centre} ban hành kèm theo Thông báo này Lịch trực {period}, thực hiện từ {from} đến hết {to}.\nNgười có tên trong Lịch trực thực hiện đúng vị trí và thời gian; trường hợp thay đổi phải báo cáo trước để điều chỉnh./.',
   E'- Người có tên trong Lịch trực;\n- Lãnh đạo Trung tâm;\n- Lưu: VT, HCTH.', NULL, '[2018-06-21,)'),
  ('duty', 'TB', 'Thông báo', 'Danh sách trực {period}', NULL,
   E'{centre} thông báo danh sách lãnh đạo và người trực {period}, từ {from} đến hết {to}, như sau:',
   E'- Người có tên trong danh sách;\n- Lãnh đạo Trung tâm;\n- Lưu: VT, HCTH.', NULL, '[2018-06-21,)'),
  ('attendance', NULL, NULL, 'bảng chấm công {period}', NULL,
   E'{centre} gửi bảng chấm công {period} của công chức, viên chức được cử đến {centre}, từ {from} đến hết {to}./.',
   E'- Như trên;\n- Lưu: VT, HCTH.', NULL, '[2018-06-21,)');

RESET ROLE;
