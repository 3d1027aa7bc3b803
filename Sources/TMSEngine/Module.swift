// TMSEngine: see docs/architecture.md.
