"""Walks through a demonstration as each of its six people would, in a real browser.

    firsthand serve --demo --data DIR --port 8099
    python Tests/Browser/walk.py http://localhost:8099 --out SCREENSHOTS

Checks each person's main path, that no page asks for anything elsewhere, that no page needs script, that pages fit a
phone, and accessibility by axe where it is installed. Exits with 1 if anything is wrong.
"""
import argparse
import sys
from pathlib import Path

from playwright.sync_api import sync_playwright

try:
    from axe_playwright_python.sync_playwright import Axe
except ImportError:
    Axe = None

PEOPLE = {
    "lead": ["/diagnosis", "/diagnosis#closer", "/build-week", "/use-cases", "/pulse", "/were-we-right", "/account"],
    "sponsor": ["/where-we-stand", "/were-we-right"],
    "manager": ["/my-team"],
    "worker": ["/for-me", "/privacy/summary"],
    "champion": ["/build-week"],
    "admin": ["/evidence", "/accounts", "/privacy"],
}
PUBLIC = ["/sign-in", "/interview", "/design", "/nowhere"]
VIEWS = [("light", 1280, "light"), ("dark", 1280, "dark"), ("phone", 375, "light")]
PASSWORD = "a demonstration only"
wrong = []


def check(holds, words):
    if not holds:
        wrong.append(words)
        print("WRONG", words)


def sign_in(page, base, who):
    page.goto(f"{base}/sign-in")
    page.fill("#email", f"{who}@example.com")
    page.fill("#password", PASSWORD)
    page.click("form.stack button")
    check("/sign-in" not in page.url, f"{who} signs in")


def look(page, base, who, path, view, out):
    answer = page.goto(base + path)
    check(path == "/nowhere" or answer is None or answer.ok, f"{who} {path}: {answer and answer.status}")
    name = (path.strip("/") or "start").replace("/", "-").replace("#", "-")
    page.screenshot(path=out / f"{view}-{who}-{name}.png", full_page=True)
    width = page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth")
    check(width <= 0, f"{who} {path} is {width} pixels too wide in {view}")
    if Axe and view != "dark":
        for found in Axe().run(page).response["violations"]:
            nodes = "; ".join(node["html"][:120] for node in found["nodes"][:2])
            check(False, f"{view} {who} {path}: {found['id']} ({found['impact']}): {nodes}")


def paths(page, base):
    """The main path of each person, by keyboard and mouse."""
    sign_in(page, base, "lead")
    page.goto(f"{base}/diagnosis?find=a")
    links = page.locator("#closer a[href^='/diagnosis/']")
    check(links.count() > 0, "the lead finds a role or team")
    links.first.click()
    check(page.locator("h1").count() == 1, "a scope has its page")
    page.goto(f"{base}/sign-in")
    sign_in(page.context.browser.new_context().new_page(), base, "worker")


def interview(page, base):
    page.goto(f"{base}/interview")
    for question in page.locator("fieldset").all():
        question.locator("input").first.check()
    page.click("main form button")
    check("Opinion, not evidence" in page.content(), "ten questions give a reading marked as opinion")


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("base")
    parser.add_argument("--out", default="screenshots")
    parser.add_argument("--browser", default="/usr/bin/chromium")
    arguments = parser.parse_args()
    out = Path(arguments.out)
    out.mkdir(parents=True, exist_ok=True)
    with sync_playwright() as play:
        browser = play.chromium.launch(executable_path=arguments.browser, args=["--no-sandbox"])
        for view, width, scheme in VIEWS:
            for who, pages in {**PEOPLE, "public": PUBLIC}.items():
                context = browser.new_context(viewport={"width": width, "height": 900}, color_scheme=scheme)
                page = context.new_page()
                page.on("console", lambda message: check(message.type != "error" or "404" in message.text, f"console: {message.text[:200]}"))
                page.on("request", lambda request: check(request.url.startswith((arguments.base, "data:")), f"asks elsewhere: {request.url}"))
                if who != "public":
                    sign_in(page, arguments.base, who)
                for path in pages:
                    look(page, arguments.base, who, path, view, out)
                context.close()
        plain = browser.new_context(java_script_enabled=False).new_page()
        paths(plain, arguments.base)
        interview(plain, arguments.base)
        browser.close()
    print(f"{len(wrong)} things are wrong." if wrong else "Everything is as it should be.")
    sys.exit(1 if wrong else 0)


if __name__ == "__main__":
    main()
