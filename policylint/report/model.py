"""The report, `policylint/report/1`: what every output is made from."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Literal

from policylint.document.model import Document, Place
from policylint.language.condition import Confidence
from policylint.language.facts import Fact
from policylint.language.rule import Law, Profile, Rule, Severity, Status

SCHEMA = "policylint/report/1"


@dataclass(frozen=True, slots=True)
class Passage:
    """Words of the document that decided a verdict."""

    place: Place
    text: str


@dataclass(frozen=True, slots=True)
class Judgement:
    """A rule's verdict with its evidence at places in the file."""

    rule: Rule
    status: Status
    reason: str
    confidence: Confidence
    evidence: tuple[Passage, ...]


@dataclass(frozen=True, slots=True)
class Finding:
    """Something to mend. `label` says why it is reported at its place."""

    rule: Rule
    status: Status
    severity: Severity
    confidence: Confidence
    message: str
    place: Place
    label: str
    evidence: tuple[Passage, ...]
    law: tuple[Law, ...]
    suggestion: str
    fingerprint: str
    state: Literal["new", "baselined", "suppressed"] = "new"
    because: str | None = None

    @property
    def code(self) -> str:
        """The rule and what is wrong, such as `retention/vague`."""
        return f"{self.rule.id}/{self.status}"


@dataclass(frozen=True, slots=True)
class DocumentReport:
    """All that was found out about one document; `skipped` is the reason why it was not judged."""

    document: Document
    profile: Profile
    facts: Mapping[str, Fact]
    judgements: tuple[Judgement, ...]
    findings: tuple[Finding, ...]
    skipped: str | None = None

    @property
    def path(self) -> str:
        """The path that the document was read from."""
        return self.document.path


@dataclass(frozen=True, slots=True)
class InputError:
    """A file that could not be checked, and why, in one line."""

    path: str
    message: str


@dataclass(frozen=True, slots=True)
class Report:
    """The outcome of one run."""

    version: str
    rules_digest: str
    profile: Profile
    as_of: date
    documents: tuple[DocumentReport, ...]
    errors: tuple[InputError, ...]

    @property
    def findings(self) -> tuple[Finding, ...]:
        """The findings of all documents, in order."""
        return tuple(finding for document in self.documents for finding in document.findings)

    @property
    def judged(self) -> tuple[DocumentReport, ...]:
        """The documents that were not skipped."""
        return tuple(document for document in self.documents if document.skipped is None)

    def severities(self) -> Counter[Severity]:
        """Count the findings that are neither suppressed nor in the baseline."""
        return Counter(finding.severity for finding in self.findings if finding.state == "new")

    def statuses(self) -> Counter[Status]:
        """Count the verdicts."""
        return Counter(judgement.status for document in self.documents for judgement in document.judgements)
