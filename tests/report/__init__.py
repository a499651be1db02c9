"""Tests of check_smtp_auth.report."""
