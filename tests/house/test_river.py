"""Code looks upstream: what import-linter cannot see, read from the source and the models."""

import ast
from collections import defaultdict

from django.apps import apps

from tests.house.tree import ROOMS, SOURCE, at, dotted, named, nodes, python

CONDUCT = SOURCE / "convention" / "governance" / "conduct.py"
RELATIONS = {"ForeignKey", "OneToOneField", "ManyToManyField"}
HANDS_ON_TABLES = {"objects", "_base_manager", "_default_manager", "_meta_manager"}
QUERIES = {
    "filter", "exclude", "order_by", "values_list", "annotate", "aggregate", "select_related",
    "prefetch_related", "get_or_create", "update_or_create", "bulk_create", "bulk_update",
    "select_for_update",
}  # fmt: skip
SIGNALS = {"django.dispatch", "django.db.models.signals", "django.core.signals", "blinker"}
MODELS = apps.get_app_config("convention").get_models()
ALIVE = {one.__name__ for one in MODELS if hasattr(one, "KIND")}


def test_only_conduct_moves_a_state():
    moved = [
        at(path, node)
        for path in python()
        if path != CONDUCT
        for node in nodes(path)
        if moves_a_state(node)
    ]

    assert "\n".join(moved) == ""


def test_conduct_moves_it_in_one_line():
    assert len([node for node in nodes(CONDUCT) if moves_a_state(node)]) == 1


def moves_a_state(node):
    match node:
        case ast.Attribute(attr="state", ctx=ast.Store()):
            return True
        case ast.Call(func=ast.Name(id="setattr"), args=[_, ast.Constant(value="state"), *_]):
            return True
        case ast.Call(func=func, keywords=given) if "state" in {one.arg for one in given}:
            made = dotted(func).rpartition(".")[2]
            return made in ALIVE or made in {"update", "create", "bulk_update", "update_or_create"}
    return False


def test_no_relation_names_its_table_in_a_string():
    strings = [
        at(path, node)
        for path in python("convention")
        for node in nodes(path)
        if isinstance(node, ast.Call)
        and dotted(node.func).rpartition(".")[2] in RELATIONS
        and any(isinstance(to, ast.Constant) and to.value != "self" for to in targets(node))
    ]

    assert "\n".join(strings) == ""


def targets(call):
    return [*call.args[:1], *(one.value for one in call.keywords if one.arg == "to")]


def test_no_code_reaches_downstream_through_an_accessor():
    """`mandate.opinions` would let the mandate read what the governance knows."""
    owners = accessors()
    reached = [
        f"{at(path, node)} says “{name}”, which belongs to {'/'.join(sorted(owners[name]))}"
        for path in python("convention")
        if (room := room_of_file(path)) is not None
        for node in nodes(path)
        for name in said(node)
        if name in owners and all(is_downstream(owner, room) for owner in owners[name])
    ]

    assert "\n".join(reached) == ""


def accessors():
    """Name of a reverse accessor, or of its lookup → the rooms of the tables it reaches."""
    found = defaultdict(set)
    for model in apps.get_app_config("convention").get_models():
        for relation in model._meta.related_objects:
            room = room_of_model(relation.related_model)
            if room:
                found[relation.get_accessor_name()].add(room)
                found[relation.name].add(room)
    return found


def test_every_relation_names_its_accessor_so_that_it_can_be_looked_for():
    unnamed = [
        f"{model.__name__}.{field.name}"
        for model in apps.get_app_config("convention").get_models()
        for field in model._meta.get_fields()
        if getattr(field, "related_model", None)
        and field.concrete
        and not field.remote_field.related_name
    ]

    assert "\n".join(unnamed) == ""


def said(node):
    """The names that an expression could look through: attributes, lookups, keywords."""
    match node:
        case ast.Attribute(attr=name):
            yield name
        case ast.keyword(arg=str(lookup)) if "__" in lookup:
            yield from lookup.split("__")
        case ast.Call(func=ast.Attribute(attr=verb), args=args) if verb in {
            *QUERIES,
            "values",
            "Q",
            "F",
        }:
            for one in args:
                if isinstance(one, ast.Constant) and isinstance(one.value, str):
                    yield from one.value.lstrip("-").split("__")
                if isinstance(one, ast.Call) and dotted(one.func) in {
                    "F",
                    "Prefetch",
                    "Count",
                    "Max",
                }:
                    yield from (
                        part
                        for inner in one.args
                        if isinstance(inner, ast.Constant) and isinstance(inner.value, str)
                        for part in inner.value.split("__")
                    )


def room_of_file(path):
    room = named(path).split("/")[1]
    return room if room in ROOMS else None


def room_of_model(model):
    parts = model.__module__.split(".")
    return parts[2] if parts[:2] == ["isegoria", "convention"] else None


def is_downstream(owner, room):
    return ROOMS.index(owner) > ROOMS.index(room)


def test_the_rooms_are_those_of_the_lint():
    rooms = {one.parent.name for one in (SOURCE / "convention").glob("*/__init__.py")}

    assert rooms == {*ROOMS, "migrations"}


def test_the_pages_never_touch_a_table():
    hands = [
        f"{at(path, node)} .{node.attr}"
        for path in python("web")
        for node in nodes(path)
        if isinstance(node, ast.Attribute) and node.attr in HANDS_ON_TABLES
    ]

    assert "\n".join(hands) == ""


def test_the_pages_never_write_a_query():
    written = [
        f"{at(path, node)} .{node.func.attr}(…)"
        for path in python("web")
        for node in nodes(path)
        if isinstance(node, ast.Call)
        and isinstance(node.func, ast.Attribute)
        and node.func.attr in QUERIES
        and dotted(node.func.value) != "register"
    ]

    assert "\n".join(written) == ""


def test_the_pages_never_save_or_delete_a_row():
    written = [
        f"{at(path, node)} .{node.func.attr}()"
        for path in python("web")
        for node in nodes(path)
        if isinstance(node, ast.Call)
        and isinstance(node.func, ast.Attribute)
        and node.func.attr in {"save", "delete", "full_clean"}
        and not dotted(node.func.value).startswith(("super", "form", "request.session"))
    ]

    assert "\n".join(one for one in written if not one.startswith(PILLOW_AND_QR)) == ""


PILLOW_AND_QR = ("src/isegoria/web/papers/",)  # .save() draws a picture there


def test_nothing_listens_to_signals():
    heard = [
        at(path, node)
        for path in python()
        for node in nodes(path)
        if (isinstance(node, ast.ImportFrom) and node.module in SIGNALS)
        or (isinstance(node, ast.ImportFrom) and str(node.module).endswith(".signals"))
        or (
            isinstance(node, ast.Attribute)
            and node.attr in {"post_save", "pre_save", "m2m_changed"}
        )
    ]

    assert "\n".join(heard) == ""


def test_the_book_is_locked_before_it_is_read():
    """SQLite locks the whole file at BEGIN; PostgreSQL locks this row."""
    book = (SOURCE / "convention" / "journal" / "book.py").read_text(encoding="utf-8")

    assert "Log.objects.select_for_update().get_or_create(" in book
