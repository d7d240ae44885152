"""Does a Dockerfile's steps in layers above this machine's own system: what a step writes stays in the layer.

The base is not the image's but this machine's Debian with its own Python; COPY takes from the files that git knows.
"""

import os
import shlex
import shutil
import subprocess
from pathlib import Path

from tests.infra.container.dockerfile import Stage, pairs

ROOT = Path(__file__).resolve().parents[3]


class Layer:
    """A copy-on-write view of ``/``; mounts belong to a mount namespace of this process and end with it."""

    def __init__(self, home: Path, name: str) -> None:
        self.root = home / name / "root"
        for folder in ("upper", "work", "root"):
            (home / name / folder).mkdir(parents=True)
        base = f"{home}/{name}"
        mount("-t", "overlay", "overlay", "-o", f"lowerdir=/,upperdir={base}/upper,workdir={base}/work", str(self.root))
        mount("--rbind", "/dev", str(self.root / "dev"))
        mount("-t", "proc", "proc", str(self.root / "proc"))
        mount("-t", "tmpfs", "tmpfs", str(self.root / "tmp"))
        # Debian guards its own Python against pip; the image's Python is not Debian's.
        for guard in self.root.glob("usr/lib/python3*/EXTERNALLY-MANAGED"):
            guard.unlink()
        self.variables = {"PATH": "/usr/local/bin:/usr/bin:/bin:/usr/sbin:/sbin", "HOME": "/tmp", "LANG": "C.UTF-8"}
        self.folder = "/"

    def path(self, inside: str) -> Path:
        return self.root / os.path.normpath(os.path.join(self.folder, inside)).lstrip("/")  # noqa: PTH118 POSIX, elsewhere

    def run(self, command: str) -> None:
        subprocess.run(
            ["chroot", str(self.root), "/bin/sh", "-euc", f"cd {shlex.quote(self.folder)}; {command}"],
            env=self.variables, check=True,
        )  # fmt: skip


def mount(*words: str) -> None:
    subprocess.run(["mount", *words], check=True)


def build(stages: list[Stage], home: Path, context: Path) -> Layer:
    """The last stage's layer; raises ``CalledProcessError`` at the first step that fails."""
    layers: dict[str, Layer] = {}
    for stage in stages:
        layer = layers[stage.name] = Layer(home, stage.name)
        for keyword, text in stage.instructions:
            step(layer, keyword, text, layers, context)
    return layer


def step(layer: Layer, keyword: str, text: str, layers: dict[str, Layer], context: Path) -> None:
    if keyword in {"ENV", "ARG"}:
        layer.variables.update(pairs(text))
    elif keyword == "WORKDIR":
        layer.folder = str(Path(layer.folder) / text)
        layer.path(".").mkdir(parents=True, exist_ok=True)
    elif keyword == "RUN":
        layer.run(text)
    elif keyword == "COPY":
        copy(layer, text.split(), layers, context)


def copy(layer: Layer, words: list[str], layers: dict[str, Layer], context: Path) -> None:
    options = {word.partition("=")[0]: word.partition("=")[2] for word in words if word.startswith("--")}
    source, target = (word for word in words if not word.startswith("--"))
    origin = layers[options["--from"]].root if "--from" in options else context
    taken, made = origin / source.lstrip("/"), layer.path(target)
    if target.endswith("/"):
        made = made / taken.name
    made.parent.mkdir(parents=True, exist_ok=True)
    if taken.is_dir():
        shutil.copytree(taken, made, symlinks=True, dirs_exist_ok=True)
    else:
        shutil.copy2(taken, made)
    if "--chmod" in options:
        made.chmod(int(options["--chmod"], 8))


def take_context(home: Path) -> Path:
    """What a build would be sent: files as git has them in the work tree's last commit."""
    context = home / "context"
    context.mkdir()
    archive = subprocess.run(["git", "archive", "HEAD"], cwd=ROOT, check=True, capture_output=True)
    subprocess.run(["tar", "-x", "-C", str(context)], input=archive.stdout, check=True)
    return context
