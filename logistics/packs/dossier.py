"""``gather``: everything on record about a lot, read once, for all packs."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from catalog.products.answerable import responsible_people
from catalog.products.certificates.certificate import Certificate
from catalog.products.certificates.valid import valid_certificates_of
from catalog.products.media import ProductMedia
from catalog.traceability.identity.place import TracePlace
from catalog.traceability.identity.uris import lot_uri
from catalog.traceability.lot import Lot, TraceCode, TraceCodeStatus
from catalog.traceability.materials.due_diligence import DueDiligenceStatement
from catalog.traceability.materials.lot_material import LotMaterial
from catalog.traceability.step import TraceStep
from logistics.customs.origin.assess_product import bill_of
from logistics.customs.origin.materials import BillMaterial

if TYPE_CHECKING:
    from catalog.products.product import Product
    from catalog.products.variant import ProductVariant
    from marketplace.sellers.models import ResponsiblePerson, Seller


@dataclass(frozen=True, slots=True)
class Dossier:
    """``on`` is the day of the report: what had run out by then does not count."""

    lot: Lot
    variant: ProductVariant
    product: Product
    seller: Seller
    on: date
    uri: str
    """What events call the lot."""
    code: str
    """A trace code in force, for the address of the page that shoppers see; empty without one."""
    steps: tuple[TraceStep, ...]
    materials: tuple[LotMaterial, ...]
    plots: dict[int, tuple[TracePlace, ...]]
    """By material."""
    statements: tuple[DueDiligenceStatement, ...]
    certificates: tuple[Certificate, ...]
    """Those in force on the day."""
    pictures: int
    person: ResponsiblePerson | None
    bill: tuple[BillMaterial, ...]
    is_priced: bool
    """The bill has a price ex works or free on board."""

    @property
    def plants(self) -> tuple[LotMaterial, ...]:
        """The materials that lived once."""
        return tuple(each for each in self.materials if each.scientific_name)

    @property
    def all_plots(self) -> tuple[TracePlace, ...]:
        """Each once, in the order of the materials."""
        return tuple({plot.pk: plot for each in self.materials for plot in self.plots[each.pk]}.values())


def gather(lot: Lot, *, on: date) -> Dossier:
    """A constant number of queries. The lot comes with ``variant``."""
    product = lot.variant.product
    materials = tuple(lot.materials.select_related("supplier").prefetch_related("plots__party"))
    stored = bill_of(product, lot.variant)
    codes = TraceCode.objects.filter(lot=lot, status=TraceCodeStatus.ACTIVE).order_by("created_at", "code")
    (person,) = responsible_people([product])
    return Dossier(
        lot=lot,
        variant=lot.variant,
        product=product,
        seller=product.seller,
        on=on,
        uri=lot_uri(lot),
        code=codes.values_list("code", flat=True).first() or "",
        steps=tuple(lot.steps.standing().select_related("place_ref", "party").order_by("occurred_at", "recorded_at")),
        materials=materials,
        plots={each.pk: tuple(each.plots.all()) for each in materials},
        statements=tuple(lot.due_diligence_statements.all()),
        certificates=tuple(valid_certificates_of([product.pk], on)[product.pk]),
        pictures=ProductMedia.objects.filter(product=product).count(),
        person=person,
        bill=tuple(stored.materials.all()) if stored else (),
        is_priced=stored is not None and (stored.ex_works or stored.free_on_board) is not None,
    )
