-- Files as they were uploaded, what they are attached to, and the library of assets with their versions.

CREATE TABLE files (
  workspace_id text NOT NULL,
  id text NOT NULL,
  created_at timestamptz NOT NULL DEFAULT now(),
  name text NOT NULL,
  size_bytes bigint NOT NULL,
  sha256 text NOT NULL,
  content_type text NOT NULL,
  kind text NOT NULL CHECK (kind IN ('image', 'video', 'audio', 'document', 'sheet', 'archive', 'other')),
  width integer,
  height integer,
  storage_key text NOT NULL,
  preview_key text,
  uploaded_by text NOT NULL,
  PRIMARY KEY (workspace_id, id)
);
CREATE INDEX files_sha256 ON files (workspace_id, sha256);
SELECT yutu.protect('files', true);

-- What a file belongs to decides who may fetch it: whoever sees the project and has the permission.
CREATE TABLE file_attachments (
  workspace_id text NOT NULL,
  id text NOT NULL,
  created_at timestamptz NOT NULL DEFAULT now(),
  file_id text NOT NULL,
  entity text NOT NULL,
  entity_id text NOT NULL,
  project_id text,
  permission text NOT NULL,
  PRIMARY KEY (workspace_id, id),
  UNIQUE (workspace_id, entity, entity_id, file_id),
  FOREIGN KEY (workspace_id, file_id) REFERENCES files
);
CREATE INDEX file_attachments_file ON file_attachments (workspace_id, file_id);
SELECT yutu.protect('file_attachments', true);

CREATE TABLE assets (
  workspace_id text NOT NULL,
  id text NOT NULL,
  created_at timestamptz NOT NULL DEFAULT now(),
  updated_at timestamptz NOT NULL DEFAULT now(),
  version integer NOT NULL DEFAULT 1,
  name text NOT NULL,
  description text NOT NULL DEFAULT '',
  kind text NOT NULL,
  project_id text,
  channels text[] NOT NULL DEFAULT '{}',
  tags text[] NOT NULL DEFAULT '{}',
  status text NOT NULL DEFAULT 'draft' CHECK (status IN ('draft', 'ready', 'archived')),
  owner_id text NOT NULL,
  current_version_id text NOT NULL,
  PRIMARY KEY (workspace_id, id)
);
CREATE INDEX assets_list ON assets (workspace_id, status, updated_at DESC, id);
CREATE INDEX assets_project ON assets (workspace_id, project_id);
CREATE INDEX assets_name ON assets USING gin (name gin_trgm_ops);
CREATE INDEX assets_tags ON assets USING gin (tags);
SELECT yutu.protect('assets', true);

CREATE TABLE asset_versions (
  workspace_id text NOT NULL,
  id text NOT NULL,
  created_at timestamptz NOT NULL DEFAULT now(),
  asset_id text NOT NULL,
  number integer NOT NULL,
  file_id text NOT NULL,
  note text NOT NULL DEFAULT '',
  created_by text NOT NULL,
  PRIMARY KEY (workspace_id, id),
  UNIQUE (workspace_id, asset_id, number),
  FOREIGN KEY (workspace_id, asset_id) REFERENCES assets,
  FOREIGN KEY (workspace_id, file_id) REFERENCES files
);
CREATE INDEX asset_versions_file ON asset_versions (workspace_id, file_id);
SELECT yutu.protect('asset_versions', true);

CREATE TABLE asset_tasks (
  workspace_id text NOT NULL,
  id text NOT NULL,
  created_at timestamptz NOT NULL DEFAULT now(),
  asset_id text NOT NULL,
  task_id text NOT NULL,
  PRIMARY KEY (workspace_id, id),
  UNIQUE (workspace_id, asset_id, task_id),
  FOREIGN KEY (workspace_id, asset_id) REFERENCES assets
);
CREATE INDEX asset_tasks_task ON asset_tasks (workspace_id, task_id);
SELECT yutu.protect('asset_tasks', true);
