"""The Python API: what it gives, what it costs to import, what it raises."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest
from shell import ASIDE, EIGHT, OTHER, SEVEN, lay_out

import claimcheck
from claimcheck.pipeline import Models

ROOT = Path(__file__).parents[1]


@pytest.fixture
def event(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Two articles that differ by one leader; the folder is the working folder."""
    monkeypatch.chdir(tmp_path)
    return lay_out(tmp_path, articles__a_txt=SEVEN + ASIDE, articles__b_txt=EIGHT + OTHER)


def codes(report: claimcheck.Report) -> dict[str, str]:
    """Code → severity, coverage apart."""
    return {f.code: f.severity for f in report.findings if f.code < "CC6"}


@pytest.mark.usefixtures("event")
@pytest.mark.parametrize("paths", ["articles", Path("articles"), ["articles/a.txt", Path("articles/b.txt")]])
def test_audit_takes_one_path_or_several(models: Models, paths: object) -> None:
    """As text or as paths."""
    report = claimcheck.audit(paths, models=models)  # type: ignore[arg-type]
    assert codes(report) == {"CC101": "error"}
    (finding,) = (f for f in report.findings if f.code == "CC101")
    assert isinstance(finding, claimcheck.Finding)
    texts = {document.id: document.text for document in report.documents}
    for variant in finding.variants:
        for piece in variant.evidence:
            assert texts[piece.span.document][piece.span.start : piece.span.end] == piece.quote


def test_the_configuration_is_found_or_given(event: Path, models: Models, monkeypatch: pytest.MonkeyPatch) -> None:
    """As a file that is found, one that is named, an object, and in the environment."""
    lay_out(event, claimcheck_toml='severity = { CC1 = "note" }\n', other_toml='ignore = ["CC1"]\n')
    assert codes(claimcheck.audit("articles", models=models)) == {"CC101": "note"}
    assert codes(claimcheck.audit("articles", config="other.toml", models=models)) == {}
    monkeypatch.setenv("CLAIMCHECK_SEVERITY", "CC1=warning")
    assert codes(claimcheck.audit("articles", models=models)) == {"CC101": "warning"}
    defaults = claimcheck.Config()
    assert codes(claimcheck.audit("articles", config=defaults, models=models)) == {"CC101": "error"}
    chosen = claimcheck.Config(ignore=("CC1",), names=("Kyiv",))
    assert codes(claimcheck.audit("articles", config=chosen, models=models)) == {}
    assert claimcheck.load_config("articles").severity == (("CC1", "warning"),)


def test_known_and_waived_are_marked(event: Path, models: Models) -> None:
    """As the command line marks them."""
    lay_out(event, claimcheck_toml='[[waivers]]\nrule = "CC101"\nreason = "agreed"\n')
    report = claimcheck.audit("articles", models=models)
    assert [f.waived for f in report.findings if f.code == "CC101"] == ["agreed"]
    assert not any(f.counts for f in report.findings if f.code == "CC101")


@pytest.mark.usefixtures("event")
def test_render_writes_every_format(models: Models) -> None:
    """By the names that --format takes."""
    report = claimcheck.audit("articles", models=models)
    assert claimcheck.render(report).startswith("<!-- claimcheck/report/1")
    assert json.loads(claimcheck.render(report, "sarif"))["version"] == "2.1.0"
    with pytest.raises(claimcheck.UsageError, match="xml: no such format"):
        claimcheck.render(report, "xml")


def test_what_can_go_wrong_is_an_error_of_ours(event: Path) -> None:
    """Nothing to read, a wrong configuration, no path at all."""
    with pytest.raises(claimcheck.NothingToAudit):
        claimcheck.audit("nowhere")
    lay_out(event, claimcheck_toml="selct = []\n")
    with pytest.raises(claimcheck.UsageError, match="is select meant"):
        claimcheck.audit("articles")
    with pytest.raises(claimcheck.ClaimcheckError):
        claimcheck.audit([])


def test_every_public_name_is_there() -> None:
    """And no other."""
    assert all(getattr(claimcheck, name) is not None for name in claimcheck.__all__)
    assert set(claimcheck.__all__) <= set(dir(claimcheck))
    with pytest.raises(AttributeError):
        claimcheck.nonsense  # type: ignore[attr-defined]  # noqa: B018 — the access is the test


def test_importing_it_loads_nothing() -> None:
    """Not even typing."""
    code = "import sys; before = set(sys.modules); import claimcheck; print(set(sys.modules) - before - {'__future__'})"
    done = subprocess.run([sys.executable, "-I", "-S", "-c", f"import sys; sys.path.append({str(ROOT)!r}); {code}"],
                          capture_output=True, text=True, check=True)  # fmt: skip
    assert done.stdout == "{'claimcheck'}\n"
