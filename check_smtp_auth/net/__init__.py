"""Sockets, TLS, DNS, helper threads and deadlines: what a check waits for, it waits for here."""
