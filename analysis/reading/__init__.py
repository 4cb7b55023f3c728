"""Reading: files become a row of `documents` and the `blocks` of `analysis.schema` (first stage)."""

__all__ = ["read"]


def __getattr__(name: str):
    """Load `read` when it is asked for: the child processes that parse import this package without pandas."""
    if name == "read":
        from analysis.reading.inputs import read

        return read
    raise AttributeError(name)
