"""A database that went through every migration still refuses: SQLite forgets triggers when a table is rebuilt."""

import os
import subprocess
import sys
from pathlib import Path

SCRIPT = """
import django; django.setup()
from django.core.management import call_command
from django.db import connection
from orders.payouts.ledger.triggers import TABLES
call_command("migrate", verbosity=0)
with connection.cursor() as cursor:
    cursor.execute("SELECT name FROM sqlite_master WHERE type = 'trigger' ORDER BY name")
    print(*[name for (name,) in cursor.fetchall() if name.startswith(TABLES)])
"""


def test_all_migrations_leave_the_triggers_in_place(tmp_path: Path) -> None:
    environment = {
        **os.environ,
        "DJANGO_SETTINGS_MODULE": "marketplace.settings.development",
        "DATA_DIR": str(tmp_path),
    }
    environment.pop("DATABASE_URL", None)
    run = subprocess.run([sys.executable, "-c", SCRIPT], env=environment, capture_output=True, text=True, check=True)
    assert run.stdout.split() == [
        "orders_ledgerentry_no_delete",
        "orders_ledgerentry_no_update",
        "orders_ledgertransaction_no_delete",
        "orders_ledgertransaction_no_update",
    ]
