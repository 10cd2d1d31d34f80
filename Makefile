# `make run` and `make test` do all the set-up themselves; the shell part of it is in .ci/set-up.
# A second run is fast: stamps in the virtual environments say what is done.

VENV ?= .venv
BIN := $(VENV)/bin
READY := $(VENV)/.ready
TRANSLATED := $(VENV)/.translated

BUNDLE_VENV := build/venv
BUNDLE_READY := $(BUNDLE_VENV)/.ready

SET_UP_INPUTS := pyproject.toml constraints.txt .ci/set-up
# Whole files go to each of two processes, so that a file's shared store is made once. In the order of their names the
# longest (properties, scenarios) come first and the shortest (unit) last, so that neither process waits for the other.
PYTEST_FLAGS ?= -n 2 --dist loadfile --no-loadscope-reorder
STORE_RECORDS ?= 100000
SCREENLESS := LC_ALL=C.UTF-8 QT_QPA_PLATFORM=offscreen

# Without any locale (a bare container) Qt would fall back to ASCII and complain.
ifeq ($(LANG)$(LC_ALL)$(LC_CTYPE),)
export LANG := C.UTF-8
endif

.DEFAULT_GOAL := help
.NOTPARALLEL:
.PHONY: help ready run test check-style check-types check-imports check-behaviour format translations samples bench bench-store bench-match bench-review bench-deciding kill soak fuzz bundle clean

help: ## show this list
	@awk -F ':.*## ' '/^[a-z-]+:.*## / { printf "make %-16s %s\n", $$1, $$2 }' Makefile

ready: $(READY) $(TRANSLATED) ## only set up: virtual environment, packages, system libraries, translations

run: ready ## open the window on the sample lists; without a display write the master and pictures instead
	$(BIN)/steward demo --dir out

test: check-style check-types check-imports check-behaviour ## run every check and the whole test suite

check-style: $(READY)
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .

check-types: $(READY)
	$(BIN)/mypy

check-imports: $(READY)
	$(BIN)/lint-imports

check-behaviour: ready
	$(SCREENLESS) $(BIN)/python -m pytest $(PYTEST_FLAGS)

format: $(READY) ## put the code into the house format
	$(BIN)/ruff check --fix .
	$(BIN)/ruff format .

translations: $(READY) ## collect new texts for the translators, then compile
	$(BIN)/python .ci/translations.py update
	$(BIN)/python .ci/translations.py compile

samples: $(READY) ## make the sample lists anew
	$(BIN)/python tests/samples/make_samples.py resources/samples

bench: $(READY) ## measure matching on the sample lists and the tables of tests/data, and its speed
	$(BIN)/python tests/samples/make_samples.py build/bench --truth build/bench/truth.csv
	$(BIN)/python tests/benchmarks/bench_accuracy.py --departments tests/data/departments
	$(BIN)/python tests/benchmarks/bench_accuracy.py --departments build/bench
	$(BIN)/python tests/benchmarks/bench_matching_speed.py

bench-store: $(READY) ## measure decisions, reversals, search and opening on a large store; STORE_RECORDS=1000000 for a very large one
	PYTHONPATH=. $(BIN)/python tests/benchmarks/bench_store.py --records $(STORE_RECORDS)

bench-match: $(READY) ## measure matching a store of sample lists scaled up, and what a changed delivery asks for; STORE_RECORDS as above
	PYTHONPATH=. $(BIN)/python tests/benchmarks/bench_store_match.py $(STORE_RECORDS)

bench-review: $(READY) ## measure the review page over a queue of 300 000 clusters, driven by keys
	PYTHONPATH=. $(BIN)/python tests/benchmarks/bench_review.py

bench-deciding: $(READY) ## count keys and the program's share of an hour while the samples are decided by keys
	PYTHONPATH=. $(BIN)/python tests/benchmarks/bench_deciding.py

kill: ready ## kill a working process two hundred times and look whether anything is lost
	STEWARD_KILLS=200 $(SCREENLESS) $(BIN)/python -m pytest -n 2 tests/scenarios/test_kill.py

soak: ready ## play a thousand long sequences of decisions against the promises of the store
	STEWARD_SEQUENCES=1000 TMPDIR=$(firstword $(wildcard /dev/shm) /tmp) $(SCREENLESS) $(BIN)/python -m pytest -n 2 --hypothesis-profile exploring tests/properties/test_decision_machine.py

fuzz: $(READY) ## read twenty thousand lists that are broken at random; what breaks the reading is kept in tests/data/bad
	STEWARD_FUZZ=20000 $(BIN)/python -m pytest tests/properties/test_mutated_lists.py

bundle: $(TRANSLATED) $(BUNDLE_READY) ## build the one-folder program and let it test itself
	$(BUNDLE_VENV)/bin/pyinstaller --noconfirm --log-level WARN build.spec
	$(SCREENLESS) dist/steward/steward --self-test

clean: ## remove everything that make has made, the sample store in out/ too
	rm -rf $(VENV) build dist out .mypy_cache .ruff_cache .pytest_cache .hypothesis .import_linter_cache
	rm -f resources/translations/*.qm
	find steward tests -name __pycache__ -type d -prune -exec rm -rf {} +

$(READY): $(SET_UP_INPUTS)
	.ci/set-up $(VENV) dev
	@touch $@

$(BUNDLE_READY): $(SET_UP_INPUTS)
	.ci/set-up $(BUNDLE_VENV) bundle
	@touch $@

$(TRANSLATED): $(READY) $(wildcard resources/translations/*.ts)
	$(BIN)/python .ci/translations.py compile
	@touch $@
