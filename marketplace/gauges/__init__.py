"""Figures that nobody counts as they happen: how much waits, how old it is, how it stands. Asked when Prometheus asks.

One small file a subject with a ``read()``; `readings.py` asks them all, at most every fifteen seconds for all
processes together. Each of their statements reads an index of what waits, never a whole table.
"""
