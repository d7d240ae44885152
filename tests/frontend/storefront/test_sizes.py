from django.test import Client

from frontend.storefront.sizes import own_first
from tests.frontend.fake_api import FakeApi

CHART = {
    "kind": "SHOES_MEN",
    "systems": ["EU", "UK", "US", "VN"],
    "measures": ["foot_mm"],
    "source": "ISO 9407:2019",
    "rows": [{"measures": [265], "sizes": ["42", "8", "9", "42.5"]}],
}


def test_the_readers_column_stands_first() -> None:
    turned = own_first(CHART, "US")
    assert turned["systems"] == ["US", "EU", "UK", "VN"]
    assert turned["rows"][0]["sizes"] == ["9", "42", "8", "42.5"]
    assert own_first(CHART, "KR")["systems"] == CHART["systems"]


def test_the_size_of_the_market_stands_out(browser: Client, api: FakeApi) -> None:
    api.answers["Sizes"] = {"sizeCharts": [CHART]}
    assert "<strong>42.5</strong>" in browser.get("/en/vn/sizes").content.decode()
    html = browser.get("/en/eu/sizes").content.decode()
    assert "<strong>42</strong>" in html
    assert "ISO 9407:2019" in html
