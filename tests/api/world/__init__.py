"""A small world for the whole API."""

from tests.api.world.ids import gid
from tests.api.world.workbooks import workbook
from tests.api.world.world import World, make_world

__all__ = ["World", "gid", "make_world", "workbook"]
