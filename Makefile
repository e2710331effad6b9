# Everything runs in .venv, which is made on first use: Python 3.11 or later and make are all it takes.

PYTHON ?= $(shell for p in python3 python3.14 python3.13 python3.12 python3.11; do \
	$$p -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null && echo $$p && break; done)
BIN := .venv/bin
READY := .venv/.ready

.PHONY: help audit test lint format bench bench-quality bench-speed graph places constraints clean

help: ## show this list
	@sed -n 's/^\([a-z-]*\):.*## /\1\t/p' $(MAKEFILE_LIST)

audit: $(READY) ## audit the five seed articles: reports/seeds.md and reports/seeds.json
	$(BIN)/claimcheck audit seeds --name seeds --format markdown --format json --output reports --fail-on never

test: $(READY) ## run the tests
	$(BIN)/pytest

lint: $(READY) ## ruff, mypy and the contracts between the layers
	$(BIN)/ruff check
	$(BIN)/ruff format --check
	$(BIN)/mypy
	$(BIN)/lint-imports

format: $(READY) ## put the code in shape
	$(BIN)/ruff check --fix
	$(BIN)/ruff format

bench-quality: $(READY) ## measure each part on DATA (default ../shared/data, which also writes docs/quality.md)
	$(BIN)/python -m tests.benchmarks.quality $(DATA)

bench-speed: $(READY) ## measure starts, throughput and growth (also DATA=folder), which also writes docs/speed.md
	$(BIN)/python -m tests.benchmarks.speed $(DATA)

bench: $(READY) ## measure time and memory; prints, never fails on a number
	$(BIN)/python tests/benchmarks/audit_cost.py
	$(BIN)/python tests/benchmarks/long_article.py

graph: $(READY) ## write the embedder's ONNX graph again
	$(BIN)/python -m claimcheck.models.export_graph

places: $(READY) ## write the tables of places again
	$(BIN)/python -m claimcheck.compare.export_places

constraints: $(READY) ## write the installed versions into constraints.txt
	{ sed -n '/^#/p' constraints.txt; $(BIN)/pip freeze --all --exclude pip --exclude-editable | sed 's/+cpu$$//'; } > .venv/constraints
	mv .venv/constraints constraints.txt

clean: ## remove .venv and the tools' caches
	rm -rf .venv .pytest_cache .mypy_cache .ruff_cache .import_linter_cache .hypothesis

# torch first and by itself, at its pinned version: a looser request may take a build for GPUs.
$(READY): pyproject.toml constraints.txt
	@test -n "$(PYTHON)" || { echo "claimcheck needs Python 3.11 or later; set PYTHON=/path/to/python" >&2; exit 1; }
	test -x $(BIN)/python || $(PYTHON) -m venv .venv
	@echo "Installing into .venv; this takes a minute or a few."
	$(BIN)/pip install --quiet --constraint constraints.txt torch
	$(BIN)/pip install --quiet --constraint constraints.txt --editable '.[dev]'
	touch $@
