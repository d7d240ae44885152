"""``python -m tests.pages http://127.0.0.1:8000``: the page kinds of a running demo, and those that are not reached."""

import json
import os
import sys

import django

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "marketplace.settings.development")
django.setup()

from tests.pages.walk import find_places, missing  # noqa: E402  # after the settings


def main(site: str) -> int:
    found = find_places(site)
    sys.stdout.write(json.dumps([place.as_row() for place in found.values()], indent=1) + "\n")
    sys.stderr.write(f"{len(found)} kinds of page; not reached: {', '.join(missing(found)) or 'none'}\n")
    return 1 if missing(found) else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1]))
