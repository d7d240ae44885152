"""One payout: what it pays, its states, the verbs that move it."""
