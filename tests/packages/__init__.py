"""The packages are built, and hold what they promise."""
