"""Lists of participants as XML files, in the form we assume for a trade-promotion agency."""
