-- A group that is asked for a time every few weeks by itself. Dates are local, like 2026-03-02; the
-- hour and the zone are the group's. `next_at` follows from `turn`, and is later after a fault.
CREATE TABLE rhythm (
    group_id INTEGER PRIMARY KEY REFERENCES consultation_group (id) ON DELETE CASCADE,
    guild_id INTEGER NOT NULL,
    weeks INTEGER NOT NULL CHECK (weeks >= 1),
    anchor TEXT NOT NULL,
    turn TEXT NOT NULL,
    soon TEXT NOT NULL,
    set_by INTEGER NOT NULL,
    next_at INTEGER NOT NULL
) STRICT;
CREATE INDEX rhythm_waiting ON rhythm (next_at);
-- The date of the turn that called a meeting: a turn calls once.
ALTER TABLE meeting ADD COLUMN turn TEXT;
CREATE UNIQUE INDEX meeting_by_turn ON meeting (group_id, turn) WHERE turn IS NOT NULL;
