import base64
import csv
import uuid
from io import StringIO
from typing import Any

import pytest
from django.utils import timezone

from marketplace.expo.exhibitors import show_product
from marketplace.expo.models import Lead, LeadExport, LeadScan
from marketplace.expo.visitors.token import visitor_token
from tests.factories.leads import badge_code, make_fair_visitor, make_lead
from tests.marketplace.expo.leads.stand import Stand, answer, gid, make_stand, outcome, run

pytestmark = pytest.mark.django_db

ERRORS = "errors { field code }"
SCAN = f"mutation($id: ID!, $input: LeadScanInput!) {{ leadScan(exhibitorId: $id, input: $input) {{ {ERRORS} }} }}"
UPDATE = f"mutation($id: ID!, $input: LeadUpdateInput!) {{ leadUpdate(id: $id, input: $input) {{ {ERRORS} }} }}"
DELETE = f"mutation($id: ID!) {{ leadDelete(id: $id) {{ {ERRORS} }} }}"
EXPORT = f"""mutation($id: ID!) {{
  leadsExport(exhibitorId: $id, format: CSV) {{ file {{ fileName mediaType content leads }} {ERRORS} }}
}}"""
LEADS = """query($id: ID!, $f: LeadFilterInput) { leads(exhibitorId: $id, filter: $f, first: 50) {
  totalCount edges { node {
  id country { code } contact { name firm email language { code } } note rating scans { by scannedAt }
  exhibits { title } exhibitor { name }
} } } }"""
LEAD = "query($id: ID!) { lead(id: $id) { note contact { email } } }"
HOLDERS = """query($expo: ID!, $token: String) {
  contactHolders(expoId: $expo, visitorToken: $token) { id holdsContact exhibitor { name } }
}"""
WITHDRAW = f"""mutation($expo: ID!, $token: String, $holder: ID) {{
  leadContactWithdraw(expoId: $expo, visitorToken: $token, holderId: $holder) {{ withdrawn {ERRORS} }}
}}"""
GIVE = f"""mutation($expo: ID!, $token: String, $holder: ID!) {{
  leadContactGive(expoId: $expo, visitorToken: $token, holderId: $holder) {{ {ERRORS} }}
}}"""


def kept() -> list[Any]:
    return [
        *Lead.objects.order_by("pk").values(),
        *LeadScan.objects.values_list("pk"),
        *LeadExport.objects.values_list(),
    ]


def attempts(stand: Stand) -> dict[str, tuple[str, dict[str, Any]]]:
    code = badge_code(make_fair_visitor(stand.exhibitor.expo))
    return {
        "scan": (SCAN, {"id": gid(stand.exhibitor), "input": {"code": code, "clientId": str(uuid.uuid4())}}),
        "update": (UPDATE, {"id": gid(stand.lead), "input": {"rating": 1}}),
        "export": (EXPORT, {"id": gid(stand.exhibitor)}),
        "delete": (DELETE, {"id": gid(stand.lead)}),
    }


def test_only_the_stand_scans_notes_exports_and_deletes() -> None:
    stand = make_stand()
    tried = attempts(stand)
    before = kept()
    for name in stand.strangers:
        expected = "UNAUTHENTICATED" if name == "anonymous" else "NOT_FOUND"
        for what, (document, variables) in tried.items():
            assert outcome(document, variables, stand.people[name]) == expected, (name, what)
        assert kept() == before, name
        found = run(LEAD, {"id": gid(stand.lead)}, stand.people[name])
        assert (found.data or {}).get("lead") is None, name
        listed = run(LEADS, {"id": gid(stand.exhibitor)}, stand.people[name])
        assert listed.errors, name
    for name in ("stand", "manager"):
        for what, (document, variables) in tried.items():
            if what != "delete":
                assert outcome(document, variables, stand.people[name]) == "OK", (name, what)
    assert Lead.objects.filter(exhibitor=stand.exhibitor).count() == 2
    assert outcome(*tried["delete"], stand.people["stand"]) == "OK"
    assert not Lead.objects.filter(pk=stand.lead.pk).exists()


def test_list_says_no_more_than_the_visitor_allowed() -> None:
    stand = make_stand()
    show_product(exhibitor=stand.exhibitor, title="Bát gốm ví dụ")
    hidden = make_fair_visitor(stand.exhibitor.expo, consents=("NEWS",), country="JP")
    make_lead(stand.exhibitor, hidden, by=stand.people["stand"], note="Kept to ourselves.")
    data = answer(LEADS, {"id": gid(stand.exhibitor)}, stand.people["stand"])["leads"]
    assert data["totalCount"] == 2
    quiet, open_ = (edge["node"] for edge in data["edges"])
    assert (quiet["contact"], quiet["country"]["code"], quiet["note"]) == (None, "JP", "Kept to ourselves.")
    assert open_["contact"]["email"] == stand.lead.visitor.email
    assert open_["contact"]["language"]["code"] == "KO"
    assert hidden.email not in str(data)
    rated = answer(LEADS, {"id": gid(stand.exhibitor), "f": {"leastRating": 4}}, stand.people["stand"])["leads"]
    assert rated["totalCount"] == 1


def test_scan_takes_what_the_telephone_noted_once() -> None:
    stand = make_stand()
    exhibit = show_product(exhibitor=stand.exhibitor, title="Ghế ví dụ")
    visitor = make_fair_visitor(stand.exhibitor.expo)
    given = {
        "code": badge_code(visitor).lower(),
        "clientId": str(uuid.uuid4()),
        "scannedAt": timezone.now().isoformat(),
        "note": "Calls in May.",
        "rating": 5,
        "followUpOn": "2030-01-01",
        "exhibits": [gid(exhibit)],
    }
    late = {**given, "clientId": str(uuid.uuid4()), "followUpOn": None}
    assert outcome(SCAN, {"id": gid(stand.exhibitor), "input": given}, stand.people["stand"]) == "INVALID"
    for _ in range(2):
        assert outcome(SCAN, {"id": gid(stand.exhibitor), "input": late}, stand.people["stand"]) == "OK"
    lead = Lead.objects.get(visitor=visitor)
    assert (lead.rating, lead.note, lead.scans.count(), list(lead.exhibits.all())) == (5, "Calls in May.", 1, [exhibit])
    worn = {**late, "code": "7K3M-9QXW-2T4BD", "clientId": str(uuid.uuid4())}
    assert outcome(SCAN, {"id": gid(stand.exhibitor), "input": worn}, stand.people["stand"]) == "NOT_FOUND"


def test_export_is_a_file_and_its_taking_is_known() -> None:
    stand = make_stand()
    file = answer(EXPORT, {"id": gid(stand.exhibitor)}, stand.people["stand"], "ko")["leadsExport"]["file"]
    rows = list(csv.reader(StringIO(base64.b64decode(file["content"]).decode("utf-8-sig"))))
    assert (len(rows), file["leads"], rows[1][7]) == (2, 1, stand.lead.visitor.email)
    assert [(row.by, row.leads, row.contacts) for row in LeadExport.objects.all()] == [(stand.people["stand"], 1, 1)]


def test_visitor_sees_who_holds_the_contact_and_takes_it_back() -> None:
    stand = make_stand()
    expo, visitor = gid(stand.exhibitor.expo), stand.people["visitor"]
    token = visitor_token(stand.lead.visitor)
    for caller in ({"token": token}, {}):
        actor = None if caller else visitor
        found = answer(HOLDERS, {"expo": expo, **caller}, actor)["contactHolders"]
        assert [one["holdsContact"] for one in found] == [True, True], caller
    for name in ("anonymous", "neighbour", "fair staff", "stand"):
        assert answer(HOLDERS, {"expo": expo}, stand.people[name])["contactHolders"] is None, name
        assert outcome(WITHDRAW, {"expo": expo}, stand.people[name]) == "NOT_FOUND", name
    other = make_lead(stand.exhibitor, make_fair_visitor(stand.exhibitor.expo))
    assert outcome(WITHDRAW, {"expo": expo, "holder": gid(other, "ContactHolder")}, visitor) == "NOT_FOUND"
    assert Lead.objects.with_contact().count() == 3
    holder = gid(stand.lead, "ContactHolder")
    assert outcome(WITHDRAW, {"expo": expo, "token": token, "holder": holder}) == "OK"
    assert answer(LEAD, {"id": gid(stand.lead)}, stand.people["stand"])["lead"] == {
        "note": "Wants bowls.",
        "contact": None,
    }
    assert outcome(GIVE, {"expo": expo, "holder": holder}, visitor) == "OK"
    assert Lead.objects.with_contact().filter(pk=stand.lead.pk).exists()
    assert answer(WITHDRAW, {"expo": expo}, visitor)["leadContactWithdraw"]["withdrawn"] == 2
    assert list(Lead.objects.with_contact()) == [other]
