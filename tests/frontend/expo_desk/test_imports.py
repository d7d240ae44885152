"""A list of exhibitors from a spreadsheet: read, judged, applied."""

from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client

from marketplace.expo.exhibitor_import import ExhibitorImport, ImportTask
from marketplace.expo.imports import soon
from marketplace.expo.imports.sources import create_source
from marketplace.expo.imports.work import advance_lists
from marketplace.expo.models import Exhibitor
from marketplace.graphql import to_global_id
from tests.frontend.conftest import post
from tests.frontend.desk_visitors import read, refused, sign_in
from tests.frontend.expo_desk.world import Preparation, make_preparation

pytestmark = pytest.mark.django_db
LIST = "Company,Country,E-mail,Whatever\nKilnhouse Example Ltd,NL,info@kilnhouse.example,Pots\nBroken Ltd,NL,nowhere,\n"


@pytest.fixture
def fair(browser: Client) -> Preparation:
    made = make_preparation()
    sign_in(browser, made.officer)
    return made


def file(text: str = LIST, name: str = "exhibitors.csv") -> Any:
    return SimpleUploadedFile(name, text.encode(), content_type="text/csv")


def handed_in(browser: Client, path: str, act: str = "preview", **fields: Any) -> str:
    answer: Any = post(browser, path, act, **fields)
    assert answer.status_code == 302
    return str(answer.headers["Location"])


def test_without_a_file_or_with_another_kind_nothing_is_read(browser: Client, fair: Preparation) -> None:
    assert "Choose a file." in refused(browser, f"{fair.fair}/imports", "preview")
    refused(browser, f"{fair.fair}/imports", "preview", file=file("\x00\x01", "picture.png"))
    assert "Lists handed in" not in read(browser, f"{fair.fair}/imports")


def test_a_list_is_previewed_and_then_applied(browser: Client, fair: Preparation) -> None:
    path = handed_in(browser, f"{fair.fair}/imports", file=file())
    html = read(browser, path)
    assert "Kilnhouse Example Ltd" in html
    assert "E-mail:" in html, "the error names its column"
    assert "Kilnhouse Example Ltd" not in read(browser, f"{path}?show=errors")
    assert not Exhibitor.objects.filter(name__startswith="Kilnhouse").exists(), "nothing has changed yet"
    answer: Any = post(browser, path, "apply")
    assert answer.status_code == 302
    html = read(browser, path)
    assert "1 new, 0 changed, 0 as they were, 1 left out" in html
    assert "Apply the list" not in html
    assert Exhibitor.objects.get(name__startswith="Kilnhouse").country == "NL"
    again = read(browser, handed_in(browser, f"{fair.fair}/imports", file=file()))
    assert "as it is" in again


def test_a_column_is_told_what_it_means(browser: Client, fair: Preparation) -> None:
    path = handed_in(browser, f"{fair.fair}/imports", file=file())
    headers = ["Company", "Country", "E-mail", "Whatever"]
    chosen = {"field-0": "name", "field-1": "country", "field-2": "", "field-3": "categories"}
    refused(browser, path, "preview", header=headers, **{**chosen, "field-3": "name"}, file=file())
    refused(browser, path, "preview", header=headers, **{**chosen, "field-3": "nothing"}, file=file())
    html = read(browser, handed_in(browser, path, header=headers, **chosen, file=file()))
    assert "Pots" in html
    assert "Broken Ltd" in html
    assert "left out" not in html, "the bad column is not read any more"


def test_a_long_list_says_how_far_it_is(browser: Client, fair: Preparation, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(soon, "MOST_ROWS", 1)
    path = handed_in(browser, f"{fair.fair}/imports", file=file())
    post(browser, path, "apply")
    html = read(browser, path)
    assert "Waiting" in html and "Apply the list" not in html
    assert 'hx-trigger="every 2s"' in html and 'http-equiv="refresh"' in html, "it renews itself, with scripts or not"
    assert not Exhibitor.objects.filter(name__startswith="Kilnhouse").exists()
    assert advance_lists(ImportTask.APPLY) == 1
    html = read(browser, path)
    assert "1 new, 0 changed, 0 as they were, 1 left out" in html
    assert "every 2s" not in html and "refresh" not in html.partition("</head>")[0]


def test_a_source_that_is_asked_answers_later(browser: Client, fair: Preparation) -> None:
    source = create_source(name="Partner", feed="json_api", address="https://partner.example/list")
    path = handed_in(browser, f"{fair.fair}/imports", sourceId=to_global_id("ExhibitorSource", source.pk), act="fetch")
    assert "Being read" in read(browser, path)
    ExhibitorImport.objects.update(task="", problem={"code": "INVALID", "message": "This is not JSON.", "params": {}})
    html = read(browser, path)
    assert "It did not work" in html and "This is not JSON." in html
    assert "Failed" in read(browser, f"{fair.fair}/imports")
