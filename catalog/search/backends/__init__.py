"""Search engines: one folder each, with a ``backend.py`` that has ``create() -> SearchBackend``."""
