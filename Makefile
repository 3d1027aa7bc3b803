# make run     build, show the tour on the sandbox, then open the shell if this is a terminal
# make test    every test
# make crash   an import that is killed 300 times, KILLS and SEED say otherwise
# make bench   start-up, loops, records, lines and tables beside other tools, with a verdict for each; checks and interruptions
# make lint    formatting and the import arrows
# make docs    the pages and editor grammars that are written from declarations
# make install   the program, its man page and completions, below PREFIX=/usr/local; make uninstall takes them away

SHELL := /bin/bash
PREFIX ?= /usr/local
STATIC := $(CURDIR)/.build/static
# The C libraries go in static, glibc stays dynamic: their archives alone stand in a directory searched first.
ARCHIVES := edit sqlite3 bsd md tinfo stdc++
# A fixed address spares the start some tens of thousands of relocations, and a short symbol table the runtime's search
# for its own path: together a third of the time of `tms -c 'print 1'`.
LINK := -Xlinker -L$(STATIC) -Xlinker -lbsd -Xlinker -lmd -Xlinker -ltinfo \
    -Xlinker -no-pie -Xlinker --no-export-dynamic -Xlinker --gc-sections
# No library of ours lies beside the program, so none is looked for there.
# Who else has a variable while it is changed is asked at run time in the tests only: the answers take a tenth of the time
# of a table.
RELEASE := swift build -c release --product tms --static-swift-stdlib --disable-local-rpath -Xswiftc -enforce-exclusivity=unchecked $(LINK)
ARROWS := --explicit-target-dependency-import-check error
BIN := .build/release/tms

.PHONY: run build setup test crash bench lint format docs install install-files uninstall clean

# The tour gets a sandbox of its own: time passes in it, and the next reader should see the same.
run: build
	@state=$$(mktemp -d); trap 'rm -rf "$$state"' EXIT; \
	    XDG_STATE_HOME=$$state $(BIN) run examples/tour.tms --sandbox
	@if [ -t 0 ]; then exec $(BIN); fi

build: setup link-dir
	$(RELEASE)

setup:
	@Scripts/setup

.PHONY: link-dir
link-dir:
	@mkdir -p $(STATIC)
	@for name in $(ARCHIVES); do \
	    archive=$$(gcc -print-file-name=lib$$name.a); \
	    if [ -f "$$archive" ]; then ln -sf "$$archive" $(STATIC)/; fi; \
	done

# SwiftPM leaves folders where temporary files go.
# A few tests at a time: with all of them begun at once, one that has a deadline waits for a thread until it is over.
test: setup
	@scratch=$$(mktemp -d); trap 'rm -rf "$$scratch"' EXIT; \
	    TMPDIR=$$scratch swift test $(ARROWS) --experimental-maximum-parallelization-width 6

# The same faults and pauses again: make crash SEED=4711. The short form is one of the tests.
KILLS ?= 300
crash: setup
	@scratch=$$(mktemp -d); trap 'rm -rf "$$scratch"' EXIT; \
	    TMPDIR=$$scratch TMS_CRASH=$(KILLS) $(if $(SEED),TMS_CRASH_SEED=$(SEED)) swift test $(ARROWS) --filter CrashTests

lint:
	swift format lint --strict -r Sources Tests Package.swift

format:
	swift format -i -r Sources Tests Package.swift

docs:
	swift build --product tms
	set -e -o pipefail; .build/debug/tms docs | while read -r page path; do .build/debug/tms docs $$page > $$path.new; \
	    mv $$path.new $$path; done

bench: build
	@Scripts/setup bench
	Scripts/bench $(BIN)

# Where each file goes below DESTDIR.
BIN_DIR = $(PREFIX)/bin
MAN_DIR = $(PREFIX)/share/man/man1
BASH_DIR = $(PREFIX)/share/bash-completion/completions
ZSH_DIR = $(PREFIX)/share/zsh/site-functions
FISH_DIR = $(PREFIX)/share/fish/vendor_completions.d
INSTALLED = $(BIN_DIR)/tms $(MAN_DIR)/tms.1 $(BASH_DIR)/tms $(ZSH_DIR)/_tms $(FISH_DIR)/tms.fish

install: build install-files

# What is built already, BIN, put in place.
install-files:
	install -d $(foreach dir,$(BIN_DIR) $(MAN_DIR) $(BASH_DIR) $(ZSH_DIR) $(FISH_DIR),"$(DESTDIR)$(dir)")
	install -s -m 755 $(BIN) "$(DESTDIR)$(BIN_DIR)/tms"
	install -m 644 docs/tms.1 "$(DESTDIR)$(MAN_DIR)/tms.1"
	$(BIN) completions bash > "$(DESTDIR)$(BASH_DIR)/tms"
	$(BIN) completions zsh > "$(DESTDIR)$(ZSH_DIR)/_tms"
	$(BIN) completions fish > "$(DESTDIR)$(FISH_DIR)/tms.fish"

uninstall:
	rm -f $(foreach file,$(INSTALLED),"$(DESTDIR)$(file)")

clean:
	rm -rf .build
