"""What people decide about notices on their devices."""
