-- Which task an expense was for, and what each task has cost so far.
ALTER TABLE claims ADD COLUMN task_id text;
ALTER TABLE claims ADD FOREIGN KEY (workspace_id, task_id) REFERENCES tasks;
CREATE INDEX claims_task ON claims (workspace_id, task_id) WHERE task_id IS NOT NULL;

-- Sums of the claims for a task, kept beside the task so that a list reads them by key; claims are what is true.
CREATE TABLE task_spending (
  workspace_id text NOT NULL,
  task_id text NOT NULL,
  -- Asked for and not decided.
  held_minor bigint NOT NULL DEFAULT 0 CHECK (held_minor >= 0),
  -- Approved or paid.
  spent_minor bigint NOT NULL DEFAULT 0 CHECK (spent_minor >= 0),
  PRIMARY KEY (workspace_id, task_id),
  FOREIGN KEY (workspace_id, task_id) REFERENCES tasks
);
SELECT yutu.protect('task_spending', false);
