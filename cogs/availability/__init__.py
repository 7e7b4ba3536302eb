"""Members' usual hours: `/availability`, and the answer that they suggest to a poll."""
