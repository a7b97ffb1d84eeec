-- Progress of an import counts rows, so that how many of them are written together may change while one is under way. What is
-- being written is noted before it is: whoever goes on after a crash writes the same rows under the same name again.
ALTER TABLE import_progress
  ADD COLUMN sending_to integer NOT NULL DEFAULT 0,
  ADD COLUMN sending_as text NOT NULL DEFAULT '';

-- Until now 5,000 rows were written together, under the number of such chunks before them.
UPDATE import_progress p SET rows_done = least(p.rows_done, p.chunks_done * 5000), sending_to = (p.chunks_done + 1) * 5000, sending_as = p.id || ':' || p.chunks_done
  FROM imports i
 WHERE i.workspace_id = p.workspace_id AND i.id = p.id AND 'importing' IN (i.state, i.failed_in);

ALTER TABLE import_progress DROP COLUMN chunks_done;
COMMENT ON COLUMN import_progress.rows_done IS 'Rows below the headings that were read; while importing, those in the warehouse, with their bad ones in quarantine.';
COMMENT ON COLUMN import_progress.sending_to IS 'While importing: the rows up to this one are being written, or the next to be. 0 before the first.';
COMMENT ON COLUMN import_progress.sending_as IS 'The token of that write.';
