"""Makers at work through the API: they apply, import their products, describe and offer them."""

from collections.abc import Sequence
from typing import Any

from tests.factories.accounts import PASSWORD
from tests.journeys import documents as gql
from tests.journeys.client import ApiClient
from tests.journeys.steps import XLSX, token_mailed_to, work_in_the_background, workbook

THU_DAU_MOT = {
    "streetAddress1": "Số 1, đường Thử Nghiệm", "cityArea": "Phường Thủ Dầu Một",
    "countryArea": "Thành phố Hồ Chí Minh",
    "country": "VN",
}  # fmt: skip
PRODUCTS: list[list[object]] = [
    ["Mã hàng", "Tên sản phẩm", "Mô tả", "Giá (VND)", "Số lượng", "Khối lượng (g)"],
    ["BAN-01", "Bàn ăn gỗ keo", "Bàn ăn gỗ keo sáu chỗ, lau dầu.", "8.900.000 đ", 20, ""],
    ["GHE-01", "Ghế gỗ cao su", "Ghế lưng nan.", "1.250.000", 40, 5200],
    ["KE-01", "", "Kệ sách năm tầng.", "2.100.000", 10, 18000],
    ["TU-01", "Tủ đầu giường", "Hai ngăn kéo.", "hỏi giá", 10, 14000],
]
IMPORTER: dict[str, Any] = {
    "name": "Invoerhuis Proefkade B.V.", "email": "veiligheid@invoerhuis-proefkade.example",
    "address": {"streetAddress1": "Proefkade 903", "postalCode": "3511 AB", "city": "Utrecht", "country": "NL"},
}  # fmt: skip
WARNINGS = ("Cạnh bàn cứng: trông trẻ nhỏ khi ở gần.", "Harde tafelranden: houd toezicht op kleine kinderen.")
"""As the carpenter writes them, and in Dutch."""
EXHIBITORS = [
    ["Tên đơn vị", "Mã số thuế", "Quốc gia", "Website"],
    ["CTY TNHH XƯỞNG MỘC MẪU", "3702000006", "VN", ""],
    ["Công ty Sơn Mài Mẫu", "3702000013", "VN", ""],
    ["", "", "VN", ""],
]


def new_seller(operator: ApiClient, email: str, name: str, craft: str, tax_code: str) -> tuple[ApiClient, str]:
    """Register, confirm the address, sign in, apply; the operator approves."""
    owner = ApiClient(language="vi")
    owner.run(gql.REGISTER, input={"email": email, "password": PASSWORD, "languageCode": "VI"})
    work_in_the_background()
    owner.run(gql.CONFIRM, token=token_mailed_to(email))
    owner.sign_in(email, PASSWORD)
    application = {
        "legalName": f"Công ty TNHH {name}", "name": name, "entityType": "ENTERPRISE", "taxCode": tax_code,
        "craft": craft, "address": THU_DAU_MOT, "formerDistrict": "Thủ Dầu Một", "phone": "+842740100900",
        "email": email, "sourceLanguage": "VI",
    }  # fmt: skip
    wrong = owner.refused(gql.APPLY, input={**application, "taxCode": "3702000001"})
    assert [(error["field"], error["code"]) for error in wrong] == [("taxCode", "TAX_CODE_INVALID")]
    seller = owner.run(gql.APPLY, input=application)["sellerApply"]["seller"]
    assert seller["status"] == "APPLIED"
    waiting = {edge["node"]["id"]: edge["node"] for edge in operator.run(gql.APPLICATIONS)["sellers"]["edges"]}
    assert waiting[seller["id"]]["taxCode"] == tax_code
    approved = operator.run(gql.APPROVE_SELLER, id=seller["id"])["sellerApprove"]["seller"]
    assert approved["status"] == "APPROVED"
    return owner, seller["id"]


def import_products(owner: ApiClient, seller: str) -> dict[str, Any]:
    """Four rows, two refused with row, column and reason; both corrected; all applied; once more changes nothing."""
    file = ("san-pham.xlsx", workbook(PRODUCTS), XLSX)
    preview = owner.upload(gql.IMPORT_PREVIEW, file, seller=seller)["productImportPreview"]
    assert preview["errors"] == []
    batch = preview["import"]
    assert (batch["total"], batch["accepted"], batch["refused"]) == (4, 2, 2)
    assert {(error["row"], error["column"]) for error in batch["errors"]} == {(4, "Tên sản phẩm"), (5, "Giá (VND)")}
    assert own_products(owner, seller) == {}, "a preview changes nothing"
    rows = [
        {"number": 4, "values": [{"column": "Tên sản phẩm", "value": "Kệ sách năm tầng"}]},
        {"number": 5, "values": [{"column": "Giá (VND)", "value": "1.950.000"}]},
    ]
    corrected = owner.run(gql.IMPORT_CORRECT, id=batch["id"], rows=rows)["productImportCorrect"]["import"]
    assert corrected == {"accepted": 4, "refused": 0}
    applied = owner.run(gql.IMPORT_APPLY, id=batch["id"], mode="ALL_OR_NOTHING")["productImportApply"]
    assert applied["created"] == 4
    again = owner.upload(gql.IMPORT_PREVIEW, file, seller=seller)["productImportPreview"]["import"]["id"]
    repeated = owner.run(gql.IMPORT_APPLY, id=again, mode="GOOD_ROWS")["productImportApply"]
    assert (repeated["created"], repeated["updated"]) == (0, 0)
    return own_products(owner, seller)


def own_products(owner: ApiClient, seller: str) -> dict[str, Any]:
    edges = owner.run(gql.OWN_PRODUCTS, seller=seller)["products"]["edges"]
    return {edge["node"]["name"]: edge["node"] for edge in edges}


def one_product(owner: ApiClient, seller: str) -> Any:
    rows: list[list[object]] = [PRODUCTS[0], ["TO-01", "Tô sơn mài", "Tô tre phủ sơn mài.", "450.000", 60, 320]]
    preview = owner.upload(gql.IMPORT_PREVIEW, ("to.xlsx", workbook(rows), XLSX), seller=seller)
    owner.run(gql.IMPORT_APPLY, id=preview["productImportPreview"]["import"]["id"], mode="ALL_OR_NOTHING")
    (product,) = own_products(owner, seller).values()
    return product


def offer(
    owner: ApiClient, seller: str, product: Any, *, dutch: str, english: str, price: str, warnings: Sequence[str] = ()
) -> None:
    """Facts, two languages, a price and what the Union asks; published there, which was refused until all was said."""
    channel = owner.run(gql.CHANNEL)["channel"]["id"]
    variant = product["defaultVariant"]["id"]
    assert {"PRICE", "HS_CODE", "RESPONSIBLE_PERSON", "WARNINGS"} <= refused_for(owner, product, channel)
    facts = {"grossWeightG": 4000, "lengthMm": 600, "widthMm": 400, "heightMm": 150}
    owner.run(gql.DESCRIBE, id=product["id"], variant=variant, input={"hsCode": "940360"}, facts=facts)
    owner.run(gql.TRANSLATE, id=product["id"], language="NL", input={"name": dutch})
    owner.run(gql.TRANSLATE, id=product["id"], language="EN", input={"name": english})
    owner.run(gql.PRICE, id=variant, input=[{"channelId": channel, "price": price}])
    assert refused_for(owner, product, channel) == {"RESPONSIBLE_PERSON", "WARNINGS"}
    name_importer(owner, seller)
    assert refused_for(owner, product, channel) == {"WARNINGS"}
    warn(owner, product, warnings)
    owner.run(gql.PUBLISH, id=product["id"], channel=channel)
    owner.run(gql.SUBMIT, id=product["id"])


def refused_for(owner: ApiClient, product: Any, channel: str) -> set[str]:
    """Publishing is refused; every reason is one that the product named before, with the law it stands in."""
    told = owner.run(gql.MISSING, id=product["id"])["product"]["missingToPublish"]
    blocking = {gap["code"]: gap for gap in told if gap["blocking"]}
    assert all(gap["message"] and gap["legalBasis"] for gap in blocking.values())
    reasons = owner.refused(gql.PUBLISH, id=product["id"], channel=channel)
    assert {(reason["code"], reason["message"]) for reason in reasons} == {
        (code, gap["message"]) for code, gap in blocking.items()
    }
    return set(blocking)


def name_importer(owner: ApiClient, seller: str) -> None:
    """Somebody outside the Union cannot answer for goods within it; the first who can is for every product."""
    at_home = {**IMPORTER, "address": THU_DAU_MOT}
    wrong = owner.refused(gql.NAME_RESPONSIBLE, seller=seller, input=at_home)
    assert [(error["field"], error["code"]) for error in wrong] == [("address.country", "INVALID")]
    named = owner.run(gql.NAME_RESPONSIBLE, seller=seller, input=IMPORTER)["responsiblePersonCreate"]
    assert named["responsiblePerson"]["isDefault"]


def warn(owner: ApiClient, product: Any, warnings: Sequence[str]) -> None:
    """In the maker's language and in Dutch, for whoever buys it there; or the word that there is nothing to warn of."""
    if not warnings:
        owner.run(gql.SAFETY, id=product["id"], input={"needsNoWarnings": True})
        return
    vietnamese, dutch = warnings
    owner.run(gql.SAFETY, id=product["id"], input={"warnings": vietnamese})
    owner.run(gql.TRANSLATE, id=product["id"], language="NL", input={"warnings": dutch})
