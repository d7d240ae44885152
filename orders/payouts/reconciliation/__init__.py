"""What providers and banks say they hold, against the ledger. Differences are listed and explained, never adjusted."""
