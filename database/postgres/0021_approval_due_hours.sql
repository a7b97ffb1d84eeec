-- How long each person has to answer once their turn comes; without it there is no deadline.

ALTER TABLE approval_steps ADD COLUMN due_hours integer CHECK (due_hours > 0);
