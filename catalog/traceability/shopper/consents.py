"""What shoppers agree to, word for word as the pages show it, and how the consent log knows what it is about.

A wording that somebody agreed to is never changed: a new text gets a new version.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from i18n.messages import gettext_noop as _
from marketplace.accounts.consents.purpose import ConsentPurpose
from marketplace.accounts.consents.write import Agreed

if TYPE_CHECKING:
    from catalog.traceability.shopper.fakes.report import FakeReport
    from catalog.traceability.shopper.warranty.registration import WarrantyRegistration

VERSION = "2026-11"
WARRANTY = _("The maker may keep my address for this piece: for its warranty and if it has to be called back.")
FAKE_REPORT = _("E-mail address, if we may ask you")


def of_warranty(row: WarrantyRegistration) -> Agreed:
    """Who may keep the address: the maker. The piece is not named, it would tell what somebody bought."""
    return Agreed(ConsentPurpose.WARRANTY, f"WarrantyRegistration:{row.pk}", VERSION, WARRANTY, row.seller.name)


def of_report(row: FakeReport) -> Agreed:
    return Agreed(ConsentPurpose.FAKE_REPORT, f"FakeReport:{row.pk}", VERSION, FAKE_REPORT)
