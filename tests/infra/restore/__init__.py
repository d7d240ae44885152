"""A backup is worth what comes back of it: a marketplace lost and restored, with what it cost."""
