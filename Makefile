# Needs Python 3.11 or newer, make and git; everything else is fetched into .venv.
# PORT, DATA_DIR and PYTHON can be given: make run PORT=8080 DATA_DIR=/tmp/portal

# python3 when it is new enough, else the newest that is.
PYTHON ?= $(shell for p in python3 python3.13 python3.12 python3.11 python3.14; do \
	$$p -c 'import sys; sys.exit(sys.version_info < (3, 11))' >/dev/null 2>&1 && echo $$p && break; done)
BOOTSTRAP = $(or $(PYTHON),$(error Python 3.11 or newer is needed and was not found on this machine)) tools/bootstrap.py
VENV = .venv/bin/python

.DEFAULT_GOAL := help
.PHONY: help run test coverage check bench audit lock clean

help: ## Explain every target (this page)
	@awk -F ':.*## ' '/^[a-z]+:.*## / {printf "  make %-8s %s\n", $$1, $$2}' $(MAKEFILE_LIST)

run: ## Start the portal on http://localhost:8000 (PORT=, DATA_DIR=); Ctrl-C stops it
	@$(BOOTSTRAP)
	@$(VENV) -m tools.run

test: ## Run the whole suite: PostgreSQL and Redis, then SQLite, then the browser (ARGS= for pytest)
	@$(BOOTSTRAP) --dev
	@$(VENV) -m tools.test $(ARGS)

coverage: ## Count which branches of our code the tests reach, in var/test/htmlcov (ARGS= for pytest)
	@$(BOOTSTRAP) --dev
	@$(VENV) -m tools.test --coverage $(ARGS)

check: ## Run every check that needs no test: style, types, architecture, sizes, settings, templates
	@$(BOOTSTRAP) --dev
	@$(VENV) -m tools.check

bench: ## Measure what pages cost, as ratios to a bare Django view (ARGS=--write keeps it in docs/metingen.md)
	@$(BOOTSTRAP) --dev
	@$(VENV) -m tools.bench $(ARGS)

audit: ## Run Lighthouse, Nu, html-validate and the Observatory on the public pages (needs Node and Java)
	@$(BOOTSTRAP) --dev
	@$(VENV) -m tools.audit $(ARGS)

lock: ## Write requirements*.txt anew from requirements*.in (needs uv)
	@$(BOOTSTRAP) --lock

clean: ## Remove what the other targets made, except the data folder
	@rm -rf .venv var staticfiles .pytest_cache .mypy_cache .ruff_cache .import_linter_cache
	@find . -name __pycache__ -type d -prune -exec rm -rf {} +
