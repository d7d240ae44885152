"""Sessions in the API: where one is signed in."""

from typing import Any

from marketplace.accounts.sessions.device import DeviceForm
from marketplace.accounts.sessions.session import Session as SessionRow
from marketplace.accounts.sessions.session import SessionKind
from marketplace.graphql import ID, SIGNED_IN, Boolean, DateTime, Enum, Field, ObjectType, String, attribute, batch

SessionKindEnum = Enum.from_enum(
    SessionKind,
    name="SessionKind",
    description="IMPERSONATION is staff who look at the pages as this person sees them, for a stated reason.",
)
DeviceFormEnum = Enum.from_enum(
    DeviceForm, name="DeviceForm", description="PROGRAM is a client of the API that is no browser."
)


class Session(ObjectType):
    """One sign-in on one device. Only its owner reads it."""

    class Meta:
        access = SIGNED_IN
        id_from = "public_id"

    id = Field(ID, required=True)
    kind = Field(SessionKindEnum, required=True)
    browser = Field(String, required=True, description="Such as Firefox; empty when unknown.")
    system = Field(String, required=True, description="Such as Android; empty when unknown.")
    form = Field(DeviceFormEnum, required=True)
    created = Field(DateTime, required=True)
    last_used = Field(DateTime, required=True, description="Exact to a quarter of an hour.")
    expires = Field(DateTime, required=True, description="Unless it is used again before.")
    is_current = Field(Boolean, required=True, description="Whether this request comes from it.")

    resolve_created = attribute("created_at")
    resolve_last_used = attribute("last_used_at")
    resolve_expires = attribute("expires_at")

    @staticmethod
    @batch
    def resolve_is_current(sessions: list[SessionRow], info: Any) -> list[bool]:
        current = info.context.extra.get("session")
        return [session.public_id == current for session in sessions]
