# The commands of the project. `make run` and `make test` need nothing before them.

PYTHON ?=
PORT ?= 3978
VENV := .venv/bin/python
DEMO := data/demo
SEED ?= 1
SEEDS ?= 20
SCALE ?= 1.0

.PHONY: help setup run playground package rehearse test test-playground prove bench lint check format lock clean

help:  ## What there is
	@sed -n 's/^\([a-z-]*\):.*## \(.*\)/make \1	\2/p' $(firstword $(MAKEFILE_LIST))

setup:  ## Make .venv and node_modules from the lock files
	@PYTHON="$(PYTHON)" sh scripts/setup.sh

run: setup | $(DEMO)  ## Try the assistant with the sample municipality
	@$(VENV) -m bot serve --dev --store $(DEMO) --port $(PORT)

# Loaded beside its place and then moved, so that a half-loaded store is never taken for a whole one.
$(DEMO): | setup
	@rm -rf $(DEMO).new
	@$(VENV) -m bot load sample/veldermeer.yaml --from evaluation --store $(DEMO).new >/dev/null
	@mv $(DEMO).new $(DEMO)

playground: setup | $(DEMO)  ## The same in Microsoft's Agents Playground, which looks like Teams
	@sh scripts/playground.sh $(PORT) $(DEMO)

package: setup  ## Make the app package for Teams in build/ (docs/teams.md)
	@$(VENV) -m bot package

rehearse: setup  ## Play a first year and the year after it with simulated people (SEED=1)
	@$(VENV) -m bot rehearse --seed $(SEED)

test: setup  ## Run the tests
	@$(VENV) -m pytest

test-playground: setup  ## Try the assistant in the Agents Playground's own page; by hand
	@sh scripts/playground.sh --fetch
	@REQUIRE_ALL=1 $(VENV) -m pytest tests/playground

# The tests prove a twentieth of this, less where that is slow, with another seed each time, and play
# two rehearsals. `python -m tests.prove --help` names them all.
prove: setup  ## Prove that nothing is lost (SEED=0 for a new one, SCALE=1.0, ONLY=power,kills,…)
	@$(VENV) -m tests.prove --seed $(SEED) --scale $(SCALE) $(if $(ONLY),--only $(ONLY))
	@for seed in $$(seq 1 $(SEEDS)); do echo "rehearsal $$seed"; \
	$(VENV) -m bot rehearse --seed $$seed --restarts >/dev/null || exit 1; done

lint: setup  ## Look at form and types
	@$(VENV) -m ruff format --check .
	@$(VENV) -m ruff check .
	@$(VENV) -m mypy

bench: setup  ## Measure a turn beside other servers, sending, the stores and the documents
	@sh scripts/setup.sh bench
	@$(VENV) -m tests.benchmarks.bench_wire
	@$(VENV) -m tests.benchmarks.bench_fanout
	@$(VENV) -m tests.benchmarks.bench_growth
	@$(VENV) -m tests.benchmarks.bench_turn
	@$(VENV) -m tests.benchmarks.bench_storage
	@$(VENV) -m tests.benchmarks.bench_serving
	@$(VENV) -m tests.benchmarks.bench_postgres
	@$(VENV) -m tests.benchmarks.bench_document

check: lint test  ## Everything a change must pass

format: setup  ## Put the code in its form
	@$(VENV) -m ruff format .
	@$(VENV) -m ruff check --fix .

lock: setup  ## Write the lock files anew, with the newest versions allowed
	@sh scripts/lock.sh

clean:  ## Throw away what was made, but not data/
	rm -rf .venv .venv-bench node_modules playground/node_modules .mypy_cache .pytest_cache .ruff_cache .hypothesis
