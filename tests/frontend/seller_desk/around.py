"""What stands around a desk's products: papers, people who answer for them, texts that are translated elsewhere."""

from dataclasses import dataclass

from catalog.models import Certificate, Product
from i18n.exchange.export import export_translations
from i18n.exchange.preview_import import preview_import
from i18n.exchange.translation_import import TranslationImport
from i18n.units.sources import Narrowing
from marketplace.graphql import to_global_id
from marketplace.sellers.member import MemberRole
from marketplace.sellers.models import ResponsiblePerson
from tests.factories.reputation import make_certificate
from tests.factories.sellers import make_responsible_person
from tests.i18n.exchange.test_import import filled


@dataclass(frozen=True)
class Around:
    certificate: Certificate
    person: ResponsiblePerson
    came_back: TranslationImport

    def ids(self) -> dict[str, str]:
        return {name: to_global_id(type(row).__name__, row.pk) for name, row in vars(self).items()}

    def paths(self) -> dict[str, str]:
        """Below the desk, by what they are."""
        ids = self.ids()
        return {
            "certificates": "certificates",
            "new certificate": "certificates/new",
            "certificate": f"certificates/{ids['certificate']}",
            "reviews": "reviews",
            "exports": "exports",
            "responsible people": "responsible",
            "new responsible person": "responsible/new",
            "responsible person": f"responsible/{ids['person']}",
            "translations of all": "translations",
            "translation work": "translations/work",
            "glossary": "translations/glossary",
            "translation file": f"translations/files/{ids['came_back']}",
        }


def make_around(product: Product) -> Around:
    """A certificate of the product, somebody who answers for it, and a file of texts that came back in Dutch."""
    seller = product.seller
    sent = export_translations(
        narrowing=Narrowing(owner_id=seller.pk, kinds={"catalog.Product"}), source_language="vi", language="nl",
        file_format="XLSX", reader="vi",
    ).content  # fmt: skip
    came = preview_import(
        owner_id=seller.pk, file_name="nl.xlsx", content=filled(sent, {"name": "Eiken stoel"}), by="user:1",
        roles=frozenset({MemberRole.OWNER}),
    )  # fmt: skip
    return Around(make_certificate(product), make_responsible_person(seller), came)
