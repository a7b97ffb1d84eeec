-- Finds a record in the audit log by its id alone, to say what an id in a change is called.
CREATE INDEX audit_log_record ON audit_log (workspace_id, row_id, seq DESC);
