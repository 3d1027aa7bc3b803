// TrackingMoreSimulator: see docs/architecture.md.
