"""What most processes never use is not loaded by all of them: each costs megabytes in every worker."""

import os
import subprocess
import sys

HEAVY = {"openpyxl", "numpy", "typst", "pypdf", "fontTools"}
PROGRAM = f"""
import sys
import django
django.setup()
from django.urls import get_resolver
from marketplace import wsgi
get_resolver().url_patterns
assert "marketplace.schema" in sys.modules
print(*sorted({HEAVY!r} & sys.modules.keys()))
"""


def test_a_web_server_that_is_ready_has_loaded_nothing_that_makes_files() -> None:
    environment = {**os.environ, "DJANGO_SETTINGS_MODULE": "marketplace.settings.testing"}
    ran = subprocess.run([sys.executable, "-c", PROGRAM], capture_output=True, text=True, env=environment, check=False)
    assert (ran.returncode, ran.stdout.split()) == (0, []), ran.stderr[-2000:]
