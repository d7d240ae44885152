"""A number that its own check digit says is mistyped."""


class BadIdentifier(ValueError):
    """``kind`` is the short name of the standard: ``ISO 6346``, ``IMO``, ``S10``, ``AWB``, ``SSCC``."""

    def __init__(self, kind: str, value: str) -> None:
        super().__init__(f"{value!r} is not a number of {kind}")
        self.kind = kind
        self.value = value
