"""`python -m analysis`: the same as the command `zhenggai`."""

import sys

from analysis.command import main

sys.exit(main())
