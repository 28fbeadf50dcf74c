"""What a few components derive from their props before they are drawn."""

from typing import Any

from django.utils.html import format_html_join


def described_file(props: dict[str, Any]) -> dict[str, Any]:
    """Type, size, language and date, in one breath."""
    known = (props["type"], props["size"], props["language"], props["date"])
    return {"about": format_html_join(", ", "{}", ((one,) for one in known if one))}


def sortable(props: dict[str, Any]) -> dict[str, Any]:
    """The heads of a table. A column is its label, or a mapping: label, sort, number.

    `sort` is the key the rows are sorted by now, "-key" when downwards; `url` ends with "=".
    """
    return {"heads": [_head(column, props["sort"], props["url"]) for column in props["columns"]]}


def _head(column: Any, sort: str, url: str) -> dict[str, Any]:
    given = column if isinstance(column, dict) else {"label": column}
    key = given.get("sort", "")
    head = {"label": given["label"], "number": given.get("number", False), "url": "", "order": ""}
    if not key:
        return head
    order = {key: "ascending", f"-{key}": "descending"}.get(sort, "")
    turned = f"-{key}" if order == "ascending" else key
    return head | {"url": f"{url}{turned}", "order": order}
