"""Why an account, or what somebody may do, is not changed."""


class NotToBlock(Exception):
    """It is one's own account, or a colleague's who has rights: those are taken first."""

    def __init__(self, *, is_staff: bool) -> None:
        super().__init__("this account is not to be blocked")
        self.is_staff = is_staff


class NotThatState(Exception):
    """The account is blocked already, or is not, or was erased."""


class ReasonNeeded(Exception):
    """Nobody is shut out without being told why."""


class OwnRoles(Exception):
    """Nobody gives rights to themselves, or takes them."""


class LastOperator(Exception):
    """Somebody has to be left who can do everything."""
