"""Proofs in the API: roots of days, the keys they are signed with, and what a bundle of a lot will hold."""

import json
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from catalog.traceability.proof.day import DailyRoot
from catalog.traceability.proof.signing_key import ProofKey
from marketplace.graphql import (
    ANYONE,
    Boolean,
    Date,
    DateTime,
    Field,
    Int,
    ObjectType,
    String,
    batch,
    connection_type,
    related,
)


class TraceKey(ObjectType):
    """A key that roots of days and bundles are signed with (Ed25519)."""

    class Meta:
        access = ANYONE

    key = Field(String, required=True, description="The first 16 digits of the SHA-256 of the public key.")
    public = Field(String, required=True, description="Hexadecimal.")
    created_at = Field(DateTime, required=True)
    is_in_use = Field(Boolean, required=True, description="Whether it signs now; there is one that does.")
    endorsement = Field(
        String, required=True, description="Signature of its record by the key before, or by the first key itself."
    )

    @staticmethod
    def resolve_key(row: ProofKey, info: Any) -> str:
        return row.key_id


class TraceRoot(ObjectType):
    """The signed root over everything that was recorded by the end of a day (UTC)."""

    class Meta:
        access = ANYONE

    day = Field(Date, required=True)
    size = Field(Int, required=True, description="How many events and files the day has.")
    root = Field(String, required=True, description="SHA-256, hexadecimal, of the tree as RFC 6962 has it.")
    previous = Field(String, description="SHA-256 of the statement of the day before; null for the first day.")
    statement = Field(String, required=True, description="What is signed, byte for byte.")
    signature = Field(String, required=True, description="Ed25519, hexadecimal.")
    key = Field(TraceKey, required=True)
    closed_at = Field(DateTime, required=True)

    resolve_key = related("key")

    @staticmethod
    @batch
    def resolve_previous(rows: list[DailyRoot], info: Any) -> list[str | None]:
        return [json.loads(row.statement)["previous"] or None for row in rows]


TraceRootCountableConnection = connection_type(TraceRoot)


@dataclass(frozen=True, slots=True)
class Bundle:
    url: str
    expires_at: datetime
    events: int
    sealed: int
    withheld: int
    files: int


class LotProofBundle(ObjectType):
    """An archive of what the caller may see of a lot, which can be checked without trusting the marketplace."""

    class Meta:
        access = ANYONE

    url = Field(String, required=True, description="Opens for an hour, for whoever has it.")
    expires_at = Field(DateTime, required=True)
    events = Field(Int, required=True)
    sealed = Field(Int, required=True, description="How many of them are under a published root; the others will be.")
    withheld = Field(Int, required=True, description="How many of them are there without some of their fields.")
    files = Field(Int, required=True, description="Photos and papers of steps.")
