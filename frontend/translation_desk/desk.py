"""What the pages of translating share, whether a seller's people use them or the marketplace's.

The pages of this folder are halves: a desk's own page class stands before them (``class Translations(Overview,
SellerPage)``) and says whose texts they are. Their ``.graphql`` and ``.html`` lie here, once for both desks.
"""

from pathlib import Path
from typing import Any, ClassVar

from frontend.filters import api_language
from frontend.page import Page, Variables
from i18n.languages import LANGUAGES
from i18n.messages import gettext_noop as _

STATES = (
    ("TODO", _("To do")),
    ("MISSING", _("Missing")),
    ("STALE", _("Outdated")),
    ("MACHINE", _("Translated by machine")),
    ("IMPORTED", _("Imported")),
    ("HUMAN", _("Translated")),
    ("REVIEWED", _("Reviewed")),
    ("ALL", _("All")),
)
TODO = ["MISSING", "STALE", "MACHINE"]
TABS = (("overview", _("Overview")), ("work", _("Work list")), ("glossary", _("Glossary")))


class TranslationDesk(Page):
    """``desk`` is the first part of the names of its pages: ``seller-translations``."""

    desk: ClassVar[str]
    layout: ClassVar[str]
    half: ClassVar[str]
    """The name of the files beside the half: ``overview``."""

    @classmethod
    def file(cls, suffix: str) -> Path:
        return Path(__file__).with_name(cls.half).with_suffix(suffix)

    @property
    def owner(self) -> str | None:
        """The seller whose texts these are; ``None`` for the marketplace's own."""
        return None

    @property
    def source(self) -> str:
        """The language that most of the texts are written in."""
        return "en"

    def to(self, page: str, **parts: Any) -> str:
        """The address of another page of this desk: ``overview``, ``work``, ``glossary``, ``file``, ``download``."""
        return self.url(self.name_of(page), **parts)

    def name_of(self, page: str) -> str:
        return self.desk if page == "overview" else f"{self.desk}-{page}"

    def variables(self) -> Variables:
        return {**super().variables(), "seller": self.owner}

    def context(self, data: dict[str, Any]) -> dict[str, Any]:
        return {
            **super().context(data),
            "desk_layout": self.layout,
            "to": self.to,
            "desk_tabs": [(label, self.to(name), name == self.half) for name, label in TABS],
            "states": STATES,
            "source": self.source,
        }

    def language_asked(self, *, but_source: bool = True) -> str:
        """The language of the address; the visitor's own or the first other when it names none."""
        wanted = [self.query("language"), self.visit.language, *LANGUAGES]
        return next(code for code in wanted if code in LANGUAGES and not (but_source and code == self.source))

    def states_asked(self) -> list[str] | None:
        state = self.query("state") or "TODO"
        known = {name for name, _label in STATES}
        if state not in known or state == "TODO":
            return TODO
        return None if state == "ALL" else [state]

    def language_of_api(self) -> str:
        return api_language(self.language_asked())
