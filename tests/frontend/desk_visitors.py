"""Browsers of people at the desks: signed in through the page, with cookies and forms as a real one has them."""

import re
from typing import Any

from django.test import Client

from marketplace.accounts.models import User
from tests.factories.accounts import PASSWORD
from tests.frontend.conftest import post
from tests.frontend.soundness import problems


def sign_in(browser: Client, user: User) -> Client:
    answer: Any = post(browser, "/en/eu/sign-in", "enter", email=user.email, password=PASSWORD)
    assert answer.status_code == 302, answer.content.decode()
    return browser


def read(browser: Client, path: str, *, status: int = 200) -> str:
    """The page's HTML, which has to be sound."""
    response = browser.get(path)
    assert response.status_code == status, (path, response.status_code)
    html = response.content.decode()
    assert problems(html, language=path.split("/")[1]) == [], path
    return html


def carried_out(browser: Client, path: str, action: str, **fields: Any) -> str:
    """Send a form that succeeds; the HTML of the page it leads to."""
    answer: Any = post(browser, path, action, **fields)
    assert answer.status_code == 302, said(answer)
    return read(browser, answer.headers["Location"])


def refused(browser: Client, path: str, action: str, **fields: Any) -> str:
    """Send a form that comes back; the HTML with its errors, which has to be sound too."""
    answer: Any = post(browser, path, action, **fields)
    assert answer.status_code == 422, answer.status_code
    html: str = answer.content.decode()
    assert problems(html, language=path.split("/")[1]) == [], path
    assert 'role="alert"' in html
    return html


def said(answer: Any) -> str:
    """What a refused form says, for the message of a test that did not expect it."""
    html = answer.content.decode()
    return f"{answer.status_code}: " + " | ".join(re.findall(r'<p class="error"[^>]*>([^<]*)', html))
