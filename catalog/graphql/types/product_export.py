"""Exports of products in the API: for the seller's managers."""

import enum
from typing import Any

from catalog.graphql.access import MANAGERS
from catalog.models import ProductExport
from catalog.products.bulk_export.download import export_path
from catalog.products.bulk_export.models import ExportStatus, FileType
from marketplace.accounts.models import User
from marketplace.graphql import ID, DateTime, Enum, Field, Int, ObjectType, String, batch

FileTypesEnum = Enum.from_enum(
    enum.StrEnum("FileTypesEnum", {name: name for name in FileType.names}), description="How a file is written."
)
JobStatusEnum = Enum.from_enum(
    enum.StrEnum("JobStatusEnum", {name: name for name in ExportStatus.names}),
    description="DELETED: it has expired and its file is gone.",
)


class ExportFile(ObjectType):
    """A spreadsheet of a seller's products."""

    class Meta:
        access = MANAGERS

    id = Field(ID, required=True)
    status = Field(JobStatusEnum, required=True)
    file_type = Field(FileTypesEnum, required=True)
    done = Field(Int, required=True, description="Products written.")
    to_do = Field(Int, required=True, description="Products to write.")
    created_at = Field(DateTime, required=True)
    updated_at = Field(DateTime, required=True)
    expires_at = Field(DateTime, required=True, description="The file is deleted then.")
    url = Field(
        String,
        description="Works for an hour, for whoever asked for it while signed in as a manager of the seller.",
    )

    @staticmethod
    @batch
    def resolve_url(exports: list[ProductExport], info: Any) -> list[str | None]:
        actor = info.context.actor
        return [export_path(export, actor) if isinstance(actor, User) else None for export in exports]
