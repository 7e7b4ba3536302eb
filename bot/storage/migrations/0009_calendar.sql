-- A member's calendar feed is read by a random token, of which only the hash is kept.
CREATE TABLE calendar_link (
    guild_id INTEGER NOT NULL,
    member_id INTEGER NOT NULL,
    digest BLOB NOT NULL UNIQUE,
    made_at INTEGER NOT NULL,
    PRIMARY KEY (guild_id, member_id)
) STRICT, WITHOUT ROWID;
