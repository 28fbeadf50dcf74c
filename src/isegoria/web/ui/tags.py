"""`{% ui %}` and `{% uibox %}`: components whose props are checked when the template is compiled."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from functools import lru_cache
from typing import Any

from django.template import Context, Library, Node, NodeList, TemplateSyntaxError
from django.template.base import FilterExpression, Parser, TextNode, Token, token_kwargs
from django.template.loader import get_template
from django.utils.html import conditional_escape, format_html_join
from django.utils.safestring import SafeString
from django.utils.translation import get_language, gettext

from isegoria.web.ui.components import COMPONENTS, Component
from isegoria.web.ui.icons import ICONS

register = Library()
PASSED = ("request", "csrf_token", "LANGUAGE_CODE")
Props = dict[str, FilterExpression]


@dataclass
class SlotNode(Node):
    """The content of a named slot; rendered by the component around it."""

    name: str
    nodelist: NodeList

    def render(self, context: Context) -> SafeString:  # noqa: ARG002 -- shown by ComponentNode
        raise TemplateSyntaxError(f"the slot “{self.name}” is not directly inside {{% uibox %}}")


@dataclass
class ComponentNode(Node):
    """One use of a component: its template sees its props and slots, and nothing of the page."""

    name: str
    props: Props
    nodelist: NodeList = field(default_factory=NodeList)

    def render(self, context: Context) -> SafeString:
        component = COMPONENTS[self.name]
        shown = dict(component.takes)
        shown |= {name: value.resolve(context) for name, value in self.props.items()}
        _check_choices(self.name, component, shown)
        if component.plain:
            words = tuple((key, _word(one)) for key, one in shown.items())
            return _kept(self.name, get_language() or "", words)
        shown |= dict.fromkeys(component.slots, "")
        shown |= {
            slot.name: slot.nodelist.render(context)
            for slot in self.nodelist
            if isinstance(slot, SlotNode)
        }
        if "body" in component.slots:
            rest = NodeList(node for node in self.nodelist if not isinstance(node, SlotNode))
            shown["body"] = shown["body"] or SafeString(rest.render(context).strip())
        if component.prepare:
            shown |= component.prepare(shown)
        shown |= {one: context[one] for one in PASSED if one in context}
        template = context.template.engine.get_template(f"ui/{self.name}.html")  # type: ignore[union-attr]
        return SafeString(template.render(Context(shown)))


def _word(value: Any) -> SafeString | int | None:
    return value if value is None or isinstance(value, int) else conditional_escape(value)


@lru_cache(maxsize=2048)
def _kept(
    name: str,
    language: str,  # noqa: ARG001 -- it is drawn in it
    words: tuple[tuple[str, SafeString | int | None], ...],
) -> SafeString:
    """A plain component: an icon stands a dozen times on a page, and is always the same."""
    shown, prepare = dict[str, Any](words), COMPONENTS[name].prepare
    if prepare:
        shown |= prepare(shown)
    return SafeString(get_template(f"ui/{name}.html").render(shown))


@register.tag
def ui(parser: Parser, token: Token) -> ComponentNode:
    """{% ui "badge" text="…" tone="warn" %}"""
    return ComponentNode(*_read(parser, token))


@register.tag
def uibox(parser: Parser, token: Token) -> ComponentNode:
    """{% uibox "notice" title="…" %} … {% slot "actions" %}…{% endslot %} {% enduibox %}"""
    name, props = _read(parser, token)
    nodelist = parser.parse(("enduibox",))
    parser.delete_first_token()
    known = COMPONENTS[name].slots
    if not known:
        raise TemplateSyntaxError(f"“{name}” has no slot: write {{% ui %}} and not {{% uibox %}}")
    for node in nodelist:
        if isinstance(node, SlotNode) and node.name not in known:
            raise TemplateSyntaxError(_unknown("slot", node.name, name, known))
        if "body" not in known and not _is_silent(node):
            raise TemplateSyntaxError(f"“{name}” has no body: write inside {', '.join(known)}")
    return ComponentNode(name, props, nodelist)


@register.tag
def slot(parser: Parser, token: Token) -> SlotNode:
    """{% slot "actions" %}…{% endslot %}, directly inside {% uibox %}."""
    words = token.split_contents()
    if len(words) != 2:
        raise TemplateSyntaxError('write {% slot "name" %}')
    nodelist = parser.parse(("endslot",))
    parser.delete_first_token()
    return SlotNode(words[1].strip("\"'"), nodelist)


def _is_silent(node: Node) -> bool:
    return isinstance(node, SlotNode) or (isinstance(node, TextNode) and not node.s.strip())


def _read(parser: Parser, token: Token) -> tuple[str, Props]:
    words = token.split_contents()[1:]
    if not words or words[0][0] not in "\"'":
        raise TemplateSyntaxError('name the component first, in quotes: {% ui "badge" … %}')
    name = words.pop(0).strip("\"'")
    if name not in COMPONENTS:
        raise TemplateSyntaxError(_unknown("component", name, "the gallery", COMPONENTS))
    props = token_kwargs(words, parser)
    if words:
        raise TemplateSyntaxError(f"“{words[0]}” is not a prop=value of “{name}”")
    _check(name, COMPONENTS[name], props)
    return name, props


def _check(name: str, component: Component, props: Props) -> None:
    for prop in props:
        if prop not in component.props:
            raise TemplateSyntaxError(_unknown("prop", prop, name, component.props))
    for needed in component.needs:
        if needed not in props:
            raise TemplateSyntaxError(f"“{name}” needs the prop “{needed}”")
    literals = {
        prop: value.var
        for prop, value in props.items()
        if isinstance(value.var, str) and not value.filters
    }
    _check_choices(name, component, literals)


def _check_choices(name: str, component: Component, values: Mapping[str, object]) -> None:
    """Literal values when the template is compiled, all of them when it is drawn."""
    for prop, accepted in component.choices.items():
        if prop in values and values[prop] not in accepted:
            raise TemplateSyntaxError(
                _unknown(f"value of {prop}", str(values[prop]), name, accepted)
            )


def _unknown(what: str, given: str, where: str, accepted: Iterable[str]) -> str:
    return f"“{given}” is not a {what} of {where}; accepted: {', '.join(sorted(accepted))}"


@register.filter
def icon_path(name: str) -> str:
    """The path of an icon; an unknown name is a defect and raises KeyError."""
    return ICONS[name]


@register.filter
def face_path(code: str) -> str:
    """The path of one of the five faces, by its answer."""
    return ICONS[f"face-{code}"]


@register.simple_tag
def draft(name: str) -> str:
    """`<form method="post"{% draft "answer" %}>`: kept on the reader's device until received."""
    words = {
        "draft": name,
        "draft-found": gettext("Nous avons retrouvé votre brouillon."),
        "draft-drop": gettext("L’effacer"),
        "draft-offline": gettext(
            "Pas de réseau : votre texte est gardé sur cet appareil. "
            "Renvoyez quand le réseau revient."
        ),
    }
    return format_html_join("", ' data-{}="{}"', words.items())


@register.filter
def tr(sentence: str) -> str:
    """A sentence of the core, in the reader's language."""
    return gettext(sentence) if sentence else ""
