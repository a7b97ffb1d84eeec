-- Work: phases, tasks, the links between them, and what people say about them.

CREATE TABLE phases (
  workspace_id text NOT NULL,
  id text NOT NULL,
  created_at timestamptz NOT NULL DEFAULT now(),
  updated_at timestamptz NOT NULL DEFAULT now(),
  version integer NOT NULL DEFAULT 1,
  project_id text NOT NULL,
  key text NOT NULL,
  name text NOT NULL,
  position integer NOT NULL,
  PRIMARY KEY (workspace_id, id),
  UNIQUE (workspace_id, project_id, key)
);
SELECT yutu.protect('phases', true);

-- Task numbers are short and count per workspace (MKT-1024).
CREATE TABLE task_counters (
  workspace_id text NOT NULL,
  last_number integer NOT NULL DEFAULT 0,
  PRIMARY KEY (workspace_id)
);
SELECT yutu.protect('task_counters', false);

CREATE TABLE tasks (
  workspace_id text NOT NULL,
  id text NOT NULL,
  created_at timestamptz NOT NULL DEFAULT now(),
  updated_at timestamptz NOT NULL DEFAULT now(),
  version integer NOT NULL DEFAULT 1,
  number integer NOT NULL,
  project_id text NOT NULL,
  phase_id text,
  parent_id text,
  template_key text,
  title text NOT NULL,
  description text NOT NULL DEFAULT '',
  status text NOT NULL DEFAULT 'todo' CHECK (status IN ('todo', 'doing', 'review', 'done', 'cancelled')),
  priority text NOT NULL DEFAULT 'medium' CHECK (priority IN ('low', 'medium', 'high', 'urgent')),
  channel text,
  labels text[] NOT NULL DEFAULT '{}',
  assignee_ids text[] NOT NULL DEFAULT '{}',
  accountable_id text,
  watcher_ids text[] NOT NULL DEFAULT '{}',
  milestone boolean NOT NULL DEFAULT false,
  start_date date,
  due_date date,
  -- Working days; kept beside the dates because holidays move the dates, not the work.
  duration_days integer NOT NULL DEFAULT 1 CHECK (duration_days >= 0),
  -- Dates as approved, for slippage; null until the project is approved.
  baseline_start date,
  baseline_due date,
  progress integer NOT NULL DEFAULT 0 CHECK (progress BETWEEN 0 AND 100),
  estimate_minutes integer,
  constraint_kind text CHECK (constraint_kind IN ('ASAP', 'ALAP', 'SNET', 'SNLT', 'FNET', 'FNLT', 'MSO', 'MFO')),
  constraint_date date,
  checklist jsonb NOT NULL DEFAULT '[]',
  budget_line_key text,
  budget_minor bigint,
  -- Fractional rank within a board column (see domain/rank).
  rank text NOT NULL,
  started_on date,
  completed_on date,
  created_by text,
  deleted_at timestamptz,
  PRIMARY KEY (workspace_id, id),
  UNIQUE (workspace_id, number),
  FOREIGN KEY (workspace_id, phase_id) REFERENCES phases,
  FOREIGN KEY (workspace_id, parent_id) REFERENCES tasks,
  CHECK (due_date IS NULL OR start_date IS NULL OR due_date >= start_date)
);
CREATE INDEX tasks_project ON tasks (workspace_id, project_id, rank, id) WHERE deleted_at IS NULL;
CREATE INDEX tasks_due ON tasks (workspace_id, project_id, due_date, id) WHERE deleted_at IS NULL;
CREATE INDEX tasks_status ON tasks (workspace_id, project_id, status, rank, id) WHERE deleted_at IS NULL;
CREATE INDEX tasks_assignee ON tasks USING gin (assignee_ids) WHERE deleted_at IS NULL;
CREATE INDEX tasks_title ON tasks USING gin (title gin_trgm_ops);
SELECT yutu.protect('tasks', true);

CREATE TABLE task_links (
  workspace_id text NOT NULL,
  id text NOT NULL,
  created_at timestamptz NOT NULL DEFAULT now(),
  project_id text NOT NULL,
  from_id text NOT NULL,
  to_id text NOT NULL,
  type text NOT NULL CHECK (type IN ('FS', 'SS', 'FF', 'SF')),
  lag jsonb,
  PRIMARY KEY (workspace_id, id),
  UNIQUE (workspace_id, from_id, to_id, type),
  FOREIGN KEY (workspace_id, from_id) REFERENCES tasks,
  FOREIGN KEY (workspace_id, to_id) REFERENCES tasks,
  CHECK (from_id <> to_id)
);
CREATE INDEX task_links_project ON task_links (workspace_id, project_id);
SELECT yutu.protect('task_links', true);

CREATE TABLE comments (
  workspace_id text NOT NULL,
  id text NOT NULL,
  created_at timestamptz NOT NULL DEFAULT now(),
  updated_at timestamptz NOT NULL DEFAULT now(),
  version integer NOT NULL DEFAULT 1,
  task_id text NOT NULL,
  project_id text NOT NULL,
  parent_id text,
  body text NOT NULL,
  mention_ids text[] NOT NULL DEFAULT '{}',
  reactions jsonb NOT NULL DEFAULT '{}',
  author_id text NOT NULL,
  resolved_at timestamptz,
  resolved_by text,
  edited_at timestamptz,
  deleted_at timestamptz,
  PRIMARY KEY (workspace_id, id),
  FOREIGN KEY (workspace_id, task_id) REFERENCES tasks
);
CREATE INDEX comments_task ON comments (workspace_id, task_id, created_at);
SELECT yutu.protect('comments', true);

CREATE TABLE saved_views (
  workspace_id text NOT NULL,
  id text NOT NULL,
  created_at timestamptz NOT NULL DEFAULT now(),
  updated_at timestamptz NOT NULL DEFAULT now(),
  version integer NOT NULL DEFAULT 1,
  project_id text,
  owner_id text NOT NULL,
  name text NOT NULL,
  shared boolean NOT NULL DEFAULT false,
  -- The page and its URL search parameters.
  view text NOT NULL,
  search jsonb NOT NULL,
  PRIMARY KEY (workspace_id, id)
);
SELECT yutu.protect('saved_views', true);
