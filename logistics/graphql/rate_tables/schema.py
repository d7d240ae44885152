"""Rate tables: their part of the public API."""

from typing import Any

from django.db.models import QuerySet

from catalog.graphql.errors import REFUSED
from catalog.graphql.inputs import read_upload
from catalog.products.bulk_import.bounds import MOST_BYTES
from i18n.messages import gettext_noop as _
from logistics.carriers.rate_table.rate_table import RateTable as TableRow
from logistics.carriers.rate_table.tariff_import.read import read_tariffs
from logistics.carriers.rate_table.tariff_import.store import delete_table, store_tariffs
from logistics.graphql.rate_tables.access import keeper_of, own_table, tables_of
from logistics.graphql.rate_tables.types import (
    RateTable,
    RateTableCountableConnection,
    RateTablePreview,
    RateTableProblem,
)
from marketplace.graphql import (
    ID,
    SIGNED_IN,
    Boolean,
    ConnectionField,
    Field,
    InputError,
    List,
    Mutation,
    NonNull,
    ObjectType,
    String,
    Upload,
)

MOST_PROBLEMS = 200


class RateTableImport(Mutation):
    """Read a tariff file (XLSX or CSV), and keep its tables unless only a preview is wanted or a row is wrong.

    Columns: service, name, mode, currency, unit, valid_from, zone, countries and price are needed; valid_to, step,
    least, minimum, volumetric_divisor, max_package_kg, fuel_percent, regions, from, to, container, up_to, per_step,
    min_days and max_days may be. For managers of the seller, and for staff.
    """

    class Arguments:
        seller = ID(description="Whose agreement it is; left out, for staff, everybody's.")
        file = Upload()
        text = String(description="Its text as CSV, instead of the file.")
        preview = Boolean(description="Nothing is kept.")

    class Meta:
        access = SIGNED_IN
        error_codes = ("TOO_MANY", "HAS_ERRORS")
        known_errors = REFUSED
        creates = True
        cost = 100

    previews = Field(List(NonNull(RateTablePreview)), size=5)
    problems = Field(List(NonNull(RateTableProblem)), size=20, description="At most 200 are told.")
    rate_tables = Field(List(NonNull(RateTable)), size=5, description="What is kept now; empty for a preview.")

    @classmethod
    def perform(
        cls,
        info: Any,
        *,
        seller: str | None = None,
        file: Any = None,
        text: str | None = None,
        preview: bool | None = None,
    ) -> dict[str, Any]:
        owner = keeper_of(info, seller)
        content = (text or "").encode() if text or file is None else read_upload(file, most=MOST_BYTES, field="file")
        found = read_tariffs(content)
        told = {"previews": found.tariffs, "problems": found.problems[:MOST_PROBLEMS], "rate_tables": []}
        if preview or found.problems:
            return told
        name = str(file.name or "") if file is not None else ""
        kept = store_tariffs(seller=owner, tariffs=found.tariffs, file_name=name, by=info.context.actor)
        return {**told, "rate_tables": kept}


class RateTableDelete(Mutation):
    """Delete a rate table; orders keep the prices they have. For managers of the seller, and for staff."""

    class Arguments:
        id = ID(required=True)

    class Meta:
        access = SIGNED_IN

    deleted_id = Field(ID)

    @classmethod
    def perform(cls, info: Any, *, id: str) -> dict[str, Any]:
        delete_table(table=own_table(info, id))
        return {"deleted_id": id}


class RateTablesQueries(ObjectType):
    """Tariffs that sellers and the operator have agreed with carriers."""

    rate_tables = ConnectionField(
        RateTableCountableConnection,
        seller=ID(description="Whose; left out, for staff, everybody's."),
        search=String(description="Part of the service's code or name."),
        access=SIGNED_IN,
        description="By service, the newest first. For the members of the seller, and for staff.",
    )

    @staticmethod
    def resolve_rate_tables(
        root: Any, info: Any, seller: str | None = None, search: str | None = None
    ) -> QuerySet[TableRow]:
        rows = tables_of(info, seller)
        if len(search or "") > 100:
            raise InputError(_("At most %(limit)s characters."), field="search", params={"limit": 100})
        found = rows.filter(service__icontains=search) | rows.filter(name__icontains=search) if search else rows
        return found.order_by("service", "-effective_from", "id")


class RateTablesMutations(ObjectType):
    """Keeping tariffs."""

    rate_table_import = RateTableImport.Field()
    rate_table_delete = RateTableDelete.Field()
