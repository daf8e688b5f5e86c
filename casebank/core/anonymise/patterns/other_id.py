"""Every other number that names one person or thing: passports, permits, licences, devices, accounts, records.

First the kinds whose form is known, then "a word for a number, then the number", which catches kinds that nobody listed.
"""

import re

from ..checks import luhn_valid, plain_digits, uscc_valid, vin_valid
from ..types import OTHER_ID
from .rule import rule
from .shapes import AFTER_WORD, LEFT, RIGHT, TO_NUMBER

_DOCUMENT_CUE = (
    "护照|通行证|台胞证|回乡证|居留证|居留许可|永居证|签证|军官证|士兵证|警官证|警号|残疾证|残疾人证|驾驶证|驾照|行驶证|执业证|执业证书|律师证|"
    "资格证|资格证书|许可证|营业执照|登记证|房产证|不动产权证|产权证|土地证|社保卡|社保|医保卡|医保|病历|住院|门诊|影像|检查|检验|样本|检材|标本|"
    "序列|机身|设备|串|订单|快递单|运单|物流单|流水|交易|保单|合同|发票|票据|支票|汇票|档案|学籍|学|工|员工|会员|客户|用户|车架|发动机|车辆识别代|"
    "宽带|户|表|燃气|电|水|房|牌|封条|物证|手环|囚|监区|番"
)
_ACCOUNT_CUE = "支付宝(?:账户|账号|帐号)?|淘宝|闲鱼|抖音|快手|微博|小红书|陌陌|探探|[Tt]elegram|[Ww]hats[Aa]pp|[Ss]kype|钉钉|京东|拼多多|美团|账户名|用户名|登录名|游戏"
_LETTERS_DIGITS = r"(?=[A-Za-z\-_]*[0-9])[A-Za-z0-9][A-Za-z0-9\-_/]{4,30}[A-Za-z0-9]"


def _uscc(match: re.Match[str]) -> float:
    code = match[0].upper()
    return 0.99 if uscc_valid(code) else 0.8 if re.search("[A-Z]", code) else 0


def _imei(match: re.Match[str]) -> float:
    return 0.95 if luhn_valid(plain_digits(match[0])) else 0.7


def _vin(match: re.Match[str]) -> float:
    code = match[0].upper()
    if not re.search("[A-Z]", code) or not re.search("[0-9]{3}", code):
        return 0
    return 0.99 if vin_valid(code) else 0.75


RULES = (
    rule("uscc", OTHER_ID, rf"{LEFT}[159ANY][0-9A-Z][0-9]{{6}}[0-9A-Z]{{10}}{RIGHT}", _uscc),
    rule("org-code", OTHER_ID, rf"{LEFT}[0-9A-Z]{{8}}-[0-9X]{RIGHT}", 0.8),
    rule("passport", OTHER_ID, rf"{LEFT}(?:[EGDSPH][A-Z]?|1[45])[0-9]{{7,8}}{RIGHT}", 0.85),
    rule("permit", OTHER_ID, rf"{LEFT}(?:[HMTWCLN][0-9]{{8,10}}|[A-Z]{{3}}[0-9]{{12}}){RIGHT}", 0.8),
    rule("imei", OTHER_ID, rf"{LEFT}(?:86|35|01|99)[0-9]{{4}}[ \-]?[0-9]{{2}}[ \-]?[0-9]{{6}}[ \-]?[0-9]{RIGHT}", _imei),
    rule("imei-cue", OTHER_ID, rf"(?:[Ii][Mm][Ee][Ii]|串号)(?:号码|号|码)?[12]?{AFTER_WORD}(?P<v>[0-9][0-9 \-]{{12,18}}[0-9]){RIGHT}", 0.98),
    rule("imsi", OTHER_ID, rf"{LEFT}460[0-9]{{12}}{RIGHT}", 0.85),
    rule("iccid", OTHER_ID, rf"{LEFT}8986[0-9A-Z]{{15,16}}{RIGHT}", 0.9),
    rule("mac", OTHER_ID, rf"{LEFT}(?:[0-9A-Fa-f]{{2}}[:\-]){{5}}[0-9A-Fa-f]{{2}}{RIGHT}", 0.95),
    rule("ip", OTHER_ID, r"(?<![0-9A-Za-z.])(?:(?:25[0-5]|2[0-4][0-9]|1?[0-9]?[0-9])\.){3}(?:25[0-5]|2[0-4][0-9]|1?[0-9]?[0-9])(?![0-9.])", 0.8),
    rule("vin", OTHER_ID, rf"{LEFT}[A-HJ-NPR-Z0-9]{{17}}{RIGHT}", _vin),
    rule("document-cue", OTHER_ID, rf"(?:{_DOCUMENT_CUE})(?:证号|证件号|编号|单号|卡号|代码|号){AFTER_WORD}(?P<v>{_LETTERS_DIGITS}){RIGHT}", 0.88),
    rule("passport-cue", OTHER_ID, rf"(?:护照|通行证|台胞证|居留证|军官证|警号|证件){TO_NUMBER}(?P<v>{_LETTERS_DIGITS}){RIGHT}", 0.88),
    rule("account-cue", OTHER_ID, rf"(?:{_ACCOUNT_CUE})(?:账号|帐号|账户|ID|号码|号|UID)?[是为]?\s*[:：(“\"]?\s*(?P<v>[A-Za-z0-9_][A-Za-z0-9_\-.@]{{4,28}}[A-Za-z0-9])", 0.85),
    rule("number-cue", OTHER_ID, rf"(?:编号|序号|串号|单号|证号|号码|代码|识别码|[Ii][Mm][Ee][Ii]|IMSI|ICCID|SN|S/N|ID|[Nn]o\.?)\s*[是为]?\s*[:：(“\"]?\s*(?P<v>{_LETTERS_DIGITS}){RIGHT}", 0.8),
    rule("soldier", OTHER_ID, r"[军士武警政后参海空北南沈兰济成广]字第?\s*(?P<v>[0-9]{5,10})\s*号", 0.85),
    rule("long-number", OTHER_ID, r"(?<![0-9A-Za-z.])[0-9]{12,30}(?![0-9A-Za-z]|\.[0-9])", 0.6, views=("written",)),
)  # fmt: skip
