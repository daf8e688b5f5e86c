"""WeChat identifiers: 6 to 20 characters, letters first, by cue; wxid_ without one."""

from ..types import WECHAT
from .rule import rule
from .shapes import TO_NUMBER

RULES = (
    rule("wxid", WECHAT, r"(?<![A-Za-z0-9_])(?P<v>wxid_[0-9A-Za-z_\-]{4,24})", 0.98),
    rule("wechat-cue", WECHAT, rf"(?:微信(?:账号|帐号|昵称|ID|id)?|[Vv]信|威信|薇信|[Ww]e[Cc]hat|VX|vx){TO_NUMBER}(?P<v>[A-Za-z0-9][A-Za-z0-9_\-]{{4,24}})", 0.92),
)  # fmt: skip
