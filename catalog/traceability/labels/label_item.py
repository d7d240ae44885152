"""``items_of``: what the symbol of each label of a run says, and how people read it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from catalog.traceability.code import grouped
from catalog.traceability.epcis.identifiers import CANONICAL
from catalog.traceability.gs1.digital_link import digital_link, read_digital_link
from catalog.traceability.gs1.element_string import bracketed, scanned
from catalog.traceability.gs1.message import Element
from catalog.traceability.identity.uris import is_gs1_lot
from catalog.traceability.labels.label_run import LabelRun, LabelSubject, LabelSymbol
from catalog.traceability.links.public_uri import public_uri
from catalog.traceability.lot import Lot
from catalog.traceability.minting.serials import serials_of
from catalog.traceability.qr import trace_url
from catalog.traceability.symbols.data_matrix.symbol import data_matrix_of
from catalog.traceability.symbols.ean import ean_digits, ean_symbol
from catalog.traceability.symbols.qr import qr_symbol
from catalog.traceability.symbols.symbol import Symbol

GTIN, LOT, EXPIRY, SERIAL = "01", "10", "17", "21"


class NotPrintable(ValueError):
    """``code``: ``NO_GTIN`` the kind of goods has none; ``LOT_NUMBER`` has signs that GS1 does not know."""

    def __init__(self, code: str) -> None:
        super().__init__(code)
        self.code = code


@dataclass(frozen=True, slots=True)
class LabelItem:
    """``text`` is what the symbol holds: an address, an element string with separators, or the digits of an EAN."""

    kind: LabelSymbol
    text: str
    words: tuple[str, ...]
    """What people read beneath it: each element on a line."""

    def symbol(self) -> Symbol:
        if self.kind == LabelSymbol.QR:
            return qr_symbol(self.text)
        return ean_symbol(self.text) if self.kind == LabelSymbol.EAN else data_matrix_of(self.text)


def items_of(run: LabelRun) -> Iterator[LabelItem]:
    """One for each label, in order; nothing is held that does not stand on one. Needs ``run.lot.variant``.

    Raises `NotPrintable` and ``NoEan``.
    """
    if run.subject == LabelSubject.LOT:
        one = _item(run, "")
        return (one for _number in range(run.count))
    serials = run.codes if run.serials is None else serials_of(run.serials)
    return (_item(run, serial) for serial in serials)


def _item(run: LabelRun, serial: str) -> LabelItem:
    if run.symbol == LabelSymbol.EAN:
        digits = ean_digits(run.lot.variant.gtin)
        return LabelItem(LabelSymbol.EAN, digits, (digits,))
    if run.symbol == LabelSymbol.QR:
        return _qr(run, serial)
    elements = _elements(run.lot, serial, with_lot=True)
    return LabelItem(LabelSymbol.DATA_MATRIX, scanned(elements), _words(elements))


def _qr(run: LabelRun, serial: str) -> LabelItem:
    """A piece without a GTIN has the page of its code; with one, the address that leads to it."""
    if not run.lot.variant.gtin and run.subject == LabelSubject.PIECE:
        return LabelItem(LabelSymbol.QR, trace_url(serial), (grouped(serial),))
    elements = _elements(run.lot, serial, with_lot=not serial)
    address = public_uri(digital_link(CANONICAL, elements))
    return LabelItem(LabelSymbol.QR, address, _words(list(read_digital_link(address).elements)))


def _elements(lot: Lot, serial: str, *, with_lot: bool) -> list[Element]:
    if not lot.variant.gtin:
        raise NotPrintable("NO_GTIN")
    if with_lot and not is_gs1_lot(lot.number):
        raise NotPrintable("LOT_NUMBER")
    elements = [(GTIN, lot.variant.gtin.zfill(14))]
    if with_lot:
        elements.append((LOT, lot.number))
    if serial:
        elements.append((SERIAL, serial))
    if with_lot and lot.expires_on:
        elements.append((EXPIRY, f"{lot.expires_on:%y%m%d}"))
    return elements


def _words(elements: Sequence[Element]) -> tuple[str, ...]:
    return tuple(bracketed([element]) for element in elements)
