"""Established schedules: a rule on a calendar, and the meetings that come of it.

`rule` gives local dates, `schedule` the series and its occurrences as instants, `course` the series
together with the meetings that exist of it, `steps` how a series changes. What others may call:
`occurrences(series, since, until)` (pure, by the rule alone), `occurring(course, since, until)` (as
they really are: moved, off, told of). This room knows nothing of calendars' files or of holidays.
"""
