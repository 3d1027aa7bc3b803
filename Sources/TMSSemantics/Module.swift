// TMSSemantics: see docs/architecture.md.
