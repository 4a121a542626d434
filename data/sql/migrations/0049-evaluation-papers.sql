-- SPDX-License-Identifier: GPL-3.0-or-later
-- What goes out of evaluations: notices to the home agencies, the quarter's table, the year's proposals.

SET LOCAL ROLE motcua_owner;

CREATE OR REPLACE FUNCTION centre.paper_placeholders(kind text) RETURNS text[]
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
    WHEN 'evaluation_notice' THEN ARRAY['agency', 'period', 'from', 'to', 'count']
    WHEN 'evaluation_quarter' THEN ARRAY['agency', 'period', 'from', 'to', 'count']
    WHEN 'evaluation_year' THEN ARRAY['agency', 'period', 'from', 'to', 'count']
    ELSE ARRAY[]::text[]
  END;

ALTER TABLE centre.paper_template DROP CONSTRAINT paper_template_kind;
ALTER TABLE centre.paper_template ADD CONSTRAINT paper_template_kind CHECK (kind IN (
  'leave', 'standby_request', 'replacement', 'term_ending', 'assignment', 'move', 'roster', 'duty', 'attendance',
  'evaluation_notice', 'evaluation_quarter', 'evaluation_year', 'other'));
ALTER TABLE centre.paper DROP CONSTRAINT paper_kind;
ALTER TABLE centre.paper ADD CONSTRAINT paper_kind CHECK (kind IN (
  'leave', 'standby_request', 'replacement', 'term_ending', 'assignment', 'move', 'roster', 'duty', 'attendance',
  'evaluation_notice', 'evaluation_quarter', 'evaluation_year', 'other'));

INSERT INTO centre.paper_template (kind, type_code, type_name, abstract, addressee, body, recipients, note, during) VALUES
  ('evaluation_notice', NULL, NULL, 'thông báo kết quả đánh giá {period}', '{agency}',
   E'{centre} thông báo kết quả theo dõi, đánh giá {period} đối với người được {agency} cử đến làm việc tại {centre}, từ {from} đến hết {to}, như sau:\n{centre} đề nghị {agency} sử dụng kết quả trên khi xếp loại chất lượng, và cho biết kết quả xếp loại của {agency} để {centre} ghi nhận./.',
   E'- Như trên;\n- Lưu: VT, HCTH.',
   'Thông báo hằng tháng cho cơ quan cử: Nghị định 61/2018/NĐ-CP, khoản 3 Điều 9; chưa đọc được Điều 9 của Nghị định 118/2025/NĐ-CP, cần đối chiếu. Bảng đứng trước đoạn cuối.', '[2018-06-21,)'),
  ('evaluation_quarter', 'BC', 'Báo cáo', 'Tổng hợp kết quả đánh giá {period}', NULL,
   E'{centre} tổng hợp kết quả đánh giá {period} của {count} người làm việc tại {centre}, từ {from} đến hết {to}, như sau:\n{centre} báo cáo để tổng hợp, theo dõi./.',
   E'- Đơn vị kiểm soát thủ tục hành chính;\n- Lãnh đạo Trung tâm;\n- Lưu: VT, HCTH.',
   'Tổng hợp hằng quý gửi đơn vị kiểm soát thủ tục hành chính: Thông tư 01/2018/TT-VPCP, Điều 13 đến Điều 15; chưa rõ Thông tư 03/2025/TT-VPCP có bãi bỏ hay không.', '[2018-06-21,)'),
  ('evaluation_year', NULL, NULL, 'đề nghị khen thưởng, xử lý theo kết quả đánh giá {period}', '{agency}',
   E'Căn cứ kết quả đánh giá {period} đối với người được {agency} cử đến, {centre} có đề nghị như sau:\nViệc khen thưởng, kỷ luật do {agency} xem xét, quyết định. {centre} đề nghị {agency} có văn bản trả lời để phối hợp thực hiện./.',
   E'- Như trên;\n- Lưu: VT, HCTH.',
   'Gửi hằng năm kèm đề nghị khen thưởng, xử lý: Thông tư 01/2018/TT-VPCP, Điều 15; thi đua, khen thưởng, kỷ luật thuộc cơ quan cử: Nghị định 61/2018/NĐ-CP, Điều 11.', '[2018-06-21,)');

RESET ROLE;
