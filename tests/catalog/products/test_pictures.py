import zlib
from io import BytesIO

import pytest
from django.core.files.storage import default_storage
from PIL import Image

from catalog.models import ProductMedia
from catalog.products import media_files, picture
from catalog.products.picture import NotAPicture, read_picture, thumbnail
from catalog.products.pictures import MOST_PICTURES, add_media, remove_media, reorder_media
from catalog.refusal import Refused
from tests.factories.catalog import make_image, make_media, make_product

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize("image_format", ["PNG", "JPEG", "WEBP"])
def test_a_picture_is_kept_as_webp_of_at_most_2048_pixels(image_format: str) -> None:
    media = make_media(make_product(), image=make_image(3000, 1500, image_format))
    with default_storage.open(media.image) as file, Image.open(file) as image:
        assert (image.format, image.size) == ("WEBP", (2048, 1024))
    assert (media.width, media.height) == (2048, 1024)


def test_thumbnails_are_webp_and_avif_of_every_size() -> None:
    media = make_media(make_product(), image=make_image(3000, 1500))
    sizes = {}
    for size, kind in media_files.thumbnails():
        with (
            default_storage.open(media_files.make_thumbnail(media.image, size, kind)) as file,
            Image.open(file) as made,
        ):
            sizes[made.format, size] = made.size
    webp = {("WEBP", size): (size, size // 2) for size in (256, 512, 1024)}
    assert sizes == webp | {("AVIF", size): (size, size // 2) for size in (256, 512, 1024, 2048)}


def test_addresses_name_the_nearest_size_that_is_large_enough() -> None:
    media = make_media(make_product())
    assert media_files.url(media, 300).endswith("/512.webp")
    assert media_files.url(media, 1024, "avif").endswith("/1024.avif")
    assert media_files.url(media, 5000).endswith("/2048.webp")


def test_small_pictures_are_not_enlarged() -> None:
    assert read_picture(make_image(40, 30)).width == 40


def test_metadata_is_gone_and_the_picture_upright() -> None:
    exif = Image.Exif()
    exif[0x0112] = 6
    exif[0x010F] = "SecretCamera"
    exif.get_ifd(0x8825)[29] = "SecretPlace"  # in the directory that holds the place of the camera
    content = make_image(40, 30, "JPEG", exif=exif.tobytes(), comment=b"SecretNote")
    assert b"SecretPlace" in content and b"SecretCamera" in content
    read = read_picture(content)
    assert (read.width, read.height) == (30, 40)
    for file in (read.content, thumbnail(read.content, 256, "webp"), thumbnail(read.content, 256, "avif")):
        assert b"Secret" not in file
        assert not dict(Image.open(BytesIO(file)).getexif())


def test_transparency_is_kept() -> None:
    out = BytesIO()
    Image.new("RGBA", (40, 30), (178, 58, 36, 0)).save(out, "PNG")
    for kind in ("webp", "avif"):
        with Image.open(BytesIO(thumbnail(read_picture(out.getvalue()).content, 256, kind))) as made:
            assert made.convert("RGBA").getpixel((5, 5))[3] == 0  # type: ignore[index]  # an RGBA pixel has four parts


def _bomb() -> bytes:
    """A PNG of a few bytes that says it is 30,000 × 30,000 pixels."""

    def chunk(kind: bytes, data: bytes) -> bytes:
        return len(data).to_bytes(4, "big") + kind + data + zlib.crc32(kind + data).to_bytes(4, "big")

    header = (30_000).to_bytes(4, "big") * 2 + bytes([8, 2, 0, 0, 0])
    return (
        b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", header) + chunk(b"IDAT", zlib.compress(b"\0" * 100)) + chunk(b"IEND", b"")
    )


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"<svg onload='x'/>",
        b'<?xml version="1.0"?><svg xmlns="http://www.w3.org/2000/svg"/>',
        b"MZ" + b"\0" * 200,
        make_image(40, 30, "GIF"),
        make_image(40, 30, "TIFF"),
        make_image(40, 30, "AVIF"),
        make_image(400, 300)[:-200],
        _bomb(),
    ],
    ids=["empty", "svg", "svg with a header", "program", "gif", "tiff", "avif", "cut off", "bomb"],
)
def test_anything_else_is_refused_and_leaves_nothing(content: bytes) -> None:
    product = make_product()
    with pytest.raises(NotAPicture):
        add_media(product=product, image=content, alt="")
    assert not ProductMedia.objects.exists()


def test_too_many_bytes_or_pictures(monkeypatch: pytest.MonkeyPatch) -> None:
    product = make_product()
    for _ in range(MOST_PICTURES):
        ProductMedia.objects.create(product=product, image="products/x/2048.webp", width=1, height=1)
    with pytest.raises(Refused):
        add_media(product=product, image=make_image(), alt="")
    monkeypatch.setattr(picture, "MOST_BYTES", 10)
    with pytest.raises(NotAPicture):
        add_media(product=make_product(), image=make_image(), alt="")


def test_order_and_removal(django_capture_on_commit_callbacks: object) -> None:
    product = make_product()
    first, second = make_media(product), make_media(product)
    reorder_media(product=product, media_ids=[second.pk, first.pk])
    assert [row.pk for row in product.media.all()] == [second.pk, first.pk]
    for wrong in ([first.pk], [first.pk, first.pk], [first.pk, second.pk, 10**9]):
        with pytest.raises(Refused):
            reorder_media(product=product, media_ids=wrong)
    small = media_files.make_thumbnail(first.image, 512, "avif")
    with django_capture_on_commit_callbacks(execute=True):  # type: ignore[operator]  # a fixture without a public type
        remove_media(media=first)
    assert not default_storage.exists(first.image) and not default_storage.exists(small)
    assert default_storage.exists(second.image)
