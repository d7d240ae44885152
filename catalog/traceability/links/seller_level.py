"""SellerLevel: a product, lot or piece as its seller sets links for it."""

from __future__ import annotations

from dataclasses import dataclass

from django.db import models

from catalog.products.variant import ProductVariant
from catalog.traceability.epcis.identifiers import CANONICAL
from catalog.traceability.gs1.digital_link import read_digital_link
from catalog.traceability.gs1.problem import BadGS1
from catalog.traceability.identity.uris import lot_uri, piece_uri
from catalog.traceability.links.level import Level, levels_of
from catalog.traceability.links.public_uri import public_uri
from catalog.traceability.lot import Lot, TraceCode

_GTIN_DIGITS = 14


class LevelKind(models.TextChoices):
    PRODUCT = "PRODUCT"
    LOT = "LOT"
    PIECE = "PIECE"


class NoGtin(ValueError):
    """Without a GTIN no Digital Link names it: its codes lead to their own pages."""


@dataclass(frozen=True)
class SellerLevel:
    kind: LevelKind
    uri: str
    seller_id: int
    level: Level

    @property
    def address(self) -> str:
        return public_uri(self.uri)


def level_of_variant(variant: ProductVariant) -> SellerLevel:
    """Raises `NoGtin`, as the others do."""
    uri = f"{CANONICAL}/01/{variant.gtin.zfill(_GTIN_DIGITS)}" if variant.gtin else ""
    return _level(LevelKind.PRODUCT, uri, variant.seller_id)


def level_of_lot(lot: Lot) -> SellerLevel:
    """Needs ``lot.variant``."""
    return _level(LevelKind.LOT, lot_uri(lot), lot.seller_id)


def level_of_piece(code: TraceCode) -> SellerLevel:
    """Needs ``code.lot.variant``."""
    return _level(LevelKind.PIECE, piece_uri(code), code.lot.seller_id)


def _level(kind: LevelKind, uri: str, seller_id: int) -> SellerLevel:
    try:
        found = levels_of(read_digital_link(uri))[0]
    except BadGS1:
        raise NoGtin from None
    return SellerLevel(kind, uri, seller_id, found)
