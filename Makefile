# What people and CI run. `make` alone lists it.
#
# It works with GNU Make 3.81 and a POSIX shell, from any folder with `make -C`, and never needs an activated venv.

# A machine that forbids bytecode (many CI images do) would compile each module at every start.
unexport PYTHONDONTWRITEBYTECODE

PYTHON := .venv/bin/python
NPM = $(PYTHON) -m scripts.npm --prefix web
SET_UP = python=$$(sh scripts/find_python.sh) && "$$python" -I -S scripts/set_up.py

.DEFAULT_GOAL := help
.PHONY: help run test lint lint-web fmt lock upgrade docs drift build infra policy audit plan deploy rollback status bench bench-peers bench-faults bench-load bench-soak bench-quality clean hooks screenshots ready-to-run ready

help: ## list the targets
	@sed -n 's/^\([a-z-]*\):[^#]*## \(.*\)/  make \1\t\2/p' Makefile | expand -t 18

run: ready-to-run web ## set up and serve the product on http://localhost:8080 (PORT, APP_DATA_DIR)
	@exec $(PYTHON) -m scripts.dev_server

test: ready web-tools ## set up and run all tests (ARGS="-k gate" for some)
	@exec $(PYTHON) -m pytest -n 2 $(ARGS)

lint: ready ## check style, types, layers, dependencies and spelling
	@.venv/bin/ruff check --quiet
	@.venv/bin/ruff format --check --quiet
	@.venv/bin/mypy
	@.venv/bin/lint-imports --no-logo
	@.venv/bin/deptry .
	@.venv/bin/codespell
	@.venv/bin/check-jsonschema --quiet --builtin-schema vendor.github-workflows .github/workflows/*.yml
	@.venv/bin/shellcheck -x .ci/run scripts/*.sh infra/delivery/*.sh infra/terraform/*.sh

lint-web: web-tools ## check the page's style, types, layers and unused code
	@$(NPM) run --silent lint

fmt: ready web-tools ## format, and mend what can be mended
	@.venv/bin/ruff check --fix --quiet
	@.venv/bin/ruff format
	@$(NPM) run --silent fmt

lock: ready ## pin what pyproject.toml asks for, keeping every other pin
	@$(PYTHON) -m scripts.lock_requirements

upgrade: ready ## pin the newest releases that pyproject.toml allows
	@$(PYTHON) -m scripts.lock_requirements --upgrade

docs: ready web-tools ## write the generated files: docs/settings.md, docs/permissions.md, openapi.json, lexicons, indexes, the page's types
	@$(PYTHON) -m scripts.generate_settings_doc
	@$(PYTHON) -m scripts.generate_permissions_doc
	@$(PYTHON) -m scripts.export_openapi
	@$(NPM) run --silent types
	@$(PYTHON) -m scripts.build_lexicons
	@$(PYTHON) -m scripts.build_reply_weights
	@$(PYTHON) -m scripts.export_indexes
	@$(PYTHON) -m scripts.export_url_map

drift: ready ## fail if a generated file is not what its source asks for
	@$(PYTHON) -m scripts.lock_requirements --check
	@$(PYTHON) -m scripts.build_lexicons --check
	@$(PYTHON) -m scripts.build_reply_weights --check
	@$(PYTHON) -m scripts.export_indexes --check
	@$(PYTHON) -m scripts.export_url_map --check
	@$(PYTHON) -m scripts.generate_settings_doc --check
	@$(PYTHON) -m scripts.generate_permissions_doc --check
	@$(PYTHON) -m scripts.export_openapi --check

build: ready ## write dist/<function>.zip, byte for byte reproducible
	@$(PYTHON) -m scripts.build_function

infra: ## check Terraform's modules and environments
	@infra/terraform/check.sh

policy: ready ## hold Terraform against a catalogue of known mistakes
	@infra/terraform/policy.sh

audit: ready web-tools ## ask the databases of vulnerabilities about every pinned release
	@scripts/audit.sh

plan: ready ## say what a deployment to ENV would change (ENV=dev)
	@infra/delivery/plan.sh

deploy: ready ## bring this checkout into ENV, and have one message written as proof
	@infra/delivery/deploy.sh

rollback: ## list the releases of ENV, or go back to one (RELEASE=TIME)
	@infra/delivery/rollback.sh

status: ## say what runs in ENV, what waits and what it costs
	@infra/delivery/status.sh

bench: ready ## measure, and print tables that say what they compare with
	@$(PYTHON) -m scripts.keep_patterns
	@for file in $$(grep -l '^if __name__' benchmarks/*.py); do $(PYTHON) -m "benchmarks.$$(basename "$$file" .py)" || exit 1; done

bench-load: ready ## load the deployed zip until it bends, beside the same endpoint written the usual way
	@$(PYTHON) -m benchmarks.load

bench-soak: ready ## hold a steady load on all deployed zips, and see whether memory grows (SOAK_MINUTES, RATE)
	@nice $(PYTHON) -m benchmarks.load.soak

bench-peers: ready ## measure batches beside Celery with Redis, in one run (needs redis-server)
	@.venv/bin/uv pip install --quiet --require-hashes --target .cache/peers-python -r requirements/peers.txt
	@PYTHONPATH=.cache/peers-python $(PYTHON) -m benchmarks.peers.celery_rate

bench-quality: ready ## measure what the gate catches and wrongly blocks, on the labelled texts (ARGS="--part development --misses KIND")
	@$(PYTHON) -m benchmarks.quality.rates $(ARGS)
	@[ -n "$(ARGS)" ] || $(PYTHON) -m benchmarks.quality.overshooting_drafts

bench-faults: ready ## the fault tests of batches at full size: 2,000 items, ten kills
	@FAULT_ITEMS=2000 FAULT_KILLS=10 FAULT_SCALE=1 $(PYTHON) -m pytest -n 0 --show-capture=no --durations=20 -o faulthandler_timeout=0 tests/faults/test_batch_faults.py tests/faults/test_batch_kills.py

screenshots: ready web-tools ## take the README's pictures of the page anew
	@$(PYTHON) -m tests.e2e.take_screenshots

hooks: ready ## make git run the checks before each commit
	@.venv/bin/pre-commit install

clean: ## remove what was built and cached; the demo data in .data stays
	@rm -rf .venv .cache dist .mypy_cache .pytest_cache .ruff_cache .import_linter_cache .hypothesis
	@find . -name __pycache__ -type d -prune -exec rm -rf {} +
	@rm -f shared/domain/*.kept

ready-to-run:
	@$(SET_UP) run
	@$(PYTHON) -m scripts.keep_patterns

web: ready-to-run
	@$(PYTHON) -m scripts.build_web

web-tools: ready
	@$(PYTHON) -m scripts.build_web tools

ready:
	@$(SET_UP) dev
