# What a newcomer types: `make pdf` builds the model case, `make test` shows that it is right.

PYTHON ?= python3
VENV   := .venv
BIN    := $(VENV)/bin
RUN    := $(VENV)/.run
DEV    := $(VENV)/.dev
PUBLICATIONS ?= 5000
MUTATIONS ?= 200
SEED ?= $(shell date +%s)
PIP    := $(BIN)/python -m pip --disable-pip-version-check --quiet

.PHONY: pdf proof test judges judge check soak sheets bench data points appendices update lock clean

pdf: $(RUN)                 ## both publications of the model case into build/stp-survey/
	$(BIN)/briefing build data/stp-survey --out build/stp-survey

proof: $(RUN)               ## the same pages with grid, baselines and boxes drawn over them
	$(BIN)/briefing build data/stp-survey --out build/stp-survey/proof --profile proof

test: $(DEV)                ## all tests; what they build is kept for the judges
	mkdir -p build
	$(BIN)/pytest --basetemp build/tested

judges: $(VENV)/bin/python  ## install the foreign programs that judge: veraPDF, qpdf, Ghostscript …
	$(BIN)/python -m tests.judges.install

judge: $(DEV)               ## every judge over both publications in both brands, and the tests' files
	-$(BIN)/python -m tests.judges.install
	$(BIN)/python -m tests.judges

check: $(DEV)               ## style, types and the walls between layers
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/lint-imports

soak: $(DEV)                ## all laws on new cases: 5,000 publications, 300 charts of each kind, 200 mutations
	PUBLICATIONS=$(PUBLICATIONS) MUTATIONS=$(MUTATIONS) SEED=$(SEED) \
		$(BIN)/pytest tests/property --dist load

sheets: $(DEV) pdf          ## every page and a contact sheet of each document as PNG
	$(BIN)/python tests/sheets.py build/stp-survey

bench: $(DEV)               ## seconds of each stage, peak memory
	$(BIN)/python tests/bench.py

data: $(DEV)                ## rebuild the model case's data from the published figures
	$(BIN)/python data/rebuild/stp_survey.py

points: $(DEV)             ## fit again what each kind of words weighs in the net over the prose
	$(BIN)/python -m tests.unit.claims.fitting

appendices: $(DEV)          ## the report's appendix made elsewhere; needs LibreOffice and qpdf
	$(BIN)/python data/rebuild/appendices.py

update: $(DEV)              ## rewrite the goldens
	$(BIN)/pytest tests/golden --update

lock:                       ## pin the newest dependencies that pyproject.toml allows
	$(PYTHON) -m uv pip compile -q $(LOCK) --group build pyproject.toml -o requirements.lock
	$(PYTHON) -m uv pip compile -q $(LOCK) --group build --group dev pyproject.toml -o tests/requirements.lock

LOCK := --upgrade --universal --python-version 3.11 --generate-hashes --no-emit-index-url --no-header --no-annotate

clean:
	rm -rf build .judges $(VENV)

$(VENV)/bin/python:
	$(PYTHON) -m venv $(VENV)

# Compiled at once: where Python may keep no caches, every command would compile it all again.
$(RUN): requirements.lock pyproject.toml | $(VENV)/bin/python
	$(PIP) install --require-hashes -r requirements.lock
	$(PIP) install --no-deps --no-build-isolation --editable .
	$(BIN)/python -m compileall -q -j 0 src
	touch $@

$(DEV): tests/requirements.lock $(RUN)
	$(PIP) install --require-hashes -r tests/requirements.lock
	touch $@
