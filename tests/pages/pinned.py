"""The demo at one moment and with the same chances every time: ``python -m tests.pages.pinned`` serves it.

Pictures of it can be compared with earlier ones: its dates, codes and numbers do not change from run to run. Nothing
happens in the background. ``PORT`` and ``DATA_DIR`` as everywhere; ``tests.pages.site`` starts it.
"""

import os
import random
import sys
import uuid
from pathlib import Path

import time_machine

MOMENT = "2026-11-16T03:00:00+00:00"
"""A Monday at ten in the morning in Viet Nam. Everything in this process happens then."""
SEED = 20261116


def main() -> None:
    time_machine.travel(MOMENT, tick=False).start()
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "marketplace.settings.development")
    # A folder that is used again has what the first chances gave.
    seed_chances(SEED + (Path(os.environ["DATA_DIR"]) / "marketplace.sqlite3").exists())
    import django

    django.setup()
    from tests.pages.pinned_command import Command

    Command().run_from_argv([sys.argv[0], "run"])


def seed_chances(seed: int) -> None:
    """Codes, numbers and identifiers come out the same. Keys of the machine's own cryptography stay as they are."""
    chance = random.Random(seed)  # noqa: S311  # it has to be the same every time
    os.urandom = chance.randbytes
    random._urandom = chance.randbytes  # type: ignore[attr-defined]  # what `secrets` reads from
    random.seed(seed)
    uuid.uuid1 = lambda node=None, clock_seq=None: uuid.UUID(int=chance.getrandbits(128), version=1)


if __name__ == "__main__":
    main()
