.PHONY: help setup dev spark demo test check audit lock bench shots docs reference peers faults fuzz mutants clean

help:  ## this list
	@awk -F ':.*## ' '/^[a-z]+:.*## /{printf "make %-9s %s\n", $$1, $$2}' $(MAKEFILE_LIST)

setup:  ## make .venv with the locked packages; leaves .venv/bin/nuanxin
	@scripts/setup run

dev:  ## the same, with the packages for tests and checks
	@scripts/setup dev

spark:  ## the same as setup, with Spark and a Java runtime for --engine spark
	@scripts/setup spark

demo: setup  ## build a synthetic Dalian, evaluate it, serve the board
	@.venv/bin/nuanxin demo

test: dev  ## all checks and all tests
	@scripts/check all

check: dev  ## the checks without the tests: lint, format, types, import contracts
	@scripts/check static

audit: dev  ## what is known against our code and the locked packages: bandit, pip-audit
	@scripts/audit

bench: setup  ## figures of the evaluation as ratios
	@.venv/bin/nuanxin bench evaluate

shots: dev  ## screenshots of the demo's main pages into docs/shots
	@.venv/bin/python scripts/shots.py

docs: dev  ## the documents as pages in var/docs; a dead link is an error
	@.venv/bin/mkdocs build --strict --quiet

reference: dev  ## renew docs/reference from the packs
	@for pack in dalian2020 peers2020; do \
		.venv/bin/nuanxin pack reference $$pack --out docs/reference/$$pack; done

COMPILE = .venv/bin/uv pip compile --universal --python-version 3.11 --generate-hashes \
	--no-header --no-annotate --no-emit-index-url --quiet
LOCK = $(COMPILE) pyproject.toml

lock: dev  ## renew the lock files from pyproject.toml
	$(LOCK) --extra build -o requirements.txt
	$(LOCK) --extra build --extra spark -c requirements.txt -o requirements-spark.txt
	$(LOCK) --extra build --extra dev -c requirements.txt -o requirements-dev.txt
	$(COMPILE) benchmarks/openfisca/requirements.in -o benchmarks/openfisca/requirements.txt

peers: dev  ## make benchmarks/openfisca/.venv for nuanxin bench peers
	@python3 -m venv benchmarks/openfisca/.venv
	@benchmarks/openfisca/.venv/bin/pip install --quiet --require-hashes \
		-r benchmarks/openfisca/requirements.txt

faults: dev  ## the long run of kills: pay runs, reconciles, imports; 250 each, and 31 of the database
	@NUANXIN_KILLS=250 .venv/bin/pytest -q tests/faults

fuzz:  ## some ten thousand made-up requests to the API
	@NUANXIN_FUZZ=$${NUANXIN_FUZZ:-350} .venv/bin/pytest -q tests/domains/api/test_any_request.py

var/cities: tests/oracle/*cities.py
	@rm -rf $@
	@.venv/bin/python -m tests.oracle.write_cities $@

mutants: dev var/cities  ## every slip in the rules: do golden cases and golden cities find it? hours
	@.venv/bin/nuanxin pack mutate --cities var/cities --log var/mutants.jsonl --jobs 2

clean:  ## remove .venv and the caches
	rm -rf .venv .mypy_cache .ruff_cache .pytest_cache .hypothesis .import_linter_cache .coverage
