-- SPDX-License-Identifier: GPL-3.0-or-later
-- The schemes to begin with: what the texts say, and where they are silent what the office sets (said in the notes).

SET LOCAL ROLE motcua_owner;

INSERT INTO centre.setting (key, value, note) VALUES
  ('evaluation.min_ratings', '20', 'Dưới số lượt này, tỷ lệ hài lòng của một người ghi là "quá ít" và không tính điểm. Trung tâm tự đặt.'),
  ('evaluation.burst_ratings', '5', 'Từ số lượt này trong một phút tại một thiết bị thì coi là bấm dồn, cần xem lại. Trung tâm tự đặt.'),
  ('evaluation.confidence', '0.95', 'Độ tin cậy của khoảng ước lượng tỷ lệ hài lòng. Trung tâm tự đặt.')
  ON CONFLICT (key) DO NOTHING;

INSERT INTO centre.evaluation_scheme (code, name, kind, monthly, quarterly, yearly, employment, source, article, bands, params, note, during) VALUES
  ('counter_score', 'Chấm điểm giải quyết thủ tục hành chính', 'statutory_counter', false, true, true, NULL, 'Thông tư 01/2018/TT-VPCP', 'Điều 13, 14, 15',
   '[{"code": "full", "name": "100% nhiệm vụ", "from": 5}, {"code": "most", "name": "70% đến dưới 100% nhiệm vụ", "from": 3.5}, {"code": "less", "name": "Dưới 70% nhiệm vụ", "from": 0}]',
   '{"decimals": 1}',
   'Tổng hợp hằng quý. Chỉ số không có số liệu thì không tính. Chưa tìm thấy quy định Thông tư 03/2025/TT-VPCP có bãi bỏ cách chấm này hay không; ngày bắt đầu ghi theo Nghị định 61/2018/NĐ-CP. Cần đối chiếu.',
   '[2018-06-21,)'),
  ('decree_335', 'Đánh giá công chức theo Nghị định 335/2025/NĐ-CP', 'decree_335', true, true, true, 'civil_servant', 'Nghị định 335/2025/NĐ-CP', 'Điều 20; Phụ lục II',
   '[{"code": "excellent", "name": "Hoàn thành xuất sắc nhiệm vụ", "from": 90}, {"code": "good", "name": "Hoàn thành tốt nhiệm vụ", "from": 70}, {"code": "completed", "name": "Hoàn thành nhiệm vụ", "from": 50}, {"code": "not_completed", "name": "Không hoàn thành nhiệm vụ", "from": 0}]',
   '{"general": 30, "results": 70, "cap_band": "excellent", "cap_of": "good", "cap_percent": 20, "cap_percent_excellent_unit": 25}',
   'Tiêu chí chung tối đa 30 điểm, kết quả tối đa 70 điểm. Cách chia 30 điểm cho a, b, c không có trong bản đã đọc: Trung tâm tự đặt. Người giữ chức vụ lãnh đạo tính thêm d, đ, e: Trung tâm thêm tiêu chí khi có nội dung.',
   '[2026-01-01,)'),
  ('decree_233', 'Đánh giá viên chức theo Nghị định 233/2026/NĐ-CP', 'decree_335', true, true, true, 'public_employee', 'Nghị định 233/2026/NĐ-CP', 'Điều 12 đến Điều 15',
   '[{"code": "excellent", "name": "Hoàn thành xuất sắc nhiệm vụ", "from": 90}, {"code": "good", "name": "Hoàn thành tốt nhiệm vụ", "from": 70}, {"code": "completed", "name": "Hoàn thành nhiệm vụ", "from": 50}, {"code": "not_completed", "name": "Không hoàn thành nhiệm vụ", "from": 0}]',
   '{"general": 30, "results": 70, "cap_band": "excellent", "cap_of": "good", "cap_percent": 20, "cap_percent_excellent_unit": 25, "min_months": 6}',
   'Làm việc chưa đủ 6 tháng trong năm thì không xếp loại; xếp loại trước ngày 05 tháng 12. Cách chia 30 điểm: Trung tâm tự đặt.',
   '[2026-07-01,)'),
  ('monthly_slip', 'Phiếu đánh giá tháng của Trung tâm', 'monthly_slip', true, false, false, NULL, 'Nếp làm việc của Trung tâm', NULL,
   '[{"code": "a", "name": "A", "from": 90}, {"code": "b", "name": "B", "from": 70}, {"code": "c", "name": "C", "from": 50}, {"code": "d", "name": "D", "from": 0}]',
   '{}',
   'Chưa có phiếu thật của Trung tâm: tiêu chí, trọng số, mức điểm và điều kiện loại ở đây chỉ để bắt đầu, Trung tâm sửa trước khi dùng.',
   '[2018-06-21,)');

INSERT INTO centre.evaluation_criterion (scheme_id, code, name, part, max_points, source, rated, rule, veto, sort_order, note)
  SELECT s.id, c.code, c.name, c.part, c.max_points, c.source, c.rated, c.rule::jsonb, c.veto::jsonb, c.place, c.note
    FROM (VALUES
      ('counter_score', 1, '1', 'Tổng thời gian giải quyết', 'general', 2, 'dossier', false, '{"how": "index", "best": ["early"], "middle": ["on_time"], "worst": ["overdue"]}', NULL, 'Sớm hạn 2, đúng hạn 1, quá hạn 0.'),
      ('counter_score', 2, '2', 'Thời gian giải quyết của từng cơ quan, đơn vị', 'general', 2, 'contact', false, '{"how": "index", "best": ["best"], "middle": ["middle"], "worst": ["worst"]}', NULL, 'Sớm hạn 2, đúng hạn 1, quá hạn 0. Nhập số hồ sơ mỗi mức.'),
      ('counter_score', 3, '3', 'Số lần phải liên hệ', 'general', 2, 'contact', false, '{"how": "index", "best": ["best"], "middle": ["middle"], "worst": ["worst"]}', NULL, '0 lần 2, 1 lần 1, trên 1 lần 0. Nhập số hồ sơ mỗi mức.'),
      ('counter_score', 4, '4', 'Số cơ quan, đơn vị phải liên hệ', 'general', 2, 'contact', false, '{"how": "index", "best": ["best"], "middle": ["middle"], "worst": ["worst"]}', NULL, '0 cơ quan 2, 1 cơ quan 1, trên 1 cơ quan 0. Nhập số hồ sơ mỗi mức.'),
      ('counter_score', 5, '7', 'Thái độ phục vụ', 'general', 2, 'satisfaction', false, '{"how": "index", "best": ["very_satisfied", "satisfied"], "middle": ["neutral"], "worst": ["upheld"]}', NULL,
       'Phản ánh, khiếu nại đúng 0 điểm; không đúng thì không tính. Mức hài lòng nào được 2, được 1 không có trong bản đã đọc: Trung tâm tự đặt.'),
      ('decree_335', 1, 'a', 'Phẩm chất chính trị, đạo đức, ý thức kỷ luật', 'general', 10, 'supervision', true, NULL, NULL, 'Điểm tối đa: Trung tâm tự đặt.'),
      ('decree_335', 2, 'b', 'Năng lực, trách nhiệm, thái độ phục vụ người dân, phối hợp', 'general', 10, 'satisfaction', true, NULL, NULL, 'Điểm tối đa: Trung tâm tự đặt.'),
      ('decree_335', 3, 'c', 'Đổi mới, sáng tạo', 'general', 10, 'judgement', true, NULL, NULL, 'Điểm tối đa: Trung tâm tự đặt.'),
      ('decree_335', 4, 'quantity', 'a. Số lượng sản phẩm (%)', 'result', 100, 'product', true, '{"how": "products", "part": "quantity"}', NULL, 'Sản phẩm quy đổi hoàn thành trên số được giao.'),
      ('decree_335', 5, 'quality', 'b. Chất lượng sản phẩm (%)', 'result', 100, 'product', true, '{"how": "products", "part": "quality", "deduct_percent": 25}', NULL, 'Mỗi lần không đạt trừ 25% điểm chất lượng của sản phẩm đó, trừ khi có nguyên nhân khách quan được xác nhận.'),
      ('decree_335', 6, 'progress', 'c. Tiến độ sản phẩm (%)', 'result', 100, 'product', true, '{"how": "products", "part": "progress", "deduct_percent": 25}', NULL, 'Mỗi lần chậm trừ 25% điểm tiến độ của sản phẩm đó, trừ khi có nguyên nhân khách quan được xác nhận.'),
      ('monthly_slip', 1, 'punctual', 'Chấp hành giờ giấc', 'general', 10, 'attendance', true, '{"how": "deduct", "each": {"late": 1, "early_leave": 1, "unexcused": 5}}', '{"figure": "unexcused", "at_least": 1, "band": "c"}', 'Mức trừ và điều kiện loại: Trung tâm tự đặt.'),
      ('monthly_slip', 2, 'order', 'Thẻ, trang phục, nội quy', 'general', 10, 'supervision', true, NULL, NULL, 'Người đánh giá cho điểm.'),
      ('monthly_slip', 3, 'on_time', 'Trả kết quả trước và đúng hạn', 'general', 10, 'dossier', true, '{"how": "share", "part": ["early", "on_time"], "whole": ["early", "on_time", "overdue"]}', NULL, 'Điểm theo tỷ lệ: Trung tâm tự đặt.'),
      ('monthly_slip', 4, 'digital', 'Số hóa hồ sơ', 'general', 10, 'digitisation', true, '{"how": "share", "part": ["digital"], "whole": ["received"]}', NULL, 'Điểm theo tỷ lệ: Trung tâm tự đặt.'),
      ('monthly_slip', 5, 'satisfaction', 'Mức độ hài lòng', 'general', 10, 'satisfaction', true, '{"how": "share", "part": ["very_satisfied", "satisfied"], "whole": ["very_satisfied", "satisfied", "neutral", "dissatisfied", "very_dissatisfied"], "enough": true}', NULL, 'Dưới số lượt tối thiểu thì không tính.')
    ) AS c(scheme, place, code, name, part, max_points, source, rated, rule, veto, note)
    JOIN centre.evaluation_scheme s ON s.code = c.scheme
   ORDER BY s.id, c.place;
INSERT INTO centre.evaluation_criterion (scheme_id, code, name, part, max_points, source, rated, rule, veto, sort_order, note)
  SELECT t.id, c.code, c.name, c.part, c.max_points, c.source, c.rated, c.rule, c.veto, c.sort_order, c.note
    FROM centre.evaluation_criterion c JOIN centre.evaluation_scheme s ON s.id = c.scheme_id AND s.code = 'decree_335', centre.evaluation_scheme t
   WHERE t.code = 'decree_233' ORDER BY c.sort_order;

INSERT INTO centre.evaluation_weight (criterion_id, weight)
  SELECT c.id, w.weight
    FROM (VALUES ('punctual', 20), ('order', 10), ('on_time', 30), ('digital', 20), ('satisfaction', 20)) AS w(code, weight)
    JOIN centre.evaluation_criterion c ON c.code = w.code
    JOIN centre.evaluation_scheme s ON s.id = c.scheme_id AND s.code = 'monthly_slip';

RESET ROLE;
