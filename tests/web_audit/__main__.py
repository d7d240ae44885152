"""``make web-audit``: axe-core on every kind of page, Lighthouse and a slow telephone on the busiest.

Fails where something is found, naming it. ``--all`` shows every kind of page to Lighthouse, ``--keep`` writes the
figures into ``infra/web-audit.md``, ``--only`` looks at some pages, ``--site`` at a demo that runs already.
"""

import argparse
import asyncio
import json
import os
import shutil
import signal
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import asdict
from pathlib import Path

import django

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "tests.web_audit.settings")
django.setup()

from tests.pages.walk import Place, find_places, missing  # noqa: E402  # after the settings
from tests.web_audit.kept import keep  # noqa: E402
from tests.web_audit.measure import BUSIEST, audit  # noqa: E402
from tests.web_audit.outcome import Outcome  # noqa: E402
from tests.web_audit.server import demo  # noqa: E402

FOLDER = Path(__file__).parents[2] / "build" / "web-audit"


def main() -> int:
    signal.signal(signal.SIGTERM, signal.default_int_handler)  # so that the demo and the browser end with it
    wanted = _arguments()
    begun = time.monotonic()
    shutil.rmtree(FOLDER, ignore_errors=True)
    FOLDER.mkdir(parents=True)
    outcome = Outcome()
    with _site(wanted.site) as site:
        say(f"The site answers at {site} after {time.monotonic() - begun:.0f} s")
        places = _places(site, wanted.places)
        outcome.missing = [] if wanted.only else missing(places)
        if wanted.again:
            outcome.go_on(json.loads(Path(wanted.again).read_text()), among=places.keys())
        outcome.places = {name: place for name, place in places.items() if not wanted.only or name in wanted.only}
        say(f"{len(places)} kinds of page after {time.monotonic() - begun:.0f} s")
        busiest = [name for name in BUSIEST if name in outcome.places]
        scored = [] if wanted.axe_only else list(outcome.places) if wanted.all else busiest
        parts = {
            "measured": [] if wanted.axe_only else [name for name in busiest if name not in outcome.speeds],
            "scored": [name for name in scored if name not in outcome.scores],
        }
        try:
            asyncio.run(audit(site, outcome, **parts, folder=FOLDER, say=say, quick=wanted.quick))
        finally:
            _report(outcome)
    minutes = (time.monotonic() - begun) / 60
    if wanted.keep:
        command = " ".join(["python -m tests.web_audit", *(word for word in sys.argv[1:] if "/" not in word)])
        keep(outcome, command=command, minutes=minutes, quick=wanted.quick)
    wrong = list(outcome.wrong())
    say("\n".join([f"{len(outcome.places)} kinds of page in {minutes:.0f} minutes", *wrong]))
    return 1 if wrong else 0


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--all", action="store_true", help="show every kind of page to Lighthouse")
    parser.add_argument("--axe-only", action="store_true", help="no Lighthouse, no speed")
    parser.add_argument("--keep", action="store_true", help="write the figures into infra/web-audit.md")
    parser.add_argument("--quick", action="store_true", help="in the second theme look at colours only")
    parser.add_argument(
        "--again", help="the report of an earlier run: look only where it found something or did not come to"
    )
    parser.add_argument("--only", nargs="*", help="names of pages")
    parser.add_argument("--site", help="a demo that runs already")
    parser.add_argument("--places", help="a file with the addresses that were found in it, or for them")
    return parser.parse_args()


def _places(site: str, known: str | None) -> dict[str, Place]:
    """Where every kind of page is; looked for once if they are kept in a file."""
    file = Path(known) if known else FOLDER / "places.json"
    if not file.exists():
        file.write_text(json.dumps([place.as_row() for place in find_places(site).values()], indent=1))
    return {row["name"]: Place(**row) for row in json.loads(file.read_text())}


@contextmanager
def _site(running: str | None) -> Iterator[str]:
    if running:
        yield running
    else:
        with demo(FOLDER) as site:
            yield site


def _report(outcome: Outcome) -> None:
    answers = {f"{page}: {gesture}": took for (page, gesture), took in outcome.answers.items()}
    rows = {**asdict(outcome), "answers": answers}
    (FOLDER / "report.json").write_text(json.dumps(rows, indent=1, ensure_ascii=False))


def say(text: str) -> None:
    sys.stdout.write(f"{text}\n")
    sys.stdout.flush()


if __name__ == "__main__":
    sys.exit(main())
