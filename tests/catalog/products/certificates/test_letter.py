"""The owners are written to before and when a certificate ends."""

from datetime import date

import pytest

from catalog.events import CertificateExpired, CertificateExpiring
from catalog.products.certificates.keep import remove_certificate
from catalog.products.certificates.letter import mail_expired, mail_expiring
from tests.factories.accounts import make_user
from tests.factories.catalog import make_product
from tests.factories.reputation import make_certificate
from tests.factories.sellers import make_member, make_seller
from tests.posted import posted

pytestmark = pytest.mark.django_db


def test_every_owner_is_written_to_in_the_owners_language() -> None:
    seller = make_seller(name="Mộc Ví Dụ")
    for language in ("en", "nl"):
        make_member(seller, user=make_user(language=language))
    make_member(seller, "MANAGER")
    certificate = make_certificate(make_product(seller=seller), valid_until=date(2027, 3, 1), number="VD-7")
    mail_expiring(CertificateExpiring(certificate_id=certificate.pk, days_left=60))
    assert len(posted()) == 2
    english = next(letter for letter in posted() if "March 2027" in letter.body)
    assert english.subject == "FSC of Mộc Ví Dụ ends on 1 March 2027"
    assert "VD-7" in english.body
    assert any("maart 2027" in letter.body for letter in posted())


def test_what_was_removed_meanwhile_needs_no_letter() -> None:
    certificate = make_certificate()
    make_member(certificate.seller)
    mail_expired(CertificateExpired(certificate_id=certificate.pk))
    assert len(posted()) == 1
    remove_certificate(certificate=certificate)
    mail_expired(CertificateExpired(certificate_id=certificate.pk))
    mail_expired(CertificateExpired(certificate_id=10**9))
    assert len(posted()) == 1
