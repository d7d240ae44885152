"""Every error in the reader's language: what happened, what was kept, a search and a way out."""

import re

import pytest
from django.core.exceptions import RequestDataTooBig
from django.db import OperationalError
from django.http import HttpRequest, HttpResponse
from django.test import Client, RequestFactory

from frontend.errors.error_page import STATUSES, error_page
from frontend.errors.handlers import bad_request, server_error
from i18n.languages import LANGUAGES
from tests.frontend.fake_api import FakeApi
from tests.frontend.soundness import problems


@pytest.fixture
def request_of_a_page(browser: Client) -> HttpRequest:
    return RequestFactory().get("/nl/eu/nowhere")


@pytest.mark.parametrize("status", STATUSES)
def test_each_error_has_its_page_in_each_language(browser: Client, api: FakeApi, status: int) -> None:
    for language in LANGUAGES:
        response = error_page(RequestFactory().get(f"/{language}/eu/nowhere"), status)
        html = response.content.decode()
        assert response.status_code == status
        assert response.headers["Content-Language"] == language
        assert problems(html, language=language) == []
        assert f'action="/{language}/eu/products"' in html, "a search"
        assert f'href="/{language}/eu/"' in html, "a way out"
        assert 'content="noindex, follow"' in html
        assert len(re.findall(r"<p[ >]", html.split("<main", 1)[1].split("</main>", 1)[0])) >= 3


def test_what_passes_says_when(request_of_a_page: HttpRequest, api: FakeApi) -> None:
    assert error_page(request_of_a_page, 503).headers["Retry-After"] == "60"
    waiting = error_page(request_of_a_page, 429, retry_after=150)
    assert waiting.headers["Retry-After"] == "150"
    assert "Retry-After" not in error_page(request_of_a_page, 500).headers


def test_too_much_is_413_and_the_rest_400(request_of_a_page: HttpRequest, api: FakeApi) -> None:
    assert bad_request(request_of_a_page, RequestDataTooBig("2.5 MB")).status_code == 413
    assert bad_request(request_of_a_page, ValueError("?")).status_code == 400


@pytest.mark.parametrize(("trouble", "status"), [(OperationalError("away"), 503), (KeyError("bug"), 500)])
def test_a_database_that_is_away_is_no_defect(
    request_of_a_page: HttpRequest, api: FakeApi, trouble: Exception, status: int
) -> None:
    def failing() -> HttpResponse:
        try:
            raise trouble
        except type(trouble):
            return server_error(request_of_a_page)

    assert failing().status_code == status
    assert not api.calls, "nothing more is asked when something is broken"


@pytest.mark.parametrize(
    ("method", "path", "allowed"),
    [("get", "/theme", "POST"), ("get", "/deliver-to", "POST"), ("delete", "/nl/eu/terms", "GET, HEAD, POST")],
)
def test_another_method_is_told_what_is_allowed(
    browser: Client, api: FakeApi, method: str, path: str, allowed: str
) -> None:
    page = Client()
    response = getattr(page, method)(path)
    assert (response.status_code, response.headers["Allow"]) == (405, allowed)
    assert b"<h1>" in response.content
