"""Browsers of people at the desks, with cookies and forms as real ones have them."""

import re
from typing import Any

from django.test import Client

from frontend.visit import ACCESS, REFRESH
from marketplace.accounts.models import User
from marketplace.accounts.tokens.issue import issue_tokens
from tests.frontend.conftest import post
from tests.frontend.soundness import problems


def sign_in(browser: Client, user: User) -> Client:
    """With the cookies that the sign-in page would leave; without its limit on attempts a minute."""
    tokens = issue_tokens(user)
    browser.cookies[ACCESS] = tokens.access
    browser.cookies[REFRESH] = tokens.refresh
    return browser


def read(browser: Client, path: str, *, status: int = 200) -> str:
    """The page's HTML, which has to be sound."""
    response = browser.get(path)
    assert response.status_code == status, (path, response.status_code)
    html = response.content.decode()
    found = problems(html, language=path.split("/")[1])
    assert not found, (path, found)
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
    found = problems(html, language=path.split("/")[1])
    assert not found, (path, found)
    assert 'role="alert"' in html
    return html


def said(answer: Any) -> str:
    """What a refused form says, for the message of a test that did not expect it."""
    html = answer.content.decode()
    return f"{answer.status_code}: " + " | ".join(re.findall(r'role="alert".*?</div>', html, re.DOTALL))
