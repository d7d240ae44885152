"""Tax that a platform keeps back from household and individual sellers for the Vietnamese state."""
