"""The lockout guard, the memory it keeps on disk, and what is said of both."""
