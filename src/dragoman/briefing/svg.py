"""Elements of SVG, escaped. Colours come from the style sheet through classes, so drawings follow the light and dark themes.

Why drawings are made here and not by a charting library in the page: docs/decisions/0003-charts-in-the-briefing.md.
"""

from markupsafe import Markup, escape


def element(name: str, *children: Markup | str, **attributes: object) -> Markup:
    """An element. An underscore in an attribute's name stands for a hyphen, one at its end is dropped; None leaves it out."""
    written = "".join(
        f' {key.rstrip("_").replace("_", "-")}="{escape(write_value(value))}"'
        for key, value in attributes.items()
        if value is not None
    )
    inner = "".join(str(escape(child)) for child in children)
    return Markup(f"<{name}{written}>{inner}</{name}>")  # noqa: S704  attributes and children went through escape


def write_value(value: object) -> str:
    """A coordinate with one decimal, anything else as it is."""
    return f"{value:.1f}".removesuffix(".0") if isinstance(value, float) else str(value)


def drawing(width: float, height: float, label: str, *children: Markup) -> Markup:
    """A whole drawing, announced as `label`; it keeps its shape and is as wide as the room allows."""
    return element(
        "svg",
        *children,
        viewBox=f"0 0 {write_value(width)} {write_value(height)}",
        width=width,
        height=height,
        role="img",
        aria_label=label,
    )


def link(href: str, hint: str, *children: Markup) -> Markup:
    """Part of a drawing that leads somewhere. The tables offer the same links to the keyboard, so it takes no tab stop."""
    return element("a", element("title", hint), *children, href=href, tabindex=-1)


def split_bar(parts: list[tuple[str, int]], width: float = 120, height: float = 10) -> Markup:
    """A bar cut in proportion to numbers, each part with its class; not announced, as the numbers stand beside it."""
    total = sum(number for _, number in parts) or 1
    position, drawn = 0.0, []
    for css, number in parts:
        length = width * number / total
        drawn.append(element("rect", class_=f"bar {css}", x=position, y=0, width=max(length - 1, 0.5), height=height))
        position += length
    return element(
        "svg", *drawn, viewBox=f"0 0 {width:g} {height:g}", width=width, height=height, class_="split", aria_hidden="true"
    )
