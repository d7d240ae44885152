"""Secrets at rest: whoever copies the database reads none of them. Part of the kit: knows no domain."""
