"""Nobody finds events by a field that is kept from them: a condition holds only through fields the asker may see.

Whether a field may be seen is decided in SQL as `redacted` decides it: by how near the asker stands to the event, and
by the rule of the event's seller for the field, or else its default.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable

from django.db.models import Q

from catalog.traceability.epcis.event import Audience
from catalog.traceability.epcis.query.condition import EVERYTHING, Condition, Through
from catalog.traceability.epcis.rights.field_visibility import DEFAULTS, FieldVisibility
from catalog.traceability.epcis.rights.viewer import Viewer

_BY_DEFAULT = "default "
_ORDER = (Audience.PUBLIC, Audience.CHAIN, Audience.AUTHORITY, Audience.OWNER)


class Visibility:
    """What a viewer may find by; reads in one statement which of some fields have rules at all."""

    def __init__(self, viewer: Viewer, fields: Iterable[str]) -> None:
        asked = {part for field in fields for part in _with_parent(field)}
        named = Q(field__in=asked)
        if any(field.endswith(EVERYTHING) for field in asked):
            named |= Q(field__contains=":")
        self.viewer = viewer
        self.ruled = frozenset(FieldVisibility.objects.filter(named).values_list("field", flat=True).distinct())

    def allowed(self, condition: Condition) -> Q:
        """The condition, through what may be seen. Conditions on events out of `readable_events`."""
        fields = self._unfolded(condition.fields)
        outside = tuple(field for field in fields if not field.endswith(EVERYTHING))
        whole = condition.among(Through(tuple(fields), outside, self.viewer))
        if not any(self._alike(fields)):
            return whole
        through = Q(pk__in=[])
        for seen, group in self.apart(fields):
            through |= condition.among(Through(tuple(group), outside, self.viewer)) & seen
        return whole & through

    def visible(self, field: str) -> Q | None:
        """Of which events the viewer may see the field; nothing where it is of all."""
        kept = self._kept(field)
        if not kept:
            return None
        whole = Q()
        for one in kept:
            whole &= self._seen(one)
        return whole

    def apart(self, fields: Iterable[str]) -> list[tuple[Q, list[str]]]:
        """Fields in groups, each with the condition on events whose group the viewer may see."""
        apart = []
        for kept, group in self._alike(fields).items():
            seen = Q()
            for field in kept:
                seen &= self._seen(field)
            apart.append((seen, group))
        return apart

    def _alike(self, fields: Iterable[str]) -> dict[tuple[str, ...], list[str]]:
        """Fields by what decides whether they are seen; by nothing, those that all may see."""
        groups: dict[tuple[str, ...], list[str]] = defaultdict(list)
        for field in fields:
            groups[self._kept(field)].append(field)
        return groups

    def _kept(self, field: str) -> tuple[str, ...]:
        """What of a field and of that around it has a rule; where only defaults speak, equal ones have equal names."""
        kept = []
        for part in _with_parent(field):
            if part in self.ruled:
                kept.append(part)
            elif part in DEFAULTS:
                kept.append(f"{_BY_DEFAULT}{DEFAULTS[part]}")
        return tuple(kept)

    def _unfolded(self, fields: tuple[str, ...]) -> list[str]:
        """For fields of whichever name, also each that has a rule, to be looked at by itself."""
        unfolded = list(fields)
        for field in fields:
            if field.endswith(EVERYTHING):
                start = field.removesuffix(EVERYTHING)
                unfolded += sorted(
                    one for one in self.ruled if one.startswith(start) and (start or not one.startswith("ilmd/"))
                    and ":" in one
                )  # fmt: skip
        return unfolded

    def _seen(self, field: str) -> Q:
        own = Q(seller_id__in=self.viewer.seller_ids)
        if field.startswith(_BY_DEFAULT):
            return own | self._standing(field.removeprefix(_BY_DEFAULT))
        if self.viewer.is_authority:
            return own | self._open_to(field, Audience.AUTHORITY)
        seen = own | self._open_to(field, Audience.PUBLIC)
        if self.viewer.seller_ids:
            seen |= Q(is_partner=True) & self._open_to(field, Audience.CHAIN)
        return seen

    def _standing(self, audience: str) -> Q:
        """Of events that the viewer reads with at least this standing, besides their own."""
        if self.viewer.is_authority and audience != Audience.OWNER:
            return Q(pk__isnull=False)
        return Q(is_partner=True) if self.viewer.seller_ids and audience == Audience.CHAIN else Q(pk__in=[])

    def _open_to(self, field: str, standing: Audience) -> Q:
        """Events whose seller lets those of a standing see the field."""
        let = _ORDER[: _ORDER.index(standing) + 1]
        rules = FieldVisibility.objects.filter(field=field)
        if DEFAULTS.get(field, Audience.PUBLIC) in let:
            return ~Q(seller_id__in=rules.exclude(audience__in=let).values("seller_id"))
        return Q(seller_id__in=rules.filter(audience__in=let).values("seller_id"))


def _with_parent(field: str) -> list[str]:
    return ["ilmd", field] if field.startswith("ilmd/") else [field]
