"""``python -m tests.web_audit.serve``: the demo with nothing left to do in the background, static as in production.

``PORT`` and ``DATA_DIR`` as everywhere.
"""

import os
import sys


def main() -> None:
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "tests.web_audit.settings")
    import django

    django.setup()
    from django.core.management import call_command

    from tests.pages.pinned_command import Command

    call_command("collectstatic", "--no-input", verbosity=0)
    Command().run_from_argv([sys.argv[0], "run"])


if __name__ == "__main__":
    main()
