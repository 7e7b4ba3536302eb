-- Rules of Discord's AutoMod that were asked for. No rule_id: it waits for channels to fit in.
CREATE TABLE automod_rule (
    guild_id INTEGER NOT NULL,
    part TEXT NOT NULL CHECK (part IN ('numbers', 'contacts')),
    rule_id INTEGER,
    PRIMARY KEY (guild_id, part)
) STRICT, WITHOUT ROWID;
