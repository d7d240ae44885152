"""``record_master_data``: keep what a document's header says, in place of what its seller said before."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import TYPE_CHECKING, Any
from uuid import UUID

from django.db import transaction
from django.utils import timezone

from catalog.traceability.epcis.event import Audience
from catalog.traceability.epcis.identifiers import canonical_uri
from catalog.traceability.epcis.master_data.master_datum import CHILDREN, EXISTS, MasterDatum
from catalog.traceability.epcis.namespaces import expanded, prefixes_of

if TYPE_CHECKING:
    from marketplace.sellers.models import Seller

_AT_ONCE = 500
_LONGEST_TEXT = 1000


def record_master_data(
    vocabularies: Sequence[Mapping[str, Any]],
    *,
    context: Any,
    seller: Seller | None,
    audience: str = Audience.CHAIN,
    capture: UUID | None = None,
) -> list[MasterDatum]:
    """``vocabularies`` as ``read_document`` checked them."""
    prefixes = prefixes_of(context)
    said = [datum for one in vocabularies for datum in _of_vocabulary(one, prefixes)]
    now = timezone.now()
    for datum in said:
        datum.seller, datum.capture, datum.audience, datum.recorded_at = seller, capture, audience, now
    with transaction.atomic():
        for start in range(0, len(said), _AT_ONCE):
            _supersede(said[start : start + _AT_ONCE], seller)
        return MasterDatum.objects.bulk_create(said, batch_size=_AT_ONCE)


def _supersede(said: Sequence[MasterDatum], seller: Seller | None) -> None:
    spoken_of = {(datum.type, datum.uri, datum.attribute) for datum in said}
    before = MasterDatum.objects.filter(
        seller=seller, is_current=True, uri__in={uri for _, uri, _ in spoken_of}
    ).values_list("pk", "type", "uri", "attribute")
    outdated = [key for key, *which in before if tuple(which) in spoken_of]
    MasterDatum.objects.filter(pk__in=outdated).update(is_current=False)


def _of_vocabulary(vocabulary: Mapping[str, Any], prefixes: Mapping[str, str]) -> Iterator[MasterDatum]:
    kind = expanded(vocabulary["type"], prefixes)
    for element in vocabulary.get("vocabularyElementList", ()):
        uri = canonical_uri(expanded(element["id"], prefixes))
        yield MasterDatum(type=kind, uri=uri, attribute=EXISTS)
        for attribute in element.get("attributes", ()):
            yield from _of_attribute(kind, uri, expanded(attribute["id"], prefixes), attribute.get("attribute"))
        children = [canonical_uri(expanded(child, prefixes)) for child in element.get("children", ())]
        yield from _of_attribute(kind, uri, CHILDREN, children)


def _of_attribute(kind: str, uri: str, attribute: str, value: Any) -> Iterator[MasterDatum]:
    for position, one in enumerate(value if isinstance(value, list) else [value]):
        yield MasterDatum(
            type=kind, uri=uri, attribute=attribute, position=position, text=_text(one)[:_LONGEST_TEXT], value=one
        )


def _text(value: Any) -> str:
    if isinstance(value, bool):
        return "true" if value else "false"
    return str(value) if isinstance(value, str | int | float) else ""
