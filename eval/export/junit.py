"""JUnit XML, which every CI shows: one case an item and one a gate, valid whatever the questions hold."""

from xml.etree import ElementTree as Tree

from eval.explain import expected, got, reasons
from eval.plain import one_line
from eval.record import Record
from eval.run import Outcome


def junit(record: Record) -> str:
    """The record as XML.

    An item that could not be measured is an error. One that is not right is a failure, but skipped
    when the baseline knows it to be no better: CI is red for what got worse, and says what is not good yet.
    """
    root = Tree.Element("testsuites", name="depeche eval")
    items = Tree.SubElement(root, "testsuite", name="items", tests=str(len(record.outcomes)))
    for outcome in record.outcomes:
        _item(items, outcome, record)
    for kind, plural in (("error", "errors"), ("failure", "failures"), ("skipped", "skipped")):
        items.set(plural, str(len(items.findall(f"testcase/{kind}"))))
    _gate(Tree.SubElement(root, "testsuite", name="gate"), record)
    Tree.indent(root)
    return Tree.tostring(root, encoding="unicode") + "\n"


def _gate(suite: Tree.Element, record: Record) -> None:
    held = "all limits" if record.gated else "no gate: not the whole shipped set"
    for name in [failure.said("en") for failure in record.failures] or [held]:
        case = Tree.SubElement(suite, "testcase", classname="eval.gate", name=name)
        if record.failures:
            Tree.SubElement(case, "failure", message=name)
    suite.set("tests", str(len(suite)))
    suite.set("failures", str(len(record.failures)))


def _item(suite: Tree.Element, outcome: Outcome, record: Record) -> None:
    item, verdict = outcome.item, record.verdicts.get(outcome.item.id)
    case = Tree.SubElement(suite, "testcase", classname=f"eval.{item.category}", name=item.id)
    if verdict is None:
        Tree.SubElement(case, "error", message=one_line(outcome.error))
        return
    if verdict.truth >= 1:
        return
    known = (record.known or {}).get(item.id)
    kind = "skipped" if known is not None and verdict.truth >= known else "failure"
    element = Tree.SubElement(case, kind, message=one_line(f"Truth {verdict.truth:g}: {item.question}"))
    element.text = "\n".join((f"expected {expected(item)}", f"got {got(outcome)}", *reasons(verdict)))
