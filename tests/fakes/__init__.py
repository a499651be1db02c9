"""Stand-ins for what a test cannot have: a mail server that misbehaves to order, wrong
certificates; and the plugin run as a monitor runs it.
"""
