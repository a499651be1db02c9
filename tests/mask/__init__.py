"""Tests of what hides a secret that others print."""
