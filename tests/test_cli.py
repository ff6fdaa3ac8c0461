"""The command line, run as a user runs it."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

GOOD = """\
# Privacy notice of the Quiet Press

The Quiet Press Ltd is the controller of your personal data. Our legal basis for sending the newsletter is your consent.
We keep your email address until you unsubscribe. Our data protection officer is at dpo@quiet-press.example.
We do not transfer your data outside the UK.
You can complain to the Information Commission's Office: https://ico.org.uk/make-a-complaint/
"""
POOR = """\
# Privacy policy

Your privacy matters to us. We use personal information, such as your email address, to run the site.
We share personal data with third parties and use cookies.

## Storage

We store data.
"""


def run(*words: str | Path, cwd: Path, env: dict[str, str] | None = None) -> subprocess.CompletedProcess[str]:
    clean = {
        key: value for key, value in os.environ.items() if key not in ("FORCE_COLOR", "CLICOLOR_FORCE", "NO_COLOR")
    }
    return subprocess.run(
        [sys.executable, "-m", "policylint", *map(str, words)],
        cwd=cwd,
        env={**clean, "PYTHONPATH": str(Path(__file__).parent.parent), **(env or {})},
        capture_output=True,
        text=True,
        check=False,
        encoding="utf-8",
    )


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "good-privacy.md").write_text(GOOD, encoding="utf-8")
    (tmp_path / "poor-privacy.md").write_text(POOR, encoding="utf-8")
    (tmp_path / "README.md").write_text(
        "# A program\n\nIt sorts numbers. Install it with a package manager.\n", encoding="utf-8"
    )
    return tmp_path


@pytest.mark.parametrize(
    ("words", "code"),
    [
        (["good-privacy.md"], 0),
        (["check", "good-privacy.md"], 0),
        (["poor-privacy.md"], 1),
        (["good-privacy.md", "poor-privacy.md"], 1),
        (["."], 1),
        (["README.md"], 2),
        (["README.md", "good-privacy.md"], 0),
        (["nowhere.md", "good-privacy.md"], 2),
        (["poor-privacy.md", "nowhere.md"], 2),
        (["poor-privacy.md", "--ignore", "gdpr"], 2),
        (["poor-privacy.md", "--select", "dpo-contact"], 0),
        (["poor-privacy.md", "--select", "retention,dpo-contact"], 1),
        (["poor-privacy.md", "--select", "retenton"], 2),
        (["poor-privacy.md", "--profile", "us"], 2),
        (["poor-privacy.md", "--as-of", "yesterday"], 2),
        (["rule", "retention"], 0),
        (["rule", "retenton"], 2),
        (["rules"], 0),
        (["--version"], 0),
        ([], 2),
    ],
)
def test_exit_code(folder: Path, words: list[str], code: int) -> None:
    done = run(*words, cwd=folder)
    assert (done.returncode, "Traceback" in done.stderr) == (code, False), done.stderr


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        (["nowhere.md"], "policylint: error: nowhere.md: no such file or directory"),
        (["README.md"], "policylint: warning: README.md: skipped: it does not look like a privacy policy in English"),
        (
            ["poor-privacy.md", "--select", "retenton"],
            'there is no rule or pack "retenton" (did you mean "retention"?)',
        ),
        (["rule", "retenton"], 'there is no rule "retenton" (did you mean "retention"?)'),
        (["poor-privacy.md", "--as-of", "2026-02-30"], "'2026-02-30' is not a day written YYYY-MM-DD"),
    ],
)
def test_complaint_is_one_clear_line(folder: Path, words: list[str], expected: str) -> None:
    assert expected in run(*words, cwd=folder).stderr


def test_bad_files_are_named_and_the_others_still_checked(folder: Path) -> None:
    (folder / "binary.md").write_bytes(b"\x00\x01\x02")
    (folder / "latin.txt").write_bytes("caf\u00e9".encode("latin-1"))
    (folder / "empty.md").write_bytes(b" \n")
    (folder / "comment.md").write_text("<!-- nothing to see -->", encoding="utf-8")
    (folder / "page.html").write_text("<p>privacy</p>", encoding="utf-8")
    (folder / "huge.md").write_bytes(b"privacy " * (20 * 1024 * 1024 // 8))
    (folder / "none").mkdir()
    names = ["binary.md", "latin.txt", "empty.md", "comment.md", "page.html", "huge.md", "none"]
    done = run(*names, "poor-privacy.md", cwd=folder)
    assert done.returncode == 2
    assert done.stderr.splitlines() == [
        "policylint: error: binary.md: looks like a binary file, not text",
        "policylint: error: latin.txt: not valid UTF-8 at byte 3: save the file as UTF-8",
        "policylint: error: empty.md: the file is empty",
        "policylint: error: comment.md: there is no text in it",
        "policylint: error: page.html: files .html are not read yet, only .md, .markdown, .txt",
        "policylint: error: huge.md: 20.0 MB is too large for a policy: at most 1 MB are read",
        "policylint: error: none: no policies in this directory"
        " (.md, .markdown, .txt with privacy or data protection in the name)",
    ]
    assert "poor-privacy.md:6:4: error retention/missing" in done.stdout


@pytest.mark.parametrize(
    "text",
    [
        "- " * 10_000 + "privacy",
        "> " * 10_000 + "privacy",
        "\n".join(" " * (2 * n) + "- item" for n in range(1000)),
        "We keep your personal data. " * 120_000,
        "privacy" * 500_000,
        "[" * 100_000,
        "*a_ " * 100_000,
        "<a " * 100_000,
        "<!-- " * 100_000,
        "|" * 100_000 + "\n" + "|-" * 50_000,
        "`" * 100_000 + "\n" + "``a" * 50_000,
        "&#" * 100_000,
        "a@" * 200_000,
        "1 " * 200_000,
    ],
    ids=lambda text: text[:12],
)
def test_hostile_text_gets_a_result_or_a_reason(tmp_path: Path, text: str) -> None:
    (tmp_path / "privacy.md").write_text(GOOD + "\n\n" + text, encoding="utf-8")
    done = run("privacy.md", cwd=tmp_path)
    assert done.returncode in (0, 1, 2)
    assert "Traceback" not in done.stderr
    assert len(done.stderr.splitlines()) <= 2


def test_directories_are_searched_for_policies(folder: Path) -> None:
    (folder / "docs" / ".hidden").mkdir(parents=True)
    for name in ("docs/Data-Protection.TXT", "docs/.hidden/privacy.md", "docs/other.md"):
        (folder / name).write_text(GOOD, encoding="utf-8")
    done = run(".", "docs/Data-Protection.TXT", "--output-format", "json", cwd=folder)
    paths = [document["path"] for document in json.loads(done.stdout)["documents"]]
    assert paths == ["docs/Data-Protection.TXT", "good-privacy.md", "poor-privacy.md"]


def test_concise_line_names_place_severity_and_code(folder: Path) -> None:
    lines = run("poor-privacy.md", "--select", "retention", cwd=folder).stdout.splitlines()
    assert lines == [
        "poor-privacy.md:6:4: error retention/missing The notice does not say how long personal data is kept",
        "Found 1 problem (1 error) in 1 file. 1 verdict: 1 missing.",
    ]


def test_full_block_shows_line_law_and_help(folder: Path) -> None:
    done = run("poor-privacy.md", "--select", "retention", "--output-format", "full", "--profile", "eu", cwd=folder)
    assert done.stdout.splitlines()[:8] == [
        "error[retention/missing]: The notice does not say how long personal data is kept",
        " --> poor-privacy.md:6:4",
        "  |",
        "6 | ## Storage",
        "  |    ^^^^^^^ it belongs in this section",
        " law: GDPR Art. 13(2)(a)  https://eur-lex.europa.eu/eli/reg/2016/679/oj",
        " law: GDPR Art. 14(2)(a)  https://eur-lex.europa.eu/eli/reg/2016/679/oj",
        " law: GDPR Art. 5(1)(e)  https://eur-lex.europa.eu/eli/reg/2016/679/oj",
    ]


def test_show_passed_shows_the_evidence(folder: Path) -> None:
    done = run("good-privacy.md", "--select", "retention", "--show-passed", cwd=folder)
    assert 'good-privacy.md:4:4: ok retention/present "keep your email address until you unsubscribe"' in done.stdout


@pytest.mark.parametrize(
    ("flags", "env", "coloured"),
    [
        ([], {}, False),
        (["--color", "always"], {"NO_COLOR": "1"}, True),
        ([], {"FORCE_COLOR": "1"}, True),
        ([], {"FORCE_COLOR": "1", "NO_COLOR": "1"}, False),
        (["--color", "never"], {"FORCE_COLOR": "1"}, False),
    ],
)
def test_colour(folder: Path, flags: list[str], env: dict[str, str], coloured: bool) -> None:
    assert ("\x1b[" in run("poor-privacy.md", *flags, cwd=folder, env=env).stdout) is coloured


def test_quiet_leaves_only_findings(folder: Path) -> None:
    assert "Found" not in run("poor-privacy.md", "-q", cwd=folder).stdout


def test_same_input_gives_the_same_bytes(folder: Path) -> None:
    words = (".", "--output-format", "json", "--as-of", "2026-11-25")
    outputs = {run(*words, cwd=folder, env={"PYTHONHASHSEED": seed}).stdout for seed in ("0", "1", "2")}
    assert len(outputs) == 1


def test_the_date_decides_which_law_is_cited(folder: Path) -> None:
    def cited(day: str) -> bool:
        (folder / "p-privacy.md").write_text(
            POOR + "\nYour personal data is sent to the United States.\n", encoding="utf-8"
        )
        return "Art. 45A" in run("p-privacy.md", "--as-of", day, "--output-format", "full", cwd=folder).stdout

    assert (cited("2026-02-04"), cited("2026-02-05")) == (False, True)


def test_control_characters_of_a_document_never_reach_the_terminal(folder: Path) -> None:
    (folder / "evil-privacy.md").write_text(GOOD.replace("your email", "your \x1b[31m\x07email"), encoding="utf-8")
    for form in ("full", "concise"):
        out = run("evil-privacy.md", "--show-passed", "--output-format", form, cwd=folder).stdout
        assert "\x1b" not in out and "\x07" not in out


def test_broken_pipe_is_no_traceback(folder: Path) -> None:
    done = subprocess.run(
        f"{sys.executable} -m policylint . --show-passed | head -n 1",
        cwd=folder,
        env={**os.environ, "PYTHONPATH": str(Path(__file__).parent.parent)},
        shell=True,
        capture_output=True,
        text=True,
        check=False,
    )
    assert "Traceback" not in done.stderr
