"""Which answers of the API are kept, and the door that gives them."""

from datetime import datetime, time, timedelta
from typing import Any

from django.conf import settings
from django.db import connections
from django.db.models.signals import post_migrate

from catalog.graphql.kept_reads import WATCHED
from i18n.today import HERE, day_here
from marketplace import read_log
from marketplace.graphql.kept import Watched
from marketplace.graphql.kept.door import Application, Door
from marketplace.graphql.kept.triggers import install


def watched_tables() -> dict[str, Watched]:
    return {each.table: each for each in WATCHED}


def door_before(application: Application) -> Door:
    """``settings.RESPONSE_CACHE_MB`` is what a process keeps at most; with 0 every answer is made anew."""
    size = int(settings.RESPONSE_CACHE_MB) * 1024 * 1024
    return Door(application, watched_tables(), path="/graphql/", size=size, last_moment=end_of_day)


def end_of_day(moment: datetime) -> datetime:
    """Rates of tax and rules about reductions are dated by the day in Việt Nam."""
    return datetime.combine(day_here(moment) + timedelta(days=1), time.min, tzinfo=HERE)


def connect() -> None:
    """Tell of changes from the next migration on, and note what is read."""
    read_log.connect()
    post_migrate.connect(_install, dispatch_uid="marketplace.kept_answers")


def _install(*, app_config: Any, using: str, **_: Any) -> None:
    if app_config.label == "marketplace" and using == "default":
        install(connections[using], WATCHED)
