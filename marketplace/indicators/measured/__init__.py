"""One file for each indicator: its `DEFINITION`, and how it is counted with a fixed number of statements."""
