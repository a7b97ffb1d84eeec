-- Money lives on budget lines only. Every movement is an entry; a line's totals are the sums of its entries,
-- kept on the line so that a decision needs one row lock.

CREATE TABLE budget_lines (
  workspace_id text NOT NULL,
  id text NOT NULL,
  created_at timestamptz NOT NULL DEFAULT now(),
  updated_at timestamptz NOT NULL DEFAULT now(),
  version integer NOT NULL DEFAULT 1,
  project_id text NOT NULL,
  key text NOT NULL,
  name text NOT NULL,
  category text NOT NULL,
  channel text,
  reserve boolean NOT NULL DEFAULT false,
  currency text NOT NULL,
  -- What happens when a request would take more than is available.
  enforcement text NOT NULL DEFAULT 'approve' CHECK (enforcement IN ('warn', 'block', 'approve')),
  -- Share of the plan (in thousandths) from which on a request is warned about.
  warn_permille integer NOT NULL DEFAULT 900 CHECK (warn_permille BETWEEN 0 AND 1000),
  planned_minor bigint NOT NULL DEFAULT 0 CHECK (planned_minor >= 0),
  changed_minor bigint NOT NULL DEFAULT 0,
  reserved_minor bigint NOT NULL DEFAULT 0 CHECK (reserved_minor >= 0),
  committed_minor bigint NOT NULL DEFAULT 0 CHECK (committed_minor >= 0),
  actual_minor bigint NOT NULL DEFAULT 0,
  position integer NOT NULL DEFAULT 0,
  PRIMARY KEY (workspace_id, id),
  UNIQUE (workspace_id, project_id, key)
);
SELECT yutu.protect('budget_lines', true);

CREATE TABLE budget_entries (
  workspace_id text NOT NULL,
  id text NOT NULL,
  at timestamptz NOT NULL DEFAULT now(),
  line_id text NOT NULL,
  kind text NOT NULL CHECK (kind IN ('planned', 'changed', 'reserved', 'committed', 'actual')),
  amount_minor bigint NOT NULL,
  source text NOT NULL,
  source_id text NOT NULL,
  note text NOT NULL DEFAULT '',
  PRIMARY KEY (workspace_id, id),
  FOREIGN KEY (workspace_id, line_id) REFERENCES budget_lines
);
CREATE INDEX budget_entries_line ON budget_entries (workspace_id, line_id, at, id);
SELECT yutu.protect('budget_entries', false);
REVOKE UPDATE, DELETE ON budget_entries FROM yutu_app;

CREATE TABLE commitments (
  workspace_id text NOT NULL,
  id text NOT NULL,
  created_at timestamptz NOT NULL DEFAULT now(),
  updated_at timestamptz NOT NULL DEFAULT now(),
  version integer NOT NULL DEFAULT 1,
  project_id text NOT NULL,
  line_id text NOT NULL,
  title text NOT NULL,
  supplier text NOT NULL,
  contract_number text NOT NULL DEFAULT '',
  amount_minor bigint NOT NULL CHECK (amount_minor > 0),
  -- What claims have taken from it so far.
  consumed_minor bigint NOT NULL DEFAULT 0 CHECK (consumed_minor >= 0 AND consumed_minor <= amount_minor),
  status text NOT NULL DEFAULT 'open' CHECK (status IN ('open', 'closed')),
  created_by text NOT NULL,
  PRIMARY KEY (workspace_id, id),
  FOREIGN KEY (workspace_id, line_id) REFERENCES budget_lines
);
CREATE INDEX commitments_project ON commitments (workspace_id, project_id);
SELECT yutu.protect('commitments', true);

CREATE TABLE claims (
  workspace_id text NOT NULL,
  id text NOT NULL,
  created_at timestamptz NOT NULL DEFAULT now(),
  updated_at timestamptz NOT NULL DEFAULT now(),
  version integer NOT NULL DEFAULT 1,
  project_id text NOT NULL,
  title text NOT NULL,
  requester_id text NOT NULL,
  currency text NOT NULL,
  amount_minor bigint NOT NULL CHECK (amount_minor > 0),
  tax_minor bigint NOT NULL DEFAULT 0 CHECK (tax_minor >= 0),
  status text NOT NULL CHECK (status IN ('draft', 'in_review', 'approved', 'paid', 'returned', 'cancelled')),
  -- 发票: code may be missing (fully digital invoices have a 20-digit number only).
  invoice_code text NOT NULL DEFAULT '',
  invoice_number text NOT NULL DEFAULT '',
  invoice_date date,
  seller text NOT NULL DEFAULT '',
  justification text NOT NULL DEFAULT '',
  exceeds boolean NOT NULL DEFAULT false,
  commitment_id text,
  approval_id text,
  submitted_at timestamptz,
  decided_at timestamptz,
  paid_at timestamptz,
  PRIMARY KEY (workspace_id, id)
);
CREATE INDEX claims_project ON claims (workspace_id, project_id, created_at DESC);
CREATE INDEX claims_requester ON claims (workspace_id, requester_id, created_at DESC);
-- One invoice pays one claim: the same number cannot be in two claims that are alive.
CREATE UNIQUE INDEX claims_invoice ON claims (workspace_id, invoice_code, invoice_number)
  WHERE invoice_number <> '' AND status IN ('in_review', 'approved', 'paid');
SELECT yutu.protect('claims', true);

CREATE TABLE claim_lines (
  workspace_id text NOT NULL,
  id text NOT NULL,
  claim_id text NOT NULL,
  line_id text NOT NULL,
  amount_minor bigint NOT NULL CHECK (amount_minor > 0),
  note text NOT NULL DEFAULT '',
  position integer NOT NULL DEFAULT 0,
  PRIMARY KEY (workspace_id, id),
  FOREIGN KEY (workspace_id, claim_id) REFERENCES claims,
  FOREIGN KEY (workspace_id, line_id) REFERENCES budget_lines
);
CREATE INDEX claim_lines_claim ON claim_lines (workspace_id, claim_id);
CREATE INDEX claim_lines_line ON claim_lines (workspace_id, line_id);
SELECT yutu.protect('claim_lines', true);

CREATE TABLE exchange_rates (
  workspace_id text NOT NULL,
  id text NOT NULL,
  created_at timestamptz NOT NULL DEFAULT now(),
  currency text NOT NULL,
  valid_from date NOT NULL,
  -- Units of the workspace's currency for one unit of `currency`.
  rate numeric(18, 8) NOT NULL CHECK (rate > 0),
  PRIMARY KEY (workspace_id, id),
  UNIQUE (workspace_id, currency, valid_from)
);
SELECT yutu.protect('exchange_rates', true);
