"""What stands before the modules in ``verify.py``: how they are found, and what older Pythons lack.

It is text that `build` puts there and the tests run as part of the whole; the modules themselves stay as they are.
"""

OPENING = '''
import dataclasses
import datetime
import importlib.abc
import importlib.util
import io
import pathlib
import sys
import types

if not hasattr(datetime, "UTC"):  # before Python 3.11
    datetime.UTC = datetime.timezone.utc
if sys.version_info < (3, 10):
    _dataclass, _zip = dataclasses.dataclass, zip

    def _older_dataclass(*given, slots=False, **options):
        return _dataclass(*given, **options)

    def _older_zip(*given, strict=False):
        return _zip(*given)

    dataclasses.dataclass = _older_dataclass
    import builtins

    builtins.zip = _older_zip


class _Text:
    """A table that lies in this file."""

    def __init__(self, name):
        self.name = name

    def __truediv__(self, name):
        return _Text(name)

    def open(self, **_options):
        return io.StringIO(TABLES[self.name], newline="")

    def read_text(self, **_options):
        return TABLES[self.name]


class _Here(importlib.abc.MetaPathFinder, importlib.abc.Loader):
    """Finds the modules below, before any that may be installed."""

    def find_spec(self, name, path=None, target=None):
        if name in MODULES:
            return importlib.util.spec_from_loader(name, self)
        if any(module.startswith(name + ".") for module in MODULES):
            return importlib.util.spec_from_loader(name, self, is_package=True)
        return None

    def create_module(self, spec):
        return None

    def exec_module(self, module):
        name = module.__spec__.name
        module.__file__ = __file__
        exec(compile(MODULES.get(name, ""), name, "exec", dont_inherit=True), module.__dict__)
        for attribute, table in PLACES.get(name, {}).items():
            setattr(module, attribute, _Text(table))


PLACES = {
    "catalog.traceability.gs1.application_identifier": {"TABLE": "application_identifiers.csv"},
    "catalog.traceability.gs1.checks.lists": {"_FOLDER": ""},
}
'''
CLOSING = """
if __name__ == "__main__":
    if hasattr(sys.stdout, "reconfigure"):
        sys.stdout.reconfigure(encoding="utf-8", errors="replace")
    sys.dont_write_bytecode = True
    sys.meta_path.insert(0, _Here())
    from catalog.traceability.proof.verifier.run import run

    sys.exit(run(sys.argv[1:], pathlib.Path(__file__).resolve().parent))
"""
STAND_INS = {
    "i18n.today": '''
"""The day in Viet Nam, for years of two digits."""
import datetime


def today_here():
    return (datetime.datetime.now(datetime.timezone.utc) + datetime.timedelta(hours=7)).date()
''',
    "stdnum.iban": '''
"""Of bank account numbers (application identifier 8007) the check digits alone, ISO 7064 MOD 97-10."""


def is_valid(number, check_country=True):
    turned = number[4:] + number[:4]
    if len(number) < 5 or not turned.isalnum() or not turned.isascii():
        return False
    return int("".join(str(int(sign, 36)) for sign in turned)) % 97 == 1
''',
}
"""For what comes from elsewhere: only as much as the modules ask of it."""
