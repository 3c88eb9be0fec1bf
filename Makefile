# Everything that a newcomer or a build machine runs. `make help` lists it.
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
STORE := out/kg.store
PAGE := out/explorer.html

.DEFAULT_GOAL := help
.PHONY: help run test pytest types-and-wheel bench quality train docs system format clean
SHARED ?= ../shared

help: ## show this list
	@awk -F ':.*## ' '/^[a-z]+:.*## / { printf "make %-8s %s\n", $$1, $$2 }' $(MAKEFILE_LIST)

run: $(VENV)/.installed ## build the seed report into a graph, check it, trace it, draw it
	@mkdir -p out
	$(BIN)/kg build --store $(STORE) seeds
	$(BIN)/kg validate --store $(STORE) --fail-on violation -o out/findings.txt
	@tail -n 1 out/findings.txt; echo "Every finding with its sentence: $(CURDIR)/out/findings.txt"
	$(BIN)/kg trace --store $(STORE) 一业一证
	$(BIN)/kg reports --store $(STORE)
	$(BIN)/kg view --store $(STORE) -o $(PAGE)
	@echo "Open this page in a browser: $(CURDIR)/$(PAGE)"

test: ## formatting, lint, types, import contract, tests, wheel and its smoke test
	@$(MAKE) --no-print-directory --jobs 2 system $(VENV)/.developing
	$(BIN)/ruff format --check .
	$(BIN)/ruff check .
	$(BIN)/lint-imports
	@$(MAKE) --no-print-directory --jobs 2 pytest types-and-wheel

# Side by side: types and wheel take one processor at a time, and wait for files.
pytest:
	$(BIN)/python -m pytest

types-and-wheel:
	nice $(BIN)/mypy
	nice bash scripts/smoke_wheel.sh $(BIN)/python

bench: $(VENV)/.developing ## time and memory of every stage, beside plain rdflib
	$(BIN)/python -m benchmarks.bench

quality: $(VENV)/.developing ## what it reaches on annotated reports that it did not learn from: docs/quality.md
	$(BIN)/python -m training.quality $(SHARED)

train: $(VENV)/.developing ## make the reader's weights anew (installs PyTorch; some three hours on two cores)
	$(BIN)/python -m pip install --quiet --group train
	$(BIN)/python -m training.endings $(SHARED)
	$(BIN)/python -m training.train $(SHARED) --keep out/network.pt
	$(BIN)/python -m training.compare $(SHARED) out/network.pt
	$(BIN)/python -m training.nearness $(SHARED)

docs: $(VENV)/.developing ## what is made from ontology, shapes, questions and register: pages, context, frame, metadata, Turtle
	$(BIN)/python scripts/make_docs.py
	$(BIN)/python scripts/make_register.py

format: $(VENV)/.developing ## write the code in the one format
	$(BIN)/ruff format .
	$(BIN)/ruff check --fix .

system: ## what pip can't install: a browser, Chinese fonts for it, LibreOffice, a Java runtime
	@bash scripts/system.sh

clean: ## remove what was made, the environment too
	rm -rf $(VENV) build dist out .mypy_cache .pytest_cache .ruff_cache .import_linter_cache .hypothesis

# What develops needs no run of pip before its own: each resolves everything anew.
# pip older than 25.1 doesn't know dependency groups.
$(VENV)/bin/python:
	$(PYTHON) -c 'import sys; sys.exit("Python 3.11 or newer is needed" if sys.version_info < (3, 11) else 0)'
	$(PYTHON) -m venv $(VENV)
	$(BIN)/python -m pip install --quiet --upgrade "pip>=25.1"

$(VENV)/.installed: pyproject.toml | $(VENV)/bin/python
	$(BIN)/python -m pip install --quiet --editable .
	@touch $@

# Most modules of what only develops are never imported: they are compiled where they are.
$(VENV)/.developing: pyproject.toml | $(VENV)/bin/python
	$(BIN)/python -m pip install --quiet --no-compile --editable . --group dev
	@touch $(VENV)/.installed $@
