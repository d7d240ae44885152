"""What is counted for Prometheus. Every name begins with ``marketplace_``; labels have few values, none of a person."""
