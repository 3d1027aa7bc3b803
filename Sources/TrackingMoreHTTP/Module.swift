// TrackingMoreHTTP: see docs/architecture.md.
