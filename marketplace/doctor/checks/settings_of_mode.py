"""What the environment said, and whether Django's own check of a deployment is content."""

from collections.abc import Iterator

from django.core.checks import WARNING, run_checks

from marketplace.doctor.finding import Finding, good, noted, wrong
from marketplace.environment import environment


def check() -> Iterator[Finding]:
    yield good(f"MARKETPLACE_MODE is {environment.mode}")
    if not environment.is_production:
        yield noted(
            "this is no public installation: test payments may be on, and secrets are kept in DATA_DIR",
            "Set MARKETPLACE_MODE=production where people really buy.",
        )
    messages = run_checks(include_deployment_checks=environment.is_production)
    serious = [message for message in messages if message.level >= WARNING and not message.is_silenced()]
    for message in serious:
        yield wrong(f"{message.id}: {message.msg}", message.hint or "See Django's page on system checks.")
    if not serious:
        yield good("Django's checks have no objection")
