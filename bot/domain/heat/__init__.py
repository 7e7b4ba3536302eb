"""What a picture of hours shows: rows of times, columns of days, and how many people in each.

Counts alone, never who: that somebody is free is theirs to tell. How it looks is for the pictures,
what it says for the wording; this room knows neither.
"""
