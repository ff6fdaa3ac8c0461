"""From verdicts to the report: findings with severity, place, law and suggestion."""
