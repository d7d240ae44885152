"""The proxy's own files in a folder of their own, with the five that an installation adds, before some upstream."""

import os
import shutil
import subprocess
import time
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime, timedelta
from pathlib import Path

import requests
from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.x509.oid import NameOID

from tests.infra.rendered import INFRA
from tests.infra.restore.site import free_port

NAME = "localhost"


def copy_configuration(folder: Path) -> None:
    for file in (INFRA / "proxy").glob("*.conf"):
        text = file.read_text().replace("/tmp/nginx", f"{folder}/nginx")  # the container's /tmp is its own
        (folder / file.name).write_text(text.replace("/dev/stdout", f"{folder}/access.log"))


class Proxy:
    def __init__(self, folder: Path, upstream: int) -> None:
        self.folder, self.plain, self.tls, self.alive = folder, free_port(), free_port(), free_port()
        copy_configuration(folder)
        local = folder / "local"
        local.mkdir()
        written = {
            "upstream": f"upstream marketplace {{ server 127.0.0.1:{upstream}; keepalive 8; }}",
            "names": f"server_name {NAME};",
            "listen_plain": f"listen 127.0.0.1:{self.plain};",
            "listen_tls": f"listen 127.0.0.1:{self.tls} ssl http2;",
            "listen_plain_default": f"listen 127.0.0.1:{self.plain} default_server;",
            "listen_tls_default": f"listen 127.0.0.1:{self.tls} ssl http2 default_server;",
            "listen_alive": f"listen 127.0.0.1:{self.alive};",
            "tls": f"ssl_certificate {folder}/certificate.pem; ssl_certificate_key {folder}/key.pem;",
        }
        for name, text in written.items():
            (local / f"{name}.conf").write_text(text + "\n")
        write_certificate(folder)

    def command(self, *words: str) -> list[str]:
        return ["nginx", "-p", str(self.folder), "-c", "nginx.conf", *words]

    def get(self, path: str, **asked: object) -> requests.Response:
        return requests.get(
            f"https://{NAME}:{self.tls}{path}", verify=self.folder / "certificate.pem", timeout=30,
            allow_redirects=False, **asked,
        )  # fmt: skip

    def post(self, path: str, **asked: object) -> requests.Response:
        return requests.post(
            f"https://{NAME}:{self.tls}{path}", verify=self.folder / "certificate.pem", timeout=30, **asked
        )


def write_certificate(folder: Path) -> None:
    key = ec.generate_private_key(ec.SECP256R1())
    name = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, NAME)])
    now = datetime.now(UTC)
    certificate = (
        x509.CertificateBuilder().subject_name(name).issuer_name(name).public_key(key.public_key())
        .serial_number(x509.random_serial_number())
        .not_valid_before(now - timedelta(hours=1)).not_valid_after(now + timedelta(days=1))
        .add_extension(x509.SubjectAlternativeName([x509.DNSName(NAME)]), critical=False)
        .sign(key, hashes.SHA256())
    )  # fmt: skip
    (folder / "certificate.pem").write_bytes(certificate.public_bytes(serialization.Encoding.PEM))
    unsealed = serialization.NoEncryption()
    form = serialization.PrivateFormat.PKCS8
    (folder / "key.pem").write_bytes(key.private_bytes(serialization.Encoding.PEM, form, unsealed))


@contextmanager
def running(folder: Path, upstream: int) -> Iterator[Proxy]:
    """The real nginx in the foreground; stopped at the end."""
    if shutil.which("nginx") is None:
        raise RuntimeError("nginx is not installed: apt-get install nginx-light")
    proxy = Proxy(folder, upstream)
    process = subprocess.Popen(
        proxy.command("-g", f"daemon off;{'user root;' if os.geteuid() == 0 else ''}"), stderr=subprocess.PIPE
    )
    try:
        _await(f"http://127.0.0.1:{proxy.alive}/alive")
        yield proxy
    finally:
        process.terminate()
        process.communicate(timeout=30)


def _await(url: str, patience: float = 30) -> None:
    until = time.monotonic() + patience
    while True:
        try:
            requests.get(url, timeout=5)
            return
        except requests.ConnectionError:
            if time.monotonic() > until:
                raise
            time.sleep(0.1)
