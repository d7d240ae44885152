"""The register of personal data as Markdown. `python -m tests.attack.personal_data` writes it anew."""

from __future__ import annotations

import os
import re
import tomllib
from pathlib import Path
from typing import Any

FOLDER = Path(__file__).resolve().parents[2] / "infra" / "security"
REGISTER = FOLDER / "personal-data.toml"
PAGE = FOLDER / "personal-data.md"
OURS = {"marketplace", "catalog", "orders", "logistics", "i18n", "frontend"}
LOOKS_PERSONAL = re.compile(
    r"email|phone|first_name|last_name|holder|contact_name|recipient|street|address|tax_ids|account_number|browser"
    r"|^person$|accepted_name|gift_message|metadata$|buyer_party|^firm$|job_title|other_name|other_account|^endpoint$"
    r"|consignment_data|passport|identity|birth|gender|nationality"
    r"|^(token|payload|text|note|message|body|answer|content|user_agent|ip|ip_address|photo)$"
)
NO_TEXT = {"DateTimeField", "DateField", "BooleanField", "DecimalField", "FloatField", "PositiveIntegerField"}


def register() -> dict[str, Any]:
    return tomllib.loads(REGISTER.read_text(encoding="utf-8"))


def suspects() -> set[str]:
    """``app.Model.field`` of everything that points to a person's account or is named as if it told of one."""
    from django.apps import apps

    from marketplace.accounts.models import User

    found = set()
    for model in apps.get_models():
        if model.__module__.partition(".")[0] in OURS:
            for field in model._meta.local_fields:
                is_person = field.is_relation and field.related_model is User
                is_text = not field.is_relation and type(field).__name__ not in NO_TEXT
                if is_person or (is_text and LOOKS_PERSONAL.search(field.name)):
                    found.add(f"{model._meta.label}.{field.name}")
    return found


def registered(found: dict[str, Any]) -> set[str]:
    return {f"{row['model']}.{field}" for row in found["record"] for field in row["fields"]}


def ground(row: dict[str, Any]) -> str:
    """The legal ground, and what was agreed to as the consent log has it."""
    return f"{row['basis']}{': ' + ', '.join(row['consent']) if 'consent' in row else ''}"


def page() -> str:
    found = register()
    rows = [
        f"| {row['model']}: {', '.join(row['fields'])} | {row['who']} | {row['purpose']} | {ground(row)} "
        f"| {row['kept']}{' (`' + row['job'] + '`)' if row['job'] else ''} | {row['export']} | {row['erase']} |"
        for row in found["record"]
    ]
    return "\n".join(
        [
            "# Register of personal data",
            "",
            "Written from [personal-data.toml](personal-data.toml) by `python -m tests.attack.personal_data`; a test",
            "fails when a model has a field that looks like a person's and is in none of its lists.",
            "",
            f"{len(registered(found))} fields of {len(found['record'])} models hold data about people.",
            f"{len(found['acting']['fields'])} more say which account did something (staff, or people of a business);",
            "they point to an account that has no name any more once it is erased.",
            "",
            "Words in capitals are purposes of the consent log (`marketplace/accounts/consents`): who agreed, under",
            "which words, in which language, where and when, and when it was taken back. It only grows, holds no",
            "address, and a person's own part of it is on the page of their data. What was agreed to before there was",
            "a log is written down in it by `carry-over-consents`, as far as it is known. When somebody asks, the",
            "operator's page of consents (`consents.read`) finds those of an address; that it did is in the audit log.",
            "",
            "| what | of whom | what for | ground | how long (job) | in the copy | erased by |",
            "|---|---|---|---|---|---|---|",
            *rows,
            "",
            "## Where it is",
            "",
            *(f"- **{place['what']}**: {place['where']}" for place in found["location"]),
            "",
        ]
    )


if __name__ == "__main__":
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "marketplace.settings.testing")
    PAGE.write_text(page(), encoding="utf-8")
