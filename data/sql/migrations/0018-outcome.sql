-- SPDX-License-Identifier: GPL-3.0-or-later
-- What came of a transaction whose COMMIT was not answered, because the link broke.

SET LOCAL ROLE motcua_owner;

CREATE FUNCTION centre.mark_transaction() RETURNS text
  LANGUAGE sql VOLATILE
  SET datestyle = 'ISO, YMD'
  SET timezone = 'UTC'
  BEGIN ATOMIC
    SELECT concat_ws('|', pg_current_xact_id(), transaction_timestamp(), clock_timestamp());
  END;
COMMENT ON FUNCTION centre.mark_transaction() IS
  'By what centre.find_outcome() knows this transaction again: its number, when it began, and now. To be asked last, before COMMIT.';

CREATE FUNCTION centre.find_outcome(mark text) RETURNS text
  LANGUAGE plpgsql VOLATILE SECURITY DEFINER
  SET search_path = pg_catalog, pg_temp
  AS $$
DECLARE
  number xid8 := split_part(mark, '|', 1)::xid8;
  began timestamptz := split_part(mark, '|', 2)::timestamptz;
  marked timestamptz := split_part(mark, '|', 3)::timestamptz;
  status text;
BEGIN
  BEGIN
    status := pg_xact_status(number);
  EXCEPTION WHEN invalid_parameter_value THEN
    -- Not given out yet: the server was set back to an older state.
    status := 'aborted';
  END;
  IF status = 'in progress' THEN
    RETURN status;
  END IF;
  -- The number alone does not tell: after a crash or in a restored server another transaction may have got it.
  RETURN CASE WHEN EXISTS (SELECT FROM audit.change c WHERE c.txid = number::text::bigint AND c.at BETWEEN began AND marked)
              THEN 'committed' ELSE 'aborted' END;
END
$$;
COMMENT ON FUNCTION centre.find_outcome(text) IS
  'committed, aborted, or in progress: what came of the transaction of a mark of centre.mark_transaction(). One that changed nothing counts as aborted.';

RESET ROLE;
