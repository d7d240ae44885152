"""Templates are compiled once for all languages: ``COMPILED`` keeps the code, every language's environment runs it.

Jinja2 reckons what it can while compiling (``{{ 1234|number }}``), and would put one language's figures into the pages
of the others. So nothing but a template's own text is made ready; filters and texts work when a page is drawn.
"""

from types import CodeType

from jinja2 import BytecodeCache, nodes
from jinja2.bccache import Bucket
from jinja2.compiler import CodeGenerator, Frame


class AlikeInAllLanguages(CodeGenerator):
    """Code that says nothing an environment's filters would say."""

    def _output_child_to_const(self, node: nodes.Expr, frame: Frame, finalize: CodeGenerator._FinalizeInfo) -> str:
        if not isinstance(node, nodes.TemplateData):
            raise nodes.Impossible
        return super()._output_child_to_const(node, frame, finalize)


class CompiledTemplates(BytecodeCache):
    """In this process's memory, by name and text of the template."""

    def __init__(self) -> None:
        self._code: dict[tuple[str, str], CodeType] = {}

    def load_bytecode(self, bucket: Bucket) -> None:
        bucket.code = self._code.get((bucket.key, bucket.checksum))

    def dump_bytecode(self, bucket: Bucket) -> None:
        if bucket.code is not None:
            self._code[bucket.key, bucket.checksum] = bucket.code


COMPILED = CompiledTemplates()
