"""Closed vocabularies of casebank. Whatever may change by rule (grades, lines, codes) is data instead."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class Role(models.TextChoices):
    PROSECUTOR = "prosecutor", _("Prosecutor")
    TRAINER = "trainer", _("Trainer")
    MARKER = "marker", _("Marker")
    INSPECTOR = "inspector", _("Inspector")
    HR = "hr", _("HR")
    HEAD = "head", _("Head of department")
    ADMINISTRATOR = "administrator", _("Administrator")


class UnitLevel(models.TextChoices):
    SUPREME = "supreme", _("Supreme procuratorate")
    PROVINCE = "province", _("Provincial procuratorate")
    CITY = "city", _("City procuratorate")
    COUNTY = "county", _("Grass-roots procuratorate")


class VerifyClass(models.TextChoices):
    LAW_TEXT = "law_text", _("Read in the law text")
    PUBLIC_REPORT = "public_report", _("Seen in a public report")
    SUGGESTION = "suggestion", _("Suggestion")
    MIXED = "mixed", _("Partly verified")
    UNVERIFIED = "unverified", _("To be verified")


class EntryKind(models.TextChoices):
    """What a line of the performance record is about."""

    EVALUATION = "evaluation", _("Case evaluation")
    FINDING = "finding", _("Confirmed defect")
    FORMAL_SITTING = "formal_sitting", _("Formal test")
    LESSON = "lesson", _("Lesson completed")
    HOURS = "hours", _("Training hours")
    COMMENDATION = "commendation", _("Commendation")


class EntryStatus(models.TextChoices):
    PROVISIONAL = "provisional", _("Provisional")
    FINAL = "final", _("Final")


class RowStatus(models.TextChoices):
    """What the importer thinks of one row of a ledger."""

    VALID = "valid", _("Valid")
    DUPLICATE = "duplicate", _("Duplicate")
    CONFLICT = "conflict", _("Conflict")
    INVALID = "invalid", _("Invalid")
    SKIPPED = "skipped", _("Not a case row")


class PartyRole(models.TextChoices):
    """What a name or string of the case record belongs to."""

    SUSPECT = "suspect", _("Suspect or defendant")
    VICTIM = "victim", _("Victim")
    WITNESS = "witness", _("Witness")
    PERSON = "person", _("Other person")
    HANDLER = "handler", _("Handling prosecutor")
    EVALUATOR = "evaluator", _("Evaluator")
    JUDGE = "judge", _("Judge")
    LAWYER = "lawyer", _("Defender or agent")
    ALIAS = "alias", _("Nickname")
    ORGANISATION = "organisation", _("Company or organisation")
    AUTHORITY = "authority", _("Procuratorate, court or police")
    PLACE = "place", _("Place or address")
    CASE_NO = "case_no", _("Case number")
    NUMBER = "number", _("Other number")


class SpanType(models.TextChoices):
    """Kinds of identifiers, as the anonymiser names them."""

    PERSON = "PERSON", _("Person")
    ALIAS = "ALIAS", _("Nickname")
    ID_NUMBER = "ID_NUMBER", _("Identity document number")
    PHONE = "PHONE", _("Telephone number")
    BANK_CARD = "BANK_CARD", _("Bank card or account")
    PLATE = "PLATE", _("Number plate")
    EMAIL = "EMAIL", _("E-mail address")
    WECHAT = "WECHAT", _("WeChat account")
    QQ = "QQ", _("QQ account")
    CASE_NO = "CASE_NO", _("Case number")
    OTHER_ID = "OTHER_ID", _("Other number")
    ADDRESS = "ADDRESS", _("Place or address")
    ORG = "ORG", _("Company or organisation")
    COURT = "COURT", _("Procuratorate, court or police")
    DATE = "DATE", _("Date")


class SpanDecision(models.TextChoices):
    PENDING = "pending", _("To be decided")
    REPLACE = "replace", _("Replace")
    KEEP = "keep", _("Keep")


class ReadingCheck(models.TextChoices):
    """What the second person of a study confirms to have looked for."""

    NAMES = "names", _("No name, nickname or short form of a name is left")
    NUMBERS = "numbers", _("No number is left that belongs to one person or case")
    PLACES = "places", _("No place, unit or company can be recognised")
    DATES = "dates", _("Dates give no public event away")
    NOBODY = "nobody", _("Nothing else points at a particular person")
