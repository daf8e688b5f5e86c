"""Who walks: people of the roster, with the roles that the administrator gives them in the first step."""

from dataclasses import dataclass

UNIT = "云浦县人民检察院"
PASSWORD = "wufeng-qingshi-27"


@dataclass(frozen=True)
class Somebody:
    number: str
    name: str
    roles: tuple[str, ...]


ADMINISTRATOR = Somebody("YP0123", "彭越", ("administrator",))
INSPECTOR = Somebody("YP0402", "黄丽", ("inspector",))
TRAINER = Somebody("YP0602", "唐倩", ("trainer",))
SECOND_TRAINER = Somebody("YP0501", "秦岭", ("trainer",))
PROSECUTOR = Somebody("YP0109", "周海涛", ("prosecutor",))
MARKER = Somebody("YP0002", "蔡红", ("marker",))
HR = Somebody("YP0601", "邓雪", ("hr",))
HEAD = Somebody("YP0104", "李文博", ("head", "prosecutor"))

# Whom the administrator opens accounts for.
STAFF = (INSPECTOR, TRAINER, SECOND_TRAINER, PROSECUTOR, MARKER, HR, HEAD)
DEPARTMENT = "第一检察部"
