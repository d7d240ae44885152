"""Exhibitors from before words and websites were kept are found again, and days that pass change what is found."""

from datetime import timedelta

import pytest
from django.utils import timezone

from catalog.models import ProductChannelListing
from marketplace.expo.directory.keep_findable import keep_findable
from marketplace.expo.exhibitor import Exhibitor
from marketplace.expo.exhibitors import show_product
from tests.factories.catalog import make_product
from tests.factories.channels import make_channel
from tests.factories.expo import make_exhibitor, make_expo

pytestmark = pytest.mark.django_db


def test_who_was_there_before_is_found() -> None:
    over = make_expo(
        starts_on=timezone.now().date() - timedelta(days=400), ends_on=timezone.now().date() - timedelta(days=398)
    )
    kept = make_exhibitor(over, description="Ghế tre ví dụ", website_url="https://www.ghe-tre.example/vi")
    Exhibitor.objects.update(words_shown="", website_key="")

    keep_findable(now=timezone.now())

    kept.refresh_from_db()
    assert "ghe tre vi du" in kept.words_shown
    assert kept.website_key == "ghe-tre.example"


def test_what_a_passing_day_hides_is_no_longer_found() -> None:
    product = make_product(name="Bàn ví dụ")
    listing = ProductChannelListing(product=product, channel=make_channel("eu"), is_published=True)
    listing.save()
    shows = make_exhibitor(seller=product.seller)
    show_product(exhibitor=shows, product=product)
    shows.refresh_from_db()
    assert "ban vi du" in shows.words_shown
    ProductChannelListing.objects.update(is_published=False)  # as when its days are over: nobody says so

    keep_findable(now=timezone.now())

    shows.refresh_from_db()
    assert "ban vi du" not in shows.words_shown
