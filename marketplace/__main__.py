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

    command, *rest = sys.argv[1:] or ["help"]
    if not command.startswith("-"):
        command = command.replace("-", "_")  # commands are modules: people type import-taxonomy
    execute_from_command_line(["marketplace", command, *rest])


if __name__ == "__main__":
    main()
