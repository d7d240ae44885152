"""What visitors are asked to agree to, word for word.

A wording that somebody agreed to is never changed: the new one gets a line and a version of its own below the old one,
and whoever agreed to the old one has agreed to that.
"""

from dataclasses import dataclass

from i18n.messages import gettext_noop as _
from marketplace.expo.visitors.visitor import ConsentPurpose


@dataclass(frozen=True, slots=True)
class Wording:
    purpose: ConsentPurpose
    version: str
    text: str
    """A message id."""


WORDINGS = (
    Wording(
        ConsentPurpose.LEADS,
        "2026-11",
        _(
            "Exhibitors whose stand scans my badge may keep my name, firm, job title, country, language and e-mail"
            " address, and may write to me about what I asked them."
        ),
    ),
    Wording(
        ConsentPurpose.MATCHMAKING,
        "2026-11",
        _(
            "My interests are compared with what is shown. Exhibitors that fit are proposed to me, and they may see my"
            " name, firm and country and propose a meeting."
        ),
    ),
    Wording(
        ConsentPurpose.NEWS,
        "2026-11",
        _("The organiser may write to me about this fair and about its next editions."),
    ),
    Wording(
        ConsentPurpose.PHOTOS,
        "2026-11",
        _("I may be recognised in photographs and films of the fair that the organiser publishes."),
    ),
)


def wordings_now() -> dict[ConsentPurpose, Wording]:
    """The newest of each purpose, in the order in which they are asked."""
    return {wording.purpose: wording for wording in WORDINGS}


def wording_text(purpose: str, version: str) -> str:
    """The message id of what somebody agreed to; empty for a version that was never ours."""
    return next((one.text for one in WORDINGS if (one.purpose, one.version) == (purpose, version)), "")
