"""One demo for all processes that test side by side: the first starts it, the last ends it."""

import fcntl
import json
import os
import signal
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import astuple
from pathlib import Path
from typing import Any

from tests.pages.site import LOG, start, wait_for
from tests.pages.walk import Place, find_places


@contextmanager
def shared_demo(folder: Path) -> Iterator[tuple[str, dict[str, Place]]]:
    """The address of the demo that is always the same, and where its pages are. ``folder`` is common to all."""
    with _locked(folder) as file:
        state = json.loads(file.read_text()) if file.exists() else _begin(folder)
        file.write_text(json.dumps({**state, "users": state["users"] + 1}))
    try:
        yield state["site"], {row[0]: Place(*row) for row in state["places"]}
    finally:
        with _locked(folder) as file:
            _leave(file)


@contextmanager
def _locked(folder: Path) -> Iterator[Path]:
    folder.mkdir(exist_ok=True)
    with (folder / "lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        yield folder / "state.json"


def _begin(folder: Path) -> dict[str, Any]:
    server, site = start(folder)
    wait_for(site, server, folder / LOG)
    places = [astuple(place) for place in find_places(site).values()]
    return {"site": site, "places": places, "process": server.pid, "users": 0}


def _leave(file: Path) -> None:
    state = json.loads(file.read_text())
    file.write_text(json.dumps({**state, "users": state["users"] - 1}))
    if state["users"] == 1:
        file.unlink()
        os.kill(state["process"], signal.SIGTERM)
