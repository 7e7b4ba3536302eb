-- All instants are UTC seconds; all lengths and lead times are minutes.
-- guild_id stands in every table that a server's data can be erased by.

CREATE TABLE server (
    guild_id INTEGER PRIMARY KEY,
    creators TEXT NOT NULL CHECK (creators IN ('managers', 'everyone'))
) STRICT;

CREATE TABLE person (
    guild_id INTEGER NOT NULL,
    member_id INTEGER NOT NULL,
    zone TEXT NOT NULL,
    PRIMARY KEY (guild_id, member_id)
) STRICT, WITHOUT ROWID;

CREATE TABLE consultation_group (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    guild_id INTEGER NOT NULL,
    channel_id INTEGER NOT NULL UNIQUE,
    forum INTEGER NOT NULL CHECK (forum IN (0, 1)),
    name TEXT NOT NULL COLLATE NOCASE,
    zone TEXT NOT NULL,
    quorum INTEGER NOT NULL CHECK (quorum >= 1),
    length INTEGER NOT NULL CHECK (length >= 1),
    leads TEXT NOT NULL,
    voice_channel_id INTEGER,
    created_at INTEGER NOT NULL,
    UNIQUE (guild_id, name)
) STRICT;

CREATE TABLE membership (
    group_id INTEGER NOT NULL REFERENCES consultation_group (id) ON DELETE CASCADE,
    member_id INTEGER NOT NULL,
    joined_at INTEGER NOT NULL,
    PRIMARY KEY (group_id, member_id)
) STRICT, WITHOUT ROWID;

CREATE TABLE meeting (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    guild_id INTEGER NOT NULL,
    group_id INTEGER NOT NULL REFERENCES consultation_group (id) ON DELETE CASCADE,
    convener_id INTEGER NOT NULL,
    uid TEXT NOT NULL UNIQUE,
    topic TEXT NOT NULL,
    kind TEXT NOT NULL,
    soon TEXT NOT NULL,
    length INTEGER NOT NULL,
    phase TEXT NOT NULL,
    called_at INTEGER NOT NULL,
    changed_at INTEGER NOT NULL,
    deadline INTEGER NOT NULL,
    round INTEGER NOT NULL,
    revision INTEGER NOT NULL,
    starts_at INTEGER,
    ends_at INTEGER,
    poll_channel INTEGER,
    poll_message INTEGER,
    card_channel INTEGER,
    card_message INTEGER,
    thread INTEGER,
    event INTEGER,
    version INTEGER NOT NULL DEFAULT 1,
    shown INTEGER NOT NULL DEFAULT 0
) STRICT;
CREATE INDEX meeting_by_group ON meeting (group_id, phase);
CREATE INDEX meeting_unshown ON meeting (id) WHERE shown < version;

CREATE TABLE slot (
    meeting_id INTEGER NOT NULL REFERENCES meeting (id) ON DELETE CASCADE,
    starts_at INTEGER NOT NULL,
    ends_at INTEGER NOT NULL CHECK (ends_at > starts_at),
    PRIMARY KEY (meeting_id, starts_at)
) STRICT, WITHOUT ROWID;

CREATE TABLE answer (
    meeting_id INTEGER NOT NULL REFERENCES meeting (id) ON DELETE CASCADE,
    member_id INTEGER NOT NULL,
    note TEXT NOT NULL,
    answered_at INTEGER NOT NULL,
    PRIMARY KEY (meeting_id, member_id)
) STRICT, WITHOUT ROWID;

CREATE TABLE choice (
    meeting_id INTEGER NOT NULL,
    member_id INTEGER NOT NULL,
    starts_at INTEGER NOT NULL,
    choice TEXT NOT NULL CHECK (choice IN ('yes', 'if need be', 'no')),
    PRIMARY KEY (meeting_id, member_id, starts_at),
    FOREIGN KEY (meeting_id, member_id) REFERENCES answer ON DELETE CASCADE,
    FOREIGN KEY (meeting_id, starts_at) REFERENCES slot ON DELETE CASCADE
) STRICT, WITHOUT ROWID;

CREATE TABLE attendance (
    meeting_id INTEGER NOT NULL REFERENCES meeting (id) ON DELETE CASCADE,
    member_id INTEGER NOT NULL,
    state TEXT NOT NULL CHECK (state IN ('coming', 'tentative', 'not coming')),
    PRIMARY KEY (meeting_id, member_id)
) STRICT, WITHOUT ROWID;

-- Everything that happens at a time. `withdrawn` marks an entry that left the plan while it was
-- being sent: whether it arrived is found out, and then it is taken back.
CREATE TABLE outbox (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    guild_id INTEGER NOT NULL,
    meeting_id INTEGER NOT NULL REFERENCES meeting (id) ON DELETE CASCADE,
    key TEXT NOT NULL UNIQUE,
    action TEXT NOT NULL,
    lead INTEGER,
    nonce TEXT NOT NULL,
    due_at INTEGER NOT NULL,
    expires_at INTEGER,
    next_at INTEGER NOT NULL,
    state TEXT NOT NULL CHECK (
        state IN ('pending', 'sending', 'done', 'gone', 'failed', 'missed', 'cancelled')
    ),
    withdrawn INTEGER NOT NULL DEFAULT 0 CHECK (withdrawn IN (0, 1)),
    attempts INTEGER NOT NULL DEFAULT 0,
    first_try_at INTEGER,
    lease_until INTEGER,
    finished_at INTEGER,
    channel_id INTEGER,
    message_id INTEGER
) STRICT;
CREATE INDEX outbox_waiting ON outbox (next_at) WHERE state IN ('pending', 'sending');
CREATE INDEX outbox_by_meeting ON outbox (meeting_id);

-- A call that was typed and passed the guard, but is not posted yet.
CREATE TABLE draft (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    guild_id INTEGER NOT NULL,
    group_id INTEGER NOT NULL REFERENCES consultation_group (id) ON DELETE CASCADE,
    member_id INTEGER NOT NULL,
    meeting_id INTEGER REFERENCES meeting (id) ON DELETE CASCADE,
    topic TEXT NOT NULL,
    kind TEXT NOT NULL,
    soon TEXT NOT NULL,
    length INTEGER NOT NULL,
    typed TEXT NOT NULL,
    slots TEXT NOT NULL,
    created_at INTEGER NOT NULL
) STRICT;

-- What remains of a warning: where, of which kinds, and what the author decided. Never a text.
CREATE TABLE warning (
    message_id INTEGER PRIMARY KEY,
    guild_id INTEGER NOT NULL,
    channel_id INTEGER NOT NULL,
    author_id INTEGER NOT NULL,
    reply_id INTEGER,
    kinds TEXT NOT NULL,
    decision TEXT CHECK (decision IN ('deleted', 'false alarm', 'consented', 'edited')),
    warned_at INTEGER NOT NULL,
    decided_at INTEGER
) STRICT;
