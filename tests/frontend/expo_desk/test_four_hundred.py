"""A hall of four hundred booths: drawn, assigned, searched and printed, in bounded bytes and statements."""

import time
from decimal import Decimal
from typing import Any

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from marketplace.expo.booths import generate_booths
from marketplace.expo.models import Booth, Exhibitor, Hall
from marketplace.expo.plan.grid import Grid
from marketplace.graphql import to_global_id
from tests.factories.accounts import make_expo_officer
from tests.factories.expo import make_expo, make_hall
from tests.frontend.desk_visitors import sign_in

pytestmark = pytest.mark.django_db


def make_full_hall() -> Hall:
    """Three hundred of its booths are taken, twenty are held."""
    hall = make_hall(make_expo(slug="hoi-cho-lon"), width=150, depth=146)
    generate_booths(hall=hall, grid=Grid(20, 20, Decimal(6), Decimal(4), Decimal(3)))
    firms = [Exhibitor(expo=hall.expo, name=f"Công ty TNHH Ví Dụ Số {number:03}") for number in range(300)]
    for firm in firms:
        firm.refresh_keys()
    Exhibitor.objects.bulk_create(firms)
    booths = list(hall.booths.order_by("code"))
    for booth, firm in zip(booths, firms, strict=False):
        booth.exhibitor = firm
    for booth in booths[300:320]:
        booth.is_held = True
    Booth.objects.bulk_update(booths, ["exhibitor", "is_held"], batch_size=100)
    return hall


def measured(browser: Client, path: str, *, statements: int) -> str:
    began = time.process_time()
    with CaptureQueriesContext(
        connection,
    ) as asked:
        answer: Any = browser.get(path)
    html: str = answer.content.decode()
    milliseconds = (time.process_time() - began) * 1000
    print(f"{path.partition('?')[0]}: {len(answer.content):,} bytes, {milliseconds:.0f} ms, {len(asked)} statements")  # noqa: T201  # the figures, with -s
    assert answer.status_code == 200
    assert len(asked) <= statements
    return html


def test_a_hall_of_four_hundred_booths(browser: Client) -> None:
    hall = make_full_hall()
    sign_in(browser, make_expo_officer())
    key, fair = to_global_id("Hall", hall.pk), "/en/expo-desk/hoi-cho-lon"
    public = f"/en/eu/fairs/hoi-cho-lon/plan?hall={key}"
    measured(browser, public, statements=40)
    drawn = measured(browser, public, statements=40)
    assert drawn.count('class="booth ') == 400
    assert (drawn.count('class="booth assigned'), drawn.count('class="booth held')) == (300, 20)
    assert len(drawn) < 420_000
    found = measured(browser, f"{public}&find=cong+ty+vi+du+217", statements=40)
    assert "2 booths fit" in found, "its own booth, and the one of that number"
    assert found.count(" marked") == 2
    assert found.count('<th scope="row">') == 2, "the table has what was found"
    for paper in ("a3", "a4"):
        sheet = measured(browser, f"{fair}/plan-print?hall={key}&paper={paper}", statements=40)
        assert sheet.count("<li><b>") == 400
    desk = measured(browser, f"{fair}?hall={key}", statements=40)
    assert desk.count("data-booth=") == 400
    assert len(desk) < 700_000
