"""Every kind of number, in forms invented for this file. All numbers belong to nobody."""

import pytest

from casebank.core.anonymise import anonymise

FORMS = {
    "ID_NUMBER": [
        "身份证号640302199102304417", "公民身份号码 640302 19910230 4417", "身份证６４０３０２１９９１０２３０４４１Ｘ",
        "身份证号：64030219910230441x", "身份证号码为640302-19910230-4417", "号码64o3O2l9910230441X", "旧证640302910230441",
        "身份证号640302199102\n304417",
    ],
    "PHONE": [
        "电话17799001122", "+86 177 9900 1122", "177-9900-1122", "177.9900.1122", "１７７９９００１１２２", "l77990O1122", "座机0951-6021188",
        "（0951）6021188转803", "010 6602 1188", "手机幺七七九九零零幺幺二二", "一九九八八〇〇一二三四", "电话60211886", "400-820-1122",
        "17799\n001122",
    ],
    "BANK_CARD": [
        "6217 0038 6000 1122 334", "卡号6217003860001122334", "账号为4563510100892211348", "尾号3344的卡", "开户账号1060 2211 3344 55",
        "62170038600011\n22334",
    ],
    "PLATE": ["宁A·66F21", "宁A66F21", "宁AD12345", "宁Ａ６６Ｆ２１", "宁A6621学", "粤Z1234港", "车牌号宁C 88K19", "使101-220"],
    "EMAIL": ["lan.hua@example.com", "邮箱q_w@mail.example.com.cn", "hua＠example．cn"],
    "WECHAT": ["微信号lanhua_88", "微信：wxid_8x9y7z6w5v4u3t", "微信账号为hua-lan-2020", "VX: lanhua7788"],
    "QQ": ["QQ号88112233", "QQ：881122334", "扣扣 88112233", "qq号码为1088112233"],
    "CASE_NO": [
        "（2024）宁0302刑初118号", "(2024)宁03刑终9号之一", "宁惠检刑诉〔2024〕66号", "宁惠检一部刑诉[2024]Z66号", "惠公（刑）立字【2024】1022号",
        "宁惠检刑诉﹝二〇二四﹞六十六号", "惠司鉴[2024]临鉴字第88号", "银仲裁字〔2024〕第0012号", "案件编号：A64030200002024010008", "宁03刑终字第89号",
    ],
    "OTHER_ID": [
        "护照E77889900", "护照EB7788990", "通行证H7788990011", "统一社会信用代码91640300MA76H1G38K", "IMEI：861122040011223", "警号640188",
        "住院号A20240188", "订单编号2024XD889900", "MAC地址3C:22:FB:1A:0B:9D", "IP为10.66.21.88", "车架号LSVAA49J132047371", "军字第8812345号",
        "支付宝账号lanhua88", "执业证号16403202410887766", "保单号PDAA2024640300E88",
    ],
    "ADDRESS": [
        "住宁夏吴忠市利通区朝阳西街88号兰花小区3号楼2单元502室", "家住盐池县花马池镇柳杨村四组12号", "地址：青铜峡市小坝镇古峡东街66-2-301",
        "暂住于同心县豫海镇富民路汇丰大厦B座1906", "户籍地鄂托克前旗昂素镇哈日根图嘎查", "在利通区金积镇塔湾村被抓获",
    ],
    "ORG": [
        "就职于宁夏兰花商贸有限公司", "宁夏吴忠农村商业银行", "吴忠市兰花律师事务所", "利通区老马烟酒店", "吴忠市第三中学", "青铜峡市兰花枸杞专业合作社",
        "柳杨村村民委员会",
    ],
    "COURT": ["吴忠市利通区人民检察院", "盐池县人民法院", "吴忠市公安局利通区分局金积派出所", "吴忠市看守所", "同心县公安局交通警察大队"],
    "DATE": [
        "2024年3月9日", "2024-03-09", "2024.3.9", "2024/3/9", "二〇二四年三月九日", "2024 年 3 月 9 日", "同年3月9日", "3月9日凌晨2时许", "2024年3月至5月",
        "2024年3月9日22时15分许", "当月15日",
    ],
}  # fmt: skip


@pytest.mark.parametrize(("kind", "text"), [(kind, text) for kind, texts in FORMS.items() for text in texts])
def test_form_is_found_under_its_kind(kind, text):
    result = anonymise(f"经查，{text}。")

    assert kind in {span.type for span in result.spans}


@pytest.mark.parametrize(("kind", "text"), [(k, t) for k, ts in FORMS.items() if k != "DATE" for t in ts])
def test_no_run_of_four_digits_is_left(kind, text):
    import re

    result = anonymise(f"经查，{text}。")

    assert not re.search("[0-9０-９]{4}", result.text.replace("20××", ""))


@pytest.mark.parametrize(
    "text",
    [
        "涉案金额12345678元",
        "共计3000.50元",
        "刑法第二百六十四条",
        "第1页共12页",
        "重量1200克",
        "依照《刑事诉讼法》第一百七十六条",
    ],
)
def test_plain_numbers_stay(text):
    assert anonymise(text).text == text


def test_checksum_raises_certainty_and_a_failed_one_does_not_hide_the_find():
    valid, broken = (anonymise(f"号码{n}。").spans[0] for n in ("11010519491231002X", "110105194912310021"))

    assert (valid.type, broken.type) == ("ID_NUMBER", "ID_NUMBER")
    assert valid.certainty > broken.certainty > 0.5


def test_neighbouring_cells_are_not_glued():
    result = anonymise("2024.3.9\t17799001122\n2024.3.10\t17799001133\n")

    assert [span.type for span in result.spans] == ["DATE", "PHONE", "DATE", "PHONE"]
