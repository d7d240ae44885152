"""Mixed traffic over real HTTP against a whole installation, faults while it runs, and what must hold at the end.

``python -m tests.load load`` and ``python -m tests.load faults`` (`make load`, `make faults`).
"""
