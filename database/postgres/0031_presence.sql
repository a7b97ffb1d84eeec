-- Who has which project, and which task of it, on a screen right now: one row per open view, kept alive by its browser.
-- Unlogged, since after a crash everybody announces themselves anew; not audited, since looking changes nothing.
CREATE UNLOGGED TABLE project_presence (
  workspace_id text NOT NULL,
  id text NOT NULL,
  project_id text NOT NULL,
  member_id text NOT NULL,
  task_id text,
  typing boolean NOT NULL DEFAULT false,
  since timestamptz NOT NULL,
  seen_at timestamptz NOT NULL,
  PRIMARY KEY (workspace_id, id),
  FOREIGN KEY (workspace_id, project_id) REFERENCES projects ON DELETE CASCADE
);
CREATE INDEX project_presence_project ON project_presence (workspace_id, project_id, seen_at);
SELECT yutu.protect('project_presence', false);
