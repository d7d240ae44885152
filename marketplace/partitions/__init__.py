"""Tables that grow for ever, in parts by month on PostgreSQL; SQLite keeps them whole."""
