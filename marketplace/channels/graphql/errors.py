"""What verbs refuse because a market does not offer it, as an error of mutations."""

from collections.abc import Callable
from typing import Any

from i18n.messages import gettext_noop as _
from marketplace.channels.switches import FeatureOff
from marketplace.graphql import InputError

FEATURE_OFF = "FEATURE_OFF"


def _off(refusal: FeatureOff) -> InputError:
    return InputError(_("This market does not offer this at present."), code=FEATURE_OFF)


SWITCHED_OFF: dict[type[Exception], Callable[[Any], InputError]] = {FeatureOff: _off}
