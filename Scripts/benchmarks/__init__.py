"""The yardsticks of tms, each beside the tools people would use instead."""
