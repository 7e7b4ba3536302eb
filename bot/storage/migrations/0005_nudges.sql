-- Who has not answered a poll is asked once more: how each likes it, how often a group bears it,
-- and which rounds of a poll have done so.
CREATE TABLE wish (
    guild_id INTEGER NOT NULL,
    member_id INTEGER NOT NULL,
    nudge TEXT NOT NULL CHECK (nudge IN ('thread', 'dm')),
    PRIMARY KEY (guild_id, member_id)
) STRICT, WITHOUT ROWID;
ALTER TABLE consultation_group ADD COLUMN nudges INTEGER NOT NULL DEFAULT 1 CHECK (nudges >= 0);
ALTER TABLE meeting ADD COLUMN nudged INTEGER NOT NULL DEFAULT 0;
ALTER TABLE meeting ADD COLUMN nudged_round INTEGER NOT NULL DEFAULT 0;
ALTER TABLE outbox ADD COLUMN member_id INTEGER;
