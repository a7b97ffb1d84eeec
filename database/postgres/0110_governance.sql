-- Reading and sealing the audit log.

CREATE INDEX audit_log_time ON audit_log (workspace_id, at DESC, seq DESC);
CREATE INDEX audit_log_actor ON audit_log (workspace_id, actor_id, seq DESC);

-- Chains the rows of a workspace: each row's hash covers its content and the hash before it, so that a row that is
-- changed, added or removed afterwards breaks the chain from there on.
CREATE FUNCTION yutu.audit_digest(previous text, entry audit_log) RETURNS text LANGUAGE sql STABLE AS $$
  SELECT encode(sha256(convert_to(concat_ws('|', previous, entry.workspace_id, entry.seq, to_char(entry.at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US'),
    entry.actor_kind, coalesce(entry.actor_id, ''), entry.operation, entry.request_id, entry.table_name, entry.row_id, entry.action,
    coalesce(entry.before::text, ''), coalesce(entry.after::text, '')), 'UTF8')), 'hex')
$$;

-- Seals what is older than a few seconds (so that slower transactions with lower numbers have committed), in order.
CREATE FUNCTION yutu.seal_audit(workspace text, before_at timestamptz) RETURNS integer LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public AS $$
DECLARE
  previous text;
  entry audit_log;
  sealed integer := 0;
BEGIN
  PERFORM pg_advisory_xact_lock(hashtext('audit:' || workspace));
  SELECT hash INTO previous FROM audit_log WHERE workspace_id = workspace AND hash IS NOT NULL ORDER BY seq DESC LIMIT 1;
  FOR entry IN SELECT * FROM audit_log WHERE workspace_id = workspace AND hash IS NULL AND at < before_at ORDER BY seq LOOP
    previous := yutu.audit_digest(coalesce(previous, ''), entry);
    UPDATE audit_log SET hash = previous WHERE workspace_id = workspace AND seq = entry.seq;
    sealed := sealed + 1;
  END LOOP;
  RETURN sealed;
END $$;
REVOKE EXECUTE ON FUNCTION yutu.seal_audit(text, timestamptz) FROM PUBLIC;
