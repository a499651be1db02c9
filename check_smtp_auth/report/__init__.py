"""Outcomes to output: a module for each format, which renders and decides nothing."""
