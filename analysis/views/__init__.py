"""What is shown, computed once: chart, slide, ledger, page and notebook all take these frames.

A view reads finished tables and returns a frame ready to draw or to print; it changes no state.
"""
