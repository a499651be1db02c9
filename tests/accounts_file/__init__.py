"""The accounts file: text to entries, and what a run makes of it."""
