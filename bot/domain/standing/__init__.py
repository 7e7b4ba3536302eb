"""Standing availability: a member's usual free hours, dates away, and what a group has in common.

A pattern is what a clock on the member's wall shows, week after week; it becomes instants only
where a window of real time is looked at. This room knows nothing of meetings or polls.
"""
