"""Asked: what a request says of the link it wants, besides the thing."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass

from i18n.languages import negotiate

_LONGEST_HEADER = 1000
_LONGEST_WORD = 200
_QUALITY = re.compile(r"q\s*=\s*(0(?:\.\d{0,3})?|1(?:\.0{0,3})?)", re.ASCII)
HTML, LINKSET_JSON, LINKSET_TEXT = "text/html", "application/linkset+json", "application/linkset"


@dataclass(frozen=True, slots=True)
class Asked:
    link_type: str = ""
    context: str = ""
    languages: tuple[tuple[str, float], ...] = ()
    """Tags in small letters and how much each is wanted; what is refused has 0."""
    media: tuple[tuple[str, float], ...] = ()
    language: str = "en"
    """Of ours, for titles."""

    @property
    def wants_html(self) -> bool:
        """A person with a browser, rather than a program."""
        return self.names(HTML) and self.accepts(HTML) >= self.accepts("application/json")

    def names(self, media_type: str) -> bool:
        """Whether the type itself is asked for, not only everything."""
        return dict(self.media).get(media_type, 0.0) > 0

    def accepts(self, media_type: str) -> float:
        """How much a type is wanted: by its own name, else its family's, else everything's; 1 if nothing is said."""
        if not self.media:
            return 1.0
        given = dict(self.media)
        family = f"{media_type.partition('/')[0]}/*"
        return next((given[name] for name in (media_type, family, "*/*") if name in given), 0.0)

    def reads(self, tag: str) -> float:
        """How much a language is wanted: the longest range that it begins with counts (RFC 4647, basic filtering)."""
        small = tag.lower()
        met = [(len(wanted), quality) for wanted, quality in self.languages if _within(small, wanted)]
        return max(met, default=(0, 0.0))[1]


def read_asked(words: Mapping[str, str], headers: Mapping[str, str]) -> Asked:
    """Header names in small letters. What is not well formed in them is passed over."""
    accepted = headers.get("accept-language", "")
    return Asked(
        link_type=words.get("linkType", "")[:_LONGEST_WORD],
        context=words.get("context", "")[:_LONGEST_WORD],
        languages=_weighted(accepted),
        media=_weighted(headers.get("accept", "")),
        language=negotiate(accepted),
    )


def _weighted(header: str) -> tuple[tuple[str, float], ...]:
    found: dict[str, float] = {}
    for part in header[:_LONGEST_HEADER].split(","):
        name, *parameters = (piece.strip().lower() for piece in part.split(";"))
        qualities = [met[1] for one in parameters if (met := _QUALITY.fullmatch(one))]
        if name:
            found.setdefault(name, float(qualities[0]) if qualities else 1.0)
    return tuple(found.items())


def _within(tag: str, wanted: str) -> bool:
    """``nl-BE`` is within ``nl`` and ``*``; a reader of ``nl-BE`` is also served by ``nl``."""
    return wanted == "*" or tag == wanted or tag.startswith(f"{wanted}-") or wanted.startswith(f"{tag}-")
