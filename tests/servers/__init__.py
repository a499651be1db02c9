"""Real mail servers, started privately on loopback, for the tests marked `servers`."""
