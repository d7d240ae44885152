"""Room on the disk that ``DATA_DIR`` lies on."""

import shutil
from collections.abc import Iterator

from django.conf import settings

from marketplace.doctor.finding import Finding, good, wrong

LEAST_BYTES, LEAST_SHARE = 1_000_000_000, 0.05


def check() -> Iterator[Finding]:
    folder = settings.DATA_DIR
    if not folder.is_dir():
        yield wrong(f"DATA_DIR {folder} is not there", "Make it, and let it belong to the account that serves.")
        return
    usage = shutil.disk_usage(folder)
    text = f"{usage.free / 1e9:.1f} GB of {usage.total / 1e9:.0f} GB are free at DATA_DIR"
    if usage.free < LEAST_BYTES or usage.free < usage.total * LEAST_SHARE:
        yield wrong(text, "Make room, or put DATA_DIR on a larger disk.")
    else:
        yield good(text)
