"""The values people name: by slug, or by name in any language, without regard to case and marks of typing."""

from collections import defaultdict
from collections.abc import Iterable, Mapping

from catalog.products.attributes.attribute_value import SUBJECT, AttributeValue
from i18n.text import fold
from i18n.translate import translations_of

Named = Mapping[int, Iterable[str]]
Found = dict[tuple[int, str], AttributeValue]


def find_values(named: Named) -> Found:
    """The value of each (attribute, word); a word that fits none, or several names, is left out.

    One query where all words are slugs, otherwise three.
    """
    wanted = {(attribute_id, word) for attribute_id, words in named.items() for word in words}
    by_slug = AttributeValue.objects.filter(attribute_id__in=named, slug__in={word for _id, word in wanted})
    found = {key: row for row in by_slug if (key := (row.attribute_id, row.slug)) in wanted}
    missing = wanted - found.keys()
    return found | _by_name(missing) if missing else found


def _by_name(missing: set[tuple[int, str]]) -> Found:
    rows = {row.pk: row for row in AttributeValue.objects.filter(attribute_id__in={each for each, _word in missing})}
    names: dict[tuple[int, str], set[int]] = defaultdict(set)
    for row in rows.values():
        names[row.attribute_id, fold(row.name)].add(row.pk)
    for key, stored in translations_of(SUBJECT, rows, fields=["name"]).items():
        for translation in stored:
            names[rows[int(key)].attribute_id, fold(translation.text)].add(int(key))
    fitting = {(attribute_id, word): names.get((attribute_id, fold(word)), set()) for attribute_id, word in missing}
    return {key: rows[next(iter(ids))] for key, ids in fitting.items() if len(ids) == 1}
