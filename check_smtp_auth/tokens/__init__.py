"""OAuth access tokens for unattended use: fetched, cached, rotated; and the first sign-in."""
