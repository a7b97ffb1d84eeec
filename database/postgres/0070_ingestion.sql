-- Where data comes from, files and their imports, rows kept aside, events on their way, tracked links.

-- Versions of imported facts: the highest counts. One line for all workspaces; only the order matters.
CREATE SEQUENCE fact_versions;
GRANT USAGE ON SEQUENCE fact_versions TO yutu_app;

CREATE TABLE sources (
  workspace_id text NOT NULL,
  id text NOT NULL,
  created_at timestamptz NOT NULL DEFAULT now(),
  updated_at timestamptz NOT NULL DEFAULT now(),
  version integer NOT NULL DEFAULT 1,
  name text NOT NULL,
  kind text NOT NULL CHECK (kind IN ('file', 'events')),
  channel text NOT NULL,
  -- Public by nature: it is written into web pages. It only lets events in.
  write_key text UNIQUE,
  disabled_at timestamptz,
  created_by text NOT NULL,
  PRIMARY KEY (workspace_id, id),
  UNIQUE (workspace_id, name),
  CHECK ((kind = 'events') = (write_key IS NOT NULL))
);
SELECT yutu.protect('sources', true);

-- How files of one layout from one source are read; offered again for the next file.
CREATE TABLE source_mappings (
  workspace_id text NOT NULL,
  id text NOT NULL,
  created_at timestamptz NOT NULL DEFAULT now(),
  updated_at timestamptz NOT NULL DEFAULT now(),
  version integer NOT NULL DEFAULT 1,
  source_id text NOT NULL,
  fingerprint text NOT NULL,
  preset_key text NOT NULL,
  settings jsonb NOT NULL,
  PRIMARY KEY (workspace_id, id),
  UNIQUE (workspace_id, source_id, fingerprint),
  FOREIGN KEY (workspace_id, source_id) REFERENCES sources
);
SELECT yutu.protect('source_mappings', true);

CREATE TABLE import_files (
  workspace_id text NOT NULL,
  id text NOT NULL,
  created_at timestamptz NOT NULL DEFAULT now(),
  name text NOT NULL,
  size_bytes bigint NOT NULL,
  sha256 text NOT NULL,
  storage_key text NOT NULL,
  format text NOT NULL CHECK (format IN ('csv', 'csv.gz', 'xlsx')),
  uploaded_by text NOT NULL,
  PRIMARY KEY (workspace_id, id)
);
CREATE INDEX import_files_content ON import_files (workspace_id, sha256);
SELECT yutu.protect('import_files', true);

CREATE TABLE imports (
  workspace_id text NOT NULL,
  id text NOT NULL,
  created_at timestamptz NOT NULL DEFAULT now(),
  updated_at timestamptz NOT NULL DEFAULT now(),
  version integer NOT NULL DEFAULT 1,
  source_id text NOT NULL,
  file_id text NOT NULL,
  project_id text,
  kind text NOT NULL CHECK (kind IN ('orders', 'ads')),
  state text NOT NULL CHECK (state IN ('checking', 'checked', 'importing', 'done', 'cancelling', 'cancelled', 'undoing', 'undone', 'failed')),
  -- What a failed import was doing, so that a retry goes on there.
  failed_in text,
  -- encoding, delimiter, sheet, line of headings; and how rows are read.
  layout jsonb NOT NULL,
  settings jsonb NOT NULL,
  preset_key text NOT NULL,
  fact_version bigint NOT NULL DEFAULT nextval('fact_versions'),
  undo_sequence bigint,
  bytes_total bigint NOT NULL,
  check_totals jsonb,
  totals jsonb,
  error text,
  created_by text NOT NULL,
  finished_at timestamptz,
  PRIMARY KEY (workspace_id, id),
  FOREIGN KEY (workspace_id, source_id) REFERENCES sources,
  FOREIGN KEY (workspace_id, file_id) REFERENCES import_files
);
CREATE INDEX imports_newest ON imports (workspace_id, created_at DESC, id DESC);
CREATE INDEX imports_source ON imports (workspace_id, source_id, created_at DESC);
SELECT yutu.protect('imports', true);

-- How far the running step of an import is; apart from it, since this changes many times a second.
CREATE TABLE import_progress (
  workspace_id text NOT NULL,
  -- The import.
  id text NOT NULL,
  rows_done integer NOT NULL DEFAULT 0,
  bytes_done bigint NOT NULL DEFAULT 0,
  -- Chunks of rows that are in the warehouse, with their bad rows in quarantine.
  chunks_done integer NOT NULL DEFAULT 0,
  PRIMARY KEY (workspace_id, id),
  FOREIGN KEY (workspace_id, id) REFERENCES imports
);
SELECT yutu.protect('import_progress', false);

-- Facts of a workspace are written by one import at a time, so that versions follow each other. The writer renews its turn.
CREATE TABLE import_writers (
  workspace_id text NOT NULL,
  id text NOT NULL CHECK (id = 'facts'),
  import_id text NOT NULL,
  until timestamptz NOT NULL,
  PRIMARY KEY (workspace_id, id)
);
SELECT yutu.protect('import_writers', false);

-- Rows and events that break a rule: kept whole, with the reason, to be corrected and replayed.
CREATE TABLE quarantined_rows (
  workspace_id text NOT NULL,
  id text NOT NULL,
  created_at timestamptz NOT NULL DEFAULT now(),
  source_id text NOT NULL,
  -- Of a file: which import and line. Of an event: neither.
  import_id text,
  row_number integer,
  cells jsonb NOT NULL,
  problems jsonb NOT NULL,
  state text NOT NULL DEFAULT 'open' CHECK (state IN ('open', 'replayed', 'discarded')),
  corrected jsonb,
  resolved_by text,
  resolved_at timestamptz,
  PRIMARY KEY (workspace_id, id),
  UNIQUE (workspace_id, import_id, row_number),
  FOREIGN KEY (workspace_id, source_id) REFERENCES sources,
  FOREIGN KEY (workspace_id, import_id) REFERENCES imports
);
CREATE INDEX quarantined_rows_open ON quarantined_rows (workspace_id, created_at DESC, id DESC) WHERE state = 'open';
CREATE INDEX quarantined_rows_source ON quarantined_rows (workspace_id, source_id, state);
SELECT yutu.protect('quarantined_rows', false);
-- What people do with a row is audited; that thousands were put aside is told by the import.
CREATE TRIGGER audit AFTER UPDATE OR DELETE ON quarantined_rows FOR EACH ROW EXECUTE FUNCTION yutu.audit('cells');

-- Events that were answered with success and are not in the warehouse yet. A row holds many events of one moment.
CREATE TABLE event_spool (
  workspace_id text NOT NULL,
  id bigint GENERATED ALWAYS AS IDENTITY,
  received_at timestamptz NOT NULL,
  events integer NOT NULL,
  -- Lines of JSON, and per line what the writer needs to know: message id, campaign key, link code, source.
  lines bytea NOT NULL,
  keys bytea NOT NULL,
  -- Set before the events are sent to the warehouse, so that a repeated attempt sends the same ones under the same token.
  batch bigint,
  PRIMARY KEY (workspace_id, id)
);
ALTER TABLE event_spool ALTER COLUMN lines SET STORAGE EXTERNAL;
CREATE INDEX event_spool_order ON event_spool (id);
CREATE SEQUENCE event_batches;
SELECT yutu.protect('event_spool', false);

CREATE TABLE tracked_links (
  workspace_id text NOT NULL,
  id text NOT NULL,
  created_at timestamptz NOT NULL DEFAULT now(),
  updated_at timestamptz NOT NULL DEFAULT now(),
  version integer NOT NULL DEFAULT 1,
  code text NOT NULL UNIQUE,
  name text NOT NULL,
  target_url text NOT NULL,
  tagged_url text NOT NULL,
  project_id text NOT NULL,
  campaign_key text NOT NULL,
  channel text NOT NULL,
  utm_source text NOT NULL,
  utm_medium text NOT NULL,
  utm_content text NOT NULL DEFAULT '',
  utm_term text NOT NULL DEFAULT '',
  asset_version_id text,
  task_id text,
  disabled_at timestamptz,
  created_by text NOT NULL,
  PRIMARY KEY (workspace_id, id)
);
CREATE INDEX tracked_links_project ON tracked_links (workspace_id, project_id, created_at DESC, id DESC);
CREATE INDEX tracked_links_newest ON tracked_links (workspace_id, created_at DESC, id DESC);
SELECT yutu.protect('tracked_links', true);

CREATE TABLE utm_dictionaries (
  workspace_id text NOT NULL,
  id text NOT NULL,
  created_at timestamptz NOT NULL DEFAULT now(),
  updated_at timestamptz NOT NULL DEFAULT now(),
  version integer NOT NULL DEFAULT 1,
  sources text[] NOT NULL,
  mediums text[] NOT NULL,
  PRIMARY KEY (workspace_id, id),
  UNIQUE (workspace_id)
);
SELECT yutu.protect('utm_dictionaries', true);
