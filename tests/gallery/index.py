"""The gallery's pages of the documentation: a list of everything by desk, and a page of pictures for each desk."""

from collections.abc import Iterable
from pathlib import Path
from urllib.parse import urlsplit

from i18n.languages import LANGUAGES
from tests.gallery.camera import Taken
from tests.gallery.choices import DESKS, STOREFRONT, desk_of
from tests.pages.names import pattern_of

ORDER = (STOREFRONT, *DESKS.values())
ABOUT = """# Every page, as a picture

Taken by `make gallery` from the demo world, whose people and firms are made up, at one fixed moment.
`make gallery-compare` takes them again and names what has changed. Pages with *telephone* beside them are also
shown at 360 pixels.
"""


def write_index(folder: Path, taken: Iterable[Taken]) -> None:
    """``README.md`` with all pages by desk, and one file of pictures per desk."""
    by_desk: dict[str, list[Taken]] = {desk: [] for desk in ORDER}
    for one in taken:
        by_desk[desk_of(one.shot.place.name)].append(one)
    lines = [ABOUT]
    for desk, pictures in by_desk.items():
        lines += [f"## {desk}", "", f"[All its pictures]({_file(desk)})", ""]
        lines += ["| page | address | language | |", "|---|---|---|---|"]
        lines += [_row(one, pictures) for one in pictures if not one.shot.size]
        lines.append("")
        (folder / _file(desk)).write_text(_pictures(desk, pictures))
    (folder / "README.md").write_text("\n".join(lines).rstrip() + "\n")


def _row(one: Taken, pictures: list[Taken]) -> str:
    small = next((other for other in pictures if other.shot.size and other.shot.place == one.shot.place), None)
    beside = f"[{small.shot.size}]({small.shot.file})" if small else ""
    return f"| [{one.shot.place.name}]({one.shot.file}) | `{_address(one)}` | {_language(one)} | {beside} |"


def _pictures(desk: str, pictures: list[Taken]) -> str:
    lines = [f"# {desk}", "", "[All desks](README.md)", ""]
    for one in pictures:
        name = f"{one.shot.place.name}{' on a telephone' * bool(one.shot.size)}"
        lines += [f"## {name}", "", f"{_language(one)}: {one.title.partition(' · ')[0]}", ""]
        lines += [f"![{name}]({one.shot.file})", ""]
    return "\n".join(lines).rstrip() + "\n"


def _address(one: Taken) -> str:
    return pattern_of(urlsplit(one.path).path).replace("language:", "").replace("market:", "").replace("str:", "")


def _language(one: Taken) -> str:
    return LANGUAGES[one.language].own_name if one.language in LANGUAGES else one.language


def _file(desk: str) -> str:
    return desk.lower().replace("’s", "s").replace("the ", "").replace(" ", "-") + ".md"
