"""report.html: one file that opens from a disk with no network."""

from analysis.briefing.page.build import write_page

__all__ = ["write_page"]
