"""Real monitors, started privately on loopback, that run the plugin."""
