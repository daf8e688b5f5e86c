"""The knowledge lists of the starter pack, one table per list. Columns are those of ``knowledge_pack/*.csv``."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from casebank.models.knowledge_row import KnowledgeRow, line, text


class DefectType(KnowledgeRow):
    """A line of the negative list (负面清单): the spine that findings, lessons, items and records share."""

    title = models.CharField(_("title"), max_length=120)
    business_line = models.CharField(_("business line"), max_length=20, db_index=True)
    stage = models.CharField(_("stage"), max_length=20, db_index=True)
    dimension = models.CharField(_("dimension"), max_length=20)
    severity = models.CharField(_("severity"), max_length=10, db_index=True)
    affects_outcome = line(_("affects the outcome"), 10)
    legal_basis = text(_("legal basis"))
    check_method = text(_("how to check"))
    auto_checkable = line(_("checkable by machine"), 10)
    rectification = text(_("rectification"))

    class Meta(KnowledgeRow.Meta):
        verbose_name = _("defect type")
        verbose_name_plural = _("negative list")

    def __str__(self):
        return f"{self.code} {self.title}"


class EvidenceKind(KnowledgeRow):
    """A statutory kind of evidence or a sub-kind of it (刑诉法 50)."""

    kind = line(_("kind"), 40)
    statutory_order = models.PositiveSmallIntegerField(_("statutory order"), default=0)
    subtype = line(_("sub-kind"), 40)
    authenticity_points = text(_("authenticity"))
    relevance_points = text(_("relevance"))
    legality_points = text(_("legality"))
    absolute_exclusion = text(_("cannot be used"))
    curable_defects = text(_("curable"))
    typical_supplement_request = text(_("typical supplement request"))
    legal_basis = text(_("legal basis"))

    class Meta(KnowledgeRow.Meta):
        verbose_name = _("evidence kind")
        verbose_name_plural = _("evidence kinds")

    def __str__(self):
        return self.subtype


class EvidenceIssue(KnowledgeRow):
    """A defect that evidence shows in a file: common violation (常见违法情形) and atom of answer keys."""

    evidence_subtype = line(_("evidence"), 40)
    issue = line(_("issue"), 160)
    attribute = line(_("attribute"), 20)
    consequence = line(_("consequence"), 60)
    how_it_shows_in_file = text(_("how it shows in a file"))
    standard_answer_points = text(_("answer points"))
    supplement_request = text(_("supplement request"))
    difficulty = models.PositiveSmallIntegerField(_("difficulty"), default=1)
    legal_basis = text(_("legal basis"))

    class Meta(KnowledgeRow.Meta):
        verbose_name = _("common violation")
        verbose_name_plural = _("common violations")

    def __str__(self):
        return f"{self.code} {self.issue}"


class DocumentType(KnowledgeRow):
    """A legal document (法律文书) that people draft; its sections are ``sections``."""

    name = line(_("name"), 40)
    business_line = line(_("business line"), 20)

    class Meta(KnowledgeRow.Meta):
        verbose_name = _("document type")
        verbose_name_plural = _("document types")

    def __str__(self):
        return self.name


class DocumentSection(KnowledgeRow):
    """A section of a document type; ``code`` is ``<document code>-<order>``; points of a type add up to 100."""

    document_type = models.ForeignKey(
        DocumentType, models.CASCADE, related_name="sections", verbose_name=_("document type")
    )
    section_order = models.PositiveSmallIntegerField(_("order"))
    section = line(_("section"), 60)
    required = line(_("required"), 20)
    key_elements = text(_("required elements"))
    common_errors = text(_("common errors"))
    suggested_points = models.DecimalField(_("points"), max_digits=5, decimal_places=1, default=0)
    scoring_note = text(_("scoring note"))
    legal_basis = text(_("legal basis"))

    class Meta(KnowledgeRow.Meta):
        verbose_name = _("document section")
        verbose_name_plural = _("document sections")
        ordering = ["document_type", "section_order"]

    def __str__(self):
        return self.section


class Grade(KnowledgeRow):
    """A grade (等次) of a scheme with dates; ``code`` is ``<scheme>-<rank>``."""

    scheme = line(_("scheme"), 40)
    effective_from = models.DateField(_("from"))
    effective_to = models.DateField(_("to"), null=True, blank=True)
    rank = models.PositiveSmallIntegerField(_("rank"))
    grade = line(_("grade"), 20)
    former_name = line(_("former name"), 40)
    criteria = text(_("criteria"))

    class Meta(KnowledgeRow.Meta):
        verbose_name = _("grade")
        verbose_name_plural = _("grades")
        ordering = ["effective_from", "rank"]

    def __str__(self):
        return f"{self.grade} ({self.scheme})"


class Competency(KnowledgeRow):
    """A competency dimension (素能); ``linked_negative_prefix`` lists code prefixes separated by ``;``."""

    dimension = line(_("dimension"), 40)
    description = text(_("description"))
    levels = line(_("levels"), 20)
    linked_negative_prefix = line(_("linked defect codes"))
    linked_test_types = line(_("linked tests"))

    class Meta(KnowledgeRow.Meta):
        verbose_name = _("competency")
        verbose_name_plural = _("competencies")

    def __str__(self):
        return self.dimension

    @property
    def prefixes(self) -> tuple[str, ...]:
        return tuple(part.strip() for part in self.linked_negative_prefix.split(";") if part.strip())


class Deadline(KnowledgeRow):
    """A time limit of the work (办案期限)."""

    business_line = line(_("business line"), 20)
    name = line(_("name"), 80)
    trigger_event = line(_("counts from"))
    length = models.DecimalField(_("length"), max_digits=6, decimal_places=1, default=0)
    unit = line(_("time unit"), 20)
    extension = text(_("extension"))
    max_total = text(_("at most"))
    special_rule = text(_("special rule"))
    holiday_rule = text(_("holiday rule"))
    responsible = line(_("responsible"), 80)
    legal_basis = text(_("legal basis"))
    default_warning = line(_("warning"))

    class Meta(KnowledgeRow.Meta):
        verbose_name = _("time limit")
        verbose_name_plural = _("time limits")

    def __str__(self):
        return self.name


class ReviewItem(KnowledgeRow):
    """An item that an evaluation scores (评查项目)."""

    dimension = line(_("dimension"), 40)
    item = line(_("item"))
    business_line = line(_("business line"), 20)
    suggested_max = models.DecimalField(_("points"), max_digits=5, decimal_places=1, default=0)
    deduct_rule = text(_("deductions"))
    excellent_evidence = text(_("signs of excellence"))
    grade_ceiling = text(_("grade ceiling"))
    links_negative_codes = text(_("linked defect codes"))

    class Meta(KnowledgeRow.Meta):
        verbose_name = _("review item")
        verbose_name_plural = _("review items")

    def __str__(self):
        return self.item


class CaseTypeKeyReview(KnowledgeRow):
    """A case type that is always evaluated (逐案重点评查), as configured by the unit."""

    case_type = line(_("case type"))
    business_line = line(_("business line"), 40)
    detect_rule = text(_("how to detect"))
    source_layer = line(_("layer"), 60)

    class Meta(KnowledgeRow.Meta):
        verbose_name = _("must-review type")
        verbose_name_plural = _("must-review types")

    def __str__(self):
        return self.case_type


class RiskRule(KnowledgeRow):
    """A screening rule that gives a hint (风险提示), never a verdict."""

    risk = line(_("risk"))
    trigger_expression = text(_("trigger"))
    level = line(_("level"), 10)
    reason = text(_("reason"))
    suggested_action = text(_("suggested action"))
    legal_basis = text(_("legal basis"))

    class Meta(KnowledgeRow.Meta):
        verbose_name = _("risk rule")
        verbose_name_plural = _("risk rules")

    def __str__(self):
        return self.risk


class SentencingFactor(KnowledgeRow):
    """A sentencing factor with its range in percent (法发〔2021〕21号)."""

    factor = line(_("factor"))
    direction = line(_("direction"), 10)
    mandatory = line(_("mandatory"), 10)
    min_pct = line(_("from percent"), 10)
    max_pct = line(_("to percent"), 10)
    beyond_range = text(_("beyond the range"))
    apply_order = line(_("order of application"), 20)
    no_double_count_with = text(_("not counted twice with"))
    offence_limits = text(_("limits by offence"))
    criminal_law_basis = text(_("Criminal Law"))
    guideline_item = line(_("guideline item"), 60)

    class Meta(KnowledgeRow.Meta):
        verbose_name = _("sentencing factor")
        verbose_name_plural = _("sentencing factors")

    def __str__(self):
        return self.factor


class AnonymisationRule(KnowledgeRow):
    """A rule of masking (隐名规则)."""

    object = line(_("object"), 60)
    rule = text(_("rule"))
    method = text(_("method"))
    example = text(_("example"))
    legal_basis = text(_("legal basis"))
    applies_to = line(_("applies to"), 80)

    class Meta(KnowledgeRow.Meta):
        verbose_name = _("masking rule")
        verbose_name_plural = _("masking rules")

    def __str__(self):
        return self.object


class PerformanceRule(KnowledgeRow):
    """A rule on assessment and training (考核与培训规则)."""

    topic = line(_("topic"), 60)
    rule = text(_("rule"))
    value = text(_("value"))
    scope = line(_("scope"), 80)

    class Meta(KnowledgeRow.Meta):
        verbose_name = _("assessment rule")
        verbose_name_plural = _("assessment rules")

    def __str__(self):
        return self.topic


class RankOrDepartment(KnowledgeRow):
    """A name that rosters use: rank, staff class or department."""

    name = line(_("name"), 60)
    type = line(_("type"), 40)
    order = models.PositiveSmallIntegerField(_("order"), default=0)

    class Meta(KnowledgeRow.Meta):
        verbose_name = _("rank or department name")
        verbose_name_plural = _("ranks and department names")
        ordering = ["order", "code"]

    def __str__(self):
        return self.name


class ExamFormat(KnowledgeRow):
    """How a known competition or test is held (竞赛与考试形式)."""

    format = line(_("format"))
    duration_hours = line(_("hours"), 40)
    material = text(_("material"))
    outputs = text(_("outputs"))
    marking = text(_("marking"))

    class Meta(KnowledgeRow.Meta):
        verbose_name = _("exam format")
        verbose_name_plural = _("exam formats")

    def __str__(self):
        return self.format


class Source(KnowledgeRow):
    """Where a fact of the pack was read."""

    what = text(_("what"))
    address = text(_("address"))
    kind = line(_("kind"), 40)
    reliability = line(_("reliability"), 20)

    class Meta(KnowledgeRow.Meta):
        verbose_name = _("source")
        verbose_name_plural = _("sources")

    def __str__(self):
        return self.code
