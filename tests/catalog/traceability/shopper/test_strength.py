"""How well a step is shown to be true."""

import pytest

from catalog.traceability.epcis.capture.capture_event import capture_event
from catalog.traceability.evidence.clean import clean_evidence
from catalog.traceability.identity.uris import lot_uri
from catalog.traceability.shopper.strength import strengths_of
from catalog.traceability.step import TraceStep
from catalog.traceability.step_kind import StepKind
from tests.factories.catalog import make_image
from tests.factories.sellers import make_seller
from tests.factories.traceability import make_lot, make_party, make_step

pytestmark = pytest.mark.django_db


def test_from_the_weakest_to_the_strongest() -> None:
    lot, partner = make_lot(), make_seller()
    steps = {
        "OWN_WORD": make_step(lot, detail="Một"),
        "PHOTO": make_step(lot, detail="Hai", evidence=(clean_evidence(make_image()),)),
        "PAPER": make_step(lot, detail="Ba", papers=(("inv", "HD-1"),)),
        "COPIED": make_step(lot, detail="Bốn"),
        "PARTNER": make_step(lot, kind=StepKind.SHIPPING, party=make_party(lot.seller, account=partner)),
    }
    TraceStep.objects.filter(pk=steps["COPIED"].pk).update(is_copied=True)
    unseen = strengths_of(list(TraceStep.objects.filter(pk=steps["PARTNER"].pk)))
    assert list(unseen.values()) == ["OWN_WORD"]
    received = {
        "@context": ["https://ref.gs1.org/standards/epcis/2.0.0/epcis-context.jsonld"],
        "type": "ObjectEvent", "action": "OBSERVE", "bizStep": "receiving",
        "eventTime": "2026-10-06T02:30:00Z", "eventTimeZoneOffset": "+07:00",
        "quantityList": [{"epcClass": lot_uri(lot), "quantity": 10}],
    }  # fmt: skip
    capture_event(received, seller=partner)
    found = strengths_of(list(TraceStep.objects.filter(lot=lot)))
    assert {name: found[step.pk] for name, step in steps.items()} == {name: name for name in steps}
