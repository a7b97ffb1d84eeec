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
  -- Which edge of its day a milestone marks: 'start' an opening, 'end' a delivery; null follows from its links.
  milestone_at text CHECK (milestone_at IN ('start', 'end')),
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
  -- Fractional rank within the project (see domain/rank); compared byte by byte whatever the database's language.
  rank text COLLATE "C" NOT NULL,
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
-- Tasks without a date come last; the same expressions stand in the list's ORDER BY (see server/repository/list-tasks).
CREATE INDEX tasks_project_rank ON tasks (workspace_id, project_id, rank, id) WHERE deleted_at IS NULL;
CREATE INDEX tasks_project_due ON tasks (workspace_id, project_id, coalesce(due_date, date '9999-12-31'), id) WHERE deleted_at IS NULL;
CREATE INDEX tasks_due ON tasks (workspace_id, coalesce(due_date, date '9999-12-31'), id) WHERE deleted_at IS NULL;
CREATE INDEX tasks_open_due ON tasks (workspace_id, due_date, id) WHERE deleted_at IS NULL AND status IN ('todo', 'doing', 'review');
CREATE INDEX tasks_updated ON tasks (workspace_id, updated_at, id) WHERE deleted_at IS NULL;
CREATE INDEX tasks_range ON tasks (workspace_id, start_date, due_date) WHERE deleted_at IS NULL AND channel IS NOT NULL;
CREATE INDEX tasks_in_review ON tasks (workspace_id, accountable_id) WHERE deleted_at IS NULL AND status = 'review';
CREATE INDEX tasks_parent ON tasks (workspace_id, parent_id) WHERE parent_id IS NOT NULL;
SELECT yutu.protect('tasks', true);

-- Who works on what, kept in step by trigger. Array operators are not leakproof, so behind row-level security an index
-- on the array itself would never be used. `open`: still to be done.
CREATE TABLE task_assignees (
  workspace_id text NOT NULL,
  member_id text NOT NULL,
  open boolean NOT NULL,
  task_id text NOT NULL,
  PRIMARY KEY (workspace_id, member_id, open, task_id)
);
CREATE INDEX task_assignees_task ON task_assignees (workspace_id, task_id);
SELECT yutu.protect('task_assignees', false);
CREATE FUNCTION yutu.keep_task_assignees() RETURNS trigger LANGUAGE plpgsql SET search_path = pg_catalog, public AS $$
BEGIN
  IF TG_OP = 'UPDATE' THEN
    DELETE FROM task_assignees WHERE workspace_id = NEW.workspace_id AND task_id = NEW.id;
  END IF;
  INSERT INTO task_assignees (workspace_id, member_id, open, task_id)
  SELECT DISTINCT NEW.workspace_id, member_id, NEW.deleted_at IS NULL AND NEW.status IN ('todo', 'doing', 'review'), NEW.id
  FROM unnest(NEW.assignee_ids) AS member_id;
  RETURN NULL;
END $$;
CREATE TRIGGER assignees_of_new AFTER INSERT ON tasks FOR EACH ROW EXECUTE FUNCTION yutu.keep_task_assignees();
CREATE TRIGGER assignees_of_changed AFTER UPDATE OF assignee_ids, status, deleted_at ON tasks FOR EACH ROW
  WHEN ((OLD.assignee_ids, OLD.status, OLD.deleted_at) IS DISTINCT FROM (NEW.assignee_ids, NEW.status, NEW.deleted_at))
  EXECUTE FUNCTION yutu.keep_task_assignees();

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
CREATE INDEX task_links_to ON task_links (workspace_id, to_id);
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

CREATE TABLE comment_mentions (
  workspace_id text NOT NULL,
  member_id text NOT NULL,
  comment_id text NOT NULL,
  PRIMARY KEY (workspace_id, member_id, comment_id)
);
SELECT yutu.protect('comment_mentions', false);

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
CREATE INDEX saved_views_project ON saved_views (workspace_id, project_id);
SELECT yutu.protect('saved_views', true);
