"""Tests of the sources of secrets."""
