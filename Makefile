# Everything a newcomer needs: `make demo` and `make test`. `make help` lists the rest.

SWIFT ?= swift

# One configuration for everything, so that nothing is compiled twice: release, without testable
# imports (no test uses them), and with undeclared imports between rooms refused.
CONFIGURATION := -c release --explicit-target-dependency-import-check error
FIRSTHAND     := .build/release/firsthand
FUZZ          ?= 20000
BENCHMARKS    := .build/release/Benchmarks

.DEFAULT_GOAL := check
.PHONY: help setup build demo test lint check fuzz bench analytics man completions release clean

help: ## List the targets
	@awk -F ':.*## ' '/^[a-z]+:.*## / { printf "  make %-11s %s\n", $$1, $$2 }' Makefile

setup: ## Install what is missing, or say how
	@SWIFT="$(SWIFT)" scripts/setup.sh

build: setup ## Build the command
	$(SWIFT) build $(CONFIGURATION) --product firsthand

demo: build ## Diagnose a sample organisation and write demo/report.html
	@FIRSTHAND="$(FIRSTHAND)" scripts/demo.sh

test: setup ## Build and run every test, house rules and docs tests included
	$(SWIFT) test $(CONFIGURATION) --disable-xctest --disable-testable-imports

lint: setup ## Check the format of every Swift file and the syntax of every script
	@SWIFT="$(SWIFT)" scripts/lint.sh

check: lint test ## Lint, then test: what must be green before a commit

fuzz: setup ## Feed every reader with damaged files; FUZZ=200000 says how many each
	@mkdir -p .build/fuzz
	FIRSTHAND_FUZZ_ROUNDS=$(FUZZ) FIRSTHAND_FUZZ_KEEP=.build/fuzz \
		$(SWIFT) test $(CONFIGURATION) --disable-xctest --disable-testable-imports --filter 'breaks no law of reading'

bench: setup ## Print what starting, a small case and a large one cost
	$(SWIFT) build $(CONFIGURATION) --product firsthand
	$(SWIFT) build $(CONFIGURATION) --product Benchmarks
	$(BENCHMARKS) startup --firsthand $(FIRSTHAND)
	$(BENCHMARKS) small --firsthand $(FIRSTHAND)
	$(BENCHMARKS) diagnose --firsthand $(FIRSTHAND) --people 20000 --rows 1000000 --repeat 1

analytics: build ## Measure reading and indexing against DuckDB, Polars and NumPy
	$(SWIFT) build $(CONFIGURATION) --product Benchmarks
	python3 Benchmarks/analytics.py

man: build ## Write man pages under .build/share/man
	@SWIFT="$(SWIFT)" FIRSTHAND="$(FIRSTHAND)" scripts/man.sh man

completions: build ## Write completions for bash, zsh and fish under .build/share
	@SWIFT="$(SWIFT)" FIRSTHAND="$(FIRSTHAND)" scripts/man.sh completions

release: setup ## Build one file that needs only the C library: .build/share/firsthand
	@SWIFT="$(SWIFT)" scripts/release.sh

clean: ## Remove what was built and the demo
	rm -rf .build demo
