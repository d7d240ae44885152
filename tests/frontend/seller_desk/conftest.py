"""A desk and people at it, against the real API."""

import re
from collections.abc import Callable
from typing import Any

import pytest
from django.test import Client

from marketplace.accounts.models import User
from marketplace.accounts.tokens import issue_tokens
from tests.frontend.seller_desk.world import Desk, make_desk

CSRF = "a" * 32


class Person(Client):
    """Somebody's browser at the desk of the woodworks; every form carries its token, as the page would have it."""

    def __init__(self, user: User | None, base: str = "/en/seller/moc-vi-du/") -> None:
        super().__init__(enforce_csrf_checks=True)
        self.base = base
        self.cookies["csrftoken"] = CSRF
        if user is not None:
            self.cookies["access"] = issue_tokens(user).access

    def see(self, path: str = "") -> str:
        """The page, which must be there."""
        answer = self.get(self.base + path)
        assert answer.status_code == 200, (answer.status_code, path)
        return answer.content.decode()

    def send(self, path: str, action: str, **fields: Any) -> Any:
        """The answer to a form of the page."""
        return self.post(self.base + path, {"csrfmiddlewaretoken": CSRF, "action": action, **fields})

    def done(self, path: str, action: str, **fields: Any) -> str:
        """Where a form leads after a success."""
        answer = self.send(path, action, **fields)
        assert answer.status_code == 302, _problem(answer)
        return str(answer["Location"])

    def refused(self, path: str, action: str, **fields: Any) -> str:
        """The page that comes back with what is wrong."""
        answer = self.send(path, action, **fields)
        assert answer.status_code == 422, _problem(answer)
        return str(answer.content.decode())


def _problem(answer: Any) -> tuple[int, list[str]]:
    """What an unexpected answer says is wrong."""
    return answer.status_code, re.findall(r'class="(?:error|problem|cell-error)"[^>]*>([^<]+)', answer.content.decode())


@pytest.fixture
def desk(db: None, settings: Any, tmp_path: Any) -> Desk:
    settings.MEDIA_ROOT = tmp_path / "media"
    settings.SEARCH_INDEX_DIR = tmp_path / "search"
    return make_desk()


@pytest.fixture
def owner(desk: Desk) -> Person:
    return Person(desk.cast.woodworks.owner)


@pytest.fixture
def packer(desk: Desk) -> Person:
    return Person(desk.cast.woodworks.packer)


@pytest.fixture
def someone(desk: Desk) -> Callable[[User | None], Person]:
    return Person
