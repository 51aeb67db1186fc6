"""The three administrators: what each may do, and that none can become somebody else."""

from __future__ import annotations

import re
from datetime import timedelta

import pytest
from django.db import IntegrityError, transaction
from django.test import Client
from django.utils import timezone

from nuanxin.domains.access import limits, services
from nuanxin.domains.access.models import Account, Act, Attempt, Membership
from nuanxin.domains.access.roles import Role
from nuanxin.domains.access.verbs import Verb
from nuanxin.domains.seals.sealing import keys
from tests.domains import live_city
from tests.signed_in import account, device_of, signed_in

pytestmark = pytest.mark.django_db
WHY = "新到岗"


@pytest.fixture
def sunli() -> Account:
    """An account that holds no role."""
    return services.make_account("sunli")


def do(by: Role, verb: str, of: Account, /, **values: object) -> tuple[int, str]:
    answer = signed_in(by).post(f"/accounts/{of.pk}/{verb}/", {"why": WHY, **values})
    return answer.status_code, answer.content.decode()


def test_the_system_administrator_makes_an_account_and_hands_its_link_out() -> None:
    client = signed_in(Role.SYSTEM_ADMIN)
    made = client.post("/accounts/new/", {"name": "wang", "person_id": "P9", "why": WHY})
    assert made.status_code == 302
    page = client.post(f"{made['Location']}link/", {"why": WHY}).content.decode()
    link = re.search(r"http://testserver(/sign-in/first/[^<]+)<", page)
    assert link
    assert Client().get(link[1]).status_code == 200
    assert not Membership.objects.filter(account__name="wang").exists()
    assert link[1] not in client.get(made["Location"]).content.decode(), "shown once"
    assert [(a.verb, a.by, a.of, a.why) for a in Act.objects.order_by("pk")] == [
        ("make", "test-system-admin", "wang", WHY),
        ("link", "test-system-admin", "wang", WHY),
    ]


def test_the_security_administrator_gives_and_ends_roles(sunli: Account) -> None:
    live_city.unit("U1")
    role = {"role": "finance", "unit_id": "U1", "since": "2020-02-01", "until": "2099-12-31"}
    assert do(Role.SECURITY_ADMIN, "give", sunli, **role)[0] == 302
    held = sunli.memberships.get()
    assert (held.role, held.unit_id, held.purpose) == ("finance", "U1", WHY)
    assert (str(held.since), str(held.until)) == ("2020-02-01", "2099-12-31")
    assert do(Role.SECURITY_ADMIN, "end", sunli, membership=held.pk)[0] == 302
    held.refresh_from_db()
    assert held.until == timezone.localdate() - timedelta(days=1)
    status, page = do(Role.SECURITY_ADMIN, "end", sunli, membership=held.pk)
    assert (status, "已经结束" in page) == (422, True)
    assert [a.what for a in Act.objects.order_by("pk")] == [
        "finance U1 2020-02-01/2099-12-31",
        "finance U1 2020-02-01/2099-12-31",
    ]


def test_a_role_is_given_only_in_a_unit_that_there_is(sunli: Account) -> None:
    status, page = do(Role.SECURITY_ADMIN, "give", sunli, role="finance", unit_id="U9")
    assert (status, "没有单位 U9" in page) == (422, True)
    assert not sunli.memberships.exists()


def test_a_role_that_begins_today_is_taken_back(sunli: Account) -> None:
    do(Role.SECURITY_ADMIN, "give", sunli, role="finance")
    do(Role.SECURITY_ADMIN, "end", sunli, membership=sunli.memberships.get().pk)
    assert not sunli.memberships.exists()


def test_a_reset_takes_the_device_away(sunli: Account) -> None:
    status, page = do(Role.SECURITY_ADMIN, "reset", sunli)
    assert (status, "没有第二重验证" in page) == (422, True)
    device_of(sunli)
    assert do(Role.SECURITY_ADMIN, "reset", sunli)[0] == 302
    assert not hasattr(Account.objects.get(pk=sunli.pk), "second_factor")


def test_a_closed_account_is_out_at_once_and_may_come_back() -> None:
    finance, client = account(Role.FINANCE), signed_in(Role.FINANCE)
    assert client.get("/me/account/").status_code == 200
    do(Role.SYSTEM_ADMIN, "close", finance)
    assert client.get("/me/account/").status_code == 302
    assert do(Role.SYSTEM_ADMIN, "link", finance)[0] == 422
    do(Role.SYSTEM_ADMIN, "reopen", finance)
    assert signed_in(Role.FINANCE).get("/me/account/").status_code == 200
    assert client.get("/me/account/").status_code == 302, "old sessions stay ended"


@pytest.mark.parametrize("verb", [verb for verb in Verb if verb != Verb.MAKE])
def test_what_is_one_administrators_is_not_the_others(verb: Verb, sunli: Account) -> None:
    for role in {Role.SYSTEM_ADMIN, Role.SECURITY_ADMIN, Role.AUDIT_ADMIN} - {verb.role}:
        assert do(role, verb, sunli, role="finance")[0] == 403
    assert not Act.objects.exists()
    page = signed_in(verb.role).get(f"/accounts/{sunli.pk}/").content.decode()
    assert ("授予" in page) == (verb.role == Role.SECURITY_ADMIN)


def test_nobody_sees_to_their_own_account_nor_without_a_why(sunli: Account) -> None:
    own = account(Role.SECURITY_ADMIN)
    device_of(own)
    assert "别的管理员" in do(Role.SECURITY_ADMIN, "reset", own)[1]
    assert "请写明为什么" in do(Role.SYSTEM_ADMIN, "close", sunli, why=" ")[1]
    for wrong in ({"role": "king"}, {"role": "finance", "since": "soon"}):
        assert do(Role.SECURITY_ADMIN, "give", sunli, **wrong)[0] == 422
    assert do(Role.SECURITY_ADMIN, "end", sunli, membership="x")[0] == 422
    assert do(Role.SECURITY_ADMIN, "nothing", sunli)[0] == 404
    assert not Act.objects.exists()
    assert hasattr(Account.objects.get(pk=own.pk), "second_factor")


def test_an_account_of_a_token_gets_no_password() -> None:
    status, page = do(Role.SYSTEM_ADMIN, "link", services.make_account("api:hr-system"))
    assert (status, "接口令牌" in page) == (422, True)


def test_acts_stay_as_they_were_written(sunli: Account) -> None:
    do(Role.SYSTEM_ADMIN, "close", sunli)
    for change in (Act.objects.all().delete, lambda: Act.objects.update(why="其他")):
        with pytest.raises(IntegrityError, match="append-only"), transaction.atomic():
            change()
    page = signed_in(Role.AUDIT_ADMIN).get("/acts/").content.decode()
    assert "停用" in page
    assert WHY in page


def test_the_audit_administrator_sees_attempts_and_locked_names() -> None:
    for _ in range(limits.PER_NAME + 1):
        Client().post("/sign-in/", {"name": "wang", "password": "no"})
    Attempt.objects.create(name="li", failed=False)
    client = signed_in(Role.AUDIT_ADMIN)
    page = client.get("/attempts/").content.decode()
    assert "现在锁着的名字" in page
    assert ">li<" not in page
    assert ">li<" in client.get("/attempts/?show=all").content.decode()


def test_lists_come_in_pages_and_keep_what_was_asked() -> None:
    Account.objects.bulk_create(Account(name=f"a&b{n:03}") for n in range(60))
    client = signed_in(Role.AUDIT_ADMIN)
    page = client.get("/accounts/?q=a%26b").content.decode()
    assert 'href="?q=a%26b&amp;page=2"' in page
    assert "a&amp;b059" in client.get("/accounts/?page=2&q=a%26b").content.decode()


def test_the_age_of_keys_is_told_and_not_the_keys() -> None:
    page = signed_in(Role.SYSTEM_ADMIN).get("/keys/").content.decode()
    assert keys().newest.name in page
    assert keys().newest.secret not in page
