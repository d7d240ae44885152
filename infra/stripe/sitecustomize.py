"""Read by Python when localstripe starts, as servers.sh puts this folder on its path.

It then listens on loopback alone, and what it writes into a folder that everybody shares goes into its own.
"""

import builtins
import socket

ANYWHERE, LOOPBACK = "::", "::ffff:127.0.0.1"
OWN = "localstripe.pickle"

_bind, _open = socket.socket.bind, builtins.open


def bind(self, address):
    return _bind(self, (LOOPBACK, *address[1:]) if address[0] == ANYWHERE else address)


def open_own(file, *arguments, **options):
    is_shared = isinstance(file, str) and file.endswith(f"/{OWN}")
    return _open(OWN if is_shared else file, *arguments, **options)


socket.socket.bind, builtins.open = bind, open_own
