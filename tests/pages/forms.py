"""What a page's forms hold, read from its HTML: the fields a browser would send when a button is pressed."""

from dataclasses import dataclass, field
from html.parser import HTMLParser

Fields = dict[str, str]


@dataclass(slots=True)
class Form:
    fields: Fields = field(default_factory=dict)
    actions: set[str] = field(default_factory=set)


class PageReader(HTMLParser):
    """The links of a page and its forms, in order. Of a list the first choice counts where none is chosen."""

    def __init__(self) -> None:
        super().__init__()
        self.links: list[str] = []
        self.forms: list[Form] = []
        self._list: str | None = None

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = {name: value or "" for name, value in attrs}
        if tag == "a" and given.get("href"):
            self.links.append(given["href"])
        if tag == "form":
            self.forms.append(Form())
        elif self.forms:
            self._take(tag, given)

    def _take(self, tag: str, given: Fields) -> None:
        form, name = self.forms[-1], given.get("name", "")
        if tag == "select":
            self._list = name
        elif tag == "option" and self._list and ("selected" in given or self._list not in form.fields):
            form.fields[self._list] = given.get("value", "")
        elif tag in {"input", "button"} and name == "action":
            form.actions.add(given.get("value", ""))
        elif tag == "input" and name and given.get("type") not in {"submit", "file"}:
            if given.get("type") not in {"radio", "checkbox"} or "checked" in given:
                form.fields[name] = given.get("value", "")
        elif tag == "textarea" and name:
            form.fields[name] = ""

    def handle_endtag(self, tag: str) -> None:
        if tag == "select":
            self._list = None


def read_page(html: str) -> PageReader:
    reader = PageReader()
    reader.feed(html)
    return reader
