"""Everything about a lot that somebody else can check without trusting us, in one archive."""
