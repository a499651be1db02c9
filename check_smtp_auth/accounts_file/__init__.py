"""Files of accounts: read, cut into sections, made into entries. Nothing is imported here."""
