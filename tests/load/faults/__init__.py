"""What goes wrong, one file each: how it strikes, how it is over, and what has to hold meanwhile."""
