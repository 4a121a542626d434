-- SPDX-License-Identifier: GPL-3.0-or-later
-- A person's own copy has the evaluations, too.

SET LOCAL ROLE motcua_owner;

ALTER FUNCTION centre.person_data(bigint, text) RENAME TO person_data_file;
COMMENT ON FUNCTION centre.person_data_file(bigint, text) IS 'Part of centre.person_data(): all but the evaluations.';

CREATE FUNCTION centre.person_data(wanted bigint, purpose text DEFAULT 'copy for the person concerned') RETURNS jsonb
  LANGUAGE plpgsql SECURITY DEFINER
  SET search_path = pg_catalog, pg_temp
  AS $$
DECLARE
  result jsonb := centre.person_data_file(wanted, purpose);
BEGIN
  -- What raters give is in it once it is signed, and for who may see it; else how far it is and how it ended.
  RETURN result || jsonb_build_object('evaluation', (
    SELECT COALESCE(jsonb_agg(CASE WHEN s.content IS NOT NULL AND centre.sees_evaluation(e.person_id, e.section_id) THEN s.content
                                   ELSE jsonb_build_object('evaluation', e.id, 'cycle', lower(c.during)::text, 'kind', c.kind, 'state', e.state,
                                                           'total', CASE e.state WHEN 'signed' THEN e.total END, 'band', CASE e.state WHEN 'signed' THEN e.band END)
                              END ORDER BY e.id), '[]')
      FROM centre.evaluation e
      JOIN centre.evaluation_cycle c ON c.id = e.cycle_id
      LEFT JOIN centre.evaluation_seal s ON s.evaluation_id = e.id
     WHERE e.person_id = wanted));
END
$$;
COMMENT ON FUNCTION centre.person_data(bigint, text) IS
  'Everything recorded of one person, as one object; logged (Law 91/2025/QH15: the person''s own copy). Files are listed, not contained.';

RESET ROLE;
