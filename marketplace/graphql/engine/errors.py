"""What can go wrong in the engine itself, as opposed to in a resolver."""

from dataclasses import dataclass


class ExecutionTimeout(Exception):
    """The deadline passed while the operation was being executed; nothing of its data is returned."""

    def __init__(self, field: str) -> None:
        self.field = field
        super().__init__(f"The operation took too long; it was stopped before '{field}'.")


@dataclass(eq=False)
class AwaitableResult(TypeError):
    """A resolver returned a coroutine or future, which this synchronous engine cannot wait for."""

    field: str

    def __str__(self) -> str:
        return f"The resolver of '{self.field}' returned an awaitable; this executor is synchronous."


@dataclass(eq=False)
class BatchLengthMismatch(ValueError):
    """A batch resolver or an access rule didn't answer once per parent, so nothing can be matched to anybody."""

    field: str
    wanted: int
    got: int

    def __str__(self) -> str:
        return f"'{self.field}' was resolved for {self.wanted} parents but answered {self.got} values."
