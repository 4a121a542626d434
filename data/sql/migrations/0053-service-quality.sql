-- SPDX-License-Identifier: GPL-3.0-or-later
-- The groups by which the national portal scores how agencies serve, with their most points: a centre that has its rules
-- already gets them here; one that is being set up loads them all (data/plan/rules.json).

SET LOCAL ROLE motcua_owner;

INSERT INTO centre.rule_version (topic, during, source, article, value, note)
  SELECT 'service.quality', '[2022-06-23,)', 'Quyết định 766/QĐ-TTg', NULL,
         '{"transparency": 18, "progress": 20, "digitised": 22, "online": 22, "satisfaction": 18}',
         'Ký ngày 23/06/2022. Điểm do Cổng tự tổng hợp cho cơ quan, không phải điểm của từng người; điểm tối đa ghi theo trang thông tin của một tỉnh, chưa đối chiếu nguyên văn. Tháng 11/2025 còn dùng.'
   WHERE EXISTS (SELECT FROM centre.rule_version)
     AND NOT EXISTS (SELECT FROM centre.rule_version v WHERE v.topic = 'service.quality');

RESET ROLE;
