"""Sockets, TLS, DNS, clock and deadlines: the only room that waits."""
