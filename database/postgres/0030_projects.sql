-- Projects, the types they are made from, and the goals they answer to.

CREATE TABLE project_templates (
  workspace_id text NOT NULL,
  id text NOT NULL,
  created_at timestamptz NOT NULL DEFAULT now(),
  updated_at timestamptz NOT NULL DEFAULT now(),
  version integer NOT NULL DEFAULT 1,
  key text NOT NULL,
  definition jsonb NOT NULL,
  PRIMARY KEY (workspace_id, id),
  UNIQUE (workspace_id, key)
);
SELECT yutu.protect('project_templates', true);

CREATE TABLE projects (
  workspace_id text NOT NULL,
  id text NOT NULL,
  created_at timestamptz NOT NULL DEFAULT now(),
  updated_at timestamptz NOT NULL DEFAULT now(),
  version integer NOT NULL DEFAULT 1,
  -- The one key that joins work, money, material and results; also the utm_campaign of its links.
  campaign_key text NOT NULL,
  name text NOT NULL,
  type_key text NOT NULL,
  template_version integer NOT NULL,
  color text NOT NULL,
  status text NOT NULL CHECK (status IN ('draft', 'in_review', 'approved', 'running', 'paused', 'closing', 'closed', 'cancelled')),
  visibility text NOT NULL DEFAULT 'workspace' CHECK (visibility IN ('workspace', 'private')),
  anchor_date date NOT NULL,
  start_date date NOT NULL,
  end_date date NOT NULL,
  currency text NOT NULL,
  total_budget_minor bigint NOT NULL CHECK (total_budget_minor >= 0),
  channels text[] NOT NULL DEFAULT '{}',
  tags text[] NOT NULL DEFAULT '{}',
  manager_id text NOT NULL,
  brief jsonb NOT NULL DEFAULT '{}',
  approval_id text,
  submitted_at timestamptz,
  started_at timestamptz,
  closed_at timestamptz,
  PRIMARY KEY (workspace_id, id),
  UNIQUE (workspace_id, campaign_key),
  CHECK (end_date >= start_date)
);
CREATE INDEX projects_list ON projects (workspace_id, status, anchor_date DESC, id);
CREATE INDEX projects_name ON projects USING gin (name gin_trgm_ops);
SELECT yutu.protect('projects', true);

CREATE TABLE project_members (
  workspace_id text NOT NULL,
  id text NOT NULL,
  project_id text NOT NULL,
  member_id text NOT NULL,
  -- Role on the project as the template names it (e.g. designer), not the workspace role.
  role_key text NOT NULL,
  PRIMARY KEY (workspace_id, id),
  UNIQUE (workspace_id, project_id, member_id, role_key),
  FOREIGN KEY (workspace_id, project_id) REFERENCES projects
);
CREATE INDEX project_members_member ON project_members (workspace_id, member_id, project_id);
SELECT yutu.protect('project_members', true);

CREATE TABLE project_favourites (
  workspace_id text NOT NULL,
  id text NOT NULL,
  project_id text NOT NULL,
  member_id text NOT NULL,
  created_at timestamptz NOT NULL DEFAULT now(),
  PRIMARY KEY (workspace_id, id),
  UNIQUE (workspace_id, member_id, project_id),
  FOREIGN KEY (workspace_id, project_id) REFERENCES projects
);
SELECT yutu.protect('project_favourites', false);

CREATE TABLE goals (
  workspace_id text NOT NULL,
  id text NOT NULL,
  created_at timestamptz NOT NULL DEFAULT now(),
  updated_at timestamptz NOT NULL DEFAULT now(),
  version integer NOT NULL DEFAULT 1,
  project_id text NOT NULL,
  parent_id text,
  level text NOT NULL CHECK (level IN ('strategy', 'business', 'operation', 'task')),
  name text NOT NULL,
  weight numeric(6, 3) NOT NULL DEFAULT 1 CHECK (weight >= 0),
  owner_id text,
  status text NOT NULL DEFAULT 'draft' CHECK (status IN ('draft', 'active', 'dropped')),
  position integer NOT NULL DEFAULT 0,
  PRIMARY KEY (workspace_id, id),
  FOREIGN KEY (workspace_id, project_id) REFERENCES projects,
  FOREIGN KEY (workspace_id, parent_id) REFERENCES goals
);
CREATE INDEX goals_project ON goals (workspace_id, project_id, position);
SELECT yutu.protect('goals', true);

CREATE TABLE kpis (
  workspace_id text NOT NULL,
  id text NOT NULL,
  created_at timestamptz NOT NULL DEFAULT now(),
  updated_at timestamptz NOT NULL DEFAULT now(),
  version integer NOT NULL DEFAULT 1,
  project_id text NOT NULL,
  goal_id text NOT NULL,
  name text NOT NULL,
  -- Bound to a metric of the catalogue, or fed by hand.
  source text NOT NULL CHECK (source IN ('metric', 'manual')),
  metric_id text,
  filters jsonb NOT NULL DEFAULT '{}',
  -- Where a value entered by hand is read.
  source_note text NOT NULL DEFAULT '',
  unit text NOT NULL CHECK (unit IN ('money', 'count', 'ratio', 'decimal')),
  direction text NOT NULL CHECK (direction IN ('up', 'down')),
  baseline double precision,
  target double precision,
  deadline date,
  owner_id text,
  weight numeric(6, 3) NOT NULL DEFAULT 1 CHECK (weight >= 0),
  checkpoints jsonb NOT NULL DEFAULT '[]',
  position integer NOT NULL DEFAULT 0,
  -- What it came to when the project was closed; later projects compare their targets with it.
  final_value double precision,
  final_at timestamptz,
  PRIMARY KEY (workspace_id, id),
  FOREIGN KEY (workspace_id, goal_id) REFERENCES goals ON DELETE CASCADE,
  FOREIGN KEY (workspace_id, project_id) REFERENCES projects
);
CREATE INDEX kpis_results ON kpis (workspace_id, metric_id) WHERE final_value IS NOT NULL;
CREATE INDEX kpis_project ON kpis (workspace_id, project_id, position);
SELECT yutu.protect('kpis', true);

CREATE TABLE kpi_checkins (
  workspace_id text NOT NULL,
  id text NOT NULL,
  created_at timestamptz NOT NULL DEFAULT now(),
  kpi_id text NOT NULL,
  day date NOT NULL,
  value double precision NOT NULL,
  note text NOT NULL DEFAULT '',
  by_member_id text NOT NULL,
  PRIMARY KEY (workspace_id, id),
  FOREIGN KEY (workspace_id, kpi_id) REFERENCES kpis ON DELETE CASCADE
);
CREATE INDEX kpi_checkins_kpi ON kpi_checkins (workspace_id, kpi_id, day DESC, created_at DESC);
SELECT yutu.protect('kpi_checkins', true);
