"""Many files converted in one run of LibreOffice, for tests that compare with it."""

import subprocess
from pathlib import Path

import pytest

from analysis.reading.office import find_office

needs_office = pytest.mark.skipif(not find_office(), reason="LibreOffice is not installed")


def batch(files: list[Path], to: str, folder: Path, *flags: str) -> list[Path]:
    """Convert `files` to format `to` into `folder`; the paths made, in the order of the files."""
    profile = (folder / "profile").as_uri()
    command = [find_office(), "--headless", "--norestore", f"-env:UserInstallation={profile}", *flags, "--convert-to", to, "--outdir", str(folder), *map(str, files)]
    subprocess.run(command, capture_output=True, check=False, timeout=300)
    return [folder / f"{file.stem}.{to.split(':')[0]}" for file in files]
