"""Level: a thing as finely as some of a Digital Link's pairs name it, and what it is here."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property

from django.db.models import Q

from catalog.products.variant import ProductVariant
from catalog.traceability.epcis.identifiers import CANONICAL, canonical_uri
from catalog.traceability.gs1.digital_link import DigitalLink
from catalog.traceability.gs1.message import Element
from catalog.traceability.identity.lot_name import LotName
from catalog.traceability.lot import Lot, TraceCode

GTIN, LOT, SERIAL = "01", "10", "21"
_DIGITS = 14
_LENGTHS = (8, 12, 13, _DIGITS)


@dataclass(frozen=True)
class Level:
    """What it is here is looked up once, and only when something asks for it."""

    key: Element
    qualifiers: tuple[Element, ...]
    path: str
    """``/01/…/10/…``, percent-encoded."""

    @cached_property
    def uri(self) -> str:
        """The canonical identifier, which events use: of the finest qualifier alone."""
        return canonical_uri(f"{CANONICAL}{self.path}")

    @property
    def paths(self) -> tuple[str, ...]:
        """Under which links of it may be kept: as asked for, and as its canonical identifier says it."""
        return tuple(dict.fromkeys((self.path, self.uri.removeprefix(CANONICAL))))

    @property
    def finest(self) -> str:
        """The identifier that tells most: ``01``, ``10`` or ``21``, or another's."""
        return self.qualifiers[-1][0] if self.qualifiers else self.key[0]

    @cached_property
    def variants(self) -> list[ProductVariant]:
        """What is offered, or was not long ago, under a GTIN; several sellers may have goods of one brand."""
        if self.key[0] != GTIN:
            return []
        rows = ProductVariant.objects.current().filter(gtin__in=gtin_forms(self.key[1]))
        return list(rows.select_related("product__seller").order_by("pk")[:20])

    @cached_property
    def lots(self) -> list[Lot]:
        """Of a lot's level, also by a name that it had when its labels were printed; of archived products, too, for
        goods that were sold are traced for ever.
        """
        number = dict(self.qualifiers).get(LOT)
        if self.key[0] != GTIN or self.finest != LOT or number is None:
            return []
        renamed = LotName.objects.filter(uri=self.uri).values("lot")
        rows = Lot.objects.filter(Q(number=number, variant__gtin__in=gtin_forms(self.key[1])) | Q(pk__in=renamed))
        return list(rows.select_related("variant__product__seller").order_by("created_at", "pk")[:20])

    @cached_property
    def code(self) -> TraceCode | None:
        """The label of a piece's level, whether it still counts or not."""
        serial = dict(self.qualifiers).get(SERIAL)
        if self.key[0] != GTIN or self.finest != SERIAL or serial is None:
            return None
        once = LotName.objects.filter(uri__startswith=f"{CANONICAL}/01/{self.key[1].zfill(_DIGITS)}/10/").values("lot")
        of_gtin = Q(lot__variant__gtin__in=gtin_forms(self.key[1])) | Q(lot__in=once)
        rows = TraceCode.objects.filter(of_gtin, pk=serial)
        return rows.select_related("lot__variant__product__seller").first()


def levels_of(link: DigitalLink) -> list[Level]:
    """From what the Digital Link names up to its key; the lot of a piece that we made stands above the piece."""
    pairs = link.qualifiers
    found = [
        Level(link.key, pairs[:count], path)
        for count, path in zip(range(len(pairs), -1, -1), link.levels(), strict=True)
    ]
    lot = _lot_between(link, found[0])
    return [found[0], lot, *found[1:]] if lot is not None else found


def _lot_between(link: DigitalLink, piece: Level) -> Level | None:
    if LOT in dict(link.qualifiers) or piece.code is None:
        return None
    from_code = DigitalLink(link.domain, "", link.key, ((LOT, piece.code.lot.number),))
    return Level(link.key, from_code.qualifiers, from_code.path())


def gtin_forms(gtin: str) -> list[str]:
    """As a variant may have it: of 14 digits, or without the zeros before a shorter one."""
    return sorted({gtin.lstrip("0").zfill(length) for length in _LENGTHS})
