"""Two ways to use a page: with a pointer, or with the keyboard alone."""

import re
from datetime import date

from playwright.sync_api import Locator, Page

MOST_TABS = 250
HAS_FOCUS = "one => one === document.activeElement"
CHOICES = "one => [...one.options].map(option => option.label)"


class Pointer:
    """Clicks and types, naming things as the page names them."""

    def __init__(self, page: Page) -> None:
        self.page = page

    def field(self, label: str) -> Locator:
        return self.page.locator("main").get_by_label(re.compile(rf"^\s*{re.escape(label)}"))

    def button(self, name: str) -> Locator:
        """A link or a button of the page's own part, by the words on it."""
        main, words = self.page.locator("main"), re.compile(rf"^\s*{re.escape(name)}\s*$")
        return main.get_by_role("button", name=words).or_(main.get_by_role("link", name=words))

    def press(self, name: str) -> None:
        """Follow a link or send a form, and wait for the page that answers."""
        with self.page.expect_navigation():
            self.push(name)

    def push(self, name: str) -> None:
        """The same, where the page stays: something is missing, or there is no network."""
        self.button(name).first.click()

    def write(self, label: str, text: str) -> None:
        self.field(label).fill(text)

    def date(self, label: str, day: date) -> None:
        self.field(label).fill(day.isoformat())

    def choose(self, label: str, option: str) -> None:
        self.field(label).select_option(label=option)

    def tick(self, label: str) -> None:
        self.field(label).check()

    def attach(self, label: str, file: dict) -> None:
        self.field(label).set_input_files(file)


class Keyboard(Pointer):
    """Tab, Enter, Space, the arrows and letters; the pointer is never used."""

    order = ""

    def __init__(self, page: Page) -> None:
        super().__init__(page)
        page.on("filechooser", lambda _opened: None)  # from now on, and not once a key is pressed

    def reach(self, one: Locator) -> None:
        """Tab until it has the focus, as somebody does who sees where the focus is."""
        handle = one.element_handle()
        for _tab in range(MOST_TABS):
            if handle.evaluate(HAS_FOCUS):
                return
            self.page.keyboard.press("Tab")
        raise AssertionError(f"the keyboard does not reach {one}")

    def push(self, name: str) -> None:
        self.reach(self.button(name).first)
        self.page.keyboard.press("Enter")

    def write(self, label: str, text: str) -> None:
        self.reach(self.field(label))
        self.page.keyboard.press("Control+a")
        if text:
            self.page.keyboard.insert_text(text)
        else:
            self.page.keyboard.press("Delete")

    def date(self, label: str, day: date) -> None:
        """The browser's field wants the digits in the order of its own language."""
        one = self.field(label)
        for order in [Keyboard.order] if Keyboard.order else ["%m%d%Y", "%d%m%Y", "%Y%m%d"]:
            self.page.locator("h1").first.evaluate("() => document.activeElement.blur()")
            self.reach(one)
            self.page.keyboard.type(day.strftime(order))
            if one.input_value() == day.isoformat():
                Keyboard.order = order
                return
        raise AssertionError(f"{label}: {one.input_value()!r} was read for {day}")

    def choose(self, label: str, option: str) -> None:
        one = self.field(label)
        self.reach(one)
        names = one.evaluate(CHOICES)
        self.page.keyboard.press("Home")
        for _down in range(names.index(option)):
            self.page.keyboard.press("ArrowDown")

    def tick(self, label: str) -> None:
        one = self.field(label)
        if one.get_attribute("type") == "radio":
            self._turn_to(one)
        elif not one.is_checked():
            self.reach(one)
            self.page.keyboard.press("Space")

    def _turn_to(self, one: Locator) -> None:
        """A group of radio buttons is one stop; the arrows choose in it."""
        group = self.page.locator(f"main input[type=radio][name={one.get_attribute('name')}]")
        handles = group.element_handles()
        for _tab in range(MOST_TABS):
            if any(handle.evaluate(HAS_FOCUS) for handle in handles):
                break
            self.page.keyboard.press("Tab")
        self.page.keyboard.press("Space")
        for _turn in handles:
            if one.is_checked():
                return
            self.page.keyboard.press("ArrowDown")
        raise AssertionError("the arrows do not reach this choice")

    def attach(self, label: str, file: dict) -> None:
        self.reach(self.field(label))
        with self.page.expect_file_chooser() as opened:
            self.page.keyboard.press("Space")
        opened.value.set_files(file)
