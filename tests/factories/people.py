"""Invented units, departments, people and accounts."""

import factory
from factory.django import DjangoModelFactory
from faker import Faker

from casebank.enums import Role
from casebank.models import Department, Person, Post, RoleGrant, Unit, User

PASSWORD = "yunpu-training-2026"
_faker = Faker("zh_CN")
_faker.seed_instance(20261123)


class UnitFactory(DjangoModelFactory):
    class Meta:
        model = Unit
        django_get_or_create = ("code",)

    code = "YP"
    name = factory.LazyAttribute(lambda unit: "云浦县人民检察院" if unit.code == "YP" else f"虚构检察院{unit.code}")


class DepartmentFactory(DjangoModelFactory):
    class Meta:
        model = Department
        django_get_or_create = ("unit", "name")

    unit = factory.SubFactory(UnitFactory)
    name = "第一检察部"


class PostFactory(DjangoModelFactory):
    class Meta:
        model = Post
        django_get_or_create = ("name",)

    name = "员额检察官"


class PersonFactory(DjangoModelFactory):
    class Meta:
        model = Person

    unit = factory.SubFactory(UnitFactory)
    department = factory.SubFactory(DepartmentFactory, unit=factory.SelfAttribute("..unit"))
    post = factory.SubFactory(PostFactory)
    staff_no = factory.Sequence(lambda number: f"T{number:05d}")
    name = factory.LazyFunction(_faker.name)
    rank = "一级检察官"


class UserFactory(DjangoModelFactory):
    """An account with ``roles``: ``UserFactory(roles=["trainer"])``."""

    class Meta:
        model = User
        skip_postgeneration_save = True

    person = factory.SubFactory(PersonFactory)
    username = factory.SelfAttribute("person.staff_no")

    @factory.post_generation
    def password(self, create, extracted, **kwargs):
        self.set_password(extracted or PASSWORD)
        self.save()

    @factory.post_generation
    def roles(self, create, extracted, **kwargs):
        for role in extracted or ():
            RoleGrant.objects.create(user=self, role=Role(role))
