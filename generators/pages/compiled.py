"""The code that Jinja makes of our templates, without what none of ours needs: half the time of a page was spent there.

What a template says stays the same; only these are shorter:

- what is `Markup` already is put out as it is;
- `view.x` is Python's own `view.x`, for the names that always stand for an object of ours (`OBJECTS`);
- a call is a plain call, without Jinja's own state as an argument;
- a macro takes what it names and nothing else;
- `import` without `with context` takes the macros from `environment.macros_of`, which knows how long they hold.
"""

from __future__ import annotations

from collections.abc import Callable
from keyword import iskeyword
from typing import Any

from jinja2 import nodes
from jinja2.compiler import CodeGenerator, Frame, MacroRef
from jinja2.utils import missing
from markupsafe import Markup

from .escaping import escaped, safe

__all__ = ["Code", "Macro", "escaped"]

OBJECTS = frozenset("view told service phone loop m h p".split())  # in no template a mapping


class Macro:
    """A macro of a template, without `caller`, `varargs` and `kwargs`."""

    __slots__ = ("_make", "_parameters", "name")

    def __init__(self, make: Callable[..., str], name: str, parameters: tuple[str, ...]) -> None:
        self._make = make
        self._parameters = parameters
        self.name = name

    def __call__(self, *given: Any, **named: Any) -> Markup:
        rest = self._parameters[len(given) :]
        if rest:
            given += tuple([named.pop(name, missing) for name in rest]) if named else (missing,) * len(rest)
        if named:
            raise TypeError(f"the macro {self.name!r} takes no argument {next(iter(named))!r}")
        return safe(self._make(*given))


class Code(CodeGenerator):
    """Writes the code of a template."""

    def visit_Template(self, node: nodes.Template, frame: Frame | None = None) -> None:
        self.writeline("escaped = environment.escaped")
        super().visit_Template(node, frame)

    def visit_Getattr(self, node: nodes.Getattr, frame: Frame) -> None:
        if not isinstance(node.node, nodes.Name) or node.node.name not in OBJECTS or iskeyword(node.attr):
            super().visit_Getattr(node, frame)
            return
        self.visit(node.node, frame)
        self.write(f".{node.attr}")

    def _output_child_pre(self, node: nodes.Expr, frame: Frame, finalize: Any) -> None:
        if finalize.src is None and frame.eval_ctx.autoescape and not frame.eval_ctx.volatile:
            self.write("escaped(")
        else:
            super()._output_child_pre(node, frame, finalize)

    def visit_Call(self, node: nodes.Call, frame: Frame, forward_caller: bool = False) -> None:
        if forward_caller or node.dyn_args or node.dyn_kwargs or any(iskeyword(one.key) for one in node.kwargs):
            super().visit_Call(node, frame, forward_caller)
            return
        self.visit(node.node, frame)
        self.write("(")
        for argument in (*node.args, *node.kwargs):
            self.visit(argument, frame)
            self.write(", ")
        self.write(")")

    def macro_def(self, macro_ref: MacroRef, frame: Frame) -> None:
        if macro_ref.accesses_caller or macro_ref.accesses_kwargs or macro_ref.accesses_varargs:
            super().macro_def(macro_ref, frame)
            return
        parameters = tuple(one.name for one in macro_ref.node.args)
        self.write(f"environment.macro(macro, {getattr(macro_ref.node, 'name', None)!r}, {parameters!r})")

    def _import_common(self, node: nodes.Import | nodes.FromImport, frame: Frame) -> None:
        if node.with_context:
            super()._import_common(node, frame)
            return
        self.write("environment.macros_of(")
        self.visit(node.template, frame)
        self.write(", context)")
