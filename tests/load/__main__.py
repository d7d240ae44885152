"""``python -m tests.load load [--minutes 30]`` and ``python -m tests.load faults [--only WORD]``; ``--keep`` writes the
figures to ``infra/benchmarks``."""

import argparse
import os
import random
import signal
import sys
from pathlib import Path

from tests.load.stage.key import SECRET_KEY
from tests.load.stage.ports import ports


def main() -> int:
    given = _arguments()
    signal.signal(signal.SIGTERM, signal.default_int_handler)  # whoever ends it early leaves no process behind
    folder = Path(given.folder).resolve()
    folder.mkdir(parents=True, exist_ok=True)
    _name_services(folder)
    import django

    django.setup()
    from tests.load.perform import perform

    return perform(given, folder, random.Random(given.seed))  # noqa: S311  # what strikes when


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m tests.load")
    parser.add_argument("what", choices=["load", "faults"])
    parser.add_argument("--minutes", type=float, default=float(os.environ.get("MINUTES", "30")))
    parser.add_argument("--every", type=float, default=12.0, help="seconds between two faults, on average")
    parser.add_argument(
        "--only",
        default=os.environ.get("ONLY", ""),
        help="faults whose name has this, or one of several between |, in it",
    )
    parser.add_argument("--patience", type=float, default=900.0, help="seconds for everything to calm down in")
    parser.add_argument("--seed", type=int, default=random.SystemRandom().randrange(10**6))
    parser.add_argument("--folder", default="var/load")
    parser.add_argument("--without-search", action="store_true")
    parser.add_argument("--keep", action="store_true")
    return parser.parse_args()


def _name_services(folder: Path) -> None:
    """For this process, which makes the world and counts at the end."""
    used = ports()
    os.environ |= {
        "MARKETPLACE_MODE": "development",
        "SECRET_KEY": SECRET_KEY,
        "DJANGO_SETTINGS_MODULE": "tests.load.settings",
        "DATA_DIR": str(folder / "disk"),
        "DATABASE_URL": f"postgresql://marketplace@127.0.0.1:{used.database}/marketplace",
        "REDIS_URL": f"redis://127.0.0.1:{used.redis}/0",
        "SEARCH_URL": f"opensearch+http://127.0.0.1:{used.search}",
    }


if __name__ == "__main__":
    sys.exit(main())
