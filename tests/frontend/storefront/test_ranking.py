"""The page says what the API says, and that places are not for sale."""

import pytest
from django.test import Client

from tests.frontend.fake_api import FakeApi

FIGURES = {
    "nameWeight": 3.0,
    "detailsWeight": 2.5,
    "descriptionWeight": 1.0,
    "ownLanguageWeight": 4.0,
    "fallbackLanguageWeight": 1.0,
    "otherLanguageWeight": 0.7,
    "synonymWeight": 0.6,
    "paidPlacement": False,
}


@pytest.mark.parametrize(
    ("language", "figure"), [("en", "× 2.5"), ("nl", "× 2,5"), ("vi", "× 2,5"), ("zh-Hans", "× 2.5")]
)
def test_the_figures_are_those_of_the_search(browser: Client, api: FakeApi, language: str, figure: str) -> None:
    api.answers["Ranking"] = {"searchRanking": FIGURES}
    html = browser.get(f"/{language}/eu/ranking").content.decode()
    assert figure in html
    assert html.count("<h1") == 1


def test_paid_places_would_be_admitted(browser: Client, api: FakeApi) -> None:
    api.answers["Ranking"] = {"searchRanking": FIGURES}
    assert "There are none." in browser.get("/en/eu/ranking").content.decode()
    api.answers["Ranking"] = {"searchRanking": {**FIGURES, "paidPlacement": True}}
    assert "labelled as an advertisement" in browser.get("/en/eu/ranking").content.decode()
    assert "There are none." not in browser.get("/en/eu/ranking").content.decode()
