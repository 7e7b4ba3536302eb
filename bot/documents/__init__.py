"""The text of attached documents: what can be read in a file, within limits of size and time.

It does *not* know Discord, nor what is looked for in a text. Nothing of a document is written.
"""
