-- SPDX-License-Identifier: GPL-3.0-or-later
-- The columns that say the same in every table, and those that no earlier migration explained.

SET LOCAL ROLE motcua_owner;

DO $$
DECLARE
  c record;
BEGIN
  FOR c IN
    SELECT n.nspname, k.relname, a.attname, COALESCE(o.text, g.text) AS text
      FROM pg_catalog.pg_class k
      JOIN pg_catalog.pg_namespace n ON n.oid = k.relnamespace
      JOIN pg_catalog.pg_attribute a ON a.attrelid = k.oid AND a.attnum > 0 AND NOT a.attisdropped
      LEFT JOIN (VALUES
        ('id', 'Key, given by the database.'),
        ('version', 'Counts the changes of the row; an update names the version that it saw.'),
        ('person_id', 'The person.'), ('agency_id', 'The agency.'), ('during', 'When it holds; half-open.'),
        ('decision_no', 'Number of the decision.'), ('decision_date', 'Date of the decision.'), ('signer', 'Who signed the decision.'),
        ('name', 'Name as people read it.'), ('code', 'Short code; one at a time bears it.'), ('note', 'Free remark.'),
        ('phone', 'Official telephone.'), ('email', 'Official mailbox.'), ('sort_order', 'Order on screen and on paper.'),
        ('source', 'Where the figure is printed.'), ('at', 'When.'), ('login', 'Who wrote it.'),
        ('group_role', 'The group in whose right it was done.'), ('year', 'The year.')
      ) AS g(name, text) ON g.name = a.attname
      LEFT JOIN (VALUES
        ('account.display_name', 'Name as others see it.'), ('account.person_id', 'The person of the staff, where the account is one''s.'),
        ('appointment.seat_id', 'The seat.'), ('attachment.added_at', 'When it was added.'), ('attachment.file_name', 'Name of the file, without folder.'),
        ('attachment.mime_type', 'Kind of the content, such as application/pdf.'), ('change.action', 'insert, update, delete; anonymise.'),
        ('change.table_name', 'The table, without schema.'), ('change.row_id', 'Key of the row.'),
        ('change.old', 'The row before; null for a new one.'), ('change.new', 'The row after; null for a deleted one.'),
        ('day_override.day', 'The day.'), ('day_override.name', 'What the day is.'), ('day_override.document_date', 'Date of the document.'),
        ('dossier_year.received', 'Dossiers received in the year.'), ('dossier_year.resolved', 'Dossiers resolved of them.'),
        ('field_competence.field_id', 'The field.'), ('person.email', 'Mailbox at work, published.'),
        ('person.photo_id', 'Photo, as on the badge.'), ('person.rank_id', 'Rank.'), ('person.sex', 'Decides Ông or Bà in papers; female, male, unknown.'),
        ('plan_check.code', 'Short name of the check.'), ('plan_check.statement', 'Where the plan says it, and what.'),
        ('plan_check.printed', 'As printed in the plan.'), ('plan_check.computed', 'As computed.'), ('plan_check.agrees', 'Whether the two agree.'),
        ('plan_check.explanation', 'Why they differ, or what follows.'), ('premises_item.area', 'Area of the premises.'), ('premises_item.item', 'What must be there.'),
        ('qualification.institution', 'Where it was earned.'), ('qualification.year', 'When it was earned.'), ('rating.year', 'The year rated.'),
        ('schema_migration.name', 'Name of the file.'), ('schema_migration.sha256', 'Checksum of the file as it ran.'),
        ('schema_migration.applied_at', 'When it ran.'), ('schema_migration.applied_by', 'Who ran it.'), ('seat.post_id', 'The post.'),
        ('supervision_note.noted_on', 'The day of what was seen.'), ('supervision_note.body', 'What was seen.'),
        ('supervision_note.login', 'The supervisor who wrote it.'), ('tour.end_decision_no', 'Number of the decision that ended it early.'),
        ('tour.end_note', 'Why, in words.'), ('tour_extension.tour_id', 'The tour that was extended.')
      ) AS o(name, text) ON o.name = k.relname || '.' || a.attname
     WHERE n.nspname IN ('centre', 'audit') AND k.relkind = 'r' AND pg_catalog.col_description(k.oid, a.attnum) IS NULL
       AND COALESCE(o.text, g.text) IS NOT NULL
  LOOP
    EXECUTE format('COMMENT ON COLUMN %I.%I.%I IS %L', c.nspname, c.relname, c.attname, c.text);
  END LOOP;
END
$$;

COMMENT ON FUNCTION centre.measure_attachment() IS 'Size and checksum of a file are computed here and believed from nobody.';
COMMENT ON FUNCTION audit.refuse() IS 'Nobody alters the audit; only centre.anonymise_person() blanks personal values in it.';

RESET ROLE;
