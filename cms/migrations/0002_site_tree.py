"""The site's pages in Chinese: home and the lists under it. Wagtail's own welcome page goes."""

from django.db import migrations

LISTS = [
    ("casestudyindexpage", "case-studies", "缺陷案例", "经脱敏并由第二人确认的办案缺陷案例。"),
    ("negativelistpage", "negative-list", "负面清单", "评查中反复出现的问题，按业务条线、办案环节和严重程度查找。"),
    ("violationspage", "violations", "常见违法情形", "卷宗证据中常见的违法情形、表现形式与处理要点。"),
    ("supervisionpage", "supervision-points", "类案监督要点", "按案由归纳的监督审查要点，由评查结果提炼并经案管确认。"),
    ("microclassindexpage", "micro-classes", "质效微课堂", "一课一问题，十分钟学完。"),
]


def build(apps, schema_editor):
    page_model = apps.get_model("wagtailcore", "Page")
    site_model = apps.get_model("wagtailcore", "Site")
    locale = apps.get_model("wagtailcore", "Locale").objects.order_by("pk").first()
    content_types = apps.get_model("contenttypes", "ContentType").objects
    page_model.objects.filter(slug="home", depth=2).delete()

    def add(model_name, path, slug, title, url_path, depth, numchild, intro):
        content_type, _ = content_types.get_or_create(app_label="cms", model=model_name)
        return apps.get_model("cms", model_name).objects.create(
            title=title, draft_title=title, slug=slug, content_type=content_type, path=path, depth=depth,
            numchild=numchild, url_path=url_path, locale=locale, show_in_menus=True, intro=intro,
        )

    home = add("homepage", "00010001", "home", "案鉴", "/home/", 2, len(LISTS), "每案必检，以案促训：从一件案件的缺陷，到下一件案件的质量。")
    for number, (model_name, slug, title, intro) in enumerate(LISTS, 1):
        add(model_name, f"00010001{number:04d}", slug, title, f"/home/{slug}/", 3, 0, intro)
    page_model.objects.filter(path="0001").update(numchild=1)
    site_model.objects.all().delete()
    site_model.objects.create(hostname="localhost", port=80, root_page_id=home.pk, is_default_site=True, site_name="案鉴")


def clear(apps, schema_editor):
    apps.get_model("wagtailcore", "Page").objects.filter(path__startswith="00010001").delete()


class Migration(migrations.Migration):
    dependencies = [
        ("cms", "0001_initial"),
        ("wagtailcore", "0098_apitoken"),
    ]

    operations = [migrations.RunPython(build, clear)]
