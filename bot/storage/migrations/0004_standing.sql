-- Usual hours by weekday (Monday is 0), in minutes of the member's own day; an end past 1440 is the
-- next morning. The zone stands in person: the pattern stays local when a member moves.
CREATE TABLE usual_hours (
    guild_id INTEGER NOT NULL,
    member_id INTEGER NOT NULL,
    weekday INTEGER NOT NULL CHECK (weekday BETWEEN 0 AND 6),
    starts INTEGER NOT NULL CHECK (starts BETWEEN 0 AND 1439),
    ends INTEGER NOT NULL CHECK (ends > starts AND ends <= starts + 1440),
    PRIMARY KEY (guild_id, member_id, weekday, starts)
) STRICT, WITHOUT ROWID;

-- Hours outside of which a member is not to be proposed times; no row stands for 8 to 21.
CREATE TABLE decent_hours (
    guild_id INTEGER NOT NULL,
    member_id INTEGER NOT NULL,
    starts INTEGER NOT NULL CHECK (starts BETWEEN 0 AND 1439),
    ends INTEGER NOT NULL CHECK (ends > starts AND ends <= starts + 1440),
    PRIMARY KEY (guild_id, member_id)
) STRICT, WITHOUT ROWID;

-- Days away, both included, as dates of the member's own calendar (2026-12-24).
CREATE TABLE away (
    guild_id INTEGER NOT NULL,
    member_id INTEGER NOT NULL,
    first_day TEXT NOT NULL,
    last_day TEXT NOT NULL CHECK (last_day >= first_day),
    PRIMARY KEY (guild_id, member_id, first_day)
) STRICT, WITHOUT ROWID;
