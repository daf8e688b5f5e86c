"""Names after a word for what a person is in the case: 被告人王某, 承办人：李某, 证人张某、赵某."""

import re
from collections.abc import Iterator

from .naming import FUNCTION_SURNAMES, Name, dotted_end, follows, read_name, read_transliterated
from .types import PERSON, Span
from .views import View, Views

OFFICES = {
    "prosecutor": (
        "承办检察官",
        "检察官助理",
        "检察官",
        "检察员",
        "代理检察员",
        "承办人",
        "公诉人",
        "主办检察官",
        "员额检察官",
    ),
    "judge": ("审判长", "审判员", "代理审判员", "人民陪审员", "陪审员", "主审法官", "法官助理", "法官", "书记员"),
    "lawyer": ("辩护人", "辩护律师", "委托诉讼代理人", "诉讼代理人", "委托代理人", "代理律师", "值班律师", "律师"),
}
_PARTIES = (
    "被告人|原审被告人|上诉人|被上诉人|原告人|原告|被告|第三人|申诉人|申请人|被申请人|再审申请人|犯罪嫌疑人|嫌疑人|被不起诉人|被害人|被害人亲属|受害人|被害方|失主|事主|死者|伤者|"
    "证人|目击证人|见证人|报案人|报警人|举报人|控告人|检举人|辨认人|被辨认人|持有人|保管人|提取人|法定代理人|法定代表人|实际控制人|经营者|负责人|监护人|近亲属|同案人|同案犯|同案被告人|"
    "同案|同伙|罪犯|服刑人员|社区矫正对象|被讯问人|讯问人|被询问人|询问人|记录人|翻译人员|翻译|鉴定人|勘验人|检查人|侦查员|侦查人员|办案民警|办案人|主办人|民警|辅警|评查人|评查员|复核人|"
    "审核人|批准人|主管检察长|检察长|副检察长|主任|承办|经办人|收件人|寄件人|收款人|付款人|开户人|户主|房主|房东|租客|车主|驾驶人|司机|乘客|店主|老板|员工|同事|朋友|邻居|村民|居民|老乡|"
    "丈夫|妻子|前妻|前夫|父亲|母亲|儿子|女儿|哥哥|弟弟|姐姐|妹妹|女友|男友|之妻|之夫|之子|之女|之父|之母|姓名|签名|签字|户名|持卡人|借款人|出借人|担保人|保证人|买受人|购毒人|吸毒人员|"
    "化名|曾用名|又名|别名|原名|真名|假名|英文名|外籍证人|外籍人员|外国人|未成年人|被抚养人|被扶养人|患者|病人|医师|医生|护士|教师|学生|班主任|会计|出纳|股东|合伙人|联系人|抄送人"
)
_CUES = "|".join(
    sorted({*_PARTIES.split("|"), *(cue for cues in OFFICES.values() for cue in cues)}, key=len, reverse=True)
)
_CUE = re.compile(rf"(?P<cue>{_CUES})(?P<colon>\s?[:：|\t]\s?|[ ]{{1,3}}|(?:名叫|名为|叫做|即|系|是|为)?[“\"「《]?)")
_MORE = re.compile(r"\s?[、,，和与及]\s?")
_TOKEN = re.compile(r"[\u4e00-\u9fff]{2,4}(?=\s*(?:$|[\n\t|,，;；。、()（）]|\s{2}))")
_NOT_NAMES = re.compile(
    "金额|数量|备注|时间|结果|状态|类型|原因|级别|案由|罪名|等次|得分|序号|案号|程序|问题|经过|事实|查获|工作|费|人员|单位|意见|签名|盖章|日期|电话|住址|地址|身份|姓名|性别|年龄|民族|不详|以上|如下|职务|部门|"
    "人民|检察|法院|公安|同上|无|未|见|详|本人|家属|已|对|案|等|某|×|供述|辩解|陈述|证言"
)


def find_roles(views: Views) -> Iterator[Span]:
    """Names after role words, read in the text as written and without white space."""
    yield from _read(views.written)
    yield from _read(views.named("squeezed"), blanks_gone=True)


def _read(view: View, *, blanks_gone: bool = False) -> Iterator[Span]:
    for cue in _CUE.finditer(view.text):
        reason = f"role:{cue['cue']}"
        at, firm = cue.end(), bool(cue["colon"].strip(" "))
        while (end := _name_end(view.text, at, firm=firm and not blanks_gone)) > at:
            yield view.span(at, end, PERSON, "role", reason, 0.9)
            more = _MORE.match(view.text, end)
            if not more:
                break
            at, firm = more.end(), False


def _name_end(text: str, at: int, *, firm: bool) -> int:
    """End of the name at ``at``, or ``at``. ``firm``: a colon or cell wall stands before it."""
    dotted = dotted_end(text, at)
    if dotted - at >= 4:
        return dotted
    foreign = read_transliterated(text, at)
    name = read_name(text, at)
    if foreign - at >= 3 and follows(text, foreign) and (not name or foreign > name.end):
        return foreign
    token = _TOKEN.match(text, at) if firm else None
    if token and not _NOT_NAMES.search(token[0]) and (not name or name.end == token.end() or not name.bounded):
        return token.end()
    return name.end if name and _enough(text, at, name) else at


def _enough(text: str, at: int, name: Name) -> bool:
    """A usual given name, or an unusual one that ends at a mark; surnames that are function words need both."""
    if _NOT_NAMES.match(text, at + 1) or _NOT_NAMES.match(text, at):
        return False
    if text[at] in FUNCTION_SURNAMES:
        return name.usual and name.bounded
    return name.usual or (name.bounded and name.end - at >= 3)
