"""Packing slips and labels of many orders: the pages, their sizes in millimetres, what stands on them, who may."""

from io import BytesIO
from typing import Any

import pytest
from django.utils import timezone
from pypdf import PdfReader

from marketplace.graphql import to_global_id
from orders.documents.packing_sheets.open import SheetsNotOpened, open_packing_sheets, sheets_url
from orders.documents.packing_sheets.sheets import NothingToPrint, Sheet, packing_sheets
from orders.fulfillment.ship import Dispatch, ship_seller_order
from orders.lifecycle.seller_order import SellerOrder
from tests.factories.accounts import make_operator, make_user
from tests.factories.orders import SELLER, make_chair, make_packed_order
from tests.factories.sellers import make_member, make_seller
from tests.orders.graphql.conftest import execute

pytestmark = pytest.mark.django_db
A4, A6 = (210, 297), (105, 148)
QUERY = "query($i: [ID!]!, $k: PackingSheetKind!) { r: packingSheetsUrl(ids: $i, kind: $k) }"


@pytest.fixture
def parts() -> list[SellerOrder]:
    """Two orders of one seller; the second has left in a parcel."""
    chair = make_chair(sku="GHE-1", gross_weight_g=4500)
    orders = [make_packed_order((chair, 2)), make_packed_order((chair, 3))]
    found = [order.seller_orders.select_related("order", "seller").get() for order in orders]
    dispatch = Dispatch(carrier="Viettel Post", tracking_number="VTP1")
    ship_seller_order(seller_order_id=found[1].pk, dispatch=dispatch, by=SELLER)
    return found


def pages(content: bytes) -> list[tuple[int, int]]:
    boxes = [page.mediabox for page in PdfReader(BytesIO(content)).pages]
    return [(round(float(box.width) * 25.4 / 72), round(float(box.height) * 25.4 / 72)) for box in boxes]


def test_slips_come_before_labels_each_on_its_own_paper(parts: list[SellerOrder]) -> None:
    now = timezone.now()
    both = packing_sheets(parts, Sheet.BOTH, language="vi", at=now)
    assert pages(both) == [A4, A4, A6]
    assert pages(packing_sheets(parts, Sheet.LABELS, language="vi", at=now)) == [A6]
    slips = packing_sheets(parts, Sheet.SLIPS, language="en", at=now)
    assert slips == packing_sheets(parts, Sheet.SLIPS, language="en", at=now)
    texts = [page.extract_text() for page in PdfReader(BytesIO(slips)).pages]
    for text, part, pieces, weight in zip(texts, parts, ("2", "3"), ("9 kg", "13.5 kg"), strict=True):
        for words in (part.number, "GHE-1", "Packing slip", "Voorbeeldgracht 12", "Sanne Voorbeeld", pieces, weight):
            assert words in text, words
    with pytest.raises(NothingToPrint):
        packing_sheets(parts[:1], Sheet.LABELS, language="vi", at=now)


def test_a_link_opens_what_it_was_made_for_and_ends(parts: list[SellerOrder]) -> None:
    now = timezone.now()
    token = sheets_url(parts, Sheet.BOTH, language="vi", now=now).rpartition("/")[2]
    name, content, media_type = open_packing_sheets(token)
    assert (name.startswith("packing-"), media_type, len(pages(content))) == (True, "application/pdf", 3)
    long_ago = now.replace(year=now.year - 1)
    for wrong in ("", "abc", token[:-2], sheets_url(parts, Sheet.BOTH, language="vi", now=long_ago).rpartition("/")[2]):
        with pytest.raises(SheetsNotOpened):
            open_packing_sheets(wrong)


def test_members_of_the_seller_and_staff_print_and_nobody_else(parts: list[SellerOrder]) -> None:
    ids = [to_global_id("SellerOrder", part.pk) for part in parts]

    def ask(actor: Any, kind: str = "BOTH", chosen: list[str] | None = None) -> Any:
        return execute(QUERY, {"i": ids if chosen is None else chosen, "k": kind}, actor=actor)

    packer = make_member(parts[0].seller, "PACKER")
    for actor in (packer, make_operator()):
        assert "/documents/" in ask(actor).data["r"]
    strangers: list[Any] = [None, make_user(), make_member(make_seller())]
    for stranger in strangers:
        assert ask(stranger).errors, stranger
    assert ask(packer, "LABELS", ids[:1]).data["r"] is None
    for chosen in ([], ids * 26, [*ids, to_global_id("SellerOrder", parts[0].order_id)]):
        assert ask(packer, chosen=chosen).errors, chosen
