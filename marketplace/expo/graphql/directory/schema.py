"""The directory's part of the public API."""

import base64
from typing import Any

from i18n.graphql.types.language import language_argument
from i18n.translate import localize
from marketplace.expo.directory.booth_codes import booth_codes_pdf
from marketplace.expo.exhibition import Expo as ExpoRow
from marketplace.expo.graphql.access import STAFF, expo_of
from marketplace.expo.graphql.directory.favorite import ExhibitorFavoriteAdd, ExhibitorFavoriteRemove
from marketplace.expo.graphql.directory.types import BoothCodesFile
from marketplace.expo.hall import Booth as BoothRow
from marketplace.graphql import ID, Field, ObjectType, integer_key


class DirectoryQueries(ObjectType):
    """For staff with expo.manage; what the public reads hangs on `Expo`."""

    booth_codes = Field(
        BoothCodesFile,
        expo_id=ID(required=True),
        hall_id=ID(),
        language_code=language_argument(),
        access=STAFF,
        cost=200,
        description="The codes of all booths, or of one hall's, as a PDF; null while there are none.",
    )

    @staticmethod
    def resolve_booth_codes(
        root: Any, info: Any, expo_id: str, hall_id: str | None = None, language_code: str | None = None
    ) -> dict[str, str] | None:
        expo = expo_of(info, expo_id, "expo_id")
        booths = (
            BoothRow.objects.filter(hall__expo=expo).select_related("hall", "exhibitor").order_by("hall_id", "code")
        )
        if hall_id is not None:
            booths = booths.filter(hall_id=integer_key(hall_id, "Hall", field="hall_id"))
        found = list(booths)
        if not found:
            return None
        language = str(language_code or info.context.language)
        content = booth_codes_pdf(expo, found, name=_name(expo, language), language=language, at=info.context.now)
        return {
            "file_name": f"booth-codes-{expo.slug}.pdf",
            "media_type": "application/pdf",
            "content": base64.b64encode(content).decode(),
        }


def _name(expo: ExpoRow, language: str) -> str:
    said = localize(
        subject=ExpoRow.SUBJECT,
        rows=[expo],
        fields=("name",),
        language=language,
        source_language=lambda row: row.source_language,
    )[0]["name"]
    return said.text if said else expo.name


class DirectoryMutations(ObjectType):
    """For whoever is signed in."""

    exhibitor_favorite_add = ExhibitorFavoriteAdd.Field()
    exhibitor_favorite_remove = ExhibitorFavoriteRemove.Field()
