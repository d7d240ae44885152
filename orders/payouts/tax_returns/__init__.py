"""Tax that was withheld, on its way to the state: the monthly return, and the money."""
