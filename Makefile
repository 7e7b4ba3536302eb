# Everything here needs Python 3.11 or newer and make; the rest is installed into .venv.
# `make help` lists the targets; each one sets up what it needs by itself.

PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
# Touched when the environment fits requirements/dev.txt, so that a second setup costs nothing.
READY := $(VENV)/.ready
CONFIG ?= config.toml
# Tests are shared out over the cores; on one core, or with WORKERS=0, they run in one process.
WORKERS ?= $(shell $(PYTHON) -c 'import os; cores = os.cpu_count() or 1; print(min(cores, 4) if cores > 1 else 0)')
SHARED := -n $(WORKERS) --dist loadgroup --no-loadscope-reorder
# The loop that kills the bot needs all cores itself: it counts how often it strikes in time.
ALONE := tests/delivery/test_kill_loop.py
UV_VERSION := 0.13.9

MAKEFLAGS += --no-print-directory
.DEFAULT_GOAL := help
.PHONY: help setup story demo pictures run bench test check format-check lint types imports covered format lock clean

help: ## Show this list
	@sed -n 's/^\([a-z-]*\):[^#]*## \(.*\)/\1|\2/p' Makefile | while IFS='|' read -r target says; do \
		printf '  make %-8s %s\n' "$$target" "$$says"; done

setup: $(READY) ## Make .venv and install what the checks and tests need
	@echo "$(VENV) fits requirements/dev.txt"

$(READY): requirements/dev.txt
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' \
		|| { echo "Convene needs Python 3.11 or newer as $(PYTHON); name another one with make PYTHON=..." >&2; exit 1; }
	@echo "Setting up $(VENV) ..."
	@$(PYTHON) -m venv $(VENV)
	@$(BIN)/python -m pip install -qq --disable-pip-version-check --require-hashes -r requirements/dev.txt
	@touch $@

story: $(READY) ## Play a week of a group against the loopback Discord
	@$(BIN)/python -m playground --story

demo: $(READY) ## Open a page with the real bot and an invented group: no token, no Discord
	@$(BIN)/python -m playground

pictures: $(READY) ## Take the pictures of README and docs anew, from the tests of the page
	@CONVENE_PICTURES=1 $(BIN)/python -m pytest -q tests/browser

run: $(READY) ## Run the bot on config.toml (another file: make run CONFIG=...)
	@$(BIN)/python -m bot run --config $(CONFIG)

test: $(READY) ## Run the tests
	@$(BIN)/python -m pytest $(SHARED) --ignore $(ALONE)
	@$(BIN)/python -m pytest $(ALONE)

check: format-check lint types imports covered ## Everything that CI checks

format-check: $(READY)
	@echo "== format" && $(BIN)/ruff format --check . || { echo "make format sets it right" >&2; exit 1; }

lint: $(READY)
	@echo "== lint" && $(BIN)/ruff check --quiet .

types: $(READY)
	@echo "== types" && $(BIN)/basedpyright

imports: $(READY)
	@echo "== imports" && $(BIN)/lint-imports --no-logo

covered: $(READY)
	@echo "== tests" && $(BIN)/python -m pytest $(SHARED) --ignore $(ALONE) --cov --cov-report=
	@$(BIN)/python -m pytest $(ALONE) --cov --cov-append --cov-report=term

format: $(READY) ## Set the format and the order of imports
	@$(BIN)/ruff check --quiet --select I --fix .
	@$(BIN)/ruff format .

bench: setup ## Measure the guard beside its peers (in an environment of their own)
	@test -e build/bench/ready || { $(PYTHON) -m venv build/bench && build/bench/bin/python -m pip install -qq \
		--disable-pip-version-check --require-hashes -r requirements/bench.txt && touch build/bench/ready; }
	@$(BIN)/python benchmarks/compare.py tests/identifiers/dev.jsonl --peers build/bench/bin/python

lock: ## Pin requirements/*.in anew, with hashes, for every system and Python 3.11 and newer
	@$(PYTHON) -m venv build/lock
	@build/lock/bin/python -m pip install -qq --disable-pip-version-check uv==$(UV_VERSION)
	@cd requirements && for name in run dev bench; do \
		UV_CUSTOM_COMPILE_COMMAND="make lock" ../build/lock/bin/uv pip compile --quiet --no-config \
			--universal --python-version 3.11 --generate-hashes --no-annotate \
			--no-strip-extras --no-emit-index-url --no-emit-find-links $(LOCK_FLAGS) $$name.in -o $$name.txt || exit 1; done
	@echo "requirements/run.txt and requirements/dev.txt fit their .in files (newest releases: make lock LOCK_FLAGS=--upgrade)"

clean: ## Remove what checks and tests leave behind; .venv stays
	@rm -rf .pytest_cache .ruff_cache .hypothesis .import_linter_cache .grimp_cache .coverage htmlcov build dist *.egg-info
	@find bot cogs playground tests -name __pycache__ -type d -prune -exec rm -rf {} +
