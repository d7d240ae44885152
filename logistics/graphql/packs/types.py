"""Packs in the API: reports of completeness, and links to the files."""

from dataclasses import dataclass
from typing import Any

from django.conf import settings

from i18n.messages import gettext
from logistics.packs import finding, pack, report
from logistics.packs import rules as dated
from logistics.packs.dossier import Dossier
from logistics.packs.link import pack_path
from marketplace.graphql import Boolean, Date, Enum, Field, Int, List, NonNull, ObjectType, Rule, String

OF_ONES_OWN_LOT = Rule("reaching it through a lot of a seller one manages", lambda _context, _parent: True)


@dataclass(frozen=True, slots=True)
class Told:
    """A report with the lot it is about."""

    report: report.Report
    dossier: Dossier


LotPackCode = Enum.from_enum(pack.PackCode, name="LotPackCode", description="A kind of pack.")
PackFinding = Enum.from_enum(
    finding.Found,
    name="PackFinding",
    description="DOUBTFUL: there, and a person has to judge it. NOT_ASKED: the rule asks nothing of these goods.",
)
PackMend = Enum.from_enum(finding.Mend, name="PackMend", description="Where what is missing is entered.")


class PackRule(ObjectType):
    """A rule, dated, with its basis."""

    class Meta:
        access = OF_ONES_OWN_LOT

    title = Field(String, required=True, description="As lawyers call it, in the language of its source.")
    article = Field(String, required=True)
    effective_from = Field(Date, required=True)
    legal_basis = Field(String, required=True)
    source = Field(String, required=True)
    source_date = Field(Date, required=True)
    checked = Field(Boolean, required=True, description="Compared with the official text.")

    @staticmethod
    def resolve_effective_from(row: dated.Rule, info: Any) -> Any:
        return row.since.effective_from

    @staticmethod
    def resolve_legal_basis(row: dated.Rule, info: Any) -> str:
        return row.since.legal_basis

    @staticmethod
    def resolve_source(row: dated.Rule, info: Any) -> str:
        return row.since.source

    @staticmethod
    def resolve_source_date(row: dated.Rule, info: Any) -> Any:
        return row.since.source_date

    @staticmethod
    def resolve_checked(row: dated.Rule, info: Any) -> bool:
        return row.since.checked


class PackRequirement(ObjectType):
    """One thing that a rule asks for, and what was found."""

    class Meta:
        access = OF_ONES_OWN_LOT

    code = Field(String, required=True)
    label = Field(String, required=True, description="In the language of the request.")
    found = Field(PackFinding, required=True)
    names = Field(
        List(NonNull(String)), required=True, description="The materials, plots or steps that it is missing of."
    )
    rule = Field(PackRule, required=True)
    mend = Field(PackMend, required=True)

    @staticmethod
    def resolve_names(row: report.ReportLine, info: Any) -> list[str]:
        return list(row.names)


class PackFile(ObjectType):
    """A file, made when it is opened."""

    class Meta:
        access = OF_ONES_OWN_LOT

    name = Field(String, required=True)
    content_type = Field(String, required=True)
    url = Field(String, required=True, description="Opens for the person who asked, for an hour.")


class LotPack(ObjectType):
    """What one rule wants to know of a lot. It says which data are there, and never that a law is met."""

    class Meta:
        access = OF_ONES_OWN_LOT

    code = Field(LotPackCode, required=True)
    title = Field(String, required=True)
    purpose = Field(String, required=True)
    concerned = Field(Boolean, description="Whether the rule asks anything of these goods; null: a person decides.")
    is_complete = Field(Boolean, required=True, description="Nothing is missing; what is doubtful is there.")
    there = Field(Int, required=True, description="How many of the data asked for are there.")
    asked = Field(Int, required=True)
    requirements = Field(List(NonNull(PackRequirement)), required=True, size=15)
    files = Field(List(NonNull(PackFile)), required=True, size=4)

    @staticmethod
    def resolve_code(told: Told, info: Any) -> pack.PackCode:
        return told.report.pack.code

    @staticmethod
    def resolve_title(told: Told, info: Any) -> str:
        return gettext(info.context.language, told.report.pack.title)

    @staticmethod
    def resolve_purpose(told: Told, info: Any) -> str:
        return gettext(info.context.language, told.report.pack.purpose)

    @staticmethod
    def resolve_concerned(told: Told, info: Any) -> bool | None:
        return told.report.concerned

    @staticmethod
    def resolve_is_complete(told: Told, info: Any) -> bool:
        return told.report.is_complete

    @staticmethod
    def resolve_there(told: Told, info: Any) -> int:
        return len(told.report.there)

    @staticmethod
    def resolve_asked(told: Told, info: Any) -> int:
        return len(told.report.asked)

    @staticmethod
    def resolve_requirements(told: Told, info: Any) -> list[report.ReportLine]:
        return list(told.report.lines)

    @staticmethod
    def resolve_files(told: Told, info: Any) -> list[dict[str, str]]:
        language, user = info.context.language, info.context.actor
        return [
            {
                "name": file.name,
                "content_type": file.content_type,
                "url": settings.PUBLIC_URL
                + pack_path(lot=told.dossier.lot, pack=told.report.pack, file=file, language=language, user=user),
            }
            for file in told.report.pack.files
        ]
