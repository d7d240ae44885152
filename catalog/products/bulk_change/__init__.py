"""One change to many products at once: looked at first, then made, and taken back for some minutes."""
