-- A call-off can be taken back, and a meeting can fall below its quorum.
ALTER TABLE meeting ADD COLUMN restored INTEGER NOT NULL DEFAULT 0;
ALTER TABLE meeting ADD COLUMN restored_at INTEGER;
ALTER TABLE meeting ADD COLUMN short_at INTEGER;
