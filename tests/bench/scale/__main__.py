"""``make bench-scale``: what requests cost among 10,000, 100,000 and a million products, as a table and plots.

Needs the PostgreSQL that ``DATABASE_URL`` names, on this machine, where the account may make databases and is its
superuser (rows are copied without asking triggers): best one of its own, without fsync. ``SIZES=10000,100000`` chooses;
``KEEP=1`` writes ``infra/benchmarks/scale.md`` and its plots. A database that is there already is measured as it is.
"""

import os
import subprocess
import sys
from pathlib import Path
from urllib.parse import urlsplit

import orjson

from tests.bench.scale.plot import plot

SIZES = [int(size) for size in os.environ.get("SIZES", "10000,100000,1000000").split(",")]
FOLDER, BUILD = Path("infra/benchmarks"), Path("build/bench-scale")
MOST = 1.5


def main() -> None:
    BUILD.mkdir(parents=True, exist_ok=True)
    _one("make", SIZES[0], "small")
    found = {size: _measured(size) for size in SIZES}
    text = table(found)
    sys.stdout.write(text)
    if os.environ.get("KEEP"):
        FOLDER.mkdir(exist_ok=True)
        (FOLDER / "scale.md").write_text(text)
        (FOLDER / "scale-requests.svg").write_text(
            plot("Processor time of a request against that among the fewest products", SIZES, _ratios(found))
        )


def _measured(size: int) -> dict[str, dict[str, float]]:
    """By a process of its own, for settings choose one database for the whole process."""
    result = BUILD / f"{size}.json"
    if not result.exists() or os.environ.get("AGAIN"):
        _one("measure", size, f"of_{size}")
    return dict(orjson.loads(result.read_bytes()))


def _one(task: str, size: int, name: str) -> None:
    url = urlsplit(os.environ["DATABASE_URL"])
    address = url._replace(path=f"/scale_{name}").geturl()
    subprocess.run(  # this very package
        [sys.executable, "-m", "tests.bench.scale.one_size", task, str(size)],
        check=True,
        env={**os.environ, "DATABASE_URL": address, "MARKETPLACE_MODE": "testing"},
    )


def _ratios(found: dict[int, dict[str, dict[str, float]]]) -> dict[str, list[float]]:
    first = found[SIZES[0]]
    names = [name for name in first if all(name in measured for measured in found.values())]
    return {name: [found[size][name]["total"] / first[name]["total"] for size in SIZES] for name in names}


def table(found: dict[int, dict[str, dict[str, float]]]) -> str:
    """Milliseconds of processor time, application + PostgreSQL, and the last size's ratio to the first."""
    lines = [
        "| request | " + " | ".join(f"{size:,}" for size in SIZES) + f" | ratio (at most {MOST}) |",
        "|---|" + "--:|" * (len(SIZES) + 1),
    ]
    for name, ratios in _ratios(found).items():
        costs = [found[size][name] for size in SIZES]
        cells = [f"{cost['application']:.1f} + {cost['database']:.1f}" for cost in costs]
        lines.append(f"| {name} | {' | '.join(cells)} | {ratios[-1]:.2f} |")
    return "\n".join(lines) + "\n"


if __name__ == "__main__":
    main()
