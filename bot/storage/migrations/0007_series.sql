-- Established schedules. `rule` is "weeks N" or "monthly NTH WEEKDAY" (NTH -1 for the last, Monday is
-- 0); anchor and last_day are local dates (2026-03-08), starts a local time (18:00), all on the clock
-- of `zone`. A row that was not started is a draft; `follows` is what it takes the place of.
CREATE TABLE series (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    guild_id INTEGER NOT NULL,
    group_id INTEGER NOT NULL REFERENCES consultation_group (id) ON DELETE CASCADE,
    convener_id INTEGER NOT NULL,
    uid TEXT NOT NULL UNIQUE,
    title TEXT NOT NULL,
    rule TEXT NOT NULL,
    anchor TEXT NOT NULL,
    starts TEXT NOT NULL,
    zone TEXT NOT NULL,
    length INTEGER NOT NULL CHECK (length >= 1),
    created_at INTEGER NOT NULL,
    last_day TEXT,
    revision INTEGER NOT NULL DEFAULT 0,
    started_at INTEGER,
    follows INTEGER,
    follows_from TEXT
) STRICT;
CREATE INDEX series_by_group ON series (group_id);

-- A meeting of a series is named by its local date by the rule, even after a move; the group is
-- told of it at announce_at.
ALTER TABLE meeting ADD COLUMN series_id INTEGER REFERENCES series (id) ON DELETE CASCADE;
ALTER TABLE meeting ADD COLUMN occurrence TEXT;
ALTER TABLE meeting ADD COLUMN announce_at INTEGER;
CREATE UNIQUE INDEX meeting_by_occurrence ON meeting (series_id, occurrence)
WHERE series_id IS NOT NULL;
