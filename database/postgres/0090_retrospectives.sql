-- What a closed project taught: the computed report, the words people put beside it, and the lessons they drew.

CREATE TABLE retrospectives (
  workspace_id text NOT NULL,
  id text NOT NULL,
  created_at timestamptz NOT NULL DEFAULT now(),
  updated_at timestamptz NOT NULL DEFAULT now(),
  version integer NOT NULL DEFAULT 1,
  project_id text NOT NULL,
  status text NOT NULL CHECK (status IN ('writing', 'failed', 'draft', 'published')),
  -- As in domain/document; null until it was computed once.
  document jsonb,
  computed_at timestamptz,
  published_at timestamptz,
  published_by text,
  PRIMARY KEY (workspace_id, id),
  UNIQUE (workspace_id, project_id)
);
SELECT yutu.protect('retrospectives', true);

CREATE TABLE retrospective_blocks (
  workspace_id text NOT NULL,
  id text NOT NULL,
  created_at timestamptz NOT NULL DEFAULT now(),
  updated_at timestamptz NOT NULL DEFAULT now(),
  version integer NOT NULL DEFAULT 1,
  project_id text NOT NULL,
  -- summary, a section, or next.
  key text NOT NULL,
  text text NOT NULL,
  updated_by text NOT NULL,
  PRIMARY KEY (workspace_id, id),
  UNIQUE (workspace_id, project_id, key)
);
SELECT yutu.protect('retrospective_blocks', true);

CREATE TABLE lessons (
  workspace_id text NOT NULL,
  id text NOT NULL,
  created_at timestamptz NOT NULL DEFAULT now(),
  updated_at timestamptz NOT NULL DEFAULT now(),
  version integer NOT NULL DEFAULT 1,
  project_id text NOT NULL,
  kind text NOT NULL CHECK (kind IN ('keep', 'stop', 'start')),
  text text NOT NULL,
  evidence jsonb NOT NULL DEFAULT '[]',
  status text NOT NULL DEFAULT 'proposed' CHECK (status IN ('proposed', 'accepted', 'rejected')),
  proposed_by text NOT NULL,
  decided_by text,
  decided_at timestamptz,
  PRIMARY KEY (workspace_id, id)
);
CREATE INDEX lessons_project ON lessons (workspace_id, project_id, created_at, id);
SELECT yutu.protect('lessons', true);
