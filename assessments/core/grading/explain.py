"""Reasons as data: a key with parameters, and the sentence in Chinese and English.

Templates use named placeholders; every key has both languages and the same placeholders (tested).
"""

from assessments.core.grading.types import Reason

MESSAGES = {
    "located": ("Place and defect agree with the key.", "定位与问题类型均与参考一致。"),
    "located_without_code": ("Right place, but no defect code was chosen (key: %(expected)s).", "定位正确，但未选择问题代码（参考为%(expected)s）。"),
    "located_sibling": ("Right place; the code %(found)s is a sibling of %(expected)s.", "定位正确，所选问题代码%(found)s与参考代码%(expected)s属同一类。"),
    "located_other_code": ("Right place and issue, but code %(found)s instead of %(expected)s.", "定位与所述问题正确，但问题代码选为%(found)s，参考为%(expected)s。"),
    "located_nearby": ("Right paragraph, but the marked words are others.", "段落正确，但划定的文字与参考不同。"),
    "reasoning_contradicts": ("The reasoning says the opposite: “%(quote)s”.", "理由表述与参考结论相反：“%(quote)s”。"),
    "not_found": ("Nobody named this defect.", "未指出该问题。"),
    "choice_right": ("“%(found)s” is right.", "选择“%(found)s”正确。"),
    "choice_near": ("“%(found)s” is close to “%(expected)s”.", "选择“%(found)s”，与参考“%(expected)s”相近。"),
    "choice_wrong": ("“%(found)s” instead of “%(expected)s”.", "选择“%(found)s”，参考为“%(expected)s”。"),
    "choice_missing": ("Not stated; expected “%(expected)s”.", "未作选择，参考为“%(expected)s”。"),
    "choice_from_text": ("Not chosen, but the text says “%(found)s”.", "未作选择，但文字表述为“%(found)s”。"),
    "article_right": ("Cites %(found)s.", "准确引用%(found)s。"),
    "article_level": ("Cites %(found)s; paragraph or item of %(expected)s missing or different.", "引用%(found)s，条文正确，款项与%(expected)s不一致。"),
    "article_mixed": ("Cites %(found)s, but also %(other)s.", "引用%(found)s正确，但同时引用了%(other)s。"),
    "article_wrong": ("Cites %(found)s instead of %(expected)s.", "引用%(found)s，参考为%(expected)s。"),
    "article_missing": ("No article cited; expected %(expected)s.", "未引用条文，参考为%(expected)s。"),
    "law_only": ("Names the law but not the article; expected %(expected)s.", "只写法律名称未写条文，参考为%(expected)s。"),
    "remedy_right": ("Proposes the expected remedy: “%(quote)s”.", "处理意见与参考一致：“%(quote)s”。"),
    "remedy_part": ("Names a part of the expected remedy: “%(quote)s”.", "处理意见部分一致：“%(quote)s”。"),
    "remedy_other": ("Proposes another remedy: “%(quote)s”.", "处理意见与参考不同：“%(quote)s”。"),
    "remedy_denied": ("Denies that anything has to be done: “%(quote)s”.", "认为无需处理，与参考相反：“%(quote)s”。"),
    "remedy_missing": ("No remedy proposed.", "未提出处理意见。"),
    "text_unclear": ("Only the wording is similar: a person decides.", "仅文字相似，由阅卷人判断。"),
    "matched": ("Matches the reference finding %(reference)s.", "与参考问题%(reference)s对应。"),
    "decoy": ("This place is in order (decoy %(related)s).", "该处并无问题（干扰项%(related)s）。"),
    "duplicate": ("Finding %(related)s already names this.", "与%(related)s重复。"),
    "unknown": ("Not in the key: a marker decides whether it is new.", "参考中没有该问题，由阅卷人判断是否属于新发现。"),
    "point_hit": ("States the point: “%(quote)s”.", "命中得分点：“%(quote)s”。"),
    "point_partial": ("Names a part of the point (%(missing)s missing): “%(quote)s”.", "部分命中（缺少：%(missing)s）：“%(quote)s”。"),
    "point_absent": ("The point is not mentioned.", "未涉及该得分点。"),
    "point_unsure": ("Similar in wording, not certain in content: “%(quote)s”.", "文字相近但内容不能确定：“%(quote)s”。"),
    "point_conflict": ("Says both this and its opposite: “%(quote)s”.", "前后表述矛盾：“%(quote)s”。"),
    "opposite_compliance": ("Says it is lawful although it is not: “%(quote)s”.", "对合法性的判断与参考相反：“%(quote)s”。"),
    "opposite_proof": ("Says the opposite about the proof: “%(quote)s”.", "对证明程度的判断与参考相反：“%(quote)s”。"),
    "opposite_remedy": ("Denies the remedy: “%(quote)s”.", "对处理意见的判断与参考相反：“%(quote)s”。"),
    "opposite_fact": ("States the opposite fact: “%(quote)s”.", "所述事实与参考相反：“%(quote)s”。"),
    "other_consequence": ("Another legal consequence than the reference: “%(quote)s”.", "法律后果与参考不同：“%(quote)s”。"),
    "wrong_charge": ("Another charge: %(found)s.", "罪名认定不同：%(found)s。"),
    "wrong_circumstance": ("Another judgement about the circumstance “%(found)s”.", "对情节“%(found)s”的认定与参考不同。"),
    "wrong_article": ("Another article: %(found)s.", "引用条文不同：%(found)s。"),
    "wrong_amount": ("Another amount in the conclusion: %(found)s.", "认定数额不同：%(found)s。"),
    "other_issue": ("Speaks about another issue: “%(quote)s”.", "所述为另一问题：“%(quote)s”。"),
    "forbidden": ("Makes an assertion that the rubric forbids: “%(quote)s”.", "出现评分标准禁止的表述：“%(quote)s”。"),
    "citation_capped": ("Right, but the decisive citation is missing; capped.", "内容正确但未引用关键条文，按规则限分。"),
    "citation_zero": ("The decisive citation is missing; no marks by the rubric.", "未引用关键条文，按规则不得分。"),
    "citation_review": ("The decisive citation is missing; a person decides.", "未引用关键条文，由阅卷人决定。"),
    "copied": ("Copied from the case file without a judgement of one's own.", "照抄案卷材料，没有自己的判断。"),
    "section_missing": ("The section is missing or empty.", "缺少该部分内容。"),
    "hint_expected": ("Reference: “%(expected)s”; not in the document.", "参考中的“%(expected)s”未出现。"),
    "hint_other": ("“%(found)s” where the reference has “%(expected)s”.", "写为“%(found)s”，参考为“%(expected)s”。"),
    "hint_extra": ("“%(found)s” is not in the reference.", "“%(found)s”在参考中没有。"),
    "hint_inside": ("“%(found)s” here, “%(expected)s” elsewhere in the document.", "此处为“%(found)s”，文中他处为“%(expected)s”，前后不一致。"),
}  # fmt: skip


def reason(key: str, **parameters: object) -> Reason:
    """The reason ``key`` with its parameters filled in. Raises KeyError for an unknown key."""
    english, chinese = MESSAGES[key]
    values = {name: _short(str(value)) for name, value in parameters.items()}
    return Reason(key, values, chinese % values, english % values)


def _short(text: str, limit: int = 60) -> str:
    return text if len(text) <= limit else text[: limit - 1] + "…"
