"""What an edition sells to exhibitors and tells them, for the next one."""

from datetime import date

from marketplace.expo.editions.copy_rows import copy_rows, copy_translations
from marketplace.expo.exhibition import Expo
from marketplace.expo.manual.page import ManualPage, ManualQuestion
from marketplace.expo.packages.package import FairPackage, PackagePrice


def copy_business(last: Expo, expo: Expo, *, today: date) -> None:
    """Packages that are still offered, with their latest prices, and the manual with its questions."""
    _copy_packages(last, expo, today)
    _copy_manual(last, expo)


def _copy_packages(last: Expo, expo: Expo, today: date) -> None:
    offered = FairPackage.objects.filter(expo=last, is_offered=True).order_by("pk")
    packages = copy_rows(offered, expo=expo)
    copy_translations(FairPackage.SUBJECT, packages)
    prices = PackagePrice.objects.filter(package__in=list(packages)).order_by("effective_from")
    latest = {(row.package_id, row.kind, row.currency): row.pk for row in prices}
    rows = PackagePrice.objects.filter(pk__in=latest.values()).order_by("pk")
    copy_rows(rows, package=packages, effective_from=today)


def _copy_manual(last: Expo, expo: Expo) -> None:
    pages = copy_rows(ManualPage.objects.filter(expo=last).order_by("pk"), expo=expo)
    for page in pages.values():
        if page.due_on is not None:
            page.due_on += expo.starts_on - last.starts_on
    ManualPage.objects.bulk_update(pages.values(), ["due_on"])
    copy_translations(ManualPage.SUBJECT, pages)
    questions = copy_rows(ManualQuestion.objects.filter(page__expo=last).order_by("pk"), page=pages)
    copy_translations(ManualQuestion.SUBJECT, questions)
