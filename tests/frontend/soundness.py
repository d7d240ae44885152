"""What every page shown to people has to be: read from its HTML, without a browser."""

import re
from collections.abc import Iterator
from html.parser import HTMLParser
from itertools import pairwise

VOID = {"area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "track", "wbr"}


class Reader(HTMLParser):
    """Gathers the elements, and complains of those that are not closed."""

    def __init__(self) -> None:
        super().__init__()
        self.elements: list[tuple[str, dict[str, str | None]]] = []
        self.open: list[str] = []
        self.inside_label: list[dict[str, str | None]] = []
        self.problems: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        found = dict(attrs)
        self.elements.append((tag, found))
        if "label" in self.open:
            self.inside_label.append(found)
        if tag not in VOID:
            self.open.append(tag)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.elements.append((tag, dict(attrs)))

    def handle_endtag(self, tag: str) -> None:
        if tag in VOID:
            return
        if not self.open or self.open[-1] != tag:
            self.problems.append(f"</{tag}> closes <{self.open[-1] if self.open else ''}>")
        while self.open and self.open.pop() != tag:
            pass


def problems(html: str, *, language: str) -> list[str]:
    """Everything that is wrong with a page; empty when it is sound."""
    reader = Reader()
    reader.feed(html)
    return [*reader.problems, *_shape(reader, language), *_names(reader), *_labels(reader), *_words(html)]


def _shape(reader: Reader, language: str) -> Iterator[str]:
    tags = [tag for tag, _ in reader.elements]
    if (count := tags.count("h1")) != 1:
        yield f"{count} h1"
    if tags.count("main") != 1:
        yield "not one main"
    if next(attributes for tag, attributes in reader.elements if tag == "html").get("lang") != language:
        yield "the page does not name its language"
    levels = [int(tag[1]) for tag in tags if re.fullmatch(r"h[1-6]", tag)]
    for above, below in pairwise(levels):
        if below > above + 1:
            yield f"h{below} after h{above}"


def _names(reader: Reader) -> Iterator[str]:
    ids = [attributes["id"] for _, attributes in reader.elements if attributes.get("id")]
    yield from (f"id {one} twice" for one in {one for one in ids if ids.count(one) > 1})
    for tag, attributes in reader.elements:
        for name in ("aria-describedby", "aria-labelledby", "for", "form"):
            for target in (attributes.get(name) or "").split():
                if target not in ids:
                    yield f"<{tag} {name}={target}> leads nowhere"
        if tag == "img" and "alt" not in attributes:
            yield f"no alt on {attributes.get('src')}"
        if "style" in attributes or any(name.startswith("on") for name in attributes):
            yield f"inline style or script on <{tag}>"


def _labels(reader: Reader) -> Iterator[str]:
    labelled = {attributes.get("for") for tag, attributes in reader.elements if tag == "label"}
    for tag, attributes in reader.elements:
        if tag in {"input", "select", "textarea"} and attributes.get("type") != "hidden":
            named = attributes.get("id") in labelled or attributes in reader.inside_label
            if not named and "aria-label" not in attributes:
                yield f"no label for {attributes.get('name')}"


def _words(html: str) -> Iterator[str]:
    text = re.sub(r"<[^>]+>", " ", html)
    for trace in ("None", "{{", "{%", "Undefined", "&lt;span", "%(", "[object"):
        if trace in text:
            yield f"{trace} in the text: {text[max(0, text.index(trace) - 40) : text.index(trace) + 40]!r}"
