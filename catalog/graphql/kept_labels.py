"""The words of facets, kept in memory: reading them for every page costs several times what counting facets does."""

import time
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import asdict, dataclass, field, replace
from typing import Any

from catalog.graphql.facet_labels import FacetLabels
from catalog.search.name_table import LIFETIME
from catalog.search.request import Facet
from marketplace.channels.models import Channel

_Shown = dict[str, Any]
"""A `catalog.graphql.facet_labels.Label` as the API answers it."""


@dataclass(slots=True)
class Words:
    """A facet in one language and one currency. What is renamed has its old name until ``LIFETIME`` is over.

    ``name`` and a value's words are ``None`` where the row is gone.
    """

    name: str | None
    of_values: dict[str, _Shown | None] = field(default_factory=dict)
    since: float = field(default_factory=time.monotonic)


_kept: dict[tuple[str, str, str], Words] = {}
"""By language, currency and facet. Values come from the index, so there are never more than the catalogue has."""


def forget_labels() -> None:
    """Read all labels anew when they are next asked for."""
    _kept.clear()


def words_of(facets: Sequence[Facet], *, channel: Channel, language: str) -> Mapping[str, Words]:
    """By facet; only what is not kept is read, all of it together."""
    kept = {facet.name: _fresh((language, channel.currency_code, facet.name)) for facet in facets}
    unknown = [facet for each in facets if (facet := _unknown(each, kept[each.name]))]
    if not unknown:
        return {name: words for name, words in kept.items() if words}
    labels = FacetLabels(unknown, channel=channel, language=language)
    for facet in unknown:
        words = kept[facet.name] or Words(labels.name(facet))
        found = labels.of(facet)
        words.of_values |= {
            each.value: asdict(found[each.value]) if each.value in found else None for each in facet.values
        }
        _kept[language, channel.currency_code, facet.name] = kept[facet.name] = words
    return {name: words for name, words in kept.items() if words}


def _fresh(key: tuple[str, str, str]) -> Words | None:
    words = _kept.get(key)
    return words if words is not None and time.monotonic() - words.since < LIFETIME else None


def _unknown(facet: Facet, words: Words | None) -> Facet | None:
    """The facet with those of its values that are still to be read."""
    if words is None:
        return facet
    values: Iterable[Any] = (each for each in facet.values if each.value not in words.of_values)
    left = tuple(values)
    return replace(facet, values=left) if left else None
