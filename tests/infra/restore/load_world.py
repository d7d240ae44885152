"""``python -m tests.infra.restore.load_world``: tables and demo world in the database of the environment."""

from django import setup
from django.core.management import call_command


def main() -> None:
    setup()
    from marketplace.demo.load import load

    call_command("migrate", verbosity=0)
    load(progress=lambda line: None)


if __name__ == "__main__":
    main()
