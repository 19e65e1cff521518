"""openxml-audit, which takes 50 ms for a document. What stands in every document is read only once.

What it says about an element depends on the element, on what it stands in (the schema looks at the tags of its parent
and grandparent) and on the relationships of its part. So a piece (a part, a style, a list, a paragraph of the body) in
which nothing was found is not read again where the same bytes stand in the same place. What looks further, such as that
no other style has the same id, is asked every time.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from functools import cache, partial
from pathlib import Path

from lxml import etree
from openxml_audit import FileFormat, OpenXmlValidator  # type: ignore[import-untyped]
from openxml_audit.context import ValidationContext  # type: ignore[import-untyped]
from openxml_audit.relationships import get_rels_path  # type: ignore[import-untyped]
from openxml_audit.semantic import attributes, constraints, relationships  # type: ignore[import-untyped]

BODY = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}body"
NEWEST = FileFormat.MICROSOFT_365

# They look at attributes of the element itself, or at the relationships of its part.
_NEAR = (
    attributes.AttributeMinMaxConstraint,
    attributes.AttributeValueInSetConstraint,
    attributes.AttributeValueLengthConstraint,
    attributes.AttributeValuePatternConstraint,
    constraints.AttributeComparisonConstraint,
    constraints.AttributeEqualsConstraint,
    constraints.AttributeNotEqualConstraint,
    constraints.AttributesPresentConstraint,
    relationships.RelationshipExistConstraint,
    relationships.RelationshipTypeConstraint,
)
_OF_OTHERS = (constraints.AndConstraint, constraints.OrConstraint)

_rels_path = cache(get_rels_path)  # which reads the path anew each time
Read = Callable[..., None]
Far = dict[str, list[attributes.SemanticConstraint]]


@cache
def auditor(version: FileFormat = NEWEST) -> OpenXmlValidator:
    """The audit for one version of Word."""
    validator = OpenXmlValidator(file_format=version)
    schema, rules = validator._schema_validator, validator._semantic_validator_word
    schema._validate_element = partial(_read_once, schema._validate_element, {}, {})
    schema._validate_content_model = partial(_match_once, schema._validate_content_model, {})
    far = {tag: [rule for rule in of_tag if not _is_near(rule)] for tag, of_tag in rules._constraints.items()}
    far = {tag: of_tag for tag, of_tag in far.items() if of_tag}
    rules._validate_element = partial(_read_once, rules._validate_element, far, {})
    return validator


_faultless: set[tuple[FileFormat, bytes]] = set()


def findings(path: Path, version: FileFormat = NEWEST) -> list[str]:
    """All that is wrong with the document."""
    same = version, path.read_bytes()
    found = [] if same in _faultless else _read(path, version)
    if not found:
        _faultless.add(same)
    return found


def _read(path: Path, version: FileFormat) -> list[str]:
    validator = auditor(version)
    for of_tag in validator._semantic_validator_word._constraints.values():
        for rule in of_tag:
            if isinstance(rule, constraints.CrossPartReferenceConstraint):
                rule._value_cache.clear()  # by the id of the package, which the next one may have too
    return [str(error) for error in validator.validate(path).errors]


def _is_near(rule: attributes.SemanticConstraint) -> bool:
    if isinstance(rule, _OF_OTHERS):
        return all(_is_near(part) for part in rule.constraints)
    if isinstance(rule, constraints.ConditionalConstraint):
        return _is_near(rule.constraint)
    return isinstance(rule, _NEAR)


def _read_once(
    read: Read,
    far: Far,
    faultless: dict[tuple[object, ...], tuple[str, ...]],
    element: etree._Element,
    context: ValidationContext,
    *more: frozenset[str],
) -> None:
    """`read` the element, unless it is known to be `faultless`. For those it says in which tags `far` has to be asked.

    `more` is what the schema pass hands down: the namespaces that may be passed over.
    """
    if not _is_piece(element):
        read(element, context, *more)
        return
    same = (_place(element), *more, _relations(context), _bytes_of(element, context))
    known = faultless.get(same)
    if known is not None and _holds(element.iter(*known) if known else (), far, context):
        return
    found_before = len(context.errors)
    read(element, context, *more)
    if len(context.errors) == found_before:
        faultless[same] = tuple({inner.tag for inner in element.iter()} & far.keys()) if far else ()


def _match_once(
    match: Read,
    faultless: dict[tuple[object, ...], object],
    model: object,
    children: list[etree._Element],
    context: ValidationContext,
) -> None:
    """Whether `children` may stand in this order, which depends on their tags alone."""
    same = (id(model), *(child.tag for child in children))
    if same in faultless:
        return
    found_before = len(context.errors)
    match(model, children, context)
    if len(context.errors) == found_before:
        faultless[same] = model  # which lives on, so that no other gets its id


def _is_piece(element: etree._Element) -> bool:
    """Whether it is a root, or a child of the root or of the body."""
    parent = element.getparent()
    if parent is None:
        return True
    return element.tag != BODY and (parent.tag == BODY or parent.getparent() is None)


def _place(element: etree._Element) -> tuple[object, ...]:
    return tuple(outer.tag for outer in element.iterancestors())


def _bytes_of(element: etree._Element, context: ValidationContext) -> bytes:
    if element.getparent() is None:
        return bytes(context.package.get_part_content(context.part_uri))
    return etree.tostring(element, with_tail=False)


def _relations(context: ValidationContext) -> bytes:
    """The relationships of the part that is read, as they stand in the package."""
    path = _rels_path(context.part_uri)
    return bytes(context.package.get_part_content(path)) if context.package.has_part(path) else b""


def _holds(elements: Iterable[etree._Element], far: Far, context: ValidationContext) -> bool:
    """Whether what looks further than the element has no objection. If it has, it is asked again with the path."""
    found_before = len(context.errors)
    for element in elements:
        for rule in far[element.tag]:
            rule.validate(element, context)
    objects = len(context.errors) > found_before
    del context.errors[found_before:]
    return not objects
