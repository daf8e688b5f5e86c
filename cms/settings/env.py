"""Every value that comes from the environment, read once and typed.

Each name has a line in ``docs/reference/settings.md``.
"""

from pathlib import Path

import environ

BASE_DIR = Path(__file__).resolve().parent.parent.parent

_env = environ.Env()

VAR_DIR = Path(_env.str("ANJIAN_VAR", default=str(BASE_DIR / "var")))
DATABASE_URL = _env.str("DATABASE_URL", default=f"sqlite:///{VAR_DIR / 'anjian.sqlite3'}")
SECRET_KEY = _env.str("SECRET_KEY", default="")
ALLOWED_HOSTS = _env.list("ALLOWED_HOSTS", default=[])
CSRF_TRUSTED_ORIGINS = _env.list("CSRF_TRUSTED_ORIGINS", default=[])
SITE_URL = _env.str("SITE_URL", default="http://127.0.0.1:8000")
PROXIES = _env.int("ANJIAN_PROXIES", default=1)
HTTPS = _env.bool("ANJIAN_HTTPS", default=True)
DEMONSTRATION = _env.bool("ANJIAN_DEMONSTRATION", default=False)
