"""Who may use what, as one readable table. `python -m tests.api.permissions` writes it anew."""

import os
from pathlib import Path

from graphql import GraphQLObjectType

TABLE = Path(__file__).with_name("permissions.txt")


def table() -> str:
    """A line for every root field, and for every other field that is not simply public."""
    from marketplace.schema import schema

    lines = []
    for type_ in schema.graphql_schema.type_map.values():
        if isinstance(type_, GraphQLObjectType) and not type_.name.startswith("__"):
            is_root = type_.name in {"Query", "Mutation"}
            for name, field in type_.fields.items():
                rule = field.extensions["declared"].description
                if is_root or "access" in field.extensions:
                    lines.append(f"{type_.name}.{name:<40} {'anyone' if rule == 'nothing' else rule}")
    return "\n".join(sorted(lines, key=_roots_first)) + "\n"


def _roots_first(line: str) -> tuple[bool, bool, str]:
    return not line.startswith("Query."), not line.startswith("Mutation."), line


if __name__ == "__main__":
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "marketplace.settings.testing")
    import django

    django.setup()
    TABLE.write_text(table(), encoding="utf-8")
