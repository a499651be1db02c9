"""Outcomes to output: each format a file, which renders and decides nothing."""
