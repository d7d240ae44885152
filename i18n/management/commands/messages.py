"""``python -m marketplace messages extract|update|check``: upkeep of the texts in seven languages."""

import argparse
from typing import Any

from django.core.management.base import BaseCommand, CommandError

from i18n.catalog import TEMPLATE, template_text, update
from i18n.check_messages import check
from i18n.extract_messages import extract_messages
from i18n.languages import LOCALE_DIR


class Command(BaseCommand):
    help = "Extract the texts of the sources, merge them into every language, or check that all are translated."
    requires_system_checks: list[str] = []  # works while the rest of the project does not

    def add_arguments(self, parser: argparse.ArgumentParser) -> None:
        parser.add_argument("action", choices=["extract", "update", "check"])

    def handle(self, *args: Any, **options: Any) -> None:
        {"extract": self._extract, "update": self._update, "check": self._check}[options["action"]]()

    def _extract(self) -> None:
        found = extract_messages()
        (LOCALE_DIR / TEMPLATE).write_text(template_text(found), encoding="utf-8")
        self.stdout.write(f"{len(found)} texts")

    def _update(self) -> None:
        update()
        self.stdout.write(f"{len(extract_messages())} texts in every language")

    def _check(self) -> None:
        findings = check()
        for finding in findings:
            self.stdout.write(str(finding))
        if findings:
            raise CommandError(f"{len(findings)} findings in the message catalogs")
        self.stdout.write("every text is translated into every language")
