"""Words and codes of a text as XLIFF 2.1 inline content: ``<pc>`` around words, ``<ph/>`` for a single code.

The code itself stands in the unit's ``<originalData>``, so that a translator sees where a tag is and cannot break it.
A name that the glossary keeps is put into ``<mrk translate="no">``. Characters that XML cannot hold are ``<cp>``.
"""

import re
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from xml.sax.saxutils import escape, quoteattr

from i18n.glossary.check import pattern
from i18n.markup.tokens import Part, Token, tokens
from i18n.subjects import Markup

_INVALID = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_TYPES = {"b": "xlf:b", "strong": "xlf:b", "i": "xlf:i", "em": "xlf:i", "u": "xlf:u", "br": "xlf:lb", "p": "xlf:pb"}


@dataclass
class InlineWriter:
    """Writes the source and then the target of one unit; codes that are the same have the same id in both."""

    markup: Markup
    kept: Sequence[str] = ()
    """Names that stay as they are."""
    data: dict[str, str] = field(default_factory=dict)
    """Code -> id in ``<originalData>``."""
    _ids: dict[tuple[str, int], str] = field(default_factory=dict)
    _marks: int = 0

    def write(self, text: str, *, mark_names: bool = False) -> str:
        """The content of ``<source>`` or ``<target>``."""
        parts = tokens(text, self.markup)
        met: dict[str, int] = defaultdict(int)
        found = []
        for token in parts:
            if token.part == Part.WORDS:
                found.append(self._words(token.text, mark_names))
            elif token.part == Part.CLOSE:
                found.append("</pc>")
            else:
                met[token.text] += 1
                found.append(self._code(token, parts, self._id(token.text, met[token.text])))
        return "".join(found)

    def original_data(self) -> str:
        rows = (f'<data id="{key}" xml:space="preserve">{xml_text(code)}</data>' for code, key in self.data.items())
        return f"<originalData>{''.join(rows)}</originalData>" if self.data else ""

    def _code(self, token: Token, parts: Sequence[Token], id: str) -> str:
        kind = _TYPES.get(token.name, "")
        about = f" type={quoteattr('fmt')} subType={quoteattr(kind)}" if kind else ""
        if token.part == Part.SINGLE:
            return f'<ph id="{id}" dataRef="{self._data(token.text)}"{about}/>'
        end = self._data(parts[token.pair].text)
        return f'<pc id="{id}" dataRefStart="{self._data(token.text)}" dataRefEnd="{end}"{about}>'

    def _id(self, code: str, time: int) -> str:
        return self._ids.setdefault((code, time), str(len(self._ids) + 1))

    def _data(self, code: str) -> str:
        return self.data.setdefault(code, f"d{len(self.data) + 1}")

    def _words(self, text: str, mark_names: bool) -> str:
        if not mark_names or not self.kept:
            return xml_text(text)
        found, end = [], 0
        for start, stop in _spans(text, self.kept):
            self._marks += 1
            name = f'<mrk id="m{self._marks}" translate="no">{xml_text(text[start:stop])}</mrk>'
            found += [xml_text(text[end:start]), name]
            end = stop
        return "".join([*found, xml_text(text[end:])])


def xml_text(text: str) -> str:
    """Escaped text; what XML 1.0 has no character for becomes ``<cp hex=…/>``."""
    escaped = escape(text, {"\r": "&#13;"})
    return _INVALID.sub(lambda met: f'<cp hex="{ord(met[0]):04X}"/>', escaped)


def plain_text(text: str) -> str:
    """Escaped text for places where ``<cp>`` may not stand."""
    return escape(_INVALID.sub("", text), {"\r": "&#13;"})


def _spans(text: str, names: Iterable[str]) -> list[tuple[int, int]]:
    """Where the names stand, the longer one where two overlap."""
    met = [found.span() for name in names for found in pattern(name, True).finditer(text)]
    chosen: list[tuple[int, int]] = []
    for start, end in sorted(met, key=lambda span: (span[0], -span[1])):
        if not chosen or start >= chosen[-1][1]:
            chosen.append((start, end))
    return chosen
