# Every target needs only Python 3.11 and make; what is already done is not done again.

PYTHON ?= python3
export PYTHON

BIN := .venv/bin
PACKAGES := .venv/packages-installed
NODE_PACKAGES := node_modules/.package-lock.json
FRONT_END := vedu/web/static/vendor/icons.svg
MAKEFLAGS += --no-print-directory

SOURCES := $(shell find vedu -name vendor -prune -o \( -name '*.html' -o -name '*.js' -o -name '*.py' \) -print)
MESSAGES := $(patsubst %.po,%.mo,$(shell find vedu -path '*/locale/*' -name django.po))

.PHONY: setup demo test screenshots check bench lock messages clean installed

setup: ## install everything into .venv and node_modules
	@bin/timed setup $(MAKE) -j2 installed

demo: setup ## fill the demo world and serve it
	@$(BIN)/vedu demo $(WORLD)

test: setup ## every test, on SQLite and PostgreSQL and in a browser
	@$(BIN)/python bin/test $(SECTIONS)

screenshots: setup ## the pictures of the documentation, taken anew by the browser tests
	@VEDU_SCREENSHOTS=1 $(BIN)/python bin/test browser

check: setup ## lint, types, templates, translations
	@bin/timed check bin/check

bench: setup ## compare with the physical limit
	@$(BIN)/vedu bench $(NAME)

lock: setup ## write the locks anew (UPGRADE=1: newer versions)
	@bin/lock $(if $(UPGRADE),--upgrade)

messages: setup ## bring the catalogues of translations up to date
	@$(BIN)/python bin/make_messages.py

clean: ## remove everything that setup makes
	rm -rf .venv node_modules vedu/web/static/vendor *.egg-info

# Compiled beforehand, for a start is slow where no bytecode may be written later; a second time it takes no time.
installed: $(PACKAGES) $(FRONT_END) $(MESSAGES)
	@PYTHONDONTWRITEBYTECODE= $(BIN)/python -m compileall -q vedu

$(BIN)/python:
	@bin/make_venv

$(PACKAGES): requirements.lock requirements-dev.lock pyproject.toml | $(BIN)/python
	@bin/install_packages
	@touch $@

$(NODE_PACKAGES): package-lock.json .npmrc requirements-node.lock | $(BIN)/python
	@bin/npm ci --ignore-scripts --loglevel=error </dev/null
	@touch $@

$(FRONT_END): $(NODE_PACKAGES) bin/collect_front_end.py $(wildcard vedu/web/icons.txt) $(SOURCES)
	@$(BIN)/python bin/collect_front_end.py

$(MESSAGES) &: $(PACKAGES) bin/compile_messages.py $(MESSAGES:.mo=.po)
	@$(BIN)/python bin/compile_messages.py
