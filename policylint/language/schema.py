"""Checks the data of a rule file against its JSON Schema and says what is wrong in words."""

from __future__ import annotations

import json
from collections.abc import Iterator
from functools import cache
from importlib.resources import files
from typing import Any, Literal

from jsonschema import Draft202012Validator
from jsonschema.exceptions import ValidationError, best_match

from policylint.language.diagnostic import Diagnostic, did_you_mean
from policylint.language.yamlfile import Path, YamlFile

SchemaName = Literal["rule", "vocabulary"]
_TYPES = {"string": "text", "object": "a mapping", "array": "a list", "integer": "a number", "boolean": "true or false"}


def schema_mistakes(file: YamlFile, name: SchemaName) -> Iterator[Diagnostic]:
    """Yield what the schema `name` refuses in a file."""
    for error in _validator(name).iter_errors(file.data):
        worst = best_match([error])
        if worst is not None:
            yield from _explain(file, worst)


@cache
def _validator(name: SchemaName) -> Draft202012Validator:
    text = files("policylint.language").joinpath(f"{name}.schema.json").read_text(encoding="utf-8")
    return Draft202012Validator(json.loads(text))


def _explain(file: YamlFile, error: ValidationError) -> Iterator[Diagnostic]:
    where: Path = tuple(error.absolute_path)
    # The validator types its own parts loosely.
    rule: Any = error.validator_value
    value: Any = error.instance
    match error.validator:
        case "additionalProperties" if rule is False:
            known = list(error.schema.get("properties", {})) if isinstance(error.schema, dict) else []
            for key in value:
                if key not in known:
                    message = f'unknown key "{key}"{did_you_mean(str(key), known)}'
                    yield file.diagnostic((*where, key, "\0key"), message)
        case "required":
            for key in rule:
                if key not in value:
                    yield file.diagnostic(where, f'the key "{key}" is missing')
        case "enum":
            known = [str(value) for value in rule]
            message = f'"{error.instance}" is not one of {", ".join(known)}{did_you_mean(str(error.instance), known)}'
            yield file.diagnostic(where, message)
        case "type":
            yield file.diagnostic(where, f"must be {_TYPES.get(rule, rule)}")
        case "oneOf" | "not" if not isinstance(value, dict):
            return
        case "oneOf" | "not":
            yield file.diagnostic(where, 'a rule has either "present" (with "vague", "not-applicable") or "found"')
        case _:
            yield file.diagnostic(where, error.message[:200])
