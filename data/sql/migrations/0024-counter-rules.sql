-- SPDX-License-Identifier: GPL-3.0-or-later
-- A centre that has its rules already gets those on counters that are in force (data/plan/rules.json); one that is being
-- set up loads them all. What was in force before lies in the closed past, which no migration writes into.

SET LOCAL ROLE motcua_owner;

INSERT INTO centre.rule_version (topic, during, source, article, value, note)
  SELECT r.topic, r.during::daterange, r.source, r.article, r.value::jsonb, r.note
    FROM (VALUES
      ('counter.cover', '[2018-06-21,)', 'Nếp làm việc của Trung tâm', NULL, '{"officer": true, "standby": true, "single": true}',
       'Quầy phải có người trực, có người dự phòng, và không đóng chỉ vì một người vắng; Trung tâm tự đặt.'),
      ('counter.competence', '[2025-07-01,)', 'Nghị định 118/2025/NĐ-CP', 'khoản 1 Điều 11', '{"any_field": true}', NULL),
      ('counter.agency', '[2025-07-01,)', 'Nghị định 118/2025/NĐ-CP', 'Điều 13', '{"counter": true}',
       'Chưa đọc được nguyên văn Điều 13 mới; coi như giữ nguyên.')
    ) AS r(topic, during, source, article, value, note)
   WHERE EXISTS (SELECT FROM centre.rule_version)
     AND NOT EXISTS (SELECT FROM centre.rule_version v WHERE v.topic = r.topic);

RESET ROLE;
