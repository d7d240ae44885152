"""A secret as it travels through the program: closed, until somebody opens it by name."""

from dataclasses import dataclass, field

from marketplace.sealed.seal import seal, unseal


@dataclass(frozen=True, slots=True)
class Secret:
    """Prints, logs and serializes as nothing that could be read. Two are equal when they were sealed at once."""

    sealed: str = field(repr=False)
    """Empty for no secret at all."""

    @classmethod
    def of(cls, text: str) -> "Secret":
        return cls(seal(text) if text else "")

    def open(self) -> str:
        """The text itself; raises `BrokenSeal`. Only for the moment it is needed."""
        return unseal(self.sealed) if self.sealed else ""

    def __str__(self) -> str:
        return "••••" if self.sealed else ""

    def __bool__(self) -> bool:
        return bool(self.sealed)
