// TMSCommands: see docs/architecture.md.
