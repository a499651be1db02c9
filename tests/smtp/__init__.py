"""Tests of the pure SMTP code: replies, capabilities, the dialogue."""
