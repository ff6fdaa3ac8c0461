"""The rule language: YAML files into frozen rules, with every mistake a diagnostic at its place."""
