"""What is measured is what is served in production: compressed, under fingerprints."""

import subprocess
import sys


def test_static_files_are_served_as_in_production() -> None:
    asked = "from tests.web_audit import settings; print(settings.STORAGES['staticfiles']['BACKEND'])"
    answer = subprocess.run([sys.executable, "-c", asked], capture_output=True, text=True, check=True)
    assert answer.stdout.strip() == "whitenoise.storage.CompressedManifestStaticFilesStorage"
