// TMSSyntax: see docs/architecture.md.
