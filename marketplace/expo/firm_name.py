"""Names of firms as they are compared: without accents, case, punctuation and the words for the company's form."""

import re

from i18n.text import fold

_FORMS = (
    "cong ty trach nhiem huu han mot thanh vien",
    "cong ty trach nhiem huu han",
    "cong ty tnhh mot thanh vien",
    "cong ty tnhh mtv",
    "cong ty tnhh 1tv",
    "cong ty tnhh",
    "cong ty co phan",
    "cong ty cp",
    "cty tnhh mtv",
    "cty tnhh",
    "cty cp",
    "doanh nghiep tu nhan",
    "dntn",
    "hop tac xa",
    "htx",
    "ho kinh doanh",
    "hkd",
    "co so san xuat",
    "cong ty",
    "cty",
    "company limited",
    "joint stock company",
    "private enterprise",
    "limited liability company",
    "co ltd",
    "coltd",
    "jsc",
    "llc",
    "ltd",
    "inc",
    "gmbh",
    "bv",
    "srl",
    "spa",
    "corp",
    "corporation",
    "company",
    "kabushiki kaisha",
    "mtv",
    "tnhh",
)
_FORM = re.compile(rf"(?<!\w)(?:{'|'.join(re.escape(form) for form in sorted(_FORMS, key=len, reverse=True))})(?!\w)")
_EAST_ASIAN_FORM = re.compile(r"株式会社|有限会社|주식회사|\(주\)|㈜|有限公司|股份")


def firm_key(name: str) -> str:
    """``Công ty TNHH MTV Gỗ Ví Dụ`` and ``GO VI DU CO., LTD`` -> ``go vi du``; all of it if nothing else is left."""
    folded = fold(name).replace(".", "")
    words = " ".join(re.findall(r"\w+", _EAST_ASIAN_FORM.sub(" ", folded)))
    return " ".join(_FORM.sub(" ", words).split()) or words
