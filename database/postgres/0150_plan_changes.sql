-- What a published change of a plan found, so that taking it back restores exactly that. Kept for a day.
CREATE TABLE plan_changes (
  workspace_id text NOT NULL,
  id text NOT NULL,
  created_at timestamptz NOT NULL DEFAULT now(),
  project_id text NOT NULL,
  -- The plan as the change left it; see tasks, server/commands/edit-plan.
  basis text NOT NULL,
  -- Each touched task before and after, links drawn and links removed.
  change jsonb NOT NULL,
  PRIMARY KEY (workspace_id, id)
);
CREATE INDEX plan_changes_project ON plan_changes (workspace_id, project_id, created_at);
SELECT yutu.protect('plan_changes', false);
