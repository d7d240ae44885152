"""Which column is which, by the words that Vietnamese and English lists have at their top."""

import re

from i18n.text import fold

_WORDS = {
    "source_id": (
        "ma so don vi",
        "ma dang ky",
        "so dang ky",
        "id",
        "exhibitor id",
        "company id",
        "registration number",
    ),
    "name": (
        "ten doanh nghiep",
        "ten cong ty",
        "ten don vi",
        "don vi trien lam",
        "don vi",
        "doanh nghiep",
        "cong ty",
        "ten",
        "company",
        "company name",
        "exhibitor",
        "exhibitor name",
        "name",
        "organisation",
        "organization",
    ),
    "tax_code": ("ma so thue", "mst", "ma so doanh nghiep", "tax code", "tax id", "tax number", "vat", "vat number"),
    "country": ("quoc gia", "nuoc", "country", "country region", "nation"),
    "website_url": ("website", "trang web", "web", "url", "dia chi web", "homepage"),
    "email": ("email", "e mail", "thu dien tu", "dia chi email", "mail"),
    "phone": ("dien thoai", "so dien thoai", "sdt", "dt", "phone", "phone number", "tel", "telephone", "hotline"),
    "description": ("gioi thieu", "mo ta", "mo ta san pham", "gioi thieu cong ty", "description", "profile", "about"),
    "categories": (
        "nganh hang",
        "nganh nghe",
        "nganh",
        "linh vuc",
        "nhom san pham",
        "nhom hang",
        "category",
        "categories",
        "industry",
        "sector",
        "product group",
    ),
    "booth": ("gian hang", "so gian hang", "ma gian hang", "gian", "booth", "booth no", "booth number", "stand"),
}
_FIELD_OF = {words: field for field, all_words in _WORDS.items() for words in all_words}


def field_of(header: str) -> str | None:
    """The field of a header: ``Mã số thuế (*)`` -> ``tax_code``; nothing for words that are not known."""
    without_notes = re.sub(r"\(.*?\)|\*", " ", fold(header))
    return _FIELD_OF.get(" ".join(re.findall(r"\w+", without_notes)))
