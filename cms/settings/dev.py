"""Development and ``make run``: SQLite under ``var/``, plain HTTP on loopback."""

from cms.settings.base import *  # noqa: F403
from cms.settings.base import STORAGES, VAR_DIR
from cms.settings.local_key import local_secret_key

DEBUG = False
SECRET_KEY = local_secret_key(VAR_DIR)
ALLOWED_HOSTS = ["127.0.0.1", "localhost", "[::1]", "testserver"]
STORAGES = {
    **STORAGES,
    "staticfiles": {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"},
}
WHITENOISE_USE_FINDERS = True
WHITENOISE_AUTOREFRESH = True
EMAIL_BACKEND = "django.core.mail.backends.console.EmailBackend"

# Development and ``make run`` show invented people only.
DEMONSTRATION = True
