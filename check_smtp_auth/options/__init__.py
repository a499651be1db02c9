"""The command line: options to an account, and what is wanted of it."""
