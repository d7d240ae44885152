"""What was sold, to whom and how well, added up in the database: a number of statements that does not grow with it."""
