"""Where the time of a run went."""

from collections import defaultdict
from contextlib import contextmanager
from time import perf_counter


class Timings:
    """Seconds by name of share, in the order in which the shares first appeared."""

    def __init__(self):
        self.seconds: dict[str, float] = defaultdict(float)

    @contextmanager
    def share(self, name: str):
        """Add the time of the block to `name`."""
        start = perf_counter()
        try:
            yield
        finally:
            self.seconds[name] += perf_counter() - start

    def lines(self) -> list[str]:
        """One line a share: name, seconds, share of the total; then the total."""
        total = sum(self.seconds.values()) or 1.0
        rows = [f"{name:<10} {seconds:6.2f} s {seconds / total:6.1%}" for name, seconds in self.seconds.items()]
        return [*rows, f"{'total':<10} {total:6.2f} s"]
