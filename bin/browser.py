"""Finds the chromium that browser tests drive; installs Debian's when it may."""

import os
import subprocess
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
# Without windows and a shell around them it is a sixth faster, and three quarters of the download.
DEBIAN = (Path("/usr/bin/chromium-headless-shell"), Path("/usr/bin/chromium"))


def find_chromium() -> Path | None:
    """VEDU_CHROMIUM, else Debian's, else Debian's freshly installed; None when there is none to be had."""
    given = os.environ.get("VEDU_CHROMIUM")
    if given:
        return Path(given) if Path(given).exists() else None
    if not any(path.exists() for path in DEBIAN):
        subprocess.call([ROOT / "bin/apt_install", DEBIAN[0].name])
    return next((path for path in DEBIAN if path.exists()), None)
