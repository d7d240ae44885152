"""``add_target``, ``update_target``, ``delete_target``: a seller's links from a product, a lot or a piece."""

from __future__ import annotations

from django.db import transaction

from catalog.traceability.epcis.identifiers import CANONICAL, canonical_uri
from catalog.traceability.gs1.digital_link import read_digital_link
from catalog.traceability.gs1.problem import BadGS1
from catalog.traceability.identity.speaker import seller_speaking_for
from catalog.traceability.links.target import DigitalLinkTarget
from catalog.traceability.links.target_data import TargetData, checked
from marketplace.sellers.models import Seller

MOST_PER_LEVEL = 50


class NotSpeaking(ValueError):
    """The seller's word does not count about the thing: another's does, or nobody's."""

    def __init__(self, uri: str) -> None:
        super().__init__(f"the seller does not speak for {uri}")
        self.uri = uri


class TooManyTargets(ValueError):
    def __init__(self, most: int) -> None:
        super().__init__(f"more than {most} links of one thing")
        self.most = most


class TakenDown(ValueError):
    """The operator has taken the link down: its seller may delete it, not change it."""


def add_target(*, seller: Seller, uri: str, data: TargetData) -> DigitalLinkTarget:
    """A link of the thing that the canonical ``uri`` names; as default it takes the place of the one before.

    Raises `NotSpeaking`, `TooManyTargets`, `BadTarget` and `BadHref`.
    """
    path = path_spoken_for(seller=seller, uri=uri)
    good = checked(data)
    with transaction.atomic():
        level = lock_level(seller_id=seller.pk, path=path)
        if len(level) >= MOST_PER_LEVEL:
            raise TooManyTargets(MOST_PER_LEVEL)
        _clear_default(level, good)
        return DigitalLinkTarget.objects.create(seller=seller, path=path, **_fields(good))


def update_target(*, target: DigitalLinkTarget, data: TargetData) -> DigitalLinkTarget:
    """Everything of it but the thing. Raises as `add_target`, and `TakenDown`."""
    good = checked(data)
    path_spoken_for(seller=target.seller, uri=f"{CANONICAL}{target.path}")
    with transaction.atomic():
        level = lock_level(seller_id=target.seller_id, path=target.path)
        locked = next((row for row in level if row.pk == target.pk), None)
        if locked is None or locked.taken_down_at is not None:
            raise TakenDown
        _clear_default([row for row in level if row.pk != locked.pk], good)
        for name, value in _fields(good).items():
            setattr(locked, name, value)
        locked.save()
    return locked


def delete_target(*, target: DigitalLinkTarget) -> None:
    """It leads nowhere any more; a level without a default of its seller's leads where we lead it."""
    DigitalLinkTarget.objects.filter(pk=target.pk).delete()


def path_spoken_for(*, seller: Seller, uri: str) -> str:
    """The level's path; raises `NotSpeaking` for what is no GS1 identifier or not the seller's."""
    canonical = canonical_uri(uri)
    try:
        path = read_digital_link(canonical).path()
    except BadGS1:
        raise NotSpeaking(uri) from None
    speaker = seller_speaking_for(canonical)
    if speaker is None or speaker.pk != seller.pk:
        raise NotSpeaking(uri)
    return path


def lock_level(*, seller_id: int, path: str) -> list[DigitalLinkTarget]:
    """The seller, so that two first links of a level wait for each other; then the links, in primary-key order."""
    Seller.objects.select_for_update(of=("self",)).get(pk=seller_id)
    rows = DigitalLinkTarget.objects.filter(seller_id=seller_id, path=path)
    return list(rows.select_for_update().order_by("pk"))


def _clear_default(others: list[DigitalLinkTarget], data: TargetData) -> None:
    if data.is_default and data.is_active:
        DigitalLinkTarget.objects.filter(pk__in=[row.pk for row in others], is_default=True).update(is_default=False)


def _fields(data: TargetData) -> dict[str, object]:
    return {
        "link_type": data.link_type,
        "href": data.href,
        "title": data.title,
        "languages": list(data.languages),
        "media_type": data.media_type,
        "context": data.context,
        "is_default": data.is_default and data.is_active,
        "is_active": data.is_active,
    }
