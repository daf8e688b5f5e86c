# The two commands: `make run` (optionally PORT=8123) and `make test`.
SHELL := /bin/bash
.SHELLFLAGS := -euo pipefail -c
.ONESHELL:
.DELETE_ON_ERROR:
PORT ?= 8000
PYTHON ?= python3
BIN := .venv/bin
export PIP_DISABLE_PIP_VERSION_CHECK = 1

.PHONY: run test test-postgres lint catalogues machine clean

run: .venv/runtime
	@$(BIN)/python manage.py start --port $(PORT)

test: machine .venv/development
	@$(BIN)/python -m pytest -n 2 -m "not browser"
	$(BIN)/python -m pytest -n 2 --dist loadfile -m browser

test-postgres: .venv/development
	@.ci/with-postgres $(BIN)/python -m pytest -n 2 -m "not browser"
	.ci/with-postgres $(BIN)/python -m pytest tests/journeys/test_loop.py

lint: .venv/development
	@$(BIN)/ruff check . && $(BIN)/ruff format --check .
	$(BIN)/lint-imports
	$(BIN)/mypy
	$(BIN)/djlint --lint --quiet cms casebank assessments training

# Collect the interface texts anew (needs the gettext programs).
catalogues: .venv/development
	@$(BIN)/python manage.py collect_texts

# What the browser tests and the PDF export need from Debian.
machine:
	@.ci/machine

.venv/python:
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null || { echo "案鉴 needs Python 3.11 or newer as $(PYTHON). 需要 Python 3.11 以上版本。" >&2; exit 1; }
	$(PYTHON) -m venv .venv >/tmp/anjian-venv.log 2>&1 || { rm -rf .venv; echo "The virtual environment could not be made. On Debian: apt-get install python3-venv (and check that the disk is not full). 请安装 python3-venv 并检查磁盘空间。" >&2; exit 1; }
	touch $@

.venv/runtime: requirements.txt | .venv/python
	@echo "Installing the product's packages (about two minutes the first time) …"
	$(BIN)/python -m pip install -q -r requirements.txt || { echo "The packages could not be installed: see the message above (network or disk space). 依赖安装失败,请检查网络和磁盘空间。" >&2; exit 1; }
	touch $@

.venv/development: requirements.txt requirements-dev.txt | .venv/python
	@echo "Installing the packages for development and tests …"
	$(BIN)/python -m pip install -q -r requirements-dev.txt || { echo "The packages could not be installed: see the message above (network or disk space)." >&2; exit 1; }
	touch $@ .venv/runtime

clean:
	@rm -rf var .venv .pytest_cache .ruff_cache .mypy_cache .import_linter_cache
