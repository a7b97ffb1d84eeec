-- How dashboards are laid out. Figures live in the warehouse, definitions in the metric catalogue.

CREATE TABLE dashboards (
  workspace_id text NOT NULL,
  id text NOT NULL,
  created_at timestamptz NOT NULL DEFAULT now(),
  updated_at timestamptz NOT NULL DEFAULT now(),
  version integer NOT NULL DEFAULT 1,
  reader text NOT NULL CHECK (reader IN ('executive', 'project', 'channel')),
  -- Empty for the dashboard of the workspace.
  project_id text NOT NULL DEFAULT '',
  -- Ordered tiles: metricIds, groupBy, chart, half.
  tiles jsonb NOT NULL,
  updated_by text NOT NULL,
  PRIMARY KEY (workspace_id, id),
  UNIQUE (workspace_id, reader, project_id)
);
SELECT yutu.protect('dashboards', true);
