"""``fakeReportCreate`` for everybody; ``fakeReportMove`` for the seller and the operator."""

from typing import Any

from catalog.graphql import errors
from catalog.graphql.access import caller
from catalog.graphql.inputs import read_upload
from catalog.graphql.shopper_access import fake_report_for
from catalog.graphql.types.fake_report import FakeReport, FakeReportState
from catalog.products.picture import MOST_BYTES
from catalog.traceability.shopper.fakes.move import FakeReportMoved, move_fake_report
from catalog.traceability.shopper.fakes.tell import FakeData, report_fake
from i18n.graphql.types.country import CountryCode
from i18n.messages import gettext_noop as _
from marketplace.graphql import (
    ANYONE,
    ID,
    SIGNED_IN,
    Boolean,
    Field,
    InputError,
    InputObjectType,
    Mutation,
    String,
    Upload,
)

MOVED: errors.Known = {
    FakeReportMoved: lambda _refusal: InputError(
        _("This case has moved on. Load the page again to see what is possible now."),
        field="state",
        code="WRONG_STATE",
    ),
    **errors.REFUSED,
}


class FakeReportCreateInput(InputObjectType):
    """What the reporter saw."""

    code = String(required=True, description="What stands on the goods, whether it is known here or not.")
    bought_at = String(required=True, description="Shop, market or site.")
    country = CountryCode(description="Where that was.")
    text = String()
    contact_email = String(description="Only for those who want to be asked; forgotten when the case is closed.")
    photo = Upload(description="A JPEG, PNG or WebP picture up to 10 MB; place and camera are removed.")


class FakeReportCreate(Mutation):
    """Tell the maker and the marketplace of goods that may be a fake. No account is needed."""

    class Arguments:
        input = FakeReportCreateInput(required=True)

    class Meta:
        access = ANYONE
        creates = True
        error_codes = ("TOO_MANY",)
        known_errors = errors.REFUSED

    received = Field(Boolean)

    @classmethod
    def perform(cls, info: Any, *, input: Any) -> dict[str, Any]:
        data = FakeData(
            code=input["code"],
            bought_at=input["bought_at"],
            country=input.get("country") or "",
            text=input.get("text") or "",
            contact_email=input.get("contact_email") or "",
            language=info.context.language,
        )
        given = input.get("photo")
        photo = read_upload(given, most=MOST_BYTES, field="photo") if given is not None else None
        report_fake(data=data, photo=photo, now=info.context.now)
        return {"received": True}


class FakeReportMove(Mutation):
    """Say what was done about a case. For the seller's managers, and the operator."""

    class Arguments:
        id = ID(required=True)
        state = FakeReportState(required=True)
        note = String()

    class Meta:
        access = SIGNED_IN
        error_codes = ("WRONG_STATE",)
        known_errors = MOVED

    report = Field(FakeReport)

    @classmethod
    def perform(cls, info: Any, *, id: str, state: Any, note: str | None = None) -> dict[str, Any]:
        report, is_operator = fake_report_for(info, id)
        moved = move_fake_report(
            report=report, state=str(state), note=note or "", by=caller(info), by_operator=is_operator
        )
        return {"report": moved}
