"""A seller's translation desk: the pages of `frontend.translation_desk` for the managers of the seller."""

from typing import Any

from frontend.seller_desk.seller_page import SellerPage
from frontend.translation_desk.desk import TranslationDesk
from frontend.translation_desk.download import Download
from frontend.translation_desk.file import File
from frontend.translation_desk.glossary import Glossary
from frontend.translation_desk.overview import Overview
from frontend.translation_desk.work import Work


class _OfSeller(TranslationDesk, SellerPage):
    desk = "seller-translations"
    layout = "seller_desk/layout.html"
    least_role = "MANAGER"

    @property
    def owner(self) -> str | None:
        return str(self.own["id"])

    @property
    def source(self) -> str:
        return self.source_language

    def to(self, page: str, **parts: Any) -> str:
        return self.at(self.name_of(page), **parts)


class Translations(Overview, _OfSeller):
    """Coverage, machine, files."""


class TranslationWork(Work, _OfSeller):
    """The list of work."""


class TranslationFile(File, _OfSeller):
    """A file that came back."""


class TranslationDownload(Download, _OfSeller):
    """A file for a translator."""


class TranslationGlossary(Glossary, _OfSeller):
    """Names and fixed words."""
