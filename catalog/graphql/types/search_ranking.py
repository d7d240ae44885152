"""How results are ranked, in the API: the very figures that the search counts with."""

from typing import Any

from catalog.search import weights
from marketplace.graphql import ANYONE, Boolean, Field, Float, NonNull, ObjectType


class SearchRanking(ObjectType):
    """What decides the order of results when no other order is chosen. Disclosed as the law on e-commerce asks."""

    class Meta:
        access = ANYONE

    name_weight = Field(Float, required=True, description="A word in the product's name.")
    details_weight = Field(
        Float, required=True, description="A word in its material, properties, category or seller's name."
    )
    description_weight = Field(Float, required=True, description="A word in its description.")
    own_language_weight = Field(Float, required=True, description="A text in the reader's language.")
    fallback_language_weight = Field(
        Float, required=True, description="A text in a language that the reader falls back to."
    )
    other_language_weight = Field(Float, required=True, description="A text in any other language.")
    synonym_weight = Field(
        Float, required=True, description="A word of the same meaning, against the word that was typed."
    )
    paid_placement = Field(
        Boolean, required=True, description="Whether places can be paid for; they would be labelled one by one."
    )


class SearchRankingQueries(ObjectType):
    """One field that needs no row."""

    search_ranking = Field(NonNull(SearchRanking), access=ANYONE, description="The criteria of the order of results.")

    @staticmethod
    def resolve_search_ranking(root: Any, info: Any) -> dict[str, Any]:
        return {
            "name_weight": weights.NAME,
            "details_weight": weights.DETAILS,
            "description_weight": weights.DESCRIPTION,
            "own_language_weight": weights.OWN_LANGUAGE,
            "fallback_language_weight": weights.FALLBACK_LANGUAGE,
            "other_language_weight": weights.OTHER_LANGUAGE,
            "synonym_weight": weights.SYNONYM,
            "paid_placement": weights.PAID_PLACEMENT,
        }
