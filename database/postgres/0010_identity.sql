-- People and their sessions are global (a person may belong to several workspaces); membership is per workspace.

CREATE TABLE system.users (
  id text PRIMARY KEY,
  email text NOT NULL,
  name text NOT NULL,
  password_hash text NOT NULL,
  totp_secret text,
  totp_enabled_at timestamptz,
  totp_last_step bigint,
  locale text NOT NULL DEFAULT 'zh',
  demo boolean NOT NULL DEFAULT false,
  created_at timestamptz NOT NULL DEFAULT now()
);
CREATE UNIQUE INDEX users_email ON system.users (lower(email));

CREATE TABLE system.recovery_codes (
  user_id text NOT NULL REFERENCES system.users ON DELETE CASCADE,
  code_hash text NOT NULL,
  used_at timestamptz,
  PRIMARY KEY (user_id, code_hash)
);

CREATE TABLE system.sessions (
  id text PRIMARY KEY,
  token_hash text NOT NULL UNIQUE,
  user_id text NOT NULL REFERENCES system.users ON DELETE CASCADE,
  workspace_id text,
  totp_pending boolean NOT NULL DEFAULT false,
  created_at timestamptz NOT NULL DEFAULT now(),
  last_seen_at timestamptz NOT NULL DEFAULT now(),
  expires_at timestamptz NOT NULL,
  address text NOT NULL,
  user_agent text NOT NULL
);
CREATE INDEX sessions_user ON system.sessions (user_id);
CREATE INDEX sessions_expiry ON system.sessions (expires_at);

-- Failed sign-ins by account and by address; shared by all nodes.
CREATE TABLE system.failed_sign_ins (
  subject text NOT NULL,
  at timestamptz NOT NULL DEFAULT now()
);
CREATE INDEX failed_sign_ins_recent ON system.failed_sign_ins (subject, at DESC);

CREATE TABLE workspaces (
  workspace_id text NOT NULL,
  id text NOT NULL CHECK (id = workspace_id),
  created_at timestamptz NOT NULL DEFAULT now(),
  updated_at timestamptz NOT NULL DEFAULT now(),
  version integer NOT NULL DEFAULT 1,
  name text NOT NULL,
  currency text NOT NULL DEFAULT 'CNY',
  time_zone text NOT NULL DEFAULT 'Asia/Shanghai',
  demo boolean NOT NULL DEFAULT false,
  PRIMARY KEY (workspace_id, id)
);
SELECT yutu.protect('workspaces', true);

CREATE TABLE departments (
  workspace_id text NOT NULL,
  id text NOT NULL,
  created_at timestamptz NOT NULL DEFAULT now(),
  updated_at timestamptz NOT NULL DEFAULT now(),
  version integer NOT NULL DEFAULT 1,
  name text NOT NULL,
  parent_id text,
  head_member_id text,
  PRIMARY KEY (workspace_id, id),
  FOREIGN KEY (workspace_id, parent_id) REFERENCES departments
);
CREATE UNIQUE INDEX departments_name ON departments (workspace_id, coalesce(parent_id, ''), name);
SELECT yutu.protect('departments', true);

CREATE TABLE members (
  workspace_id text NOT NULL,
  id text NOT NULL,
  created_at timestamptz NOT NULL DEFAULT now(),
  updated_at timestamptz NOT NULL DEFAULT now(),
  version integer NOT NULL DEFAULT 1,
  user_id text NOT NULL REFERENCES system.users,
  name text NOT NULL,
  email text NOT NULL,
  role text NOT NULL,
  department_id text,
  status text NOT NULL DEFAULT 'active' CHECK (status IN ('active', 'disabled')),
  PRIMARY KEY (workspace_id, id),
  UNIQUE (workspace_id, user_id),
  FOREIGN KEY (workspace_id, department_id) REFERENCES departments
);
CREATE INDEX members_user ON members (user_id);
SELECT yutu.protect('members', true);

CREATE TABLE invitations (
  workspace_id text NOT NULL,
  id text NOT NULL,
  created_at timestamptz NOT NULL DEFAULT now(),
  updated_at timestamptz NOT NULL DEFAULT now(),
  version integer NOT NULL DEFAULT 1,
  email text,
  role text NOT NULL,
  department_id text,
  token_hash text NOT NULL UNIQUE,
  invited_by text NOT NULL,
  expires_at timestamptz NOT NULL,
  accepted_at timestamptz,
  revoked_at timestamptz,
  PRIMARY KEY (workspace_id, id)
);
SELECT yutu.protect('invitations', true, ARRAY['token_hash']);

CREATE TABLE api_tokens (
  workspace_id text NOT NULL,
  id text NOT NULL,
  created_at timestamptz NOT NULL DEFAULT now(),
  updated_at timestamptz NOT NULL DEFAULT now(),
  version integer NOT NULL DEFAULT 1,
  member_id text NOT NULL,
  name text NOT NULL,
  token_hash text NOT NULL UNIQUE,
  scopes text[] NOT NULL,
  expires_at timestamptz,
  last_used_at timestamptz,
  revoked_at timestamptz,
  PRIMARY KEY (workspace_id, id),
  FOREIGN KEY (workspace_id, member_id) REFERENCES members
);
SELECT yutu.protect('api_tokens', true, ARRAY['token_hash', 'last_used_at']);
