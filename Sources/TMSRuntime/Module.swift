// TMSRuntime: see docs/architecture.md.
