"""What may not be imported somewhere, or only with papers; what makers are reminded of. Dated data, no ruling."""
