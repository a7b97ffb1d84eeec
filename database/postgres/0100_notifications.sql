-- The inbox of each member.

CREATE TABLE notifications (
  workspace_id text NOT NULL,
  id text NOT NULL,
  created_at timestamptz NOT NULL DEFAULT now(),
  member_id text NOT NULL,
  -- What happened, e.g. mention, assigned, approval_asked; the web words it.
  kind text NOT NULL,
  title text NOT NULL,
  excerpt text NOT NULL DEFAULT '',
  actor_id text,
  entity text NOT NULL,
  entity_id text NOT NULL,
  project_id text,
  -- Asks for something to be done, as opposed to being told.
  actionable boolean NOT NULL DEFAULT false,
  read_at timestamptz,
  archived_at timestamptz,
  PRIMARY KEY (workspace_id, id)
);
CREATE INDEX notifications_inbox ON notifications (workspace_id, member_id, created_at DESC, id DESC) WHERE archived_at IS NULL;
CREATE INDEX notifications_unread ON notifications (workspace_id, member_id) WHERE read_at IS NULL AND archived_at IS NULL;
SELECT yutu.protect('notifications', false);
