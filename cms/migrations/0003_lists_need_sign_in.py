"""Every list under the home page is for people who have signed in."""

from django.db import migrations

RESTRICTION = "login"


def restrict(apps, schema_editor):
    page_model = apps.get_model("wagtailcore", "Page")
    restriction_model = apps.get_model("wagtailcore", "PageViewRestriction")
    for page in page_model.objects.filter(depth=3, path__startswith="00010001"):
        restriction_model.objects.get_or_create(page_id=page.pk, restriction_type=RESTRICTION)


def release(apps, schema_editor):
    restrictions = apps.get_model("wagtailcore", "PageViewRestriction").objects
    restrictions.filter(restriction_type=RESTRICTION, page__path__startswith="00010001").delete()


class Migration(migrations.Migration):
    dependencies = [("cms", "0002_site_tree")]

    operations = [migrations.RunPython(restrict, release)]
