"""The form of a voucher, which sellers and the operator fill in alike."""

from typing import Any

from frontend.amounts import UnclearAmount, read_amount
from frontend.page import Page
from i18n.messages import gettext_noop as _

TYPES = ("ENTIRE_ORDER", "SHIPPING")
VALUE_TYPES = ("PERCENTAGE", "FIXED")
VALUE, LEAST = "value-", "least-"


def save_voucher(
    page: Page,
    *,
    known: str | None,
    owner: dict[str, Any],
    channels: list[dict[str, Any]],
    chosen: dict[str, list[str]],
) -> str:
    """Make or change it with what it is worth in each market; the id."""
    fields, listing = {**_fields(page), **chosen}, _listing(page, channels)
    if known:
        page.change("VoucherUpdate", id=known, input=fields)
        voucher = known
    else:
        code = page.form.text("code")
        made = page.change("VoucherCreate", input={**owner, **fields, "addCodes": [code] if code else []})
        voucher = made["voucherCreate"]["voucher"]["id"]
    page.change("VoucherListing", id=voucher, input=listing)
    return voucher


def delete_voucher(page: Page, known: str) -> str:
    """Delete it, or end it where orders used it; what to say of it."""
    done = page.change("VoucherDelete", id=known)["voucherDelete"]
    gone, ended = _("The voucher is deleted."), _("The voucher was used: it is ended and stays in the list.")
    return gone if done["deleted"] else ended


def _fields(page: Page) -> dict[str, Any]:
    form = page.form
    return {
        "name": form.text("name"),
        "type": _one_of(page, "type", TYPES),
        "discountValueType": _one_of(page, "valueType", VALUE_TYPES),
        "isActive": form.checked("isActive", "1"),
        "startDate": form.text("startDate") + "T00:00:00Z" if form.text("startDate") else None,
        "endDate": form.text("endDate") + "T00:00:00Z" if form.text("endDate") else None,
        "applyOncePerCustomer": form.checked("applyOncePerCustomer", "1"),
        "singleUse": form.checked("singleUse", "1"),
        "usageLimit": form.integer("usageLimit", required=False),
        "limitPerCustomer": form.integer("limitPerCustomer", required=False),
        "minCheckoutItemsQuantity": form.integer("minimumQuantity", required=False),
    }


def _one_of(page: Page, name: str, known: tuple[str, ...]) -> str:
    chosen = page.form.text(name)
    if chosen not in known:
        raise page.refuse(name, _("Choose one."), "REQUIRED")
    return chosen


def _listing(page: Page, channels: list[dict[str, Any]]) -> dict[str, Any]:
    added, removed = [], []
    for channel in channels:
        value = _amount(page, f"{VALUE}{channel['slug']}", channel["currencyCode"])
        if value is None:
            removed.append(channel["id"])
            continue
        least = _amount(page, f"{LEAST}{channel['slug']}", channel["currencyCode"])
        added.append({"channelId": channel["id"], "discountValue": value, "minAmountSpent": least})
    if not added:
        first = f"{VALUE}{channels[0]['slug']}"
        raise page.refuse(first, _("Say what it is worth in at least one market."), "REQUIRED")
    return {"addChannels": added, "removeChannels": removed}


def _amount(page: Page, name: str, currency: str) -> str | None:
    typed = page.form.text(name)
    try:
        return str(read_amount(typed, currency)) if typed else None
    except UnclearAmount:
        raise page.refuse(name, _("Write one amount, for example 12.50.")) from None
