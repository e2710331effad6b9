"""Waivers through the real command line: in the configuration and beside an article, in force, expired, idle."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from shell import ASIDE, EIGHT, OTHER, SEVEN, Result, claimcheck, lay_out


@pytest.fixture
def event(tmp_path: Path) -> Path:
    """Two articles that differ by one leader."""
    return lay_out(tmp_path, articles__a_txt=SEVEN + ASIDE, articles__b_txt=EIGHT + OTHER)


def audit(folder: Path, waivers: str, *arguments: str) -> Result:
    """An audit of the articles, by the rules on values alone, with these waivers in the configuration."""
    (folder / "claimcheck.toml").write_text(f'ignore = ["CC6"]\n{waivers}', encoding="utf-8")
    return claimcheck(folder, "audit", "articles", "--fail-on", "note", *arguments)


def found(done: Result) -> dict[str, Any]:
    """The one finding of a JSON report."""
    (only,) = json.loads(done.out)["findings"]
    return dict(only)


def waiver(**keys: str) -> str:
    """A table of the configuration."""
    return "[[waivers]]\n" + "".join(f"{key} = {value}\n" for key, value in keys.items())


@pytest.mark.parametrize(
    "keys",
    [
        {"rule": '"CC101"'},
        {"rule": '"CC1"'},
        {"rule": '"count-conflict"'},
        {"rule": '"CC101"', "documents": '["articles/b.txt"]'},
        {"rule": '"CC101"', "documents": '["*"]', "expires": "2099-01-01"},
        {"rule": '"CC101"', "expires": '"2099-01-01"'},
    ],
)
def test_a_waived_finding_is_shown_and_does_not_count(event: Path, keys: dict[str, str]) -> None:
    """With its reason, in every report."""
    waived = waiver(reason='"the host\\n counts himself"', **keys)
    done = audit(event, waived)
    assert (done.status, done.err) == (0, "")
    assert "(waived)" in done.out
    assert "1 waived" in done.out
    text = (event / "reports" / "articles.md").read_text(encoding="utf-8")
    assert "**Waived:** The host counts himself." in text
    assert found(audit(event, waived, "--format", "json", "--output", "-"))["waived"] == "the host counts himself"


def test_by_fingerprint_as_the_reports_show_it(event: Path) -> None:
    """The JSON's, the Markdown's ten characters, or the anchor; another is idle."""
    whole = found(audit(event, "", "--format", "json", "--output", "-"))["fingerprint"]
    audit(event, "")
    text = (event / "reports" / "articles.md").read_text(encoding="utf-8")
    assert f"fingerprint `{whole[:10]}`" in text
    for shown in (whole, whole[:10], f"cc101-{whole[:10]}", whole.upper()):
        done = audit(event, waiver(fingerprint=f'"{shown}"', reason='"agreed"'))
        assert (done.status, done.err) == (0, "")
    done = audit(event, waiver(fingerprint='"0123456789abcdef"', reason='"agreed"'))
    assert done.status == 1
    assert done.err == (
        "claimcheck: claimcheck.toml: waivers[1]: the waiver of 0123456789abcdef matches no finding; remove it\n"
    )


def test_an_expired_waiver_waives_nothing_and_is_reported(event: Path) -> None:
    """The last day still counts."""
    keys = {"rule": '"CC101"', "reason": '"until the correction is out"', "expires": "2023-11-14"}
    (event / "claimcheck.toml").write_text(f'ignore = ["CC6"]\n{waiver(**keys)}', encoding="utf-8")
    on_the_day = claimcheck(event, "audit", "articles", SOURCE_DATE_EPOCH="1700000000")  # 2023-11-14
    assert (on_the_day.status, on_the_day.err) == (0, "")
    a_day_later = claimcheck(event, "audit", "articles", SOURCE_DATE_EPOCH="1700086400")
    line = "claimcheck.toml: waivers[1]: the waiver of CC101 expired on 2023-11-14; renew or remove it"
    assert (a_day_later.status, a_day_later.err) == (1, f"claimcheck: {line}\n")
    assert "expired on 2023-11-14" in (event / "reports" / "articles.md").read_text(encoding="utf-8")


def test_an_idle_waiver_is_reported_where_it_could_have_done_something(event: Path) -> None:
    """Not when its rule did not run, and not when its articles were not read."""
    idle = waiver(rule='"CC301"', reason='"agreed"')
    assert "CC301 matches no finding" in audit(event, idle).err
    assert audit(event, idle, "--select", "CC1").err == ""
    elsewhere = waiver(rule='"CC301"', reason='"agreed"', documents='["other/*"]')
    assert audit(event, elsewhere).err == ""
    assert audit(event, idle, "--quiet").err == ""


def test_a_waiver_for_one_article_is_none_for_the_others(event: Path) -> None:
    """With a third article against the first, the dispute stands without the waived one."""
    lay_out(event, articles__c_txt=EIGHT.replace("officials said", "diplomats told reporters") + OTHER.upper())
    (event / "claimcheck.toml").write_text(
        '[origins]\nindependent = [["b.txt", "c.txt"]]\n'
        + waiver(rule='"CC101"', reason='"agreed"', documents='["b.txt"]'),
        encoding="utf-8",
    )
    assert claimcheck(event, "audit", "articles", "--select", "CC1").status == 1


def test_beside_the_article(event: Path) -> None:
    """ARTICLE.waivers.toml holds for its article, and is no article."""
    beside = event / "articles" / "b.txt.waivers.toml"
    beside.write_text(waiver(rule='"CC101"', reason='"the reporter counted again"'), encoding="utf-8")
    for path in ("articles", "articles/a.txt"):
        more = ["articles/b.txt"] if path.endswith("txt") else []
        done = claimcheck(event, "audit", path, *more, "--ignore", "CC6", "--fail-on", "note")
        assert (done.status, done.err) == (0, "")
    assert "waivers.toml" not in (event / "reports" / "articles.md").read_text(encoding="utf-8")
    shown = claimcheck(event, "config", "show", "articles").out
    assert "# and articles/b.txt.waivers.toml: waivers[1]: CC101\n" in shown
    lay_out(event, articles__b_txt=SEVEN + OTHER)
    assert "articles/b.txt.waivers.toml: waivers[1]: the waiver of CC101 matches" in audit(event, "").err


def test_beside_no_article(event: Path) -> None:
    """A file that is named after none."""
    (event / "articles" / ".waivers.toml").write_text(waiver(rule='"CC101"', reason='"x"'), encoding="utf-8")
    done = claimcheck(event, "audit", "articles")
    line = "articles/.waivers.toml: stands beside no article; name it after one, as in a.txt.waivers.toml"
    assert (done.status, done.err) == (2, f"claimcheck: {line}\n")


@pytest.mark.parametrize(
    ("content", "why"),
    [
        ("[[waiver]]\n", "waiver: no such key (is waivers meant?)"),
        (waiver(rule='"CC101"'), "waivers[1]: has no reason"),
        (waiver(rule='"CC1"', reason='"x"', documents='["a.txt"]'), "beside an article it is for that one alone"),
        (waiver(rule='"CC9"', reason='"x"'), "waivers[1].rule: CC9: no such rule"),
        ("[[waivers", "is not TOML"),
    ],
)
def test_wrong_waivers_beside_an_article(event: Path, content: str, why: str) -> None:
    """One line that names the file, status 2, no report."""
    (event / "articles" / "a.txt.waivers.toml").write_text(content, encoding="utf-8")
    done = claimcheck(event, "audit", "articles")
    assert (done.status, done.err.count("\n")) == (2, 1)
    assert done.err.startswith("claimcheck: articles/a.txt.waivers.toml: ")
    assert why in done.err
    assert not (event / "reports").exists()
