"""A secret key of its own for each local installation, so that none is shared through the repository."""

from pathlib import Path

from django.core.management.utils import get_random_secret_key

from cms.settings import env


def local_secret_key(folder: Path) -> str:
    """The key from the environment, or the one kept in ``folder``, made on first use."""
    if env.SECRET_KEY:
        return env.SECRET_KEY
    path = folder / "secret_key"
    if not path.exists():
        folder.mkdir(parents=True, exist_ok=True)
        path.write_text(get_random_secret_key())
        path.chmod(0o600)
    return path.read_text().strip()
