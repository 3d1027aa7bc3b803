// TMSShell: see docs/architecture.md.
