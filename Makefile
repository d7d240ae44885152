# Two commands do everything: `make run` and `make test`. The rest is for those who build it.
NEW_ENOUGH := import sys; sys.exit(sys.version_info < (3, 11))
PYTHON ?= $(or $(shell for p in python3 python3.14 python3.13 python3.12 python3.11; do $$p -c '$(NEW_ENOUGH)' 2>/dev/null && echo $$p && break; done),python3)
BIN := .venv/bin
export PORT DATA_DIR HOST
# Nothing outside the checkout is written: packages' caches and temporary files stay inside it.
export PIP_CACHE_DIR := $(CURDIR)/.venv/cache
INSTALL := mkdir -p .venv/tmp && TMPDIR=$(CURDIR)/.venv/tmp $(BIN)/pip install --quiet --progress-bar on --use-pep517 --require-hashes
export PIP_DISABLE_PIP_VERSION_CHECK := 1
SERVICES := infra/services/services.sh

.PHONY: run test check load faults bench bench-checkout bench-hot bench-trace bench-scale bench-memory services services-stop test-services messages schema screenshots gallery gallery-compare web-audit narrow infra-check restore-test container-rehearsal attack attack-graphql clean

run: .venv/run.ready
	@$(BIN)/python -m marketplace run

test: .venv/test.ready
	@$(BIN)/pytest -n 2 -m "not services and not pictures"

check: .venv/test.ready
	@$(BIN)/ruff check . && $(BIN)/ruff format --check .
	@$(BIN)/lint-imports --no-cache
	@$(BIN)/mypy
	@$(BIN)/python -m marketplace makemigrations --check --dry-run
	@$(BIN)/python -m marketplace print_schema --check
	@$(BIN)/python -m marketplace messages check
	@$(BIN)/pytest -q tests/architecture tests/frontend/test_documents.py

bench: .venv/test.ready
	@$(BIN)/python -m tests.bench

bench-checkout: .venv/test.ready
	@$(BIN)/python -m tests.bench.checkout $(if $(KEEP),--keep)

# The list of products and a product's page over HTTP against a bare application; KEEP=1 writes it down, DATABASE_URL
# names a PostgreSQL, SERVER= granian, waitress or gunicorn.
bench-hot: .venv/test.ready
	@$(BIN)/python -m tests.bench.hot_reads $(if $(SERVER),--server $(SERVER)) $(if $(KEEP),--keep)

bench-trace: .venv/test.ready
	@$(BIN)/python -m tests.bench.trace

# A hundred thousand mixed requests to one worker as in production, and what memory it needs; on the PostgreSQL that
# DATABASE_URL names. KEEP=1 writes infra/benchmarks/memory.md.
bench-memory: .venv/test.ready
	@$(BIN)/python -m tests.bench.memory $(if $(REQUESTS),--requests $(REQUESTS)) $(if $(KEEP),--keep)

# Among 10,000, 100,000 and a million products (SIZES=), on the PostgreSQL that DATABASE_URL names; KEEP=1 keeps table and plot.
bench-scale: .venv/test.ready
	@$(BIN)/python -m tests.bench.scale

services:
	@$(SERVICES) start

services-stop:
	@$(SERVICES) stop

test-services: .venv/test.ready
	@npm ci --silent --no-fund --no-audit --prefix tests/marketplace/graphql/http/audit
	@npm ci --silent --no-fund --no-audit --prefix tests/web_audit
	@$(SERVICES) run $(BIN)/pytest -n 2 --where-services-matter

# A whole installation under mixed traffic with faults at random (MINUTES=30), and every fault by itself (ONLY=word);
# needs PostgreSQL, Redis, Maven for the search node and libfaketime. KEEP=1 writes infra/benchmarks.
faults load: .venv/test.ready
	@$(BIN)/python -m tests.load $@ $(if $(KEEP),--keep)

screenshots: .venv/test.ready
	@$(BIN)/pytest -q tests/journeys/test_screenshots.py && $(BIN)/python -m tests.journeys.keep_screenshots

gallery: .venv/test.ready
	@$(BIN)/python -m tests.gallery take

gallery-compare: .venv/test.ready
	@$(BIN)/python -m tests.gallery compare

# axe on every kind of page, Lighthouse and a slow telephone on the busiest; KEEP=1 writes infra/web-audit.md, ALL=1 shows
# every kind of page to Lighthouse (an hour).
web-audit: .venv/test.ready
	@npm ci --silent --no-fund --no-audit --prefix tests/web_audit
	@$(BIN)/python -m tests.web_audit $(if $(KEEP),--keep) $(if $(ALL),--all)

# Every kind of page at 360 and 320 pixels in three languages: what is too wide, cut off or too small for a finger.
narrow: .venv/test.ready
	@$(BIN)/python -m tests.web_audit.narrow

# The chart with each of its examples, compose and the Dockerfiles, rendered into build/infra and validated; and the tests on
# them, the units and the proxy (needs Go, nginx and systemd-analyze).
infra-check: .venv/test.ready
	@infra/validate/check.sh
	@$(BIN)/pytest -q tests/infra/chart tests/infra/compose tests/infra/systemd tests/infra/proxy

# The demo world lost in three ways and restored (needs PostgreSQL, pgbackrest and restic); KEEP=1 writes infra/benchmarks/restore.md.
restore-test: .venv/test.ready
	@$(BIN)/python -m tests.infra.restore $(if $(KEEP),--keep)

# The Dockerfile's steps on this machine, then web, worker and migration as its user on a read-only tree (needs root).
container-rehearsal: .venv/test.ready
	@$(BIN)/python -m tests.infra.container

# What an attacker would try, the generated requests a hundred times as often; about an hour. EXAMPLES= says how often.
attack: .venv/test.ready
	@SCHEMATHESIS_EXAMPLES=$(or $(EXAMPLES),25) $(BIN)/pytest -q tests/attack tests/api tests/frontend/security tests/marketplace/doors tests/marketplace/mutation_limits tests/marketplace/webhooks tests/catalog/traceability/epcis/rest

# Each field of the API asked with documents made up from the schema; KEEP=1 writes infra/security/generated-requests.md.
attack-graphql: .venv/test.ready
	@SCHEMATHESIS_EXAMPLES=$(or $(EXAMPLES),5) KEEP=$(KEEP) LOG_LEVEL=ERROR $(BIN)/pytest -q tests/attack/test_schemathesis.py

schema: .venv/test.ready
	@$(BIN)/python -m marketplace print_schema

messages: .venv/test.ready
	@$(BIN)/python -m marketplace messages extract && $(BIN)/python -m marketplace messages update

clean:
	@rm -rf .venv build var

.venv/bin/python:
	@$(PYTHON) -c '$(NEW_ENOUGH)' 2>/dev/null || \
	  { echo "Python 3.11 or newer is needed; $(PYTHON) is $$($(PYTHON) --version 2>&1 | head -n 1). Name another one: make run PYTHON=/path/to/python3" >&2; exit 1; }
	@$(PYTHON) -m venv .venv

.venv/run.ready: requirements.lock | .venv/bin/python
	@echo "Installing packages (once; about a minute) …"
	@$(INSTALL) -r requirements.lock
	@touch $@

.venv/test.ready: requirements-test.lock | .venv/bin/python
	@echo "Installing packages for the tests (once; about a minute) …"
	@$(INSTALL) -r requirements-test.lock
	@touch .venv/run.ready $@
