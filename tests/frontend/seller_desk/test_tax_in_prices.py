"""What the desk says about tax in a price is what buyers of that market are told."""

import pytest

from tests.frontend.seller_desk.conftest import Person
from tests.frontend.seller_desk.world import Desk


@pytest.mark.parametrize(
    ("market", "said"), [("vn", "Tax is included in these prices."), ("eu", "Prices before import tax and duty.")]
)
def test_tax_is_in_the_price_at_home_only(owner: Person, desk: Desk, market: str, said: str) -> None:
    page = owner.see(f"products/{desk.ids()['product']}/prices")
    section = page.partition(f'id="market-{market}"')[2].partition("</section>")[0]
    assert said in section
