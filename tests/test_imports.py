"""Imports go one way, and modules stay small: the rules of the layout, kept by a test.

A new top-level module of `analysis` gets its place in LAYERS; a module may import what stands in
its own layer or above it in this table, and no stage another stage.
"""

import ast
from pathlib import Path

import pytest

PROJECT = Path(__file__).resolve().parent.parent
LAYERS = {
    "leaves": ("schema", "paths", "errors", "store", "wording", "timing", "progress", "deck", "cues"),
    "tools": ("words", "fonts", "views"),
    "stages": ("reading", "tables", "keywords", "coverage", "review", "gaps", "charts", "briefing"),
    "flow": ("flow", "summary", "study", "rerun", "vocabulary", "reviewing", "corpus"),
    "evaluation": ("evaluation",),
    "command": ("usage", "command", "__main__"),
}
LAYER_OF = {name: layer for layer, names in LAYERS.items() for name in names}
ORDER = list(LAYERS)
MODULE_LINES, FUNCTION_LINES = 300, 60
VAGUE = {"utils", "util", "helpers", "helper", "common", "misc"}

MODULES = sorted((PROJECT / "analysis").rglob("*.py"))
SOURCES = [*MODULES, PROJECT / "run.py"]


def dotted(path: Path) -> str:
    """analysis/reading/text.py → analysis.reading.text; a package by its own name."""
    return ".".join(path.relative_to(PROJECT).with_suffix("").parts).removesuffix(".__init__")


NAMES = {dotted(path) for path in MODULES}


def imported(tree: ast.AST, module: str) -> set[str]:
    """The modules of the project that a module imports anywhere in it, functions included."""
    found = set()
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            found |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"{module}: relative import, line {node.lineno}"
            names = {f"{node.module}.{alias.name}" for alias in node.names}
            found |= {name if name in NAMES else node.module for name in names}
    return {name for name in found if name.partition(".")[0] == "analysis"}


def top(module: str) -> str:
    """analysis.reading.text → reading."""
    return (module.split(".") + [""])[1]


def forbidden(importer: str, target: str) -> str:
    """Why the top-level part `importer` may not import `target`; empty where it may."""
    if importer == target or target == "":
        return ""
    above, below = ORDER.index(LAYER_OF[target]), ORDER.index(LAYER_OF[importer])
    if above > below:
        return f"{LAYER_OF[importer]} must not import {LAYER_OF[target]}"
    return "a stage must not import another stage" if LAYER_OF[importer] == LAYER_OF[target] == "stages" else ""


class AtRunTime(ast.NodeTransformer):
    """Leaves out what stands under `if TYPE_CHECKING:`."""

    def visit_If(self, node):
        return None if ast.unparse(node.test).endswith("TYPE_CHECKING") else self.generic_visit(node)


TREES = {dotted(path): ast.parse(path.read_text(encoding="utf-8")) for path in MODULES}
GRAPH = {module: imported(tree, module) for module, tree in TREES.items()}


def test_every_part_has_its_layer():
    assert {top(module) for module in NAMES} - {""} - set(LAYER_OF) == set(), "add it to LAYERS"


def test_imports_go_one_way():
    reasons = {
        f"{module} → {target}": reason
        for module, targets in GRAPH.items()
        for target in targets
        if (reason := module != "analysis" and forbidden(top(module), top(target)))
    }
    assert reasons == {}


@pytest.mark.parametrize(
    "importer, target, allowed",
    [
        ("reading", "schema", True),
        ("reading", "words", True),
        ("reading", "reading", True),
        ("reading", "tables", False),
        ("schema", "words", False),
        ("words", "reading", False),
        ("gaps", "flow", False),
        ("flow", "command", False),
        ("evaluation", "coverage", True),
        ("flow", "evaluation", False),
        ("command", "flow", True),
    ],
)
def test_the_rule_itself(importer, target, allowed):
    assert (forbidden(importer, target) == "") is allowed


def test_no_import_cycle():
    """Leaves first: as long as modules remain, one of them imports only modules already placed."""
    trees = {module: ast.parse(ast.unparse(tree)) for module, tree in TREES.items()}
    left = {module: imported(AtRunTime().visit(tree), module) & NAMES - {module} for module, tree in trees.items()}
    while ready := {module for module, targets in left.items() if not targets & left.keys()}:
        left = {module: targets for module, targets in left.items() if module not in ready}
    assert left == {}


@pytest.mark.parametrize("path", SOURCES, ids=lambda path: str(path.relative_to(PROJECT)))
def test_modules_and_functions_are_small_and_named_for_what_they_do(path):
    source = path.read_text(encoding="utf-8")
    functions = [node for node in ast.walk(ast.parse(source)) if isinstance(node, ast.FunctionDef)]
    long = {node.name: size for node in functions if (size := node.end_lineno - node.lineno + 1) > FUNCTION_LINES}
    assert len(source.splitlines()) <= MODULE_LINES
    assert long == {}
    assert not VAGUE & set(path.relative_to(PROJECT).with_suffix("").parts)


def test_no_two_test_modules_have_one_name():
    """pytest finds them by their bare name: of two with one name the second is not collected."""
    names = [path.name for path in (PROJECT / "tests").rglob("*.py")]
    assert sorted(name for name in set(names) if names.count(name) > 1) == []
