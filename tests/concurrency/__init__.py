"""Many buyers at once, in processes of their own, some of which die."""
