-- Whether what was answered to a poll is hidden from who has not answered it.
ALTER TABLE consultation_group ADD COLUMN answers TEXT NOT NULL DEFAULT 'open'
    CHECK (answers IN ('open', 'hidden'));
