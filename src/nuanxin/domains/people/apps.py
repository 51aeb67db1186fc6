"""Who there is: units as a tree, people, their families; two records of one person made one."""

from __future__ import annotations

from django.apps import AppConfig


class PeopleConfig(AppConfig):
    name = "nuanxin.domains.people"
    label = "people"
