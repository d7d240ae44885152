"""Finds one address for every kind of page of a running demo: by links, from where each person begins."""

import sys
from collections import deque
from collections.abc import Iterable, Iterator
from dataclasses import asdict, dataclass
from urllib.parse import urlsplit

from tests.pages.by_hand import make
from tests.pages.names import NOT_PAGES, has_market, is_door, name_of, page_names
from tests.pages.people import PEOPLE, Person
from tests.pages.reader import Reader

INSTANCES = 8
"""So many pages of one kind are read for their links while pages beside them on the person's desk are missing."""
DESKS = {"seller", "operator", "expo", "exhibitor"}
OF_ORDERS = {"orders": "order", "return": "order", "dispute": "order", "review": "order", "tracking": "trace"}
"""Pages of the storefront that stand beside others under another name."""


@dataclass(frozen=True, slots=True)
class Place:
    """A page of the demo: what it is called, who reads it, and where it stands in that person's language."""

    name: str
    person: str
    path: str

    def read_in(self, language: str, market: str | None = None) -> str:
        """The same page in another language (and another market, where its address has one)."""
        _, _old, *rest = self.path.split("/")
        if market and has_market(urlsplit(self.path).path):
            rest[0] = market
        return "/".join(("", language, *rest))

    def as_row(self) -> dict[str, str]:
        return asdict(self)


def find_places(site: str) -> dict[str, Place]:
    """By name. What no link leads to is made first; who watches is told how far it is."""
    found = {name: Place(name, who, path) for name, (who, path) in make(site).items()}
    for person in PEOPLE:
        for place in list(_walk(Reader(site, person), person, set(found))):
            found.setdefault(place.name, place)
        sys.stderr.write(f"{person.key}: {len(found)} kinds of page\n")
    return found


def missing(found: Iterable[str]) -> list[str]:
    """Pages that were not reached, by name."""
    return sorted(page_names() - set(found))


def _walk(reader: Reader, person: Person, known: Iterable[str]) -> Iterator[Place]:
    first, more = deque(person.paths()), deque[str]()
    asked, seen = set[str](), dict[str, int]()
    wanted = {name for name in page_names() - set(known) if name.startswith((*person.desks, *person.also))}
    while first or (more and wanted):
        is_first = bool(first)
        path = first.popleft() if is_first else more.popleft()
        name = name_of(urlsplit(path).path)
        if name is None or path in asked or (name in NOT_PAGES and not is_door(name)):
            continue
        if (name in known and not name.startswith((*person.desks, *person.also))) or _is_of_others(name, person):
            continue
        if is_first and seen.get(name):
            more.append(path)
            continue
        if not is_first and (seen[name] >= INSTANCES or not _is_beside(name, wanted)):
            continue
        asked.add(path)
        seen[name] = seen.get(name, 0) + 1
        page = reader.get(path)
        arrived = name_of(urlsplit(page.url).path)
        if arrived is None or page.status_code != 200 or not page.headers["Content-Type"].startswith("text/html"):
            continue
        if arrived not in NOT_PAGES and (arrived == name or is_door(name)):
            wanted.discard(arrived)
            yield Place(arrived, person.key, reader.path_of(page))
        first.extend(link for link in reader.links(page) if _may_follow(link, person))


def _is_of_others(name: str, person: Person) -> bool:
    """Staff may look at more desks than their own; each desk is shown as those see it who work there."""
    owners = [one for one in PEOPLE if one.desks and name.startswith(one.desks)]
    return bool(owners) and person not in owners


def _may_follow(link: str, person: Person) -> bool:
    """Pages in the person's language, and doors, which lead to a page in it."""
    return link.startswith(f"/{person.language}/") or is_door(name_of(urlsplit(link).path))


def _is_beside(name: str, wanted: set[str]) -> bool:
    """Whether a page that is wanted may be linked from pages of this kind."""
    return any(_subject(name) == _subject(one) for one in wanted)


def _subject(name: str) -> str:
    """What pages beside each other have in common: ``seller-orders`` of ``seller-orders-order-packing``."""
    first, *rest = name.split("-")
    subject = OF_ORDERS.get(first, first)
    return f"{subject}-{rest[0]}" if rest and subject in DESKS else subject
