"""What is remembered from run to run: the lockout guard, the history, the baseline."""
