"""One person's signed package: complete, readable, and any byte that differs is noticed."""

from __future__ import annotations

import json
import zipfile
from datetime import date
from pathlib import Path

import pytest

from nuanxin.cli import run as nuanxin
from nuanxin.domains.actor import Actor
from nuanxin.domains.ledger import services
from nuanxin.domains.ledger.cover import COVER, packed
from nuanxin.domains.ledger.deeds import Named
from nuanxin.domains.ledger.evidence import NoEvidence, evidence_of, files_of
from nuanxin.domains.ledger.models import Obligation, Run
from nuanxin.domains.ledger.package import NotGenuine, sign, signing_key, verify
from tests.domains.documents.pages import seen

HR = Actor("HR1", "unit_hr")


@pytest.mark.django_db
@pytest.mark.usefixtures("loaded")
class TestContent:
    def test_all_that_is_owed_is_told_with_reasons_rules_and_facts(self) -> None:
        run = Run.objects.get()
        told = evidence_of(run, "P1")
        owed = Obligation.objects.filter(subject_kind="person", subject_id="P1")
        assert {o["obligation_id"] for o in told["obligations"]} == set(
            owed.values_list("obligation_id", flat=True)
        )
        rest = next(o for o in told["obligations"] if o["obligation_id"] == "rest|P1")
        assert (rest["state"], rest["quantity"], rest["quantity_met"]) == ("owed", 15, 7)
        assert all(rest["law"]["text"][language] for language in ("zh", "en"))
        assert rest["owner"]["name"] == "市海湾医院"
        assert told["person"]["name"] == "林晓岚"

    def test_what_was_given_says_by_whom_and_on_what_grounds(self) -> None:
        what = Named("dalian2020", "rest|P1")
        services.deliver(what, date(2020, 4, 21), HR, evidence="休假单 8 号")
        told = evidence_of(Run.objects.get(), "P1")
        (given,) = told["given"]
        assert (given["by"], given["why"], given["on_date"]) == ("HR1", "休假单 8 号", "2020-04-21")
        rest = next(o for o in told["obligations"] if o["obligation_id"] == "rest|P1")
        assert [deed["kind"] for deed in rest["deeds"]] == ["deliver"]
        files = files_of(told)
        assert json.loads(files["evidence.json"]) == told
        page = files["evidence.html"].decode()
        assert "休假单 8 号" in page

    def test_the_package_has_a_cover_of_one_page_and_a_catalogue(self, tmp_path: Path) -> None:
        run = Run.objects.get()
        found = verify(packed(run, "P1", tmp_path))
        assert set(found.files) == {"evidence.json", "evidence.html", COVER}
        front, *rest = seen(found.files[COVER])
        assert "林晓岚（P1）" in front.text
        assert "附件：义务目录" in front.text, "the signature stands on the page of what it signs"
        assert rest[0].text.lstrip().startswith("附件"), "the catalogue follows at once"
        assert found.fingerprint.split()[-1] in front.text
        listed = "".join(page.text for page in rest)
        assert all(o["provision"] in listed for o in evidence_of(run, "P1")["obligations"])

    def test_a_machine_without_typefaces_makes_it_without_a_cover(
        self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        monkeypatch.setattr("nuanxin.domains.documents.pdf.chinese_typefaces", lambda: 0)
        assert COVER not in verify(packed(Run.objects.get(), "P1", tmp_path)).files

    def test_a_name_is_shown_as_text(self) -> None:
        page = files_of(evidence_of(Run.objects.get(), "P6"))["evidence.html"].decode()
        assert "O&#x27;Neil &lt;script&gt;" in page

    def test_who_is_unknown_has_no_evidence(self) -> None:
        with pytest.raises(NoEvidence, match="person:P99"):
            evidence_of(Run.objects.get(), "P99")


FILES = {"evidence.json": '{"person": {"name": "林晓岚"}, "as_of": "x"}'.encode(), "a.html": b"<p>"}


@pytest.fixture
def package(tmp_path: Path) -> bytes:
    return sign(FILES, signing_key(tmp_path))


def test_a_package_is_what_was_signed(package: bytes, tmp_path: Path) -> None:
    found = verify(package)
    assert found.files == FILES
    assert sign(FILES, signing_key(tmp_path)) == package, "the key stays"
    assert (tmp_path / "evidence_key").stat().st_mode & 0o077 == 0


def test_whatever_byte_is_flipped_is_noticed(package: bytes) -> None:
    for at in range(len(package)):
        broken = bytearray(package)
        broken[at] ^= 1
        with pytest.raises(NotGenuine):
            verify(bytes(broken))


def test_the_file_that_differs_is_named(package: bytes) -> None:
    broken = bytearray(package)
    broken[package.index(b"<p>")] ^= 1
    with pytest.raises(NotGenuine, match=r"a\.html is damaged"):
        verify(bytes(broken))


def test_another_file_signed_by_nobody_is_noticed(package: bytes, tmp_path: Path) -> None:
    """The ZIP is whole, but a file in it was exchanged, added or left out."""
    genuine = verify(package).files
    with zipfile.ZipFile(_put(tmp_path, package)) as archive:
        kept = {name: archive.read(name) for name in archive.namelist()}
    for change in ({"a.html": b"<b>"}, {"b.html": b""}, {"a.html": None}):
        made = {**kept, **change}
        with zipfile.ZipFile(tmp_path / "made.zip", "w") as archive:
            for name, data in made.items():
                if data is not None:
                    archive.writestr(name, data)
        with pytest.raises(NotGenuine, match=next(iter(change))):
            verify((tmp_path / "made.zip").read_bytes())
    assert genuine == FILES


def test_another_key_is_told_apart(
    package: bytes, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    file, mine = _put(tmp_path, package), verify(package).fingerprint
    assert nuanxin(["evidence", "verify", str(file), "--key", mine]) == 0
    assert "林晓岚" in capsys.readouterr().out
    (tmp_path / "other").mkdir()
    file.write_bytes(sign(FILES, signing_key(tmp_path / "other")))
    assert nuanxin(["evidence", "verify", str(file), "--key", mine]) == 1
    assert "signed by another key" in capsys.readouterr().out


def _put(folder: Path, package: bytes) -> Path:
    (folder / "package.zip").write_bytes(package)
    return folder / "package.zip"
