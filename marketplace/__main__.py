"""``python -m marketplace <command>``: stands in for manage.py."""

import os
import sys


def main() -> None:
    try:
        from marketplace.environment import environment
    except ValueError as wrong:
        sys.exit(f"marketplace: {wrong}")
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", f"marketplace.settings.{environment.mode}")
    from django.core.management import execute_from_command_line

    execute_from_command_line(["marketplace", *sys.argv[1:]])


if __name__ == "__main__":
    main()
