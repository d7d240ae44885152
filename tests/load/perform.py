"""The two commands: from an empty folder to the report."""

import argparse
import random
from functools import partial
from pathlib import Path

from tests.load.faults.table import FAULTS
from tests.load.report import keep_report, write_report
from tests.load.stage.ports import ports
from tests.load.stage.small_disk import small_disk
from tests.load.stage.stage import go_live, stage
from tests.load.trial import Trial, run_mixed, run_one_by_one, say
from tests.load.world import make_world

CALM = 8.0
"""Seconds of visitors before a fault that is tried alone."""


def perform(given: argparse.Namespace, folder: Path, chance: random.Random) -> int:
    """0 when everything holds."""
    with (
        small_disk(folder / "disk") as data,
        stage(folder, ports(), data=data, with_search=not given.without_search) as made,
    ):
        world = make_world(made.peers)
        go_live(made)
        made.nodes.double()
        trial = Trial(world, made, chance, given.patience)
        say(f"{given.what}, seed {given.seed}")
        kinds = [kind for kind in FAULTS if any(word in kind.name for word in given.only.split("|"))]
        if given.what == "load":
            settled = run_mixed(trial, kinds, minutes=given.minutes, every=given.every)
        else:
            settled = run_one_by_one(trial, kinds, calm=CALM, note=partial(keep_report, given, trial))
        write_report(given, trial, settled)
    return 1 if settled.broken or trial.failures else 0
