"""Addresses that are neither a page nor the API."""

import pytest
from django.conf import settings
from django.test import Client

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize(
    "path", ["/documents/forged", "/corrections/forged", "/media/none.webp", "/media/" + "x" * 300]
)
def test_what_is_not_there_is_said_to_be_not_there(path: str) -> None:
    answer = Client().get(path)
    assert answer.status_code == 404
    assert b"<h1" in answer.content


@pytest.mark.parametrize("path", ["/media/../secret_key", "/media/%2e%2e/secret_key", "/media//etc/passwd"])
def test_only_pictures_are_served(path: str) -> None:
    (settings.DATA_DIR / "secret_key").write_text("not a picture")
    assert Client().get(path).status_code == 404


def test_a_picture_is_served() -> None:
    settings.MEDIA_ROOT.mkdir(exist_ok=True)
    (settings.MEDIA_ROOT / "small.webp").write_bytes(b"RIFF")
    answer = Client().get("/media/small.webp")
    assert answer.status_code == 200 and answer["Content-Type"] == "image/webp"
    assert b"".join(answer.streaming_content) == b"RIFF"  # type: ignore[attr-defined]  # a file is streamed


def test_health_asks_the_database(django_assert_num_queries) -> None:  # type: ignore[no-untyped-def]  # pytest-django's own type is private
    with django_assert_num_queries(1):
        assert Client().get("/health").json() == {"status": "ok"}
