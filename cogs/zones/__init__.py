"""Members' time zones: asked once, kept, and changed by `/zone`."""
