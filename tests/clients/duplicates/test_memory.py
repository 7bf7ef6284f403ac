"""Pages never load what only the search needs: scikit-learn, scipy and numpy cost tens of megabytes a process."""

import os
import subprocess
import sys

ASK = """
import sys, django
django.setup()
import vedu.urls, vedu.clients.duplicates.likely, vedu.clients.duplicates.jobs
print(",".join(sorted({"sklearn", "scipy", "numpy"} & set(sys.modules))))
"""


def test_pages_load_no_numbers() -> None:
    environment = {**os.environ, "DJANGO_SETTINGS_MODULE": "vedu.settings"}
    done = subprocess.run([sys.executable, "-c", ASK], env=environment, capture_output=True, text=True, check=True)
    assert done.stdout.strip() == ""
