"""The SMTP dialogue of a login, pure: octets and replies in, commands out."""
