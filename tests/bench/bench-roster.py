#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""The grid of the roster with 40 and 709 people, scrolled, panned and filled, under a virtual display."""
import os
import subprocess
import sys

sys.path.insert(0, os.path.join(os.environ["MOTCUA_TREE"], "tests", "support"))
from desk import Desk  # noqa: E402

desk = Desk()
try:
    program = os.path.join(os.environ["MOTCUA_BUILD_RELEASE"], "tests", "bench", "bench-roster")
    sys.exit(subprocess.run([program], env=dict(desk.env, GSETTINGS_BACKEND="memory", GTK_A11Y="none")).returncode)
finally:
    desk.close()
