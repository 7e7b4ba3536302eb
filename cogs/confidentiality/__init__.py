"""The guard over what members write: warnings, their private reviews, and the check of a draft.

No text is kept or logged here: a warning leaves ids, kinds and the author's decision behind.
"""
