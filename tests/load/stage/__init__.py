"""The installation: every process is one of its own, on loopback, with a pid that is known."""
