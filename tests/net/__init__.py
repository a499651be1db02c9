"""Tests of check_smtp_auth.net."""
