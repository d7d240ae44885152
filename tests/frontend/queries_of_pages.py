"""What a page reads from the query of its address, found in its code."""

import inspect
import re
import sys
from collections.abc import Iterator

from django.urls import resolve

from frontend.page import Page

PAGING = {"after", "before"}
NONSENSE = ("x\u0000<é", "99999999999999999999")


def names_read_by(path: str) -> set[str]:
    """The parameters that the page at this address and what it is made of look for."""
    page_class: type[Page] = vars(resolve(path.split("?")[0]).func)["page_class"]
    modules = {one.__module__ for one in page_class.__mro__ if one.__module__.startswith("frontend.")}
    code = "".join(inspect.getsource(sys.modules[module]) for module in modules - {"frontend.page"})
    read = set(re.findall(r'query\("(\w+)"\)', code))
    return read | PAGING if "page_wanted" in code else read


def nonsense_for(path: str) -> Iterator[dict[str, str]]:
    """One parameter wrong at a time, so that none hides behind another."""
    for name in sorted(names_read_by(path)):
        for value in NONSENSE:
            yield {name: value}
