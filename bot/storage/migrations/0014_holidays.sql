-- Whose public holidays a group keeps: a country by its two letters, and a region by its code there.
CREATE TABLE holiday_land (
    group_id INTEGER PRIMARY KEY REFERENCES consultation_group (id) ON DELETE CASCADE,
    guild_id INTEGER NOT NULL,
    country TEXT NOT NULL,
    region TEXT
) STRICT;
