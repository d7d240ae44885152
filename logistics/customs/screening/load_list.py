"""``load_list``: a file of denied parties takes the place of the one before it.

1. Read the whole file or refuse it. 2. The file that already holds changes nothing. 3. Write the parties and all their
names. 4. The edition before is superseded; its parties go, since every hit has its own copy of what it found.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterator

from django.db import transaction
from django.utils import timezone

from logistics.customs.screening.events import DeniedListLoaded
from logistics.customs.screening.formats.registry import list_format
from logistics.customs.screening.list_format import ListFile, ListUnreadable, PartyData
from logistics.customs.screening.listed_party import ListEdition, ListedName, ListedParty
from marketplace.accounts.models import User
from marketplace.events.publish import publish

MOST_BYTES = 128 * 1024 * 1024
MOST_PARTIES = 200_000
BATCH = 500


def load_list(*, source: str, content: bytes, file_name: str = "", by: User | None = None) -> ListEdition:
    """The edition that holds now. Raises ``UnknownListFormat`` and ``ListUnreadable``; nothing is changed then."""
    digest = hashlib.sha256(content).hexdigest()
    held = ListEdition.objects.filter(source=source, superseded_at=None).first()
    if held is not None and held.sha256 == digest:
        return held
    file = _read(source, content)
    with transaction.atomic():
        _supersede(source)
        edition = ListEdition.objects.create(
            source=source,
            published_on=file.published_on,
            file_name=file_name[:200],
            sha256=digest,
            party_count=len(file.parties),
            loaded_by=by,
        )
        _write(edition, file.parties)
        publish(DeniedListLoaded(source=source, edition_id=edition.pk))
    return edition


def _read(source: str, content: bytes) -> ListFile:
    found = list_format(source)
    if len(content) > MOST_BYTES:
        raise ListUnreadable("the file is too large")
    file = found.read(content)
    if not file.parties:
        raise ListUnreadable("there is no party in the file")
    if len(file.parties) > MOST_PARTIES:
        raise ListUnreadable("there are too many parties in the file")
    if len({party.uid for party in file.parties}) < len(file.parties):
        raise ListUnreadable("two parties have the same number")
    return file


def _supersede(source: str) -> None:
    before = list(ListEdition.objects.select_for_update().filter(source=source, superseded_at=None).order_by("pk"))
    ListEdition.objects.filter(pk__in=[edition.pk for edition in before]).update(superseded_at=timezone.now())
    ListedParty.objects.filter(edition__in=before).delete()


def _write(edition: ListEdition, parties: list[PartyData]) -> None:
    rows = ListedParty.objects.bulk_create(
        (
            ListedParty(
                edition=edition,
                uid=party.uid,
                kind=party.kind,
                programs=list(party.programs),
                countries=list(party.countries),
                born=list(party.born),
            )
            for party in parties
        ),
        batch_size=BATCH,
    )
    names = (name for row, party in zip(rows, parties, strict=True) for name in _names(row, party))
    ListedName.objects.bulk_create(names, batch_size=BATCH)


def _names(row: ListedParty, party: PartyData) -> Iterator[ListedName]:
    for position, name in enumerate((*party.names, *party.weak_names)):
        yield ListedName(party=row, name=name, is_weak=position >= len(party.names), position=position)
