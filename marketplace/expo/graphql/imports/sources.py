"""``exhibitorSourceCreate``, ``exhibitorSourceUpdate`` and ``exhibitorSourceDelete``."""

from typing import Any

from marketplace.expo.graphql import errors
from marketplace.expo.graphql.access import STAFF
from marketplace.expo.graphql.imports.access import source_of
from marketplace.expo.graphql.imports.types import ExhibitorSource
from marketplace.expo.imports.sources import create_source, delete_source, update_source
from marketplace.graphql import ID, Field, Mutation, String


class ExhibitorSourceCreate(Mutation):
    """Write down where lists come from."""

    class Arguments:
        name = String(required=True)
        feed = String(description="The form of its lists; spreadsheet when left out.")
        address = String(description="https, on the public internet; of feeds that are fetched only.")
        access_key = String(description="Sent to the address as a bearer token; it is never shown again.")

    class Meta:
        access = STAFF
        creates = True
        known_errors = errors.REFUSED

    source = Field(ExhibitorSource)

    @classmethod
    def perform(
        cls, info: Any, *, name: str, feed: str | None = None, address: str | None = None, access_key: str | None = None
    ) -> dict[str, Any]:
        source = create_source(
            name=name, feed=feed or "spreadsheet", address=address or "", access_key=access_key or ""
        )
        return {"source": source}


class ExhibitorSourceUpdate(Mutation):
    """What is left out stays; another address needs its access key again."""

    class Arguments:
        id = ID(required=True)
        name = String()
        address = String()
        access_key = String()

    class Meta:
        access = STAFF
        known_errors = errors.REFUSED

    source = Field(ExhibitorSource)

    @classmethod
    def perform(
        cls,
        info: Any,
        *,
        id: str,
        name: str | None = None,
        address: str | None = None,
        access_key: str | None = None,
    ) -> dict[str, Any]:
        source = update_source(source=source_of(info, id), name=name, address=address, access_key=access_key)
        return {"source": source}


class ExhibitorSourceDelete(Mutation):
    """Forget a source. Its exhibitors stay."""

    class Arguments:
        id = ID(required=True)

    class Meta:
        access = STAFF

    @classmethod
    def perform(cls, info: Any, *, id: str) -> dict[str, Any]:
        delete_source(source=source_of(info, id))
        return {}
