"""``python -m marketplace <command>``: stands in for manage.py."""

import os
import sys

from marketplace.environment import environment


def main() -> None:
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", f"marketplace.settings.{environment.mode}")
    from django.core.management import execute_from_command_line

    execute_from_command_line([sys.argv[0] if sys.argv[0].endswith("marketplace") else "marketplace", *sys.argv[1:]])


if __name__ == "__main__":
    main()
