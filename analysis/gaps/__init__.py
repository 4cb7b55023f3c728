"""What is not covered, why, and how the load lies on the measures."""

from analysis.gaps.find import find

__all__ = ["find"]
