-- One approval engine for every subject: a flow of stages over one version of a subject.

CREATE TABLE approval_flows (
  workspace_id text NOT NULL,
  id text NOT NULL,
  created_at timestamptz NOT NULL DEFAULT now(),
  updated_at timestamptz NOT NULL DEFAULT now(),
  version integer NOT NULL DEFAULT 1,
  key text NOT NULL,
  name text NOT NULL,
  stages jsonb NOT NULL,
  PRIMARY KEY (workspace_id, id),
  UNIQUE (workspace_id, key)
);
SELECT yutu.protect('approval_flows', true);

CREATE TABLE approvals (
  workspace_id text NOT NULL,
  id text NOT NULL,
  created_at timestamptz NOT NULL DEFAULT now(),
  updated_at timestamptz NOT NULL DEFAULT now(),
  version integer NOT NULL DEFAULT 1,
  subject_type text NOT NULL,
  subject_id text NOT NULL,
  subject_version integer NOT NULL,
  project_id text,
  title text NOT NULL,
  amount_minor bigint,
  currency text,
  flow_key text NOT NULL,
  flow_name text NOT NULL,
  state text NOT NULL CHECK (state IN ('pending', 'approved', 'returned', 'withdrawn')),
  requested_by text NOT NULL,
  requested_at timestamptz NOT NULL,
  finished_at timestamptz,
  PRIMARY KEY (workspace_id, id)
);
CREATE INDEX approvals_subject ON approvals (workspace_id, subject_type, subject_id, requested_at DESC);
CREATE INDEX approvals_requester ON approvals (workspace_id, requested_by, requested_at DESC);
-- A version of a subject is under at most one approval at a time.
CREATE UNIQUE INDEX approvals_one_pending ON approvals (workspace_id, subject_type, subject_id) WHERE state = 'pending';
SELECT yutu.protect('approvals', true);

CREATE TABLE approval_steps (
  workspace_id text NOT NULL,
  id text NOT NULL,
  approval_id text NOT NULL,
  stage integer NOT NULL,
  stage_name text NOT NULL,
  mode text NOT NULL CHECK (mode IN ('all', 'any', 'sequential')),
  position integer NOT NULL,
  member_id text NOT NULL,
  reason jsonb NOT NULL,
  state text NOT NULL CHECK (state IN ('waiting', 'active', 'approved', 'returned', 'skipped')),
  activated_at timestamptz,
  due_at timestamptz,
  opened_at timestamptz,
  reminded_at timestamptz,
  decided_at timestamptz,
  comment text,
  PRIMARY KEY (workspace_id, id),
  FOREIGN KEY (workspace_id, approval_id) REFERENCES approvals
);
CREATE INDEX approval_steps_approval ON approval_steps (workspace_id, approval_id, stage, position);
CREATE INDEX approval_steps_waiting ON approval_steps (workspace_id, member_id, activated_at) WHERE state = 'active';
SELECT yutu.protect('approval_steps', true);
