-- What keeps lists short at 100,000 tasks: an index for each order a list can have, one for stretches of the calendar, and
-- one for parts of titles that works for a single Chinese character.

-- The same expressions stand in the list's ORDER BY (see tasks, server/repository/list-tasks).
CREATE INDEX tasks_title ON tasks (workspace_id, title, id) WHERE deleted_at IS NULL;
CREATE INDEX tasks_start ON tasks (workspace_id, coalesce(start_date, date '9999-12-31'), id) WHERE deleted_at IS NULL;
CREATE INDEX tasks_priority ON tasks (workspace_id, (CASE priority WHEN 'urgent' THEN 0 WHEN 'high' THEN 1 WHEN 'medium' THEN 2 ELSE 3 END), id)
  WHERE deleted_at IS NULL;
CREATE INDEX tasks_status ON tasks (workspace_id, (CASE status WHEN 'todo' THEN 0 WHEN 'doing' THEN 1 WHEN 'review' THEN 2 WHEN 'done' THEN 3 ELSE 4 END), id)
  WHERE deleted_at IS NULL;

-- What runs in a stretch of days ends on or after its first day: the past, which only grows, is not looked at.
DROP INDEX tasks_range;
CREATE INDEX tasks_running ON tasks (workspace_id, due_date, start_date) WHERE deleted_at IS NULL AND (channel IS NOT NULL OR milestone);

CREATE INDEX assets_recent ON assets (workspace_id, updated_at, id) WHERE status <> 'archived';

-- Operators of trigrams and arrays are not leakproof, so behind row-level security these were never used.
DROP INDEX projects_name;
DROP INDEX assets_name;
DROP INDEX assets_tags;

CREATE EXTENSION IF NOT EXISTS btree_gin;

-- The characters of a text and every two that stand together, without capitals, from `shortest` on: whatever is part of the
-- text has all its own among them. Trigrams would begin at three characters; Chinese words have one or two.
CREATE FUNCTION yutu.grams(value text, shortest integer) RETURNS text[] LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE AS $$
  SELECT coalesce(array_agg(DISTINCT substr(lower(value), i, n)), '{}')
  FROM generate_series(1, length(value)) AS i, generate_series(shortest, 2) AS n
  WHERE i + n - 1 <= length(value)
$$;

-- Without a list of what is still to be sorted in, which every search would have to read.
CREATE INDEX tasks_title_grams ON tasks USING gin (workspace_id, yutu.grams(title, 1)) WITH (fastupdate = off) WHERE deleted_at IS NULL;

-- Ids of tasks of the transaction's workspace whose title contains `part`; null when they are more than `most`. It runs as
-- the owner, whom the policy does not bind, so it names the workspace itself, and it answers with ids only: whoever asks
-- reads the tasks behind the policy (see docs/adr/0010).
CREATE FUNCTION yutu.tasks_titled(part text, most integer) RETURNS text[] LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = pg_catalog, public AS $$
DECLARE
  workspace text := yutu.workspace_id();
  -- Pairs say more than their characters, which stand in many more titles.
  parts text[] := yutu.grams(part, least(2, length(part)));
  found text[];
BEGIN
  IF workspace IS NULL OR part = '' THEN RETURN '{}'; END IF;
  SELECT array_agg(id) INTO found FROM (
    SELECT t.id FROM public.tasks t
    WHERE t.workspace_id = workspace AND t.deleted_at IS NULL AND yutu.grams(t.title, 1) @> parts
      AND position(lower(part) IN lower(t.title)) > 0
    LIMIT most + 1) AS few;
  RETURN CASE WHEN cardinality(found) > most THEN NULL ELSE coalesce(found, '{}') END;
END $$;
REVOKE EXECUTE ON FUNCTION yutu.tasks_titled(text, integer) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION yutu.tasks_titled(text, integer) TO yutu_app;
