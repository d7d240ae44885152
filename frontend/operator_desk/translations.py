"""The marketplace's own texts: the pages of `frontend.translation_desk` for its staff."""

from frontend.staff_page import StaffPage
from frontend.translation_desk.desk import TranslationDesk
from frontend.translation_desk.download import Download
from frontend.translation_desk.file import File
from frontend.translation_desk.glossary import Glossary
from frontend.translation_desk.overview import Overview
from frontend.translation_desk.work import Work


class _OfMarketplace(TranslationDesk, StaffPage):
    desk = "operator-translations"
    layout = "operator_desk/layout.html"
    permissions = ("products.approve",)


class Translations(Overview, _OfMarketplace):
    """Coverage, machine, files."""


class TranslationWork(Work, _OfMarketplace):
    """The list of work."""


class TranslationFile(File, _OfMarketplace):
    """A file that came back."""


class TranslationDownload(Download, _OfMarketplace):
    """A file for a translator."""


class TranslationGlossary(Glossary, _OfMarketplace):
    """Names and fixed words."""
