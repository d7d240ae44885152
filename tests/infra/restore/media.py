"""Uploaded files: backed up, lost and brought back by the marketplace's own script."""

import hashlib
import os
import subprocess
from pathlib import Path

SCRIPT = Path(__file__).resolve().parents[3] / "infra" / "backup" / "back_up_media.sh"


class Media:
    def __init__(self, folder: Path, home: Path) -> None:
        self.folder = folder
        password = home / "media-password"
        password.write_text("another pass phrase that only this test knows")
        password.chmod(0o600)
        self.variables = {
            **os.environ,
            "DATA_DIR": str(folder),
            "RESTIC_REPOSITORY": str(home / "media-repository"),
            "RESTIC_PASSWORD_FILE": str(password),
            "RESTIC_CACHE_DIR": str(home / "media-cache"),
        }

    def back_up(self) -> None:
        subprocess.run([str(SCRIPT)], env=self.variables, check=True, stdout=subprocess.DEVNULL)

    def restore(self) -> None:
        """The newest backup, into the folder it came from."""
        self.folder.mkdir(parents=True, exist_ok=True)
        subprocess.run(
            ["restic", "restore", "latest", "--host", "marketplace", "--tag", "media", "--target", str(self.folder)],
            env=self.variables, check=True, stdout=subprocess.DEVNULL,
        )  # fmt: skip

    def hashes(self) -> dict[str, str]:
        """SHA-256 of every file that a backup has to hold, by its path."""
        files = (path for path in self.folder.rglob("*") if path.is_file())
        named = {str(path.relative_to(self.folder)): path for path in files}
        left_out = ("search/", "static/")
        return {
            name: hashlib.sha256(path.read_bytes()).hexdigest()
            for name, path in sorted(named.items())
            if not name.startswith(left_out) and ".sqlite3" not in name
        }
