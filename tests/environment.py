"""A pytest plugin: tests have data of their own, before the settings are read."""

import os
import tempfile

DATA = tempfile.TemporaryDirectory(prefix="isegoria-tests-", ignore_cleanup_errors=True)
os.environ["ISEGORIA_DATA"] = DATA.name
os.environ["ISEGORIA_STAFF_MFA"] = "optional"
os.environ.pop("ISEGORIA_DEMO", None)
os.environ["PYTEST_PLUGINS"] = __name__  # each process of pytest-xdist has data of its own, too
