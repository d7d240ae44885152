"""Changing booths under their hall's lock: nobody writes over what they have not seen.

A verb names the booths it changes and the versions that its caller saw. One that has changed since is refused with what
happened meanwhile (`StaleBooth`); nothing is written then. What the verb's block changes is compared with what was
there: rows that differ get a new version and the whole becomes one `PlanChange`; a block that changes nothing leaves
no trace.
"""

from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from functools import cached_property
from typing import Any

from django.db import transaction

from marketplace.accounts.models import User
from marketplace.expo.hall import Booth, Hall
from marketplace.expo.locks import lock_hall
from marketplace.expo.plan.change import PlanChange, PlanVerb, record_change
from marketplace.expo.plan.feature import HallFeature
from marketplace.expo.plan.rules import Floor
from marketplace.expo.plan.snapshot import BOOTH_FIELDS, snapshot, snapshots


class StaleBooth(Exception):
    """A booth was changed or removed after its caller looked; nothing was done."""

    def __init__(self, *, code: str, current: Booth | None, meanwhile: Sequence[PlanChange]) -> None:
        super().__init__(f"booth {code} has changed: {[change.verb for change in meanwhile]}")
        self.code = code
        self.current = current
        """As it is now; ``None``: it is gone."""
        self.meanwhile = list(meanwhile)


class Edit:
    """A hall that is locked, and what is being changed in it."""

    def __init__(self, hall: Hall, chosen: dict[int, Booth]) -> None:
        self.hall = hall
        self._chosen = chosen
        self._before = {pk: snapshot(booth) for pk, booth in chosen.items()}
        self.added: list[Booth] = []
        self.removed: list[Booth] = []
        self.features: list[HallFeature] = []
        """New ones."""

    def booth(self, booth: Booth) -> Booth:
        """The locked row of a booth that was named."""
        return self._chosen[booth.pk]

    @cached_property
    def others(self) -> list[Booth]:
        """The hall's booths that were not named."""
        return list(Booth.objects.filter(hall=self.hall).exclude(pk__in=self._chosen))

    @cached_property
    def floor(self) -> Floor:
        """What a named or new booth must not lie on."""
        return Floor.of(self.hall, self.others, HallFeature.objects.filter(hall=self.hall))

    def write(self, verb: PlanVerb, by: User | None) -> PlanChange | None:
        gone = {booth.pk for booth in self.removed}
        changed = [b for pk, b in self._chosen.items() if pk not in gone and snapshot(b) != self._before[pk]]
        before = [self._before[booth.pk] for booth in (*changed, *self.removed)]
        if not (changed or self.added or self.removed or self.features):
            return None
        for booth in changed:
            booth.version += 1
        Booth.objects.filter(pk__in=gone).delete()
        self._save(changed)
        Booth.objects.bulk_create(self.added)
        HallFeature.objects.bulk_create(self.features)
        after = {"booths": snapshots([*changed, *self.added]), "features": snapshots(self.features)}
        return record_change(self.hall, verb, before={"booths": before}, after=after, by=by)

    def _save(self, changed: Sequence[Booth]) -> None:
        """In a statement for many; outlines one by one, for in bulk "no outline" would become the JSON value null."""
        now = {booth.pk: snapshot(booth) for booth in changed}
        differing = [n for n in BOOTH_FIELDS if any(now[pk][n] != self._before[pk][n] for pk in now)]
        if "shape" in differing:
            for booth in changed:
                booth.save()
        elif changed:
            Booth.objects.bulk_update(changed, differing, batch_size=200)


Seen = Mapping[Booth, int | None]


@contextmanager
def editing(hall_id: int, *, verb: PlanVerb, by: User | None = None, seen: Seen | None = None) -> Iterator[Edit]:
    """Lock the hall, take the named booths as they are now, and write what the block does.

    ``seen``: the booths that are going to change, each with the version its caller saw (``None``: whatever it is).
    Raises `StaleBooth`.
    """
    with transaction.atomic():
        hall = lock_hall(hall_id)
        named = seen or {}
        chosen = {row.pk: row for row in Booth.objects.filter(hall=hall, pk__in=[booth.pk for booth in named])}
        for booth, version in named.items():
            _check_seen(hall, booth, chosen.get(booth.pk), version)
        edit = Edit(hall, {booth.pk: chosen[booth.pk] for booth in named})
        yield edit
        edit.write(verb, by)


def _check_seen(hall: Hall, booth: Booth, current: Booth | None, version: int | None) -> None:
    if current is not None and version in (None, current.version):
        return
    changes = PlanChange.objects.filter(hall=hall).select_related("by").order_by("-number")[:50]
    since = [change for change in changes if change.touches(booth.pk) and _is_after(change, booth.pk, version)]
    raise StaleBooth(code=current.code if current else booth.code, current=current, meanwhile=since[::-1])


def _is_after(change: PlanChange, booth_id: int, version: int | None) -> bool:
    """Whether the booth had this version or a later one before the change."""
    before: list[dict[str, Any]] = change.booths("before")
    return any(row["id"] == booth_id and row["version"] >= (version or 0) for row in before)
