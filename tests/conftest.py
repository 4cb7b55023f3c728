"""What holds for every test.

matplotlib draws an empty box for a character that no font has, and only warns. In the tests that
is an error: here, and through the environment in the commands and notebook kernels they start.
"""

import os

os.environ.setdefault("MPLBACKEND", "Agg")
os.environ.setdefault("PYTHONWARNINGS", "error:Glyph ")


def pytest_configure(config):
    config.addinivalue_line("filterwarnings", r"error:Glyph .* missing from")
