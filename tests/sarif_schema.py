"""The part of the SARIF 2.1.0 schema that claimcheck uses, stricter than the whole: no other key is allowed.

Written after section 3 of the OASIS standard "Static Analysis Results Interchange Format
(SARIF) Version 2.1.0 Plus Errata 01"; property bags (3.8) may hold anything.
"""

from __future__ import annotations

from typing import Any

Schema = dict[str, Any]

TEXT: Schema = {"type": "string"}
COUNT: Schema = {"type": "integer", "minimum": 0}
FROM_ONE: Schema = {"type": "integer", "minimum": 1}
BAG: Schema = {"type": "object"}
LEVEL: Schema = {"enum": ["none", "note", "warning", "error"]}
UTC: Schema = {"type": "string", "pattern": r"^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?Z$"}  # 3.9
URI: Schema = {"type": "string", "pattern": r"^[A-Za-z0-9._~:/?#@!$&'()*+,;=%-]+$"}  # RFC 3986, none left unescaped


def record(required: str, **properties: Schema) -> Schema:
    """An object of these properties and no others."""
    return {
        "type": "object",
        "properties": properties,
        "required": required.split(),
        "additionalProperties": False,
    }


def listed(item: Schema, *, least: int = 0, unique: bool = True) -> Schema:
    """An array."""
    return {"type": "array", "items": item, "minItems": least, "uniqueItems": unique}


MESSAGE = record("text", text=TEXT, markdown=TEXT)  # 3.11
MULTIFORMAT = record("text", text=TEXT, markdown=TEXT)  # 3.12
ARTIFACT_LOCATION = record("uri", uri=URI, uriBaseId=TEXT)  # 3.4
REGION = record(  # 3.30: a text region by line and column, and by offset
    "startLine startColumn endLine endColumn charOffset charLength",
    startLine=FROM_ONE,
    startColumn=FROM_ONE,
    endLine=FROM_ONE,
    endColumn=FROM_ONE,
    charOffset=COUNT,
    charLength=COUNT,
    snippet=record("text", text=TEXT),
)
PHYSICAL = record("artifactLocation", artifactLocation=ARTIFACT_LOCATION, region=REGION)  # 3.29
LOCATION = record(  # 3.28
    "physicalLocation",
    id=COUNT,
    physicalLocation=PHYSICAL,
    logicalLocations=listed(record("name", name=TEXT, kind=TEXT)),
    message=MESSAGE,
)
SUPPRESSION = record(  # 3.35
    "kind",
    kind={"enum": ["inSource", "external"]},
    status={"enum": ["accepted", "underReview", "rejected"]},
    justification=TEXT,
)
RESULT = record(  # 3.27
    "ruleId level message locations partialFingerprints",
    ruleId=TEXT,
    ruleIndex=COUNT,
    level=LEVEL,
    message=MESSAGE,
    locations=listed(LOCATION, least=1, unique=False),
    relatedLocations=listed(LOCATION),
    partialFingerprints={"type": "object", "additionalProperties": TEXT, "minProperties": 1},
    baselineState={"enum": ["new", "unchanged", "updated", "absent"]},
    suppressions=listed(SUPPRESSION),
    rank={"type": "number", "minimum": -1, "maximum": 100},
    properties=BAG,
)
RULE = record(  # 3.49
    "id",
    id=TEXT,
    name=TEXT,
    shortDescription=MULTIFORMAT,
    fullDescription=MULTIFORMAT,
    help=MULTIFORMAT,
    defaultConfiguration=record("level", level=LEVEL),
)
DRIVER = record("name", name=TEXT, version=TEXT, semanticVersion=TEXT, rules=listed(RULE))  # 3.19
NOTIFICATION = record(  # 3.58
    "message", message=MESSAGE, level=LEVEL, locations=listed(LOCATION)
)
INVOCATION = record(  # 3.20
    "executionSuccessful",
    executionSuccessful={"type": "boolean"},
    endTimeUtc=UTC,
    toolExecutionNotifications=listed(NOTIFICATION, unique=False),
)
RUN = record(  # 3.14
    "tool results",
    tool=record("driver", driver=DRIVER),
    columnKind={"enum": ["utf16CodeUnits", "unicodeCodePoints"]},
    invocations=listed(INVOCATION, unique=False),
    artifacts=listed(record("location", location=ARTIFACT_LOCATION)),
    results=listed(RESULT, unique=False),
    properties=BAG,
)
SARIF: Schema = {
    "$schema": "https://json-schema.org/draft/2020-12/schema",
    **record(
        "version runs",
        **{"$schema": URI, "version": {"const": "2.1.0"}, "runs": listed(RUN, least=1, unique=False)},
    ),
}
