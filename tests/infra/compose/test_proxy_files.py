"""What compose.yaml gives the proxy is all that the proxy's configuration asks an installation for."""

import re
import subprocess
from pathlib import Path

import pytest

from tests.infra.proxy.installation import copy_configuration, write_certificate
from tests.infra.rendered import INFRA, compose_services
from tests.infra.restore.site import free_port

COMPOSE = INFRA / "compose"


@pytest.mark.services
def test_nginx_accepts_what_compose_mounts(tmp_path: Path) -> None:
    copy_configuration(tmp_path)
    write_certificate(tmp_path)
    local = tmp_path / "local"
    local.mkdir()
    ports = {port: free_port() for port in ("8080", "8081", "8443")}
    for file in (COMPOSE / "proxy").glob("*.conf"):
        text = re.sub(r"\b(8080|8081|8443)\b", lambda found: str(ports[found[0]]), file.read_text())
        (local / file.name).write_text(_on_this_machine(text, tmp_path))
    done = subprocess.run(
        ["nginx", "-t", "-p", tmp_path, "-c", "nginx.conf"], capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stderr
    assert "warn" not in done.stderr


def _on_this_machine(text: str, folder: Path) -> str:
    """Mounts are files of the folder; the name server of the containers, which newer versions ask, isn't here."""
    mounts = {
        "/etc/nginx/names.conf": str(COMPOSE / "names.conf.example"),
        "/run/certificates/fullchain.pem": f"{folder}/certificate.pem",
        "/run/certificates/privkey.pem": f"{folder}/key.pem",
    }
    for inside, here in mounts.items():
        text = text.replace(inside, here)
    without_resolver = re.sub(r"  resolver [^\n]+\n", "", text)
    return without_resolver.replace("server web:8000 resolve;", "server 127.0.0.1:8000;")


@pytest.mark.services
def test_everything_that_is_named_is_mounted() -> None:
    targets = {mount["target"] for mount in compose_services()["proxy"]["volumes"]}
    assert {"/etc/nginx/local", "/etc/nginx/names.conf", "/run/certificates", "/var/lib/acme"} <= targets
