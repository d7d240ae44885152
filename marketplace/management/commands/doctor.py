"""``python -m marketplace doctor``: look at everything this installation stands on."""

from argparse import ArgumentParser
from typing import Any

from django.core.management import CommandError
from django.core.management.base import BaseCommand

from marketplace.doctor.examine import examine
from marketplace.doctor.finding import Grade
from marketplace.doctor.registry import CHECKS


class Command(BaseCommand):
    help = "Check every service and setting; say what is wrong and how to mend it. Fails when something is wrong."
    requires_system_checks: list[str] = []

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("--only", nargs="+", choices=list(CHECKS), metavar="CHECK", help=", ".join(CHECKS))

    def handle(self, *args: Any, **options: Any) -> None:
        chosen = options["only"] or list(CHECKS)
        width = max(map(len, CHECKS))
        wrong = 0
        for name, finding in examine({name: CHECKS[name] for name in chosen}):
            wrong += finding.grade is Grade.WRONG
            self.stdout.write(f"{finding.grade:<5}  {name:<{width}}  {finding.what}")
            if finding.mend:
                self.stdout.write(f"{'':<{width + 9}}→ {finding.mend}")
            self.stdout.flush()
        if wrong:
            raise CommandError(f"{wrong} of these {'is' if wrong == 1 else 'are'} wrong.")
        self.stdout.write("Nothing is wrong.")
