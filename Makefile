# RecrutementPlus. `make help` lists what there is.
.POSIX:
.DEFAULT_GOAL := build

# More jobs than cores: the long modules at the end of the chain then begin early, and not behind short ones.
JOBS ?= $$(( $$(nproc) + 3 ))
# Without debug information, for the sake of the time that a build takes (docs/decisions/0180).
BUILD_FLAGS = -c release -debug-info-format none --static-swift-stdlib \
	--explicit-target-dependency-import-check error
PREFIX ?= /usr/local

DATA ?= ../shared/data

.PHONY: help demo build test bench eval lint format install clean deps embed

help: ## Show the targets
	@sed -n 's/^\([a-z]*\):.*## /\1\t/p' Makefile | expand -t 12

deps: ## Install the system packages that building and running need
	@scripts/install-packages build

# The engine takes longest and most other targets wait for it, so it goes first, with nothing beside it but the storages.
build: deps ## Build .build/release/rplus, statically linked to the Swift runtime
	swift build -j $(JOBS) $(BUILD_FLAGS) --product RecrutementPlusEngine
	swift build -j $(JOBS) $(BUILD_FLAGS) --product rplus

demo: build ## Build, make a realistic workspace and open the workstation on it
	.build/release/rplus demo

test: ## Install what the tests need and run them all
	@scripts/install-packages test
	scripts/run-tests

bench: deps ## Measure every budget beside raw SQLite (ARGUMENTS=--json, --quick)
	swift build -j $(JOBS) $(BUILD_FLAGS) --product rplus-bench
	swift build -j $(JOBS) $(BUILD_FLAGS) --product rplus
	.build/release/rplus-bench $(ARGUMENTS)

eval: deps ## Print the quality of the AI tools beside its floors (DATA=folder of the public data sets)
	swift build -j $(JOBS) $(BUILD_FLAGS) --product rplus-eval
	.build/release/rplus-eval $(DATA)

lint: ## Check the format of the sources
	swift format lint --strict --recursive --parallel Package.swift Sources Tests

format: ## Format the sources
	swift format --in-place --recursive --parallel Package.swift Sources Tests

embed: ## Build the default themes and keymaps into the sources
	scripts/embed-defaults

install: build ## Install rplus and its completions below PREFIX (default /usr/local)
	scripts/install $(PREFIX)

clean: ## Remove what was built
	rm -rf .build
