"""Take every picture of a demo that is the same each time."""

import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from playwright.sync_api import Error

from tests.gallery.camera import Camera, Taken
from tests.gallery.choices import shots_of
from tests.gallery.pictures import to_webp
from tests.journeys.browser import chromium
from tests.pages.site import pinned_demo
from tests.pages.walk import Place, find_places, missing

WHY_NOT = "These pages were not reached; lead to them by a link, or make them in tests/pages/by_hand.py: "


@contextmanager
def demo_with_places() -> Iterator[tuple[str, dict[str, Place]]]:
    """The address of the demo, and where its pages are; a page that nothing leads to fails by its name."""
    with tempfile.TemporaryDirectory() as folder, pinned_demo(Path(folder)) as site:
        places = find_places(site)
        if unreached := missing(places):
            raise SystemExit(WHY_NOT + ", ".join(unreached))
        yield site, places


def take_all(names: list[str]) -> Iterator[tuple[Taken, bytes]]:
    """Each picture with its WebP; all, or those of the pages named. Who watches is told how far it is."""
    failed = []
    with demo_with_places() as (site, places), chromium() as browser:
        camera = Camera(browser, site)
        shots = [shot for shot in shots_of(places) if not names or shot.place.name in names]
        for number, shot in enumerate(shots, start=1):
            tell(f"{number}/{len(shots)} {shot.file}")
            try:
                taken = camera.take(shot)
            except (AssertionError, Error) as reason:
                failed.append(f"{shot.file}: {reason}")
                continue
            yield taken, to_webp(taken.png)
    if failed:
        raise SystemExit("No picture of:\n" + "\n".join(failed))


def tell(line: str) -> None:
    sys.stderr.write(line + "\n")
