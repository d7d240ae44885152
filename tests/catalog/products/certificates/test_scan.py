"""Scans are checked by their content, kept private and opened by links that end."""

from datetime import timedelta
from io import BytesIO

import pytest
from django.conf import settings
from django.test import Client
from django.utils import timezone
from PIL import Image
from pypdf import PdfReader, PdfWriter
from pypdf.generic import DictionaryObject, NameObject, TextStringObject

from catalog.models import Certificate
from catalog.products.certificates.keep import remove_certificate
from catalog.products.certificates.scan import ScanNotOpened, attach_scan, open_scan, signed_scan_url
from catalog.refusal import Refused
from tests.factories.catalog import make_image
from tests.factories.reputation import make_certificate, make_pdf

pytestmark = pytest.mark.django_db


def token_of(certificate: Certificate) -> str:
    url = signed_scan_url(certificate)
    assert url is not None
    return url.rpartition("/")[2]


def test_a_pdf_keeps_its_pages_and_loses_the_rest() -> None:
    writer = PdfWriter(clone_from=BytesIO(make_pdf(2, Author="Secret Author")))
    script = DictionaryObject(
        {NameObject("/S"): NameObject("/JavaScript"), NameObject("/JS"): TextStringObject("app.alert('Secret script')")}
    )
    writer.root_object[NameObject("/OpenAction")] = script
    writer.add_attachment("secret.txt", b"Secret file")
    action = DictionaryObject({NameObject("/S"): NameObject("/Launch"), NameObject("/F"): TextStringObject("Secret")})
    writer.pages[0][NameObject("/AA")] = DictionaryObject({NameObject("/O"): action})
    out = BytesIO()
    writer.write(out)
    certificate = attach_scan(certificate=make_certificate(number="VD 1/2"), content=out.getvalue())
    name, content, kind = open_scan(token_of(certificate))
    assert (name, kind) == ("fsc-VD-1-2.pdf", "application/pdf")
    assert len(PdfReader(BytesIO(content)).pages) == 2
    assert b"Secret" not in content and b"/JavaScript" not in content and b"/Launch" not in content


def test_a_picture_is_encoded_anew_without_its_place() -> None:
    exif = Image.Exif()
    exif[0x010F] = "SecretCamera"
    content = make_image(40, 30, "JPEG", exif=exif.tobytes())
    _name, kept, kind = open_scan(token_of(attach_scan(certificate=make_certificate(), content=content)))
    assert kind == "image/webp" and b"Secret" not in kept


@pytest.mark.parametrize(
    "content",
    [b"", b"%PDF-1.7 nothing", b"<svg/>", b"MZ" + b"\0" * 300, make_pdf(51), b"%PDF-" + b"x" * (10 * 1024**2)],
    ids=["empty", "no pdf", "svg", "program", "too long", "too large"],
)
def test_anything_else_is_refused_and_leaves_nothing(content: bytes) -> None:
    certificate = make_certificate()
    with pytest.raises(Refused):
        attach_scan(certificate=certificate, content=content)
    certificate.refresh_from_db()
    assert certificate.file == ""


def test_a_locked_pdf_is_refused() -> None:
    writer = PdfWriter(clone_from=BytesIO(make_pdf()))
    writer.encrypt("x")
    out = BytesIO()
    writer.write(out)
    with pytest.raises(Refused):
        attach_scan(certificate=make_certificate(), content=out.getvalue())


def test_links_end_and_open_nothing_else(django_capture_on_commit_callbacks: object) -> None:
    certificate = attach_scan(certificate=make_certificate(), content=make_pdf())
    answer = Client().get(f"/documents/{token_of(certificate)}")
    assert answer.status_code == 200 and answer["Content-Type"] == "application/pdf"
    assert answer["Cache-Control"] == "private, no-store"
    assert certificate.file.encode() not in answer.content
    assert Client().get(f"/documents/{token_of(certificate)}x").status_code == 404
    assert Client().get(f"/media/{certificate.file}").status_code == 404
    old = signed_scan_url(certificate, now=timezone.now() - timedelta(hours=2))
    with pytest.raises(ScanNotOpened):
        open_scan(str(old).rpartition("/")[2])
    token = token_of(certificate)
    with django_capture_on_commit_callbacks(execute=True):  # type: ignore[operator]  # a fixture without a public type
        remove_certificate(certificate=certificate)
    with pytest.raises(ScanNotOpened):
        open_scan(token)
    assert not (settings.DATA_DIR / "certificates" / certificate.file).is_file()


def test_a_new_scan_takes_the_place_of_the_old(django_capture_on_commit_callbacks: object) -> None:
    certificate = attach_scan(certificate=make_certificate(), content=make_pdf())
    old = certificate.file
    with django_capture_on_commit_callbacks(execute=True):  # type: ignore[operator]  # a fixture without a public type
        attach_scan(certificate=certificate, content=make_image())
    assert not (settings.DATA_DIR / "certificates" / old).exists()
    assert (settings.DATA_DIR / "certificates" / certificate.file).exists()
