"""``make gallery`` keeps a picture of every page in ``infra/gallery``, ``make gallery-compare`` says what has changed.

``python -m tests.gallery take|compare [page…]``; ``keep`` keeps the key pages that the tests compare (`key_pages`).
"""

import os
import sys
from pathlib import Path

import django

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "marketplace.settings.development")
django.setup()

from tests.gallery import key_pages  # noqa: E402  # after the settings
from tests.gallery.difference import compare  # noqa: E402  # after the settings
from tests.gallery.fonts import fonts_here  # noqa: E402  # after the settings
from tests.gallery.index import write_index  # noqa: E402  # after the settings
from tests.gallery.pictures import open_picture  # noqa: E402  # after the settings
from tests.gallery.report import write_change  # noqa: E402  # after the settings
from tests.gallery.take import demo_with_places, take_all, tell  # noqa: E402  # after the settings
from tests.journeys.browser import chromium  # noqa: E402  # after the settings

PROJECT = Path(__file__).parents[2]
KEPT, CHANGES = PROJECT / "infra" / "gallery", PROJECT / "build" / "gallery-changes"
FONTS = KEPT / "fonts.txt"
LARGEST = 8_000_000


def take(names: list[str]) -> int:
    """Keep the pictures; when all are taken, those of pages that are no more go, and the index is written."""
    KEPT.mkdir(parents=True, exist_ok=True)
    kept = []
    for taken, webp in take_all(names):
        (KEPT / taken.shot.file).write_bytes(webp)
        kept.append(taken)
    if not names:
        for old in set(KEPT.glob("*.webp")) - {KEPT / one.shot.file for one in kept}:
            old.unlink()
        write_index(KEPT, kept)
        FONTS.write_text(fonts_here())
    size = sum(file.stat().st_size for file in KEPT.glob("*.webp"))
    tell(f"{len(kept)} pictures, {size / 1_000_000:.1f} MB in all")
    return 0 if size <= LARGEST else 1


def again(names: list[str]) -> int:
    """Take them once more; what looks different is named with its share, and laid side by side in ``build``."""
    if not FONTS.exists():
        raise SystemExit("There are no kept pictures yet: make gallery")
    if FONTS.read_text() != fonts_here():
        tell("The kept pictures were taken with other fonts than this machine has; differences may be of the letters.")
    changed, seen = 0, 0
    for taken, webp in take_all(names):
        seen += 1
        file = KEPT / taken.shot.file
        if not file.exists():
            changed += 1
            tell(f"{taken.shot.file}: there is no kept picture")
            continue
        difference = compare(open_picture(file.read_bytes()), open_picture(webp))
        if difference.is_a_change:
            changed += 1
            write_change(CHANGES, taken.shot.file, before=file.read_bytes(), after=webp, marked=difference.marked)
            tell(f"{taken.shot.file}: {difference.share:.1%} of it looks different")
    tell(f"{seen} compared, {changed} changed" + (f"; see {CHANGES.relative_to(PROJECT)}" if changed else ""))
    return 1 if changed else 0


def keep(names: list[str]) -> int:
    """The key pages as they are now become those that the tests compare with."""
    key_pages.KEPT.mkdir(exist_ok=True)
    with demo_with_places() as (site, places), chromium() as browser:
        for name, picture in key_pages.key_pictures(browser, site, places):
            if not names or name in names:
                (key_pages.KEPT / f"{name}.webp").write_bytes(picture)
                tell(f"{name} {len(picture) // 1000} kB")
    return 0


if __name__ == "__main__":
    commands = {"take": take, "compare": again, "keep": keep}
    sys.exit(commands[sys.argv[1]](sys.argv[2:]))
