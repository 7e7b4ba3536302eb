-- A formal group has presenters in turn; rounds are in minutes.
ALTER TABLE consultation_group ADD COLUMN structure TEXT NOT NULL DEFAULT 'informal'
    CHECK (structure IN ('informal', 'formal'));
ALTER TABLE consultation_group ADD COLUMN presenters INTEGER NOT NULL DEFAULT 1;
ALTER TABLE consultation_group ADD COLUMN opening INTEGER NOT NULL DEFAULT 5;
ALTER TABLE consultation_group ADD COLUMN closing INTEGER NOT NULL DEFAULT 5;

-- The agenda of a meeting; a meeting without a row has an empty one. After the meeting it goes, and
-- what remains is who took a turn, and when (turn_taken).
CREATE TABLE agenda (
    meeting_id INTEGER PRIMARY KEY REFERENCES meeting (id) ON DELETE CASCADE,
    facilitator INTEGER,
    asks INTEGER NOT NULL,
    swaps INTEGER NOT NULL,
    given INTEGER NOT NULL,
    laid_number INTEGER,
    laid_revision INTEGER,
    laid_at INTEGER
) STRICT;

CREATE TABLE turn (
    meeting_id INTEGER NOT NULL REFERENCES agenda (meeting_id) ON DELETE CASCADE,
    member_id INTEGER NOT NULL,
    state TEXT NOT NULL CHECK (state IN ('offered', 'accepted', 'willing', 'passed', 'lapsed')),
    position INTEGER NOT NULL,
    ask INTEGER NOT NULL,
    at INTEGER NOT NULL,
    title TEXT NOT NULL,
    swap INTEGER,
    swap_to INTEGER,
    swap_at INTEGER,
    PRIMARY KEY (meeting_id, member_id)
) STRICT, WITHOUT ROWID;

CREATE TABLE topic (
    meeting_id INTEGER NOT NULL REFERENCES agenda (meeting_id) ON DELETE CASCADE,
    number INTEGER NOT NULL,
    member_id INTEGER NOT NULL,
    text TEXT NOT NULL,
    PRIMARY KEY (meeting_id, number)
) STRICT, WITHOUT ROWID;

CREATE TABLE box (
    meeting_id INTEGER NOT NULL REFERENCES agenda (meeting_id) ON DELETE CASCADE,
    place INTEGER NOT NULL,
    part TEXT NOT NULL CHECK (part IN ('opening', 'presenter', 'topic', 'talk', 'closing')),
    starts_at INTEGER NOT NULL,
    ends_at INTEGER NOT NULL CHECK (ends_at > starts_at),
    member_id INTEGER,
    text TEXT NOT NULL,
    PRIMARY KEY (meeting_id, place)
) STRICT, WITHOUT ROWID;

-- Who presented or facilitated at the meeting that began then; it goes when they leave the group.
CREATE TABLE turn_taken (
    group_id INTEGER NOT NULL,
    member_id INTEGER NOT NULL,
    part TEXT NOT NULL CHECK (part IN ('presenter', 'facilitator')),
    at INTEGER NOT NULL,
    PRIMARY KEY (group_id, member_id, part, at),
    FOREIGN KEY (group_id, member_id) REFERENCES membership ON DELETE CASCADE
) STRICT, WITHOUT ROWID;
