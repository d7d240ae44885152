"""What people are asked to agree to, and where: the words of the consent log.

Every purpose stands in ``consent`` of the register of personal data (``infra/security/personal-data.toml``).
"""

from django.db import models


class ConsentPurpose(models.TextChoices):
    """Each is given and taken back by itself."""

    FAIR_LEADS = "FAIR_LEADS"
    """Exhibitors of a fair that scan the badge get the contact."""
    FAIR_CONTACT = "FAIR_CONTACT"
    """One exhibitor has the contact: its stand scanned the badge, or the visitor gave it again."""
    FAIR_MATCHMAKING = "FAIR_MATCHMAKING"
    FAIR_NEWS = "FAIR_NEWS"
    FAIR_PHOTOS = "FAIR_PHOTOS"
    WARRANTY = "WARRANTY"
    """The maker of a piece keeps the address for its warranty and for recalls."""
    FAKE_REPORT = "FAKE_REPORT"
    """Who reported a possible fake may be asked about it."""
    DEVICE_NOTICES = "DEVICE_NOTICES"


class ConsentChange(models.TextChoices):
    GIVEN = "GIVEN"
    WITHDRAWN = "WITHDRAWN"
    """By the person."""
    ENDED = "ENDED"
    """What it was for is over: its data are gone, and nobody relies on it any more."""


class ConsentPlace(models.TextChoices):
    """Where it was said; a consent that ended by itself has none."""

    FAIR_REGISTRATION = "FAIR_REGISTRATION"
    """The form of the fair, once the address was confirmed."""
    FAIR_VISIT = "FAIR_VISIT"
    """The page of one's own visit."""
    FAIR_STAND = "FAIR_STAND"
    """The badge was shown to be scanned."""
    WARRANTY_FORM = "WARRANTY_FORM"
    """The form of the warranty, once the address was confirmed."""
    FAKE_REPORT_FORM = "FAKE_REPORT_FORM"
    """Nobody confirms the address there."""
    NOTICES = "NOTICES"
    """The page of notices, and the browser's own question."""
    ACCOUNT_DATA = "ACCOUNT_DATA"
    """The page of one's data."""
    ERASURE = "ERASURE"
    """With the whole account."""
    CARRIED_OVER = "CARRIED_OVER"
    """Before the log was kept; written down later from what was there. Where it was said is not known any more."""
