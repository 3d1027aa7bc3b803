// TrackingMore: see docs/architecture.md.
