"""Every check, in the order in which a person would look: what others stand on comes first."""

from marketplace.doctor.checks import (
    addresses,
    background,
    cache,
    carriers,
    clock,
    database,
    disk,
    mail,
    media,
    payments,
    push,
    replica,
    search,
    settings_of_mode,
    static_files,
)
from marketplace.doctor.finding import Check

CHECKS: dict[str, Check] = {
    "environment": settings_of_mode.check,
    "addresses": addresses.check,
    "database": database.check,
    "replica": replica.check,
    "clock": clock.check,
    "redis": cache.check,
    "search": search.check,
    "media": media.check,
    "disk": disk.check,
    "static": static_files.check,
    "mail": mail.check,
    "payments": payments.check,
    "carriers": carriers.check,
    "push": push.check,
    "workers": background.check,
}
