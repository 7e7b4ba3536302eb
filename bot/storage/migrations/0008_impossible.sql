-- When no time of a poll could get the quorum any more.
ALTER TABLE meeting ADD COLUMN impossible_at INTEGER;
