"""When sellers are paid, and who is not paid for now."""
