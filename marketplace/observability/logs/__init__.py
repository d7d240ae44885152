"""One line of JSON for everything that is logged, by whichever library, without personal data and secrets."""
