"""What providers keep for their work."""
