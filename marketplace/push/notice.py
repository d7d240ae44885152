"""Notice: what is to be said to whom, before it is words in anybody's language."""

from collections.abc import Callable
from dataclasses import dataclass

from marketplace.accounts.models import User
from marketplace.push.kinds import PushKind


@dataclass(frozen=True, slots=True)
class Words:
    """As one person reads them: a line, another, and the path of the page they lead to."""

    title: str
    body: str
    path: str


@dataclass(frozen=True, slots=True)
class Notice:
    """``about`` is the same for one event for ever; ``words`` is asked for each person, in their language."""

    kind: PushKind
    about: str
    words: Callable[[User], Words]
