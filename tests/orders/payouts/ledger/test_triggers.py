"""A database that went through every migration still refuses: SQLite forgets triggers when a table is rebuilt."""

import os
import subprocess
import sys
from pathlib import Path

from catalog.traceability.epcis.event import REFUSAL as OF_EVENTS
from orders.payouts.ledger.triggers import REFUSAL as OF_THE_LEDGER

SCRIPT = """
import django; django.setup()
from django.core.management import call_command
from django.db import connection
call_command("migrate", verbosity=0)
with connection.cursor() as cursor:
    cursor.execute("SELECT name FROM sqlite_master WHERE type = 'trigger' ORDER BY name")
    print(*[name for (name,) in cursor.fetchall()])
"""


def test_all_migrations_leave_the_triggers_in_place(tmp_path: Path) -> None:
    environment = {
        **os.environ,
        "DJANGO_SETTINGS_MODULE": "marketplace.settings.development",
        "DATA_DIR": str(tmp_path),
    }
    environment.pop("DATABASE_URL", None)
    run = subprocess.run([sys.executable, "-c", SCRIPT], env=environment, capture_output=True, text=True, check=True)
    tables = (*OF_EVENTS.tables, *OF_THE_LEDGER.tables)
    assert run.stdout.split() == sorted(f"{table}_no_{verb}" for table in tables for verb in ("delete", "update"))
