# Two commands matter: `make run` and `make test`. Both set everything up from nothing.
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
STAMP := $(VENV)/.ready
Q ?= what systems did Lukashenko receive?

export PYTHONWARNINGS := ignore::SyntaxWarning

.PHONY: run test setup ask eval bench bench-models lint clean

run: setup
	@$(BIN)/depeche index
	@$(BIN)/depeche ask "$(Q)"
	@$(BIN)/depeche ui

# By file, for the tests of one share what it takes seconds to make.
test: setup lint
	@$(BIN)/pytest -n 2 --dist loadfile
	@$(BIN)/depeche eval

lint: setup
	@$(BIN)/ruff check .
	@$(BIN)/mypy

setup: $(STAMP)

# Without --no-deps pip would ask an unreachable index five times for each dependency of torch.
$(STAMP): pyproject.toml constraints.txt
	@echo "Setting up Dépêche in $(VENV): some minutes the first time, then never again."
	@test -x $(BIN)/python || $(PYTHON) -m venv $(VENV)
	@$(BIN)/python -c 'import sys; sys.exit(sys.version_info < (3, 11))' \
		|| { echo "Dépêche needs Python 3.11 or newer: make PYTHON=python3.11 …" >&2; exit 2; }
	@$(BIN)/python -m pip install -qq --upgrade "pip>=24.2"
	@$(BIN)/python -c 'import torch' 2>/dev/null || $(BIN)/python -m pip install -qq --no-deps --retries 0 \
		--extra-index-url https://download.pytorch.org/whl/cpu torch==2.13.0
	@$(BIN)/python -m pip install -qq -e ".[dev]" -c constraints.txt
	@touch $(STAMP)

ask: setup
	@$(BIN)/depeche index --quiet
	@$(BIN)/depeche ask "$(Q)"

eval: setup
	@$(BIN)/depeche eval

bench: setup
	@$(BIN)/python -m eval.bench

# Needs the dev sets: make bench-models DEV=folder/dev QA=folder/qa [BESIDE=name=folder]
bench-models: setup
	@$(BIN)/python -m pip install -q -e ".[training]" -c constraints.txt
	@$(BIN)/python -m rag.training.bench $(DEV) $(QA) --items eval/sets $(if $(BESIDE),--beside $(BESIDE))

clean:
	rm -rf $(VENV) .mypy_cache .ruff_cache .pytest_cache .hypothesis
