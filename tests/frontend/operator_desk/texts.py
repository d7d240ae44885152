"""The marketplace's own texts on their way to a translator and back."""

from collections.abc import Iterator
from dataclasses import dataclass

from i18n.exchange.export import export_translations
from i18n.exchange.preview_import import preview_import
from i18n.exchange.translation_import import TranslationImport
from i18n.glossary.terms import TermFields, create_term
from i18n.units.sources import Narrowing
from marketplace.accounts.permissions import Permission
from marketplace.graphql import to_global_id
from tests.i18n.exchange.test_import import filled

MARKETPLACE = 0
KIND = "catalog.Category"


@dataclass(frozen=True)
class Texts:
    came_back: TranslationImport

    def pages(self) -> Iterator[str]:
        """Below the desk."""
        yield from ("translations", "translations/work", "translations/work?language=nl&state=ALL")
        yield "translations/glossary"
        yield f"translations/files/{to_global_id('TranslationImport', self.came_back.pk)}"

    def files(self) -> Iterator[str]:
        for file_format in ("XLSX", "XLIFF"):
            yield f"translations/download?source=en&language=nl&state=ALL&format={file_format}"


def make_texts() -> Texts:
    """Categories that were written out for Dutch; one came back translated."""
    create_term(owner_id=MARKETPLACE, fields=TermFields(source_language="en", term="Bình Dương", rule="KEEP"))
    sent = export_translations(
        narrowing=Narrowing(owner_id=MARKETPLACE, kinds={KIND}), source_language="en", language="nl",
        file_format="XLSX", reader="en",
    ).content  # fmt: skip
    came = preview_import(
        owner_id=MARKETPLACE, file_name="nl.xlsx", content=filled(sent, {"name": "Zitmeubelen"}), by="user:1",
        roles=frozenset({Permission.PRODUCTS_APPROVE}),
    )  # fmt: skip
    assert "NEW" in came.units.values_list("outcome", flat=True)
    return Texts(came)
