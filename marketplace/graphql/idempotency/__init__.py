"""The same key gives the same answer: what lets a client repeat a creating mutation without creating twice."""
