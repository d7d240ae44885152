"""A small schema that the kit's tests share: a stall with wares, of which some are nobody else's business."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from decimal import Decimal as Exact
from typing import Any

from marketplace.events.models import OutboxMessage
from marketplace.graphql import (
    ANYONE,
    ID,
    SIGNED_IN,
    ConnectionField,
    Context,
    DateTime,
    Decimal,
    Field,
    InputError,
    InputObjectType,
    Int,
    List,
    ModelType,
    Mutation,
    NonNull,
    ObjectType,
    Page,
    PermissionDenied,
    Schema,
    String,
    Upload,
    UserErrors,
    batch,
    connection_type,
    from_global_id,
    object_rule,
    page_window,
    permission,
)


@dataclass
class Person:
    """A caller with the permissions that a test gives."""

    id: int = 1
    permissions: Sequence[str] = ()
    is_authenticated: bool = True

    def has_permission(self, name: str, /) -> bool:
        return name in self.permissions


@dataclass
class Row:
    id: int
    owner: int = 1
    price: Any = field(default_factory=lambda: Exact("1.50"))
    name: str = "Bát Tràng"

    @property
    def secret(self) -> str:
        return f"secret {self.id}"


OWNER = object_rule("being the owner", lambda context, parents: [row.owner == context.actor.id for row in parents])


class Ware(ObjectType):
    """Something on the stall."""

    class Meta:
        access = ANYONE

    id = ID(required=True)
    name = String(required=True)
    price = Decimal()
    secret = Field(String, access=OWNER | permission("wares.see"), description="Not for everybody.")
    siblings = List(NonNull(lambda: Ware), limit=Int())

    @staticmethod
    @batch
    def resolve_siblings(rows: list[Row], info: Any, limit: int | None = None) -> list[list[Row]]:
        return [[Row(row.id + 1)] for row in rows]


class Message(ModelType):
    """An outbox row, standing in for any model."""

    class Meta:
        model = OutboxMessage
        fields = ("id", "name", "attempts", "delivered_at")
        access = ANYONE


MessageConnection = connection_type(Message)
WareConnection = connection_type(Ware, facets=List(String))


class Query(ObjectType):
    class Meta:
        access = ANYONE

    ware = Field(Ware, id=ID(required=True))
    wares = List(NonNull(Ware), first=Int())
    ranked = ConnectionField(WareConnection)
    messages = ConnectionField(MessageConnection, order=List(NonNull(String)), name_is=String())
    mine = Field(String, access=SIGNED_IN)
    broken = String()
    wrong = Int()
    echo = String(text=String(), amount=Decimal(), at=DateTime())

    @staticmethod
    def resolve_ware(root: Any, info: Any, id: str) -> Row:
        return Row(int(from_global_id(id, "Ware")))

    @staticmethod
    def resolve_wares(root: Any, info: Any, first: int | None = 3) -> list[Row]:
        return [Row(number, owner=number % 2) for number in range(1, min(first or 0, 100) + 1)]

    @staticmethod
    def resolve_ranked(root: Any, info: Any, **arguments: Any) -> Page:
        window = page_window(**arguments)
        rows = [Row(number) for number in range(50)][window.offset : window.offset + window.limit]
        return Page(rows, total=50, offset=window.offset, extra={"facets": ["clay"]})

    @staticmethod
    def resolve_messages(root: Any, info: Any, order: Sequence[str] = (), name_is: str | None = None) -> Any:
        rows = OutboxMessage.objects.order_by(*order)
        return rows.filter(name=name_is) if name_is else rows

    @staticmethod
    def resolve_mine(root: Any, info: Any) -> str:
        return f"yours, {info.context.actor.id}"

    @staticmethod
    def resolve_broken(root: Any, info: Any) -> str:
        raise RuntimeError("the password is 12345")

    @staticmethod
    def resolve_wrong(root: Any, info: Any) -> str:
        return "the password is 12345"

    @staticmethod
    def resolve_echo(root: Any, info: Any, text: str = "", amount: Any = None, at: Any = None) -> str:
        return f"{text}{'' if amount is None else amount}{'' if at is None else at.isoformat()}"


class WareInput(InputObjectType):
    ware_name = String(required=True)
    price = Decimal()


class WareCreate(Mutation):
    """Put something on the stall."""

    class Arguments:
        input = WareInput(required=True)

    class Meta:
        access = SIGNED_IN
        error_codes = ("TOO_DEAR",)
        error_extra = {"row": Int()}
        known_errors = {
            LookupError: lambda error: InputError("No %(what)s.", code="NOT_FOUND", params={"what": "kiln"})
        }

    ware = Field(Ware)

    @classmethod
    def perform(cls, info: Any, *, input: Any) -> dict[str, Any]:
        from tests.marketplace.graphql.messages import make_message

        make_message(name=input.ware_name)
        match input.ware_name:
            case "dear":
                raise InputError("At most %(most)s.", field="ware_name", code="TOO_DEAR", params={"most": 9}, row=4)
            case "two":
                raise UserErrors([InputError(field="price"), InputError(field="ware_name", code="REQUIRED", index=2)])
            case "foreign":
                raise PermissionDenied
            case "lookup":
                raise LookupError
            case "undeclared":
                raise InputError(code="NEVER_DECLARED")
            case "crash":
                raise RuntimeError("the password is 12345")
            case "bad id":
                from_global_id("nonsense", "Ware", field="ware_id")
        return {"ware": Row(7, price=input.price)}


class FileRead(Mutation):
    """Tell the length of files."""

    class Arguments:
        file = Upload()
        files = List(Upload)

    class Meta:
        access = ANYONE

    sizes = List(Int)

    @classmethod
    def perform(cls, info: Any, *, file: Any = None, files: Any = ()) -> dict[str, Any]:
        return {"sizes": [len(one.read()) for one in [file, *files] if one is not None]}


class Mutations(ObjectType):
    ware_create = WareCreate.Field()
    file_read = FileRead.Field()


def make_schema(**options: Any) -> Schema:
    return Schema(**{"query": Query, "mutation": Mutations, **options})


schema = make_schema()


def ask(document: str, variables: dict[str, Any] | None = None, *, actor: Any = None, **options: Any) -> Any:
    """Execute as ``actor`` (nobody unless given) and return the `Result`."""
    context = Context(language=options.pop("language", "en"))
    if actor is not None:
        context.actor = actor
    return options.pop("schema", schema).execute(document, variables, context=context, **options)


def codes(result: Any) -> list[str]:
    return [error["extensions"]["code"] for error in result.errors or []]
