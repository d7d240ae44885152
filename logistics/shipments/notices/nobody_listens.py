"""A message to an address of which nobody is the owner."""


class NobodyListens(LookupError):
    """There is no account or subscription of this key with this carrier."""
