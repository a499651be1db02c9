"""Tests of the readers of programs' configuration."""
