"""Many documents at once: each through the stages on its own, the tables of all in one folder."""

__all__ = ["run"]


def __getattr__(name: str):
    """Load `run` when it is asked for: the processes that work on documents import this package for less."""
    if name == "run":
        from analysis.corpus.batch import run

        return run
    raise AttributeError(name)
