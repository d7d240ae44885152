"""Where everything listens: below the ports that systems lend to outgoing connections."""

import os
from dataclasses import dataclass


@dataclass(frozen=True)
class Ports:
    database: int
    """Of the switch before the two nodes."""
    nodes: tuple[int, int]
    redis: int
    search: int
    mail: int
    web: tuple[int, ...]


def ports() -> Ports:
    """``LOAD_PORT`` moves those of the web, the switches; the services' own variables move theirs."""
    web = int(os.environ.get("LOAD_PORT", "27010"))
    node = int(os.environ.get("SERVICES_PG_PORT", "25442"))
    return Ports(
        database=web + 5,
        nodes=(node, node + 10),
        redis=int(os.environ.get("SERVICES_REDIS_PORT", "26389")),
        search=int(os.environ.get("SERVICES_SEARCH_PORT", "29210")),
        mail=web + 6,
        web=(web, web + 1),
    )
