"""The figures of a rehearsal as the page that is kept."""

from pathlib import Path
from typing import Any

from tests.infra.restore.disasters import Recovery

KEPT = Path(__file__).resolve().parents[3] / "infra" / "benchmarks" / "restore.md"
HEAD = """# What a restore brings back, and how fast

`make restore-test` (`KEEP=1` writes this page): a PostgreSQL of its own with `infra/backup/archiving.conf`, the demo
world, pgBackRest with `infra/backup/pgbackrest.conf` (encrypted repository in a folder), restic for media. Orders are
placed and paid in a process of their own, which notes the second at which each was promised to its buyer. After each
restore every table's rows and digest, or every promised order, is compared; the ledger has to sum to nothing;
`check_stock`, `verify_roots` and `pg_amcheck --heapallindexed` have to find nothing; and an order is placed.

Seconds are of a busy two-core machine: what counts is that they are seconds, and that nothing is lost which the
archive had.

"""


def table(figures: dict[str, Any]) -> str:
    dropped, lost = figures["dropped"], figures["lost"]
    rows = [
        ("full backup of the database", f"{figures['full backup']:.1f} s"),
        ("differential backup", f"{figures['diff backup']:.1f} s"),
        ("repository after all of it", f"{figures['repository'] / 2**20:.0f} MiB"),
        (f"backup of media, {figures['media files']} files", f"{figures['media backup']:.1f} s"),
        ("**dropped tables**: restored to just before, taking orders again (RTO)", f"{dropped.seconds:.1f} s"),
        ("… tables, rows compared by digest", f"{len(dropped.facts.tables)}, {dropped.facts.rows}"),
        ("… balances of the ledger compared; their sum", _ledger(dropped)),
        ("… orders promised after the backup and before the moment; lost (RPO)", f"{dropped.promised}; {dropped.lost}"),
        ("**lost machine**: restored from the archive alone, taking orders again (RTO)", f"{lost.seconds:.1f} s"),
        ("… orders promised while it ran; lost", f"{lost.promised}; {lost.lost}"),
        ("… age of the oldest lost promise (RPO; the archive's limit is 30 s)", f"{lost.lost_seconds:.1f} s"),
        ("… balances of the ledger; their sum", _ledger(lost)),
        ("**lost media**: restored, every file compared by SHA-256", f"{figures['media']:.1f} s"),
    ]
    lines = "".join(f"| {name} | {value} |\n" for name, value in rows)
    said = "".join(f"- {line}\n" for line in [*figures["dropped checks"], *figures["lost checks"]])
    checks = f"The checks, after the first and after the second restore:\n\n{said}"
    return f"{HEAD}| what | figure |\n|---|---|\n{lines}\n{checks}"


def _ledger(recovery: Recovery) -> str:
    return f"{recovery.facts.ledger_accounts}; {recovery.facts.ledger_difference}"
