# make run     build, show the tour on the sandbox, then open the shell if this is a terminal
# make test    every test
# make bench   start-up, loops, records, lines and tables beside other tools, with a verdict for each
# make lint    formatting and the import arrows
# make docs    the pages and editor grammars that are written from declarations
# make install PREFIX=/usr/local

SHELL := /bin/bash
PREFIX ?= /usr/local
STATIC := $(CURDIR)/.build/static
# The C libraries go in static, glibc stays dynamic: their archives alone stand in a directory searched first.
ARCHIVES := edit sqlite3 bsd md tinfo stdc++
# A fixed address spares the start some tens of thousands of relocations, and a short symbol table the runtime's search
# for its own path: together a third of the time of `tms -c 'print 1'`.
LINK := -Xlinker -L$(STATIC) -Xlinker -lbsd -Xlinker -lmd -Xlinker -ltinfo \
    -Xlinker -no-pie -Xlinker --no-export-dynamic -Xlinker --gc-sections
# Who else has a variable while it is changed is asked at run time in the tests only: the answers take a tenth of the time
# of a table.
RELEASE := swift build -c release --product tms --static-swift-stdlib -Xswiftc -enforce-exclusivity=unchecked $(LINK)
ARROWS := --explicit-target-dependency-import-check error
BIN := .build/release/tms

.PHONY: run build setup test bench lint format docs install clean

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
test: setup
	@scratch=$$(mktemp -d); trap 'rm -rf "$$scratch"' EXIT; TMPDIR=$$scratch swift test $(ARROWS)

lint:
	swift format lint --strict -r Sources Tests Package.swift

format:
	swift format -i -r Sources Tests Package.swift

docs:
	swift build --product tms
	set -e; .build/debug/tms docs | while read -r page path; do .build/debug/tms docs $$page > $$path.new; \
	    mv $$path.new $$path; done

bench: build
	@Scripts/setup bench
	Scripts/bench $(BIN)

install: build
	install -d $(DESTDIR)$(PREFIX)/bin
	install -m 755 $(BIN) $(DESTDIR)$(PREFIX)/bin/tms
	install -d $(DESTDIR)$(PREFIX)/share/bash-completion/completions $(DESTDIR)$(PREFIX)/share/zsh/site-functions \
	    $(DESTDIR)$(PREFIX)/share/fish/vendor_completions.d
	$(BIN) completions bash > $(DESTDIR)$(PREFIX)/share/bash-completion/completions/tms
	$(BIN) completions zsh > $(DESTDIR)$(PREFIX)/share/zsh/site-functions/_tms
	$(BIN) completions fish > $(DESTDIR)$(PREFIX)/share/fish/vendor_completions.d/tms.fish
	strip $(DESTDIR)$(PREFIX)/bin/tms

clean:
	rm -rf .build
