-- A warning remembers its group, how its author was told and where, and when to remind them once.
CREATE TABLE warning_with_group (
    message_id INTEGER PRIMARY KEY,
    guild_id INTEGER NOT NULL,
    group_id INTEGER,
    channel_id INTEGER NOT NULL,
    author_id INTEGER NOT NULL,
    told TEXT NOT NULL CHECK (told IN ('in reply', 'privately', 'removed', 'nobody')),
    reply_channel_id INTEGER,
    reply_id INTEGER,
    kinds TEXT NOT NULL,
    decision TEXT CHECK (
        decision IN ('deleted', 'rewritten', 'false alarm', 'consented', 'edited')
    ),
    warned_at INTEGER NOT NULL,
    remind_at INTEGER,
    decided_at INTEGER
) STRICT;
INSERT INTO warning_with_group
SELECT
    message_id,
    guild_id,
    NULL,
    channel_id,
    author_id,
    'in reply',
    CASE WHEN reply_id IS NULL THEN NULL ELSE channel_id END,
    reply_id,
    kinds,
    decision,
    warned_at,
    NULL,
    decided_at
FROM warning;
DROP TABLE warning;
ALTER TABLE warning_with_group RENAME TO warning;
CREATE INDEX warning_to_remind ON warning (remind_at) WHERE remind_at IS NOT NULL;
CREATE INDEX warning_by_group ON warning (group_id);

-- How strict the guard is: for a group as a whole (channel 0), or for one of its channels.
CREATE TABLE guard_choice (
    group_id INTEGER NOT NULL REFERENCES consultation_group (id) ON DELETE CASCADE,
    channel_id INTEGER NOT NULL,
    strictness TEXT NOT NULL CHECK (strictness IN ('quiet', 'nudge', 'strict')),
    PRIMARY KEY (group_id, channel_id)
) STRICT, WITHOUT ROWID;

-- What a group said is no identifier: keyed hashes, and the key; never a word.
CREATE TABLE guard_key (
    group_id INTEGER PRIMARY KEY REFERENCES consultation_group (id) ON DELETE CASCADE,
    key BLOB NOT NULL
) STRICT;

CREATE TABLE guard_lesson (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    group_id INTEGER NOT NULL REFERENCES consultation_group (id) ON DELETE CASCADE,
    hash BLOB NOT NULL,
    learned_at INTEGER NOT NULL,
    UNIQUE (group_id, hash)
) STRICT;
