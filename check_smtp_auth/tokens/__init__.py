"""OAuth access tokens for unattended use: got, kept, rotated."""
