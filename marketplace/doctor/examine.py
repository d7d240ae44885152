"""Run the checks one after the other; one that breaks is itself a finding, and the next one runs."""

from collections.abc import Iterator

from marketplace.doctor.finding import Check, Finding, wrong
from marketplace.doctor.hide import hidden


def examine(checks: dict[str, Check]) -> Iterator[tuple[str, Finding]]:
    """Name and finding, as they come. Nothing that is a secret here stands in any of them."""
    for name, check in checks.items():
        try:
            for finding in check():
                yield name, Finding(finding.grade, hidden(finding.what), finding.mend)
        except Exception as error:  # a check meets whatever a broken installation has in store
            what = hidden(f"{type(error).__name__}: {error}")
            yield (
                name,
                wrong(f"the check could not be finished: {what}", "Mend what it says, and run the doctor again."),
            )
