"""A person's name in the order in which that person says it."""

import re

from i18n.text import is_cjk

_VIETNAMESE = re.compile("[ăđơưạảấầẩẫậắằẳẵặẹẻẽếềểễệỉịọỏốồổỗộớờởỡợụủứừửữựỳỵỷỹ]", re.IGNORECASE)
"""Letters that no other language of the marketplace writes."""
_FAMILIES = frozenset(
    [
        "bùi",
        "cao",
        "dương",
        "đặng",
        "đinh",
        "đỗ",
        "hà",
        "hồ",
        "hoàng",
        "huỳnh",
        "lâm",
        "lê",
        "lý",
        "mai",
        "ngô",
        "nguyễn",
        "phạm",
        "phan",
        "tạ",
        "tô",
        "trần",
        "trịnh",
        "trương",
        "võ",
        "vũ",
    ]
)


def full_name(first: str | None, last: str | None) -> str:
    """``Nguyễn Hoài An``, ``山田花子``, ``김 민수``, ``Anneke de Vries``: the family first where people put it first.

    The name itself says it: its script, the letters of Vietnamese, or one of the commonest Vietnamese families.
    """
    given, family = (first or "").strip(), (last or "").strip()
    if is_cjk(given + family):
        hangul = any("\uac00" <= letter <= "\ud7a3" for letter in given + family)
        return (" " if hangul else "").join(filter(None, (family, given)))
    family_first = family.lower() in _FAMILIES or _VIETNAMESE.search(given + family)
    return " ".join(filter(None, (family, given) if family_first else (given, family)))
