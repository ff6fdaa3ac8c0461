"""The command line: arguments in, text and an exit code out. The only module that prints."""

from __future__ import annotations

import argparse
import io
import os
import sys
from collections.abc import Sequence
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from policylint import __version__

if TYPE_CHECKING:
    from policylint.language.rule import RuleSet
    from policylint.pipeline import Settings
    from policylint.report.model import Report

CLEAN, PROBLEMS, FAILED = 0, 1, 2
_VERBS = ("check", "rule", "rules")


def main(arguments: Sequence[str] | None = None) -> int:
    """Run policylint and return the exit code: 0 no errors found, 1 errors found, 2 it could not do its job."""
    words = list(sys.argv[1:] if arguments is None else arguments)
    if words and words[0] not in _VERBS and words[0] not in ("-h", "--help", "--version"):
        words.insert(0, "check")
    options = _parser().parse_args(words)
    try:
        return _run(options)
    except BrokenPipeError:
        # Whoever read the output has gone; keep the interpreter from writing to it once more.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return FAILED
    except KeyboardInterrupt:
        return 130


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="policylint",
        description="Says what UK and EU data protection law wants in a privacy policy, and what is missing or vague.",
        epilog="`policylint privacy.md` is short for `policylint check privacy.md`. No legal advice.",
        allow_abbrev=False,
    )
    parser.add_argument("--version", action="version", version=f"policylint {__version__}")
    verbs = parser.add_subparsers(dest="verb", metavar="VERB", required=True)
    _add_check(verbs.add_parser("check", help="judge privacy policies", allow_abbrev=False))
    rule = verbs.add_parser("rule", help="show all about one rule", allow_abbrev=False)
    rule.add_argument("id", metavar="ID")
    rules = verbs.add_parser("rules", help="list the rules", allow_abbrev=False)
    for command in (rule, rules):
        command.add_argument("--color", choices=("auto", "always", "never"), default="auto")
    return parser


def _add_check(check: argparse.ArgumentParser) -> None:
    add = check.add_argument
    add("paths", metavar="PATH", nargs="+", type=Path, help="a policy (.md, .txt), or a directory to search for them")
    add("--profile", choices=("uk", "eu"), default="uk", help="the law that the notice answers to (default: uk)")
    add("--as-of", metavar="DATE", type=_day, help="judge by the law of this day, YYYY-MM-DD (default: today)")
    add("--select", metavar="RULE", action="append", default=[], help="only these rules or packs (repeat, or a,b)")
    add("--ignore", metavar="RULE", action="append", default=[], help="not these rules or packs")
    add("--show-passed", action="store_true", help="show the evidence of what is there, too")
    add(
        "--output-format",
        choices=("auto", "full", "concise", "json"),
        default="auto",
        help="auto: full on a terminal, else concise",
    )
    add("--isolated", action="store_true", help="read no configuration file")
    add("--color", choices=("auto", "always", "never"), default="auto")
    add("-q", "--quiet", action="store_true", help="findings only")
    add("-v", "--verbose", action="store_true", help="say why each rule matters, too")


def _day(text: str) -> date:
    try:
        return date.fromisoformat(text)
    except ValueError:
        raise argparse.ArgumentTypeError(f"{text!r} is not a day written YYYY-MM-DD") from None


def _run(options: argparse.Namespace) -> int:
    from policylint.language.diagnostic import RuleFileError
    from policylint.pipeline import built_in_rules

    try:
        rules = built_in_rules()
    except RuleFileError as error:
        for diagnostic in error.diagnostics:
            _complain(str(diagnostic))
        return FAILED
    except OSError as error:
        _complain(f"the rules cannot be read: {error}")
        return FAILED
    if options.verb == "check":
        return _check(options, rules)
    if options.verb == "rules":
        return _list_rules(options, rules)
    return _show_rule(options, rules)


def _check(options: argparse.Namespace, rules: RuleSet) -> int:
    from policylint.pipeline import SelectionError, Settings, selected

    settings = Settings(
        profile=options.profile,
        as_of=options.as_of or date.today(),
        select=_names(options.select),
        ignore=_names(options.ignore),
    )
    try:
        if not selected(rules, settings):
            raise SelectionError("no rule is left to judge by")
    except SelectionError as error:
        _complain(str(error))
        return FAILED
    _collect_rarely()
    report = _report(options.paths, rules, settings)
    _print_report(options, report)
    for problem in report.errors:
        _complain(f"{problem.path}: {problem.message}")
    for document in report.documents:
        if document.skipped:
            _warn(f"{document.path}: skipped: {document.skipped}")
    if report.errors or not report.judged:
        if not report.judged and not report.errors:
            _complain("nothing was judged")
        return FAILED
    return PROBLEMS if report.severities()["error"] else CLEAN


def _names(values: list[str]) -> tuple[str, ...]:
    return tuple(name.strip() for value in values for name in value.split(",") if name.strip())


def _collect_rarely() -> None:
    """Let the garbage collector look at the many small values of a run seldom: they live as long as the run does."""
    import gc

    gc.freeze()
    gc.set_threshold(200_000, 20, 20)


def _report(paths: Sequence[Path], rules: RuleSet, settings: Settings) -> Report:
    from policylint.inputs import find_files, read
    from policylint.pipeline import check_source
    from policylint.report.model import DocumentReport, InputError, Report
    from policylint.source import UnreadableError

    documents: list[DocumentReport] = []
    errors: list[InputError] = []
    for path, reason in find_files(paths):
        try:
            if reason is not None:
                raise UnreadableError(reason)
            source, form = read(path)
            documents.append(check_source(source, form, rules, settings, force=False))
        except UnreadableError as error:
            errors.append(InputError(str(path), str(error)))
    return Report(__version__, rules.digest, settings.profile, settings.as_of, tuple(documents), tuple(errors))


def _print_report(options: argparse.Namespace, report: Report) -> None:
    from policylint.render import RENDERERS, View

    name = options.output_format
    if name == "auto":
        name = "full" if sys.stdout.isatty() else "concise"
    if not report.documents and name != "json":
        return
    view = View(_color(options.color), options.show_passed, options.quiet, options.verbose)
    _write(RENDERERS[name](report, view))


def _list_rules(options: argparse.Namespace, rules: RuleSet) -> int:
    from policylint.render.rules import render_rules

    _write(render_rules(rules.rules, _color(options.color)))
    return CLEAN


def _show_rule(options: argparse.Namespace, rules: RuleSet) -> int:
    from policylint.language.diagnostic import did_you_mean
    from policylint.render.rules import render_rule

    rule = rules.find(options.id)
    if rule is None:
        known = [other.id for other in rules.rules]
        _complain(f'there is no rule "{options.id}"{did_you_mean(options.id, known)}')
        return FAILED
    _write(render_rule(rule, _color(options.color)))
    return CLEAN


def _color(choice: str) -> bool:
    """Say whether to colour: the flag, then NO_COLOR, then FORCE_COLOR or CLICOLOR_FORCE, then the terminal."""
    if choice != "auto":
        return choice == "always"
    if os.environ.get("NO_COLOR"):
        return False
    if os.environ.get("FORCE_COLOR") or os.environ.get("CLICOLOR_FORCE"):
        return True
    return sys.stdout.isatty() and os.environ.get("TERM") != "dumb"


def _write(text: str) -> None:
    if isinstance(sys.stdout, io.TextIOWrapper):
        sys.stdout.reconfigure(encoding="utf-8", errors="replace")
    sys.stdout.write(text)
    sys.stdout.flush()


def _complain(message: str) -> None:
    _say("error", message)


def _warn(message: str) -> None:
    _say("warning", message)


def _say(level: str, message: str) -> None:
    from policylint.render.terminal import safe

    sys.stderr.write(f"policylint: {level}: {safe(message)}\n")
