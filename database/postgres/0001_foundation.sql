-- What every module stands on: the tenant wall, the audit log, outbox and inbox, idempotency keys.
-- Tenant tables live in schema public and are reached only as role yutu_app, which row-level security binds to one workspace.
-- Account tables (people, sessions) live in schema system and are reached only by the owner of the database.

CREATE EXTENSION IF NOT EXISTS pg_trgm;
CREATE SCHEMA IF NOT EXISTS yutu;
CREATE SCHEMA IF NOT EXISTS system;

DO $$
BEGIN
  IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = 'yutu_app') THEN
    CREATE ROLE yutu_app NOLOGIN;
  END IF;
  IF NOT pg_has_role(current_user, 'yutu_app', 'MEMBER') OR NOT (SELECT rolsuper FROM pg_roles WHERE rolname = current_user) THEN
    EXECUTE format('GRANT yutu_app TO %I', current_user);
  END IF;
EXCEPTION WHEN insufficient_privilege THEN
  RAISE EXCEPTION 'the database user needs CREATEROLE, or an administrator must run: CREATE ROLE yutu_app NOLOGIN; GRANT yutu_app TO %', current_user;
END $$;

GRANT USAGE ON SCHEMA public, yutu TO yutu_app;

CREATE FUNCTION yutu.workspace_id() RETURNS text LANGUAGE sql STABLE AS
$$ SELECT nullif(current_setting('app.workspace_id', true), '') $$;

-- Append-only record of every change to a protected table, written by trigger so that no command can forget it.
-- `hash` chains the rows of a workspace; a job seals them in order (see governance), so a later edit shows.
CREATE TABLE audit_log (
  workspace_id text NOT NULL,
  seq bigint GENERATED ALWAYS AS IDENTITY,
  at timestamptz NOT NULL DEFAULT clock_timestamp(),
  actor_kind text NOT NULL,
  actor_id text,
  operation text NOT NULL,
  request_id text NOT NULL,
  table_name text NOT NULL,
  row_id text NOT NULL,
  action text NOT NULL CHECK (action IN ('insert', 'update', 'delete')),
  before jsonb,
  after jsonb,
  hash text,
  PRIMARY KEY (workspace_id, seq)
);
CREATE INDEX audit_log_row ON audit_log (workspace_id, table_name, row_id, seq DESC);
CREATE INDEX audit_log_unsealed ON audit_log (workspace_id, seq) WHERE hash IS NULL;
ALTER TABLE audit_log ENABLE ROW LEVEL SECURITY;
CREATE POLICY tenant ON audit_log USING (workspace_id = yutu.workspace_id());
GRANT SELECT ON audit_log TO yutu_app;

-- Arguments: names of columns whose values must never be kept (hashes of secrets and the like).
CREATE FUNCTION yutu.audit() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public AS $$
DECLARE
  -- Without arguments TG_ARGV is null, and a jsonb minus null would be null.
  secret text[] := coalesce(TG_ARGV::text[], '{}');
  was jsonb := CASE WHEN TG_OP = 'INSERT' THEN NULL ELSE to_jsonb(OLD) - secret END;
  now_is jsonb := CASE WHEN TG_OP = 'DELETE' THEN NULL ELSE to_jsonb(NEW) - secret END;
  one jsonb := coalesce(now_is, was);
  changed_before jsonb;
  changed_after jsonb;
BEGIN
  IF TG_OP = 'UPDATE' THEN
    SELECT jsonb_object_agg(key, value) INTO changed_before FROM jsonb_each(was) WHERE now_is -> key IS DISTINCT FROM value;
    SELECT jsonb_object_agg(key, value) INTO changed_after FROM jsonb_each(now_is) WHERE was -> key IS DISTINCT FROM value;
    IF changed_before IS NULL AND changed_after IS NULL THEN RETURN NULL; END IF;
  ELSE
    changed_before := was;
    changed_after := now_is;
  END IF;
  INSERT INTO audit_log (workspace_id, actor_kind, actor_id, operation, request_id, table_name, row_id, action, before, after)
  VALUES (
    one ->> 'workspace_id',
    coalesce(nullif(current_setting('app.actor_kind', true), ''), 'system'),
    nullif(current_setting('app.actor_id', true), ''),
    coalesce(nullif(current_setting('app.operation', true), ''), 'unknown'),
    coalesce(nullif(current_setting('app.request_id', true), ''), ''),
    TG_TABLE_NAME, coalesce(one ->> 'id', ''), lower(TG_OP), changed_before, changed_after);
  RETURN NULL;
END $$;

-- Puts a tenant table behind the wall: row-level security, default workspace, rights of the application role,
-- and (audited) the audit trigger. `secret` columns are left out of the audit log.
CREATE FUNCTION yutu.protect(target regclass, audited boolean, secret text[] DEFAULT '{}') RETURNS void LANGUAGE plpgsql AS $$
DECLARE
  arguments text := (SELECT coalesce(string_agg(quote_literal(s), ', '), '') FROM unnest(secret) AS s);
BEGIN
  EXECUTE format('ALTER TABLE %s ALTER COLUMN workspace_id SET DEFAULT yutu.workspace_id()', target);
  EXECUTE format('ALTER TABLE %s ENABLE ROW LEVEL SECURITY', target);
  EXECUTE format('CREATE POLICY tenant ON %s USING (workspace_id = yutu.workspace_id()) WITH CHECK (workspace_id = yutu.workspace_id())', target);
  EXECUTE format('GRANT SELECT, INSERT, UPDATE, DELETE ON %s TO yutu_app', target);
  IF audited THEN
    EXECUTE format('CREATE TRIGGER audit AFTER INSERT OR UPDATE OR DELETE ON %s FOR EACH ROW EXECUTE FUNCTION yutu.audit(%s)', target, arguments);
  END IF;
END $$;

-- Domain events, written in the transaction of the change and delivered at least once by the relay.
CREATE TABLE outbox (
  workspace_id text NOT NULL,
  id text NOT NULL,
  seq bigint GENERATED ALWAYS AS IDENTITY,
  type text NOT NULL,
  version integer NOT NULL,
  payload jsonb NOT NULL,
  entity text NOT NULL,
  entity_id text NOT NULL,
  project_id text,
  actor_kind text NOT NULL,
  actor_id text,
  request_id text NOT NULL,
  occurred_at timestamptz NOT NULL,
  delivered_at timestamptz,
  attempts integer NOT NULL DEFAULT 0,
  next_attempt_at timestamptz NOT NULL DEFAULT now(),
  last_error text,
  PRIMARY KEY (workspace_id, id)
);
CREATE INDEX outbox_waiting ON outbox (next_attempt_at, seq) WHERE delivered_at IS NULL;
CREATE INDEX outbox_entity ON outbox (workspace_id, entity, entity_id, seq);
SELECT yutu.protect('outbox', false);
REVOKE UPDATE, DELETE ON outbox FROM yutu_app;

-- One row per (subscriber, event) whose effect has happened.
CREATE TABLE inbox (
  workspace_id text NOT NULL,
  subscriber text NOT NULL,
  event_id text NOT NULL,
  handled_at timestamptz NOT NULL DEFAULT now(),
  PRIMARY KEY (workspace_id, subscriber, event_id)
);
SELECT yutu.protect('inbox', false);

-- Answers to repeatable requests, kept for a day.
CREATE TABLE idempotency_keys (
  workspace_id text NOT NULL,
  key text NOT NULL,
  actor_id text NOT NULL,
  operation text NOT NULL,
  request_hash text NOT NULL,
  response jsonb NOT NULL,
  created_at timestamptz NOT NULL DEFAULT now(),
  PRIMARY KEY (workspace_id, actor_id, key)
);
CREATE INDEX idempotency_keys_age ON idempotency_keys (created_at);
SELECT yutu.protect('idempotency_keys', false);
