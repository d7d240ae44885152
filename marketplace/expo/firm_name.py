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
    "private limited",
    "limited liability company",
    "co ltd",
    "coltd",
    "jsc",
    "llc",
    "llp",
    "ltd",
    "plc",
    "inc",
    "pte",
    "pvt",
    "pty",
    "sdn bhd",
    "gmbh co kg",
    "gmbh",
    "bv",
    "srl",
    "srls",
    "sarl",
    "spa",
    "sas",
    "aps",
    "corp",
    "corporation",
    "incorporated",
    "limited",
    "company",
    "kabushiki kaisha",
    "kabushikigaisha",
    "yugen kaisha",
    "godo kaisha",
    "jusik hoesa",
    "youxian gongsi",
    "mtv",
    "tnhh",
)
_FORMS_AT_THE_END = ("ag", "ab", "oy", "nv", "kk", "gk", "kg", "co")
"""Short ones, which are parts of names elsewhere."""
_FORM = re.compile(rf"(?<!\w)(?:{'|'.join(re.escape(form) for form in sorted(_FORMS, key=len, reverse=True))})(?!\w)")
_AT_THE_END = re.compile(rf"(?<=\w) (?:{'|'.join(_FORMS_AT_THE_END)})$")
_DOTTED_FORM = re.compile(r"(?<!\w)s\.\s?a\.?(?!\w)")
"""With its dots, for ``sa`` is a word of Vietnamese names."""
_EAST_ASIAN_FORM = re.compile(
    "|".join(
        (
            "股份有限公司",
            "有限责任公司",
            "有限責任公司",
            "有限公司",
            "股份公司",
            "股份",
            "公司",
            "株式会社",
            "株式會社",
            "有限会社",
            "合同会社",
            "주식회사",
            "유한회사",
            r"\((?:株|有|주|유)\)",  # ㈱ ㈲ ㈜ as well, once folded
        )
    )
)


def firm_key(name: str) -> str:
    """``Công ty TNHH MTV Gỗ Ví Dụ`` and ``GO VI DU CO., LTD`` -> ``go vi du``; all of it if nothing else is left."""
    folded = _DOTTED_FORM.sub(" ", fold(name)).replace(".", "")
    words = " ".join(re.findall(r"\w+", _EAST_ASIAN_FORM.sub(" ", folded)))
    plain = " ".join(_FORM.sub(" ", words).split())
    return _AT_THE_END.sub("", plain) or words or " ".join(re.findall(r"\w+", folded))
