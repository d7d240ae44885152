"""Style sheets and scripts: collected, and of this version."""

from collections.abc import Iterator

from django.conf import settings
from django.contrib.staticfiles import finders
from django.contrib.staticfiles.storage import ManifestFilesMixin, staticfiles_storage

from marketplace.doctor.finding import Finding, good, wrong

COLLECT = "Run: python -m marketplace collectstatic --no-input"


def check() -> Iterator[Finding]:
    if not isinstance(staticfiles_storage, ManifestFilesMixin):
        yield good("static files are served from the code")
        return
    manifest = staticfiles_storage.load_manifest()[0]
    if not manifest:
        yield wrong(f"nothing is collected in {settings.STATIC_ROOT}", COLLECT)
        return
    wanted = {name for finder in finders.get_finders() for name, _ in finder.list([])}
    if missing := wanted - manifest.keys():
        yield wrong(f"{len(missing)} static files of this version are not collected, as {min(missing)}", COLLECT)
    else:
        yield good(f"{len(manifest)} static files are collected")
