-- Each is reminded as they like it. In leads NULL stands for the group's lead times, '' for none;
-- quiet hours are minutes of the member's own day, an end past 1440 is the next morning.
ALTER TABLE wish ADD COLUMN leads TEXT;
ALTER TABLE wish ADD COLUMN place TEXT NOT NULL DEFAULT 'thread' CHECK (place IN ('thread', 'dm'));
ALTER TABLE wish ADD COLUMN quiet_starts INTEGER CHECK (quiet_starts BETWEEN 0 AND 1439);
ALTER TABLE wish ADD COLUMN quiet_ends INTEGER CHECK (quiet_ends > quiet_starts);
ALTER TABLE wish ADD COLUMN since INTEGER;

-- What a member said on a reminder: once more at that time, or no more of this meeting.
CREATE TABLE reminder_choice (
    meeting_id INTEGER NOT NULL REFERENCES meeting (id) ON DELETE CASCADE,
    member_id INTEGER NOT NULL,
    snoozed_until INTEGER,
    hushed INTEGER NOT NULL CHECK (hushed IN (0, 1)),
    PRIMARY KEY (meeting_id, member_id)
) STRICT, WITHOUT ROWID;

-- Who said after a meeting whether they were there.
CREATE TABLE attended (
    meeting_id INTEGER NOT NULL REFERENCES meeting (id) ON DELETE CASCADE,
    member_id INTEGER NOT NULL,
    was_there INTEGER NOT NULL CHECK (was_there IN (0, 1)),
    PRIMARY KEY (meeting_id, member_id)
) STRICT, WITHOUT ROWID;
