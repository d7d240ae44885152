"""Thumbnails come by themselves, on first use as well, and never twice at once."""

import threading
import time
from pathlib import Path

import pytest
from django.core.cache import cache
from django.core.files.storage import default_storage
from django.test import Client
from PIL import Image

from catalog.events import PictureAdded
from catalog.products import media_files, thumbnails
from catalog.products.media import ProductMedia
from catalog.products.picture import thumbnail
from catalog.products.thumbnails import make_thumbnails, thumbnail_on_demand
from marketplace.events.models import OutboxMessage
from tests.factories.catalog import make_image, make_media, make_product

pytestmark = pytest.mark.django_db


def _folder(media: ProductMedia) -> str:
    return media.image.rpartition("/")[0]


def _files(media: ProductMedia) -> set[str]:
    return {path.name for path in Path(default_storage.path(_folder(media))).iterdir()}


def test_an_upload_answers_with_its_smallest_thumbnail_and_leaves_the_rest_to_the_background() -> None:
    media = make_media(make_product())
    assert _files(media) == {"2048.webp", "256.webp"}
    message = OutboxMessage.objects.get(name="PictureAdded")
    assert message.payload == {"media_id": media.pk}
    make_thumbnails(PictureAdded(media_id=media.pk))
    expected = {"2048.webp", "1024.webp", "512.webp", "256.webp", "1024.avif", "512.avif", "256.avif"}
    assert _files(media) == expected
    make_thumbnails(PictureAdded(media_id=media.pk))
    assert _files(media) == expected, "a second delivery leaves no half files and no doubles"


def test_a_picture_that_is_gone_is_no_error() -> None:
    media = make_media(make_product())
    media_files.remove(media.image)
    make_thumbnails(PictureAdded(media_id=media.pk))
    make_thumbnails(PictureAdded(media_id=10**9))
    assert thumbnail_on_demand(f"{_folder(media)}/512.avif") is None


def test_a_missing_thumbnail_is_made_when_it_is_asked_for() -> None:
    media = make_media(make_product(), image=make_image(2400, 1200))
    answer = Client().get(f"/media/{_folder(media)}/512.avif")
    assert (answer.status_code, answer["Content-Type"]) == (200, "image/avif")
    assert "immutable" in answer["Cache-Control"]
    with Image.open(default_storage.path(f"{_folder(media)}/512.avif")) as made:
        assert (made.format, made.size) == ("AVIF", (512, 256))


@pytest.mark.parametrize(
    "name", ["300.webp", "512.svg", "512.webp.x", "../512.webp", "512.AVIF", "99999999999999999999.avif"]
)
def test_nothing_but_the_known_sizes_is_made(name: str) -> None:
    media = make_media(make_product())
    assert Client().get(f"/media/{_folder(media)}/{name}").status_code == 404
    assert Client().get(f"/media/products/{'0' * 32}/512.avif").status_code == 404
    assert _files(media) == {"2048.webp", "256.webp"}


def test_who_comes_while_another_makes_it_gets_the_whole_picture_after_a_short_wait(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    media = make_media(make_product())
    monkeypatch.setattr(thumbnails, "LONGEST_WAIT", 0.1)
    cache.add(f"thumbnail:{media.image}:512:avif", 1)
    began = time.monotonic()
    answer = Client().get(f"/media/{_folder(media)}/512.avif")
    assert (answer.status_code, answer["Content-Type"], answer["Cache-Control"]) == (200, "image/webp", "no-store")
    assert time.monotonic() - began < 10
    cache.delete(f"thumbnail:{media.image}:512:avif")


def test_many_readers_at_once_make_it_once(monkeypatch: pytest.MonkeyPatch) -> None:
    media = make_media(make_product())
    made: list[int] = []

    def slow(kept: bytes, size: int, kind: str) -> bytes:
        made.append(size)
        time.sleep(0.2)
        return thumbnail(kept, size, kind)

    monkeypatch.setattr(media_files, "thumbnail", slow)
    path = f"{_folder(media)}/1024.avif"
    answers: list[str | None] = []
    readers = [threading.Thread(target=lambda: answers.append(thumbnail_on_demand(path))) for _ in range(6)]
    for reader in readers:
        reader.start()
    for reader in readers:
        reader.join()
    assert answers == [path] * 6 and made == [1024]
