"""Rate tables in the API."""

from typing import Any

from i18n.graphql.types.country import CountryDisplay
from i18n.graphql.types.money import Money
from i18n.messages import gettext
from i18n.money import Money as Amount
from logistics.carriers.rate_table.rate_table import RateTable as TableRow
from logistics.carriers.rate_table.rate_table import RateTableRow as PriceRow
from logistics.carriers.rate_table.tariff_import.read import ReadTariff, RowProblem
from logistics.graphql.rate_tables.access import KEEPER
from marketplace.graphql import (
    ID,
    Date,
    DateTime,
    Decimal,
    Field,
    Int,
    List,
    NonNull,
    ObjectType,
    Rule,
    String,
    batch,
    connection_type,
    related,
    related_list,
)
from marketplace.sellers.graphql.types.seller import Seller

THROUGH_ITS_TABLE = Rule("reaching it through a rate table one may see", lambda _context, _parents: True)


class RateTableRow(ObjectType):
    """One price."""

    class Meta:
        access = THROUGH_ITS_TABLE

    zone = Field(String, required=True)
    countries = Field(List(NonNull(CountryDisplay)), required=True, size=20)
    regions = Field(List(NonNull(String)), required=True, size=5)
    origin = Field(String, description="UN/LOCODE of the place of loading.")
    destination = Field(String)
    container = Field(String, description="20GP, 40GP or 40HC.")
    up_to = Field(Decimal, description="The quantity up to which it holds.")
    price = Field(Money, required=True)
    per_step = Field(Money, description="For each step beyond the last quantity of the zone.")
    minimum_days = Field(Int, required=True)
    maximum_days = Field(Int, required=True)

    @staticmethod
    def resolve_origin(row: PriceRow, info: Any) -> str | None:
        return row.origin or None

    @staticmethod
    def resolve_destination(row: PriceRow, info: Any) -> str | None:
        return row.destination or None

    @staticmethod
    def resolve_container(row: PriceRow, info: Any) -> str | None:
        return row.container or None

    @staticmethod
    def resolve_price(row: PriceRow, info: Any) -> Amount:
        return Amount(row.price_amount, row.table.currency)

    @staticmethod
    def resolve_per_step(row: PriceRow, info: Any) -> Amount | None:
        return None if row.per_step_amount is None else Amount(row.per_step_amount, row.table.currency)

    @staticmethod
    def resolve_minimum_days(row: PriceRow, info: Any) -> int:
        return row.min_days

    @staticmethod
    def resolve_maximum_days(row: PriceRow, info: Any) -> int:
        return row.max_days


class RateTable(ObjectType):
    """A tariff agreed with a carrier, from a day to a day. Quotes are given by it while it holds."""

    class Meta:
        access = KEEPER

    id = Field(ID, required=True)
    seller = Field(Seller, description="Whose agreement it is; null: the marketplace's, for every seller.")
    service = Field(String, required=True, description="Its code; it stands before another table of the same.")
    name = Field(String, required=True)
    mode = Field(String, required=True, description="ROAD, COURIER, POST, AIR, RAIL, BARGE or SEA.")
    currency = Field(String, required=True)
    unit = Field(String, required=True, description="kg, m3 (or tonnes, whichever is more) or container.")
    step = Field(Decimal, required=True, description="Quantities are rounded up to it.")
    least = Field(Decimal, required=True, description="The smallest quantity that is charged for.")
    minimum = Field(Money, description="The smallest price, before the fuel surcharge.")
    volumetric_divisor = Field(Int, description="Cubic centimetres that count as one kilogram.")
    fuel_percent = Field(Decimal, required=True)
    valid_from = Field(Date, required=True)
    valid_to = Field(Date, description="The last day; null: until further notice.")
    file_name = Field(String)
    imported_at = Field(DateTime, required=True)
    row_count = Field(Int, required=True)
    rows = Field(List(NonNull(RateTableRow)), required=True, first=Int(), size=50, description="100 unless said.")

    resolve_seller = related("seller")
    resolve_rows = related_list(
        lambda _info, **_args: PriceRow.objects.select_related("table").order_by("position"),
        by="table_id",
        first="first",
    )

    @staticmethod
    def resolve_minimum(table: TableRow, info: Any) -> Amount | None:
        return None if table.minimum_amount is None else Amount(table.minimum_amount, table.currency)

    @staticmethod
    def resolve_valid_from(table: TableRow, info: Any) -> Any:
        return table.effective_from

    @staticmethod
    def resolve_valid_to(table: TableRow, info: Any) -> Any:
        return table.effective_to

    @staticmethod
    def resolve_file_name(table: TableRow, info: Any) -> str | None:
        return table.file_name or None

    @staticmethod
    @batch
    def resolve_row_count(tables: list[TableRow], info: Any) -> list[int]:
        ids = PriceRow.objects.filter(table__in=tables).values_list("table_id", flat=True)
        counted: dict[int, int] = {}
        for table_id in ids.order_by():
            counted[table_id] = counted.get(table_id, 0) + 1
        return [counted.get(table.pk, 0) for table in tables]


class RateTableProblem(ObjectType):
    """What is wrong with a cell of a tariff file."""

    class Meta:
        access = THROUGH_ITS_TABLE

    row = Field(Int, required=True, description="As a spreadsheet program numbers it.")
    column = Field(String, required=True)
    value = Field(String, required=True)
    message = Field(String, required=True)

    @staticmethod
    def resolve_message(problem: RowProblem, info: Any) -> str:
        return gettext(info.context.language, problem.message, **problem.params)


class RateTablePreview(ObjectType):
    """A service as a tariff file has it."""

    class Meta:
        access = THROUGH_ITS_TABLE

    service = Field(String, required=True)
    name = Field(String, required=True)
    currency = Field(String, required=True)
    unit = Field(String, required=True)
    valid_from = Field(Date, required=True)
    valid_to = Field(Date)
    row_count = Field(Int, required=True)

    @staticmethod
    def resolve_service(tariff: ReadTariff, info: Any) -> str:
        return str(tariff.values["service"])

    @staticmethod
    def resolve_name(tariff: ReadTariff, info: Any) -> str:
        return str(tariff.values["name"])

    @staticmethod
    def resolve_currency(tariff: ReadTariff, info: Any) -> str:
        return str(tariff.values["currency"])

    @staticmethod
    def resolve_unit(tariff: ReadTariff, info: Any) -> str:
        return str(tariff.values["unit"])

    @staticmethod
    def resolve_valid_from(tariff: ReadTariff, info: Any) -> Any:
        return tariff.values["valid_from"]

    @staticmethod
    def resolve_valid_to(tariff: ReadTariff, info: Any) -> Any:
        return tariff.values["valid_to"]

    @staticmethod
    def resolve_row_count(tariff: ReadTariff, info: Any) -> int:
        return len(tariff.rows)


RateTableCountableConnection = connection_type(RateTable)
