"""Where a tax invoice is handed over: one folder for each provider."""
