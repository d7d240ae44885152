"""The queue: what is sent, what is stored, what is never written over, and who pays."""

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest

from catalog.models import Product
from i18n.glossary.terms import TermFields, create_term
from i18n.machine_translation import translate_waiting as queue
from i18n.machine_translation.ask import NothingToTranslate, StillRunning, request_machine_translation
from i18n.machine_translation.configured import NotConfigured
from i18n.machine_translation.request import (
    MachineTranslationBatch,
    MachineTranslationRequest,
    MachineTranslationUsage,
)
from i18n.machine_translation.translate_waiting import LEASE, translate_waiting
from i18n.machine_translation.usage import left_on, reserve
from i18n.translate import set_translation
from i18n.translation import Translation
from i18n.units.sources import Narrowing
from marketplace.sellers.models import Seller
from tests.factories.catalog import make_product
from tests.factories.sellers import make_seller
from tests.i18n.machine_translation.peer import KEY, Peer, libretranslate_peer

pytestmark = pytest.mark.django_db
ROLES = frozenset({"MANAGER"})
TEXTS = {"name": "Ghế Sen", "description": "<p>Ghế <b>sồi</b></p>", "material": ""}


@pytest.fixture
def peer(settings: Any) -> Iterator[Peer]:
    with libretranslate_peer() as served:
        settings.LIBRETRANSLATE_URL, settings.LIBRETRANSLATE_API_KEY = served.url, KEY
        yield served


@pytest.fixture
def seller() -> Seller:
    return make_seller()


@pytest.fixture
def chair(seller: Seller) -> Product:
    return make_product(seller=seller, **TEXTS)


def ask(seller: Seller, language: str = "en") -> MachineTranslationRequest:
    narrowing = Narrowing(owner_id=seller.pk, kinds={"catalog.Product"})
    return request_machine_translation(narrowing=narrowing, language=language, by="user:1", roles=ROLES)


def rows() -> dict[str, tuple[str, str, str]]:
    return {row.field: (row.text, row.source, row.translator) for row in Translation.objects.all()}


def test_nothing_is_sent_and_nobody_pays_unless_an_engine_is_set_up(seller: Seller, chair: Product) -> None:
    with pytest.raises(NotConfigured):
        ask(seller)
    assert translate_waiting() == 0 and not MachineTranslationRequest.objects.exists()


def test_what_is_missing_is_translated_and_marked(peer: Peer, seller: Seller, chair: Product) -> None:
    request = ask(seller)
    assert not peer.asked, "asking sends nothing yet"
    with pytest.raises(StillRunning):
        ask(seller)
    ask(seller, "nl")
    assert translate_waiting() == 2
    assert rows()["name"] == ("Chair Sen", "MACHINE", "LibreTranslate")
    assert Translation.objects.get(field="description", language="en").text == "<p>Chair <b>sồi</b></p>"
    request.refresh_from_db()
    assert (request.status, request.units, request.done, request.failed, request.skipped) == ("DONE", 2, 2, 0, 0)
    assert request.characters == sum(len(text) for text in peer.asked[0]["q"])
    assert MachineTranslationUsage.objects.get().characters == 2 * request.characters
    with pytest.raises(NothingToTranslate):
        ask(seller)
    assert translate_waiting() == 0


def test_a_persons_text_is_never_written_over(
    peer: Peer, seller: Seller, chair: Product, monkeypatch: pytest.MonkeyPatch
) -> None:
    set_translation(subject="catalog.Product", object_id=chair.pk, language="en", texts={"name": "Lotus chair"})
    Product.objects.filter(pk=chair.pk).update(name="Ghế Sen mới")
    ask(seller)

    store = queue.store_machine_texts

    def while_a_person_writes(texts: Any, *, engine: str) -> int:
        by_hand = {"description": "By hand"}
        set_translation(subject="catalog.Product", object_id=chair.pk, language="en", texts=by_hand)
        return store(texts, engine=engine)

    monkeypatch.setattr(queue, "store_machine_texts", while_a_person_writes)
    translate_waiting()
    assert rows()["name"][:2] == ("Lotus chair", "HUMAN"), "outdated, but a person's"
    assert rows()["description"][:2] == ("By hand", "HUMAN")
    request = MachineTranslationRequest.objects.get()
    assert (request.units, request.done, request.skipped) == (1, 0, 1)


def test_its_own_outdated_text_is_renewed_unless_somebody_approved_it(
    peer: Peer, seller: Seller, chair: Product
) -> None:
    for field in ("name", "description"):
        texts = {field: "Old"}
        set_translation(subject="catalog.Product", object_id=chair.pk, language="en", texts=texts, source="MACHINE")
    Translation.objects.filter(field="description").update(reviewed_by="user:1", reviewed_at=datetime.now(UTC))
    Product.objects.filter(pk=chair.pk).update(name="Ghế mới", description="<p>Khác</p>")
    ask(seller)
    translate_waiting()
    assert rows()["name"][0] == "Chair mới" and rows()["description"][0] == "Old"


def test_the_glossary_is_used_and_what_breaks_it_is_not_stored(peer: Peer, seller: Seller, chair: Product) -> None:
    create_term(owner_id=seller.pk, fields=TermFields("vi", "Sen", "KEEP"))
    create_term(owner_id=seller.pk, fields=TermFields("vi", "sồi", "USE", "en", "oak"))
    make_product(seller=seller, name="Ghế Sen nhỏ", description="", material="")
    peer.translate = lambda text: text.replace("Ghế", "Chair").replace(
        '<code translate="no">Sen</code> nhỏ', "Lotus small"
    )
    ask(seller)
    translate_waiting()
    assert set(Translation.objects.values_list("text", flat=True)) == {"Chair Sen", "<p>Chair <b>oak</b></p>"}
    assert MachineTranslationRequest.objects.get().failed == 1


def test_trouble_is_waited_out_and_counted_once(peer: Peer, seller: Seller, chair: Product) -> None:
    request = ask(seller)
    start = datetime.now(UTC)
    peer.status, peer.headers, peer.body = 429, {"Retry-After": "600"}, b"{}"
    translate_waiting(now=start)
    request.refresh_from_db()
    assert (request.status, request.problem) == ("RUNNING", "SLOW_DOWN")
    assert MachineTranslationUsage.objects.get().characters == 0
    assert translate_waiting(now=start + timedelta(seconds=599)) == 0
    peer.status, peer.headers, peer.body = 200, {}, None
    assert translate_waiting(now=start + timedelta(seconds=601)) == 1
    request.refresh_from_db()
    assert (request.status, request.problem, request.done) == ("DONE", "", 2)


def test_it_is_given_up_in_the_end_or_at_once(peer: Peer, seller: Seller, chair: Product) -> None:
    request, moment = ask(seller), datetime.now(UTC)
    peer.status, peer.body = 503, b"{}"
    for _attempt in range(10):
        translate_waiting(now=moment)
        moment += timedelta(hours=2)
    request.refresh_from_db()
    assert (request.status, request.problem) == ("FAILED", "UNREACHABLE")
    another = ask(seller)
    peer.status = 403
    translate_waiting()
    another.refresh_from_db()
    assert (another.status, another.problem) == ("FAILED", "BAD_KEY")
    assert not Translation.objects.exists() and translate_waiting() == 0


def test_a_worker_that_died_is_followed_by_another(peer: Peer, seller: Seller, chair: Product) -> None:
    ask(seller)
    now = datetime.now(UTC)
    MachineTranslationBatch.objects.update(available_at=now + LEASE, attempts=1)
    assert translate_waiting(now=now) == 0
    assert translate_waiting(now=now + LEASE + timedelta(seconds=1)) == 1
    assert Translation.objects.count() == 2


def test_a_days_limits(peer: Peer, seller: Seller, chair: Product, settings: Any) -> None:
    settings.MACHINE_TRANSLATION_SELLER_DAILY_CHARACTERS = 10
    request, now = ask(seller), datetime(2026, 11, 22, 20, tzinfo=UTC)
    MachineTranslationBatch.objects.update(available_at=now)
    translate_waiting(now=now)
    request.refresh_from_db()
    assert request.problem == "LIMIT" and not peer.asked
    batch = MachineTranslationBatch.objects.get()
    assert (batch.available_at, batch.attempts) == (datetime(2026, 11, 23, tzinfo=UTC), 0)
    settings.MACHINE_TRANSLATION_SELLER_DAILY_CHARACTERS = 1000
    assert translate_waiting(now=now + timedelta(hours=4)) == 1
    assert Translation.objects.count() == 2


def test_limits_are_for_each_seller_and_for_all(settings: Any) -> None:
    settings.MACHINE_TRANSLATION_SELLER_DAILY_CHARACTERS = 10
    settings.MACHINE_TRANSLATION_DAILY_CHARACTERS = 15
    now = datetime(2026, 11, 22, tzinfo=UTC)
    assert reserve(owner_id=1, characters=10, now=now)
    assert not reserve(owner_id=1, characters=1, now=now)
    assert not reserve(owner_id=2, characters=6, now=now)
    assert reserve(owner_id=2, characters=5, now=now)
    assert left_on(now.date(), 2) == 0 and left_on((now + timedelta(days=1)).date(), 2) == 10
    assert reserve(owner_id=1, characters=10, now=now + timedelta(days=1))


def test_a_text_whose_original_changes_meanwhile_is_left(peer: Peer, seller: Seller, chair: Product) -> None:
    ask(seller)
    Product.objects.filter(pk=chair.pk).update(name="Ghế khác")
    translate_waiting()
    assert set(rows()) == {"description"}
    assert MachineTranslationRequest.objects.get().skipped == 1
