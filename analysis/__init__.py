"""Zhenggai (整改): which measures of a rectification document cover which of its problems."""
