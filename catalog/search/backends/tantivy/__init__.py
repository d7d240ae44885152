"""The embedded engine: an index on this machine's disk, for all processes of one host."""
