"""What a database says, in a form that two of them can be compared by."""

import json
from dataclasses import dataclass

from tests.infra.restore.cluster import Cluster

TABLES = "SELECT string_agg(quote_ident(tablename), ' ' ORDER BY tablename) FROM pg_tables WHERE schemaname = 'public'"
DIGEST = """
SELECT json_build_object('table', '{table}', 'rows', count(*), 'digest',
  coalesce(md5(string_agg(md5(r::text), '' ORDER BY md5(r::text))), '')) FROM {table} r
"""
LEDGER = """
SELECT json_build_object('accounts', count(*), 'digest',
  md5(string_agg(account_id || ' ' || sum, '|' ORDER BY account_id)),
  'difference', coalesce(sum(sum), 0))
FROM (SELECT account_id::text AS account_id, sum(amount) AS sum FROM orders_ledgerentry GROUP BY account_id) balances
"""


@dataclass(frozen=True)
class Facts:
    """Rows and a digest of every table, and the balances of the ledger, whose sum has to be nothing."""

    tables: dict[str, tuple[int, str]]
    ledger_accounts: int
    ledger_digest: str
    ledger_difference: float

    @property
    def rows(self) -> int:
        return sum(count for count, _ in self.tables.values())


def read_facts(cluster: Cluster) -> Facts:
    names = cluster.ask(TABLES).split()
    statements = ";".join(DIGEST.format(table=name) for name in names)
    found = [json.loads(line) for line in cluster.ask(statements).splitlines()]
    ledger = json.loads(cluster.ask(LEDGER))
    return Facts(
        {one["table"]: (one["rows"], one["digest"]) for one in found},
        ledger["accounts"],
        ledger["digest"],
        ledger["difference"],
    )
