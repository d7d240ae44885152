"""``disclosed``: which parts of events are shown, so that nothing that is withheld can be found out from the rest.

1. Shown is what the reader's form of the event has, unchanged.
2. From the hash of an event a withheld field could be guessed, word by word. So the hash of an event that is not shown
   as a whole is withheld, and with it every part, of any event, that names it; which may make another event not whole.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from typing import Any

from catalog.traceability.epcis.event import EpcisEvent
from catalog.traceability.proof.canonical import canonical_json
from catalog.traceability.proof.parts import HASH, RECORD_TIME, Path, paths_shown
from catalog.traceability.proof.sealed_record import all_parts

_HASHES = re.compile(rb"[0-9a-f]{64}")


def disclosed(events: Sequence[EpcisEvent], shown: Mapping[int, Mapping[str, Any]]) -> dict[int, set[Path]]:
    """The paths that are shown, by event. ``shown``: the documents as the reader is to see them."""
    whole = {event.pk: all_parts(event) for event in events}
    paths = {event.pk: paths_shown(event.document, shown[event.pk]) | {HASH, RECORD_TIME} for event in events}
    named = {
        event.pk: {path: set(_HASHES.findall(canonical_json(whole[event.pk][path]))) for path in paths[event.pk]}
        for event in events
    }
    while True:
        secret = {e.event_hash.encode() for e in events if len(paths[e.pk]) < len(whole[e.pk])}
        telling = {pk: {path for path in kept if named[pk][path] & secret} for pk, kept in paths.items()}
        if not any(telling.values()):
            return paths
        paths = {pk: kept - telling[pk] for pk, kept in paths.items()}
