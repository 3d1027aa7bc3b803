// LineEditor: see docs/architecture.md.
