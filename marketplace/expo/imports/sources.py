"""Sources of lists: written down, changed, removed, and asked at their address."""

from collections.abc import Mapping

from django.db import transaction

from catalog.refusal import Problem, Refused, refuse_any
from i18n.messages import gettext_noop as _
from marketplace.expo import texts
from marketplace.expo.feed import FIELDS, FetchedFeed
from marketplace.expo.feeds import feeds
from marketplace.expo.imports.source import ExhibitorSource
from marketplace.webhooks.address import AddressRefused, BadTarget, parse_target

LONGEST_KEY = 500
MOST_SOURCES = 200


def create_source(*, name: str, feed: str = "spreadsheet", address: str = "", access_key: str = "") -> ExhibitorSource:
    """Raises ``Refused``."""
    name = texts.tidy(name)
    refuse_any(_problems(name, feed, address, access_key))
    with transaction.atomic():
        if ExhibitorSource.objects.filter(name=name).exists():
            raise Refused(Problem("name", "UNIQUE", _("There is a source of this name already.")))
        if ExhibitorSource.objects.count() >= MOST_SOURCES:
            raise Refused(texts.invalid("name", _("At most %(most)s sources."), most=MOST_SOURCES))
        source = ExhibitorSource(name=name, feed=feed, address=address)
        source.access_key = access_key
        source.save()
    return source


def update_source(
    *, source: ExhibitorSource, name: str | None = None, address: str | None = None, access_key: str | None = None
) -> ExhibitorSource:
    """What is ``None`` stays as it is; the form of a source's lists always does. Raises ``Refused``."""
    name = source.name if name is None else texts.tidy(name)
    address = source.address if address is None else address
    refuse_any(_problems(name, source.feed, address, access_key or ""))
    if ExhibitorSource.objects.filter(name=name).exclude(pk=source.pk).exists():
        raise Refused(Problem("name", "UNIQUE", _("There is a source of this name already.")))
    if address != source.address and access_key is None:
        access_key = ""  # a key is for the address it was given for
    source.name, source.address = name, address
    if access_key is not None:
        source.access_key = access_key
    source.save()
    return source


def delete_source(*, source: ExhibitorSource) -> None:
    """Its exhibitors stay; nobody is told any more that they are missing from its lists."""
    source.delete()


def fetched_feed(source: ExhibitorSource) -> FetchedFeed:
    """How the source is asked. Raises ``Refused`` for one without an address."""
    read = feeds().get(source.feed)
    if not isinstance(read, FetchedFeed) or not source.address:
        raise Refused(texts.invalid("source_id", _("This source has no address: hand in its file.")))
    return read


def fetch_list(source: ExhibitorSource) -> bytes:
    """Ask the source for its list. Raises ``Refused`` for one without an address, or that does not answer."""
    key = source.access_key.open() if source.access_key else ""
    return fetched_feed(source).fetch(source.address, key)


def remember_mapping(source: ExhibitorSource, mapping: Mapping[str, str | None]) -> None:
    source.mapping = dict(mapping)
    source.save(update_fields=["mapping"])


def mapping_problems(mapping: Mapping[str, str | None]) -> list[Problem]:
    chosen = [field for field in mapping.values() if field]
    if set(chosen) - set(FIELDS):
        message = _("A column can be mapped to: %(fields)s.")
        return [Problem("mapping", "INVALID", message, {"fields": ", ".join(FIELDS)})]
    if len(chosen) != len(set(chosen)):
        return [Problem("mapping", "INVALID", _("Two columns are mapped to the same field."))]
    return []


def _problems(name: str, feed: str, address: str, access_key: str) -> list[Problem]:
    limits = {"name": 120, "access_key": LONGEST_KEY}
    problems = texts.lengths({"name": name, "access_key": access_key}, limits)
    if not name:
        problems.append(texts.required("name"))
    if not (access_key.isascii() and access_key.isprintable()):  # it travels in a line of a request's head
        message = _("Only letters without accents, digits and signs are possible here.")
        problems.append(texts.invalid("access_key", message))
    if feed not in feeds():
        problems.append(Problem("feed", "NOT_FOUND", _("There is no such source of exhibitors.")))
        return problems
    is_fetched = isinstance(feeds()[feed], FetchedFeed)
    if is_fetched and not address:
        problems.append(texts.required("address"))
    if address and not is_fetched:
        problems.append(texts.invalid("address", _("Lists of this form are handed in as files.")))
    return problems + (_address_problems(address) if is_fetched and address else [])


def _address_problems(address: str) -> list[Problem]:
    try:
        parse_target(address)
    except (BadTarget, AddressRefused):
        return [texts.invalid("address", _("This is not an address on the public internet that begins with https://."))]
    return []
