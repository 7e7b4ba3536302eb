"""Reading the tree: its modules, and what the syntax of one says. Knows no rule of the house."""

import ast
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

PROJECT = Path(__file__).parents[2]


@dataclass(frozen=True, slots=True)
class Breach:
    """One place where a rule does not hold."""

    path: str
    line: int
    says: str

    def __str__(self) -> str:
        return f"{self.path}:{self.line}: {self.says}"


@dataclass(frozen=True)
class Module:
    """One Python file: where it lies (relative to `root`, with slashes) and what it says."""

    root: Path
    path: str

    @cached_property
    def text(self) -> str:
        return (self.root / self.path).read_text(encoding="utf-8")

    @cached_property
    def tree(self) -> ast.Module:
        return ast.parse(self.text, filename=self.path)

    @property
    def package(self) -> str:
        """The dotted package that relative imports start from."""
        return ".".join(self.path.split("/")[:-1])

    def breach(self, node: ast.expr | ast.stmt | ast.keyword, says: str) -> Breach:
        return Breach(self.path, node.lineno, says)


def modules(root: Path, *folders: str) -> Iterator[Module]:
    """Every Python file under these folders of `root`, in order; an absent folder has none."""
    for folder in folders:
        for file in sorted((root / folder).rglob("*.py")):
            yield Module(root, file.relative_to(root).as_posix())


def within(module: Module, *rooms: str) -> bool:
    """Whether the module is one of these files or lies in one of these folders ("bot/cli/")."""
    return any(
        module.path.startswith(room) if room.endswith("/") else module.path == room
        for room in rooms
    )


@dataclass(frozen=True, slots=True)
class Imported:
    """One imported thing: its full dotted name, and what a name in this module stands for since."""

    node: ast.stmt
    full: str
    name: str
    means: str


def imported(module: Module) -> Iterator[Imported]:
    """Every import of the module, at its top or deeper; relative ones spelled in full."""
    for node in ast.walk(module.tree):
        if isinstance(node, ast.Import):
            for alias in node.names:
                top = alias.name.split(".")[0]
                yield Imported(
                    node, alias.name, alias.asname or top, alias.name if alias.asname else top
                )
        elif isinstance(node, ast.ImportFrom):
            for alias in node.names:
                full = f"{_base(module, node)}.{alias.name}"
                yield Imported(node, full, alias.asname or alias.name, full)


def _base(module: Module, node: ast.ImportFrom) -> str:
    if not node.level:
        return node.module or ""
    package = module.package.split(".")
    up = package[: len(package) - (node.level - 1)]
    return ".".join([*up, node.module] if node.module else up)


def names(module: Module) -> Iterator[tuple[ast.expr, str]]:
    """Every use of an imported name, in full ("datetime.datetime.now"), whatever its name here."""
    meanings = {one.name: one.means for one in imported(module)}
    for node in ast.walk(module.tree):
        first, _, rest = _dotted(node).partition(".")
        if isinstance(node, ast.expr) and first in meanings:
            yield node, f"{meanings[first]}.{rest}" if rest else meanings[first]


def _dotted(node: ast.AST) -> str:
    if isinstance(node, ast.Name):
        return node.id
    if isinstance(node, ast.Attribute):
        before = _dotted(node.value)
        return f"{before}.{node.attr}" if before else ""
    return ""


def literals(module: Module) -> Iterator[tuple[ast.expr, str]]:
    """Every string literal but docstrings; in an f-string each value stands as `{}`."""
    seen = {id(node.value) for node in ast.walk(module.tree) if isinstance(node, ast.Expr)}
    for node in ast.walk(module.tree):
        if id(node) in seen:
            continue
        if isinstance(node, ast.JoinedStr):
            seen.update(id(part) for part in node.values if isinstance(part, ast.Constant))
            yield node, "".join(_said(part) for part in node.values)
        elif isinstance(node, ast.Constant) and isinstance(node.value, str):
            yield node, node.value


def _said(part: ast.expr) -> str:
    return str(part.value) if isinstance(part, ast.Constant) else "{}"
