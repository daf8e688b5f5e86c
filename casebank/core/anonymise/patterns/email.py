"""E-mail addresses; folding has already made full-width signs plain."""

from ..types import EMAIL
from .rule import rule

_LOCAL = r"[A-Za-z0-9][A-Za-z0-9._%+\-]{0,40}"
_DOMAIN = (
    r"[A-Za-z0-9\-]{1,30}(?:\.[A-Za-z0-9\-]{1,20}){0,3}\.(?:com|cn|net|org|gov|edu|cc|top|vip|me|io|hk|tw|info|xyz)"
)

RULES = (
    rule("email", EMAIL, rf"(?P<v>(?<![A-Za-z0-9._%+\-]){_LOCAL}@{_DOMAIN}(?:\.cn)?)(?![A-Za-z0-9])", 0.98),
    rule("email-spoken", EMAIL, r"(?P<v>[A-Za-z0-9._\-]{3,40}(?:\(at\)|\[at\]|#)[A-Za-z0-9\-]{2,20}(?:\.|点)(?:com|cn|net))", 0.8),
)  # fmt: skip
