"""Labels, read back with a barcode reader from the page as it is printed."""

import re
from dataclasses import replace

import pypdfium2  # type: ignore[import-untyped]  # has no types
import pytest
import zxingcpp
from django.utils import timezone

from catalog.traceability.labels.zpl_text import escaped
from catalog.traceability.symbols.code128 import gs1_128
from logistics.models import Parcel, Shipment
from logistics.shipments.labels.label import LogisticsLabel, labels_of
from logistics.shipments.labels.open import label_links, open_labels
from logistics.shipments.labels.pdf import labels_pdf
from logistics.shipments.labels.zpl import labels_zpl
from tests.factories.logistics import make_shipment

MM_PER_POINT = 25.4 / 72


@pytest.mark.django_db
def test_every_parcel_has_a_page_of_a6_whose_codes_can_be_scanned() -> None:
    shipment = make_shipment()
    url = label_links(shipment, kept=[], now=timezone.now())[0].url
    name, content, media_type = open_labels(url.rsplit("/", 1)[1])
    assert (name, media_type) == (f"labels-{shipment.reference}.pdf", "application/pdf")
    pdf = pypdfium2.PdfDocument(content)
    parcels = list(Parcel.objects.order_by("number"))
    assert len(pdf) == len(parcels) == 3
    for page, parcel in zip(pdf, parcels, strict=True):
        assert [round(side * MM_PER_POINT, 1) for side in page.get_size()] == [105.0, 148.0]
        found = {code.text: code for code in zxingcpp.read_barcodes(page.render(scale=4).to_pil())}
        assert f"(00){parcel.sscc}" in found or f"00{parcel.sscc}" in found, list(found)
        assert any(text.replace("(421)", "421") == "4215283011AA" for text in found), list(found)
        words = page.get_textpage().get_text_bounded()
        assert parcel.sscc and parcel.sscc in words and f"{parcel.number} / 3" in words
        assert "Sanne Voorbeeld" in words and "NETHERLANDS" in words and "INTERNAL NUMBER" in words


@pytest.mark.django_db
def test_a_narrowest_bar_is_half_a_millimetre_and_the_code_thirty_two_high() -> None:
    shipment = make_shipment()
    page = pypdfium2.PdfDocument(labels_pdf(labels_of(shipment)[:1], at=timezone.now()))[0]
    boxes = [each.get_bounds() for each in page.get_objects() if each.type == 2]
    sizes = {(round((right - left) * MM_PER_POINT, 2), round((top - bottom) * MM_PER_POINT, 1))
             for left, bottom, right, top in boxes}  # fmt: skip
    heights = {height for width, height in sizes if width == 0.5}
    assert heights == {20.0, 32.0}


@pytest.mark.django_db
def test_parcels_of_long_ago_get_their_numbers_when_labels_are_wanted() -> None:
    shipment = make_shipment()
    Parcel.objects.update(sscc=None)
    numbers = [label.sscc for label in labels_of(shipment)]
    assert len(set(numbers)) == 3 and numbers == [label.sscc for label in labels_of(Shipment.objects.get())]


LABEL = LogisticsLabel(
    sender=("Mộc ^Thử~ & Co", "VIET NAM"), receiver=("例 花子", "JAPAN"), carrier="Sample", service="",
    tracking_number="X", reference="R-1", parcel="1 / 1", weight="2.0 kg",
    sscc="106141412345678908", sscc_is_internal=False, route="",
)  # fmt: skip


def test_zpl_says_the_same_and_nothing_typed_is_a_command() -> None:
    text = labels_zpl([LABEL, LABEL]).decode()
    assert text.count("^XA") == text.count("^XZ") == 2
    assert text.count(">;>800106141412345678908") == 2 and "(00) 106141412345678908" in text
    assert "Mộc \\5EThử\\7E & Co" in text and "例 花子" in text
    assert not re.search(r"\^FD[^^]*[~^](?!FS)", text)
    assert escaped("a\\^b") == "a\\5C\\5Eb"


def test_typst_takes_what_was_typed_as_text() -> None:
    sly = replace(LABEL, receiver=('#panic("x")', "$x$ *b* \\u{41}"), route="704" + "X" * 30)
    page = pypdfium2.PdfDocument(labels_pdf([sly], at=timezone.now()))[0]
    assert '#panic("x")' in page.get_textpage().get_text_bounded()


def test_signs_without_bars_are_refused() -> None:
    assert sum(gs1_128("00", "106141412345678908")) == 156
    with pytest.raises(ValueError, match="no bars"):
        gs1_128("421", "é")
