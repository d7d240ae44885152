"""Goods are called back: who got what, who was written to, what came back."""

from decimal import Decimal

import pytest

from catalog.traceability.epcis.event import EpcisEvent
from catalog.traceability.epcis.event_rows import EventDisposition
from catalog.traceability.identity.party import TraceParty
from catalog.traceability.identity.uris import lot_uri, party_uri, seller_uri
from catalog.traceability.lot import Lot
from catalog.traceability.recall.find_receivers import find_receivers
from catalog.traceability.recall.locks import RecallIsClosed
from catalog.traceability.recall.notify import notify_receivers
from catalog.traceability.recall.open_recall import (
    AlreadyRecalled,
    BadRecall,
    RecallData,
    Words,
    close_recall,
    open_recall,
)
from catalog.traceability.recall.progress import MoreBackThanSent, progress_of, record_answer
from catalog.traceability.recall.recall import Recall, RecallReceiver, ReceiverState
from catalog.traceability.recall.recall_of import recall_of
from marketplace.accounts.mail.outgoing_letter import OutgoingLetter
from marketplace.sellers.models import Seller
from tests.factories.epcis_world import packed, shipped, transformed, write
from tests.factories.sellers import make_seller
from tests.factories.traceability import make_lot

pytestmark = pytest.mark.django_db
CARTONS = [f"https://id.gs1.org/00/08930000000000{number}" for number in range(1000, 1004)]
PALLET = "https://id.gs1.org/00/089300000000009999"
TEXTS = {
    "vi": Words("Chân ghế có thể gãy.", "Ngừng sử dụng và gửi lại."),
    "en": Words("A leg can break.", "Stop using it and send it back."),
}


def data(**changes: object) -> RecallData:
    values: dict[str, object] = {"hazard": "INJURY", "texts": TEXTS, **changes}
    return RecallData(**values)  # type: ignore[arg-type]  # the tests change one at a time


@pytest.fixture
def lot() -> Lot:
    return make_lot()


@pytest.fixture
def partner() -> Seller:
    return make_seller()


@pytest.fixture
def importer(lot: Lot) -> TraceParty:
    return TraceParty.objects.create(
        seller=lot.seller, name="Werfkade Voorbeeld", email="inkoop@werfkade.example", language="nl", country="NL"
    )


@pytest.fixture
def chain(lot: Lot, partner: Seller, importer: TraceParty) -> None:
    """Four cartons on a pallet go to an importer; loose pieces to a partner, who makes sets of them for others."""
    own, uri = lot.seller_id, lot_uri(lot)
    write(
        [
            *(packed(carton, [(uri, 5)], hour=1, seller_id=own) for carton in CARTONS),
            packed(PALLET, CARTONS, hour=2, seller_id=own),
            shipped([PALLET], party_uri(importer), hour=3, seller_id=own),
            shipped([(uri, 30)], seller_uri(partner), hour=4, seller_id=own),
            transformed([(uri, 30)], [("urn:uuid:set", 15)], hour=5, seller_id=partner.pk),
            shipped([("urn:uuid:set", 15)], "urn:uuid:shop", hour=6, seller_id=partner.pk),
        ]
    )


@pytest.fixture
def recall(lot: Lot, chain: None) -> Recall:
    return open_recall(seller_id=lot.seller_id, lots=[lot], data=data(), by=None)


def test_everybody_who_got_some_of_it_is_found(recall: Recall, partner: Seller, importer: TraceParty) -> None:
    found = {(row.source, row.reference): (row.thing, row.quantity, row.is_shown) for row in recall.receivers.all()}
    assert found == {
        ("party", str(importer.pk)): (PALLET, Decimal(20), True),
        ("seller", str(partner.pk)): (found["seller", str(partner.pk)][0], Decimal(30), True),
        ("unknown", "urn:uuid:shop"): ("urn:uuid:set", Decimal(15), False),
    }
    recall.refresh_from_db()
    assert recall.unreachable == 1


def test_finding_again_adds_and_forgets_nobody(recall: Recall, lot: Lot, importer: TraceParty) -> None:
    notify_receivers(recall=recall)
    write([shipped([(lot_uri(lot), 2)], party_uri(importer), hour=9, seller_id=lot.seller_id)])
    find_receivers(recall)
    assert recall.receivers.count() == 4
    assert recall.receivers.filter(state=ReceiverState.NOTIFIED).count() == 2


def test_each_is_written_to_once_in_the_own_language(recall: Recall) -> None:
    assert notify_receivers(recall=recall) == 2
    assert notify_receivers(recall=recall) == 0
    letters = OutgoingLetter.objects.filter(kind="RECALL_NOTICE")
    assert letters.count() == 2
    dutch = letters.get(recipient="inkoop@werfkade.example")
    assert dutch.language == "nl"
    assert "A leg can break." in dutch.text, "no Dutch words of the seller's: the nearest are English"
    assert recall.receivers.get(source="unknown").state == ReceiverState.FOUND


def test_the_public_is_told_until_it_is_over(recall: Recall, lot: Lot) -> None:
    assert recall_of(lot) == recall
    said = EventDisposition.objects.get(is_set=True)
    assert (said.event.audience, said.disposition) == ("PUBLIC", "https://ref.gs1.org/cbv/Disp-recalled")
    close_recall(recall=recall, by=None)
    assert recall_of(lot) is None
    assert EventDisposition.objects.filter(is_set=False).count() == 1
    for forbidden in (
        lambda: close_recall(recall=recall, by=None),
        lambda: notify_receivers(recall=recall),
        lambda: record_answer(receiver=recall.receivers.all()[0], answer="", quantity_back=None),
    ):
        with pytest.raises(RecallIsClosed):
            forbidden()


def test_progress_counts_what_came_back(recall: Recall) -> None:
    notify_receivers(recall=recall)
    row = RecallReceiver.objects.get(recall=recall, source="party")
    record_answer(receiver=row, answer="12 còn trong kho", quantity_back=Decimal(12))
    with pytest.raises(MoreBackThanSent):
        record_answer(receiver=row, answer="", quantity_back=Decimal(21))
    found = progress_of([recall.pk])[recall.pk]
    assert (found.receivers, found.notified, found.answered, found.returned) == (3, 2, 1, 0)
    record_answer(receiver=row, answer="tất cả", quantity_back=Decimal(20))
    assert progress_of([recall.pk])[recall.pk].returned == 1


def test_what_is_refused_opens_nothing(lot: Lot) -> None:
    other = make_lot()
    wrong = {
        "hazard": data(hazard="MAGIC"),
        "texts": data(texts={"en": TEXTS["en"]}),
    }
    for field, values in wrong.items():
        with pytest.raises(BadRecall) as refused:
            open_recall(seller_id=lot.seller_id, lots=[lot], data=values, by=None)
        assert refused.value.field == field
    for lots in ([], [lot, other]):
        with pytest.raises(BadRecall):
            open_recall(seller_id=lot.seller_id, lots=lots, data=data(), by=None)
    assert not Recall.objects.exists()
    assert not EpcisEvent.objects.exists()
    open_recall(seller_id=lot.seller_id, lots=[lot], data=data(), by=None)
    with pytest.raises(AlreadyRecalled):
        open_recall(seller_id=lot.seller_id, lots=[lot], data=data(), by=None)
