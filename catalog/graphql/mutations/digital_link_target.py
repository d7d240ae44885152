"""``digitalLinkTargetCreate``, ``-Update``, ``-Delete``; for staff ``-TakeDown`` and ``-Restore``."""

from typing import Any

from catalog.graphql.access import caller
from catalog.graphql.digital_link_access import CODES, NO_REASON, REFUSED, any_target, level_of, own_target, thing_named
from catalog.graphql.types.digital_link import TAKEDOWNS, DigitalLinkTarget
from catalog.traceability.links.link_types import PREFIX
from catalog.traceability.links.set_target import add_target, delete_target, update_target
from catalog.traceability.links.take_down_target import restore_target, take_down_target
from catalog.traceability.links.target_data import TargetData
from marketplace.graphql import ID, SIGNED_IN, Boolean, Field, InputObjectType, List, Mutation, NonNull, String
from marketplace.sellers.member import MemberRole
from marketplace.sellers.models import Seller


class DigitalLinkTargetInput(InputObjectType):
    """What is left out stays as it is."""

    link_type = String(description="gs1:instructions and so on, of the GS1 Web Vocabulary.")
    href = String(description="https, a public name, no port and no user.")
    title = String()
    languages = List(NonNull(String), description="BCP 47 tags of what is read there.")
    media_type = String(description="Registered with IANA, such as application/pdf.")
    context = String(description="A word by which a caller may ask for this link, such as a country's code.")
    is_default = Boolean(description="Whether it is where a scan leads; the default before it is one no more.")
    is_active = Boolean(description="Whether it is served.")


class DigitalLinkTargetCreateInput(DigitalLinkTargetInput):
    """A link of exactly one of: a variant (by its GTIN), a lot, a piece by its code."""

    variant = ID()
    lot = ID()
    code = String()
    link_type = String(required=True)
    href = String(required=True)
    title = String(required=True)


class DigitalLinkTargetCreate(Mutation):
    """Add a link that a code leads to. For managers of the seller whose word counts about the number."""

    class Arguments:
        input = DigitalLinkTargetCreateInput(required=True)

    class Meta:
        access = SIGNED_IN
        creates = True
        error_codes = CODES
        known_errors = REFUSED

    digital_link_target = Field(DigitalLinkTarget)

    @classmethod
    def perform(cls, info: Any, *, input: Any) -> dict[str, Any]:
        named = {name: input.get(name) for name in ("variant", "lot", "code")}
        level = level_of(thing_named(info, **named, role=MemberRole.MANAGER, field="input."))
        seller = Seller.objects.get(pk=level.seller_id)
        data = _data(input, TargetData("", "", ""))
        return {"digital_link_target": add_target(seller=seller, uri=level.uri, data=data)}


class DigitalLinkTargetUpdate(Mutation):
    """Change a link. For managers of its seller."""

    class Arguments:
        id = ID(required=True)
        input = DigitalLinkTargetInput(required=True)

    class Meta:
        access = SIGNED_IN
        error_codes = CODES
        known_errors = REFUSED

    digital_link_target = Field(DigitalLinkTarget)

    @classmethod
    def perform(cls, info: Any, *, id: str, input: Any) -> dict[str, Any]:
        target = own_target(info, id)
        present = TargetData(
            link_type=f"{PREFIX}{target.link_type}",
            href=target.href,
            title=target.title,
            languages=tuple(target.languages),
            media_type=target.media_type,
            context=target.context,
            is_default=target.is_default,
            is_active=target.is_active,
        )
        return {"digital_link_target": update_target(target=target, data=_data(input, present))}


class DigitalLinkTargetDelete(Mutation):
    """Remove a link. For managers of its seller."""

    class Arguments:
        id = ID(required=True)

    class Meta:
        access = SIGNED_IN

    @classmethod
    def perform(cls, info: Any, *, id: str) -> dict[str, Any]:
        delete_target(target=own_target(info, id))
        return {}


class DigitalLinkTargetTakeDown(Mutation):
    """Serve a link no more that deceives or breaks a law; its seller reads why."""

    class Arguments:
        id = ID(required=True)
        reason = String(required=True)

    class Meta:
        access = TAKEDOWNS
        known_errors = NO_REASON

    digital_link_target = Field(DigitalLinkTarget)

    @classmethod
    def perform(cls, info: Any, *, id: str, reason: str) -> dict[str, Any]:
        return {"digital_link_target": take_down_target(target=any_target(id), reason=reason, by=caller(info))}


class DigitalLinkTargetRestore(Mutation):
    """Serve a link again that was taken down."""

    class Arguments:
        id = ID(required=True)

    class Meta:
        access = TAKEDOWNS

    digital_link_target = Field(DigitalLinkTarget)

    @classmethod
    def perform(cls, info: Any, *, id: str) -> dict[str, Any]:
        return {"digital_link_target": restore_target(target=any_target(id))}


def _data(given: Any, present: TargetData) -> TargetData:
    """An explicit null means as much as nothing said, or an empty text where there may be one."""

    def text(name: str) -> str:
        return str(given[name] or "") if name in given else str(getattr(present, name))

    def choice(name: str) -> bool:
        return bool(given[name]) if given.get(name) is not None else bool(getattr(present, name))

    return TargetData(
        link_type=text("link_type"),
        href=text("href"),
        title=text("title"),
        languages=tuple(given["languages"] or ()) if "languages" in given else present.languages,
        media_type=text("media_type"),
        context=text("context"),
        is_default=choice("is_default"),
        is_active=choice("is_active"),
    )
