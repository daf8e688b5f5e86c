"""What is written during the journey. Everybody and everything in it is invented."""

# The evaluation that becomes a study
CASE_NO = "云浦检刑诉〔2026〕50号"
EVALUATED_ON = "2026-06-12"
PROBLEM = "电子数据无完整性校验值"
CODE = "XS-ZJ-11"

# The study: facts as a trainer pastes them, with the names in them
TITLE = "行车记录视频没有校验值,庭审中被排除"
FACTS = (
    "2026年2月3日21时许,兰立新在青石镇春晖茶馆饮酒后驾驶小型轿车,与顾小蓉驾驶的车辆发生擦碰。"
    "青石镇派出所民警纪长河从兰立新的行车记录仪中复制视频文件3个,刻录成光盘随案移送。\n"
    "提取笔录没有记载电子数据的完整性校验值,存储卡也没有封存。承办人将该视频作为认定驾驶人的主要证据。"
    "庭审中,兰立新提出视频经过剪辑,顾小蓉未看清驾驶人,法庭没有采信该段视频。"
)
PARTIES = (("兰立新", "suspect"), ("顾小蓉", "victim"), ("纪长河", "person"), ("春晖茶馆", "organisation"))
WRONG = "提取电子数据没有计算完整性校验值,也没有封存原始存储介质,承办人没有要求补正就采信。"
RULE = "收集提取电子数据,应当保护其完整性:扣押封存原始存储介质,计算完整性校验值,制作提取笔录。"
PRACTICE = "审查时核对提取笔录的校验值与移送的数据是否一致;没有校验值的,要求侦查机关补正或者作出合理解释。"
QUESTIONS = "只移送光盘时,审查起诉应当做什么?\n补正不能时,还有哪些证据可以证明驾驶人是谁?"
# Two characters and a phrase that stand in the study
WORD, PHRASE = "封存", "原始存储介质"

# The lessons
LESSON = "电子数据审查:先看校验值"
LESSON_TEXT = "拿到视频光盘,先问三件事:原始介质在哪里,谁封存的,校验值对不对得上。"
MICROCLASS = "十分钟看懂提取笔录"
MICROCLASS_TEXT = "提取笔录四栏必看:来源、方法、校验值、见证人。"
QUESTION = "提取笔录没有记载完整性校验值,首先应当怎样做?"
CHOICES = ("直接排除", "要求补正或者作出合理解释", "不影响使用")
EXPLANATION = "属于可以补正的瑕疵;不能补正或者作出合理解释的,不得作为定案的根据。"

# The evidence review
REVIEW = "危险驾驶案电子数据审查"
REVIEW_TASK = "阅读案卷材料,指出证据中的问题,写明属性、后果、法律依据和处理意见。"
REPORT_TITLE = "视频提取笔录"
REPORT_LINES = (
    "提取时间:2026年3月2日10时至11时。提取地点:某派出所办案区。",
    "提取人员从行车记录仪中导出视频文件三个,本笔录未记载数据的完整性校验值。",
    "存储卡由民警放入办公室抽屉保管,没有封存。",
)
STATEMENT_TITLE = "讯问笔录"
STATEMENT_LINES = (
    "讯问时间:2026年3月2日14时至15时,地点:办案区讯问室。",
    "侦查人员告知权利义务,犯罪嫌疑人核对笔录后逐页签名并捺指印。",
)
FLAW_QUOTE = "本笔录未记载数据的完整性校验值"
DECOY_QUOTE = "犯罪嫌疑人核对笔录后逐页签名并捺指印"
FLAW = "提取电子数据没有计算完整性校验值。"
BASIS = "最高法适用刑诉法解释(2021)第113条"
REMEDY = "要求侦查机关补正或者作出合理解释。"

# The document to draft
DRAFT = "危险驾驶案补充侦查提纲"
DRAFT_TASK = "根据案情,制作退回补充侦查提纲。"
DRAFT_CODE = "BZTG"
SECTION_TEXT = "根据刑事诉讼法第一百七十五条第二款,退回补充侦查,期限一个月。"
CRITERION = "写明退回补充侦查的法律依据和期限。"
CRITERION_WORDS = "第一百七十五条\n一个月"
SECOND_TEXT = "电子数据没有完整性校验值,不能排除删改。"
SECOND_CRITERION = "指出电子数据没有校验值的证据缺口。"
SECOND_WORDS = "校验值"

PAPER = "电子数据专题测试"
SITTING = "第四季度岗位能力测试"

# The prosecutor's answers
REASONING = "提取笔录没有记载完整性校验值,不能证明视频没有剪辑,属于收集程序的瑕疵。"
FIRST_ANSWER = "依照《中华人民共和国刑事诉讼法》第一百七十五条第二款,退回侦查机关补充侦查,应当在一个月内完毕。"
SECOND_ANSWER = "视频的提取笔录没有校验值,需要补充电子数据完整性的证据。"
COMMENT = "说明了补正方向,但没有写明不能补正的后果。"
