"""Nothing that points to an exhibitor is forgotten when two become one."""

from typing import Any

import pytest
from django.db.models import ForeignObjectRel

from marketplace.expo.merge.compare import BY_HAND
from marketplace.expo.merge.moves import declared_moves
from marketplace.expo.models import Exhibit, Exhibitor, Lead

JOINED_BY_HAND = {("expo.Lead", "exhibits")}
"""Many to many: `join_leads.name_other_exhibit`."""


def pointing_to(model: Any) -> set[tuple[str, str]]:
    relations = [each for each in model._meta.get_fields(include_hidden=True) if isinstance(each, ForeignObjectRel)]
    kept = [each for each in relations if not each.related_model._meta.auto_created]
    return {(each.related_model._meta.label, each.field.name) for each in kept}


@pytest.mark.parametrize("model", [Exhibitor, Lead, Exhibit])
def test_every_foreign_key_has_a_rule(model: Any) -> None:
    moves = [each for each in (*declared_moves(), *BY_HAND) if each.target is model]
    ruled = {(each.model._meta.label, each.field) for each in moves}
    assert pointing_to(model) - JOINED_BY_HAND == ruled, "a rule is missing in expo/merge/declared.py"
