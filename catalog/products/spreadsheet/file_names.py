"""Names of picture files as they are compared: without folders, case and Vietnamese marks."""

import unicodedata

PICTURE_ENDINGS = (".jpg", ".jpeg", ".png", ".webp")


def plain_name(path: str) -> str:
    """``Ảnh\\BAN-01.JPG`` -> ``ban-01.jpg``; the folder is the business of whoever packed the archive."""
    last = path.replace("\\", "/").rstrip("/").rpartition("/")[2]
    return unicodedata.normalize("NFC", last).casefold().strip()


def stem(path: str) -> str:
    name = plain_name(path)
    return name.rpartition(".")[0] or name


def is_picture(path: str) -> bool:
    name = plain_name(path)
    return name.endswith(PICTURE_ENDINGS) and not name.startswith(".")
