"""How often a caller may do what bothers other people or tries out what is secret."""
