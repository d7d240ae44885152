"""A seller's first steps, from the application to the first money: what is done is read from the facts."""
