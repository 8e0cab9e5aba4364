"""Walks the way of a discovery through a demonstration, in a real browser and on a phone.

    firsthand serve --demo --data DIR --port 8099
    python Tests/Browser/discover.py http://localhost:8099 --out SCREENSHOTS [--scheme dark]

A worker names a pain, gets a suggestion with its evidence, tries it five times, sees the own ledger, shares an example and makes a
link; a colleague of another team follows it; the rollout lead, the manager and the sponsor see what is theirs to see. A picture
of each screen is kept, each is checked for what is too wide or cannot be reached (axe), and what goes wrong ends with 1.
It changes the demonstration: use a fresh folder for each run.
"""
import argparse
import re
import sys
from pathlib import Path

from playwright.sync_api import sync_playwright

import walk
from walk import check, sign_in


class Walker:
    def __init__(self, browser, base, out, scheme, width):
        self.browser, self.base, self.out, self.scheme, self.width = browser, base, out, scheme, width
        self.number = 0

    def person(self, who):
        context = self.browser.new_context(viewport={"width": self.width, "height": 780}, color_scheme=self.scheme)
        page = context.new_page()
        page.on("console", lambda message: check(message.type != "error", f"console: {message.text[:200]}"))
        sign_in(page, self.base, who)
        return page

    def see(self, page, name, *words):
        self.number += 1
        page.screenshot(path=self.out / f"{self.number:02}-{name}-{self.scheme}.png", full_page=True)
        wide = page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth")
        check(wide <= 0, f"{name} is {wide} pixels too wide")
        text = page.inner_text("main")
        for word in words:
            check(word in text, f"{name} does not say “{word}”")
        if walk.Axe and self.scheme == "light":
            for found in walk.Axe().run(page).response["violations"]:
                nodes = "; ".join(node["html"][:120] for node in found["nodes"][:2])
                check(False, f"{name}: {found['id']} ({found['impact']}): {nodes}")


def go(walker):
    base = walker.base
    worker = walker.person("worker")
    worker.goto(f"{base}/for-me")
    walker.see(worker, "for-me-first", "What bothers you most about your work?")
    worker.click("text=Name it")
    walker.see(worker, "pains", "What bothers you?")
    worker.locator("button.tap").first.click()
    walker.see(worker, "suggestion", "You could try", "Counted with")
    worker.click("text=Try it on this task")
    walker.see(worker, "trial-begin", "How is it now?")
    worker.fill("#minutes", "40")
    worker.locator("label.answer:has(input[name=strain][value='6'])").click()
    worker.click("text=Begin")
    walker.see(worker, "trial-new", "How did it go this time?")
    for minutes, strain in [(22, 3), (18, 3), (25, 4), (20, 2), (16, 3)]:
        worker.fill("#minutes", str(minutes))
        worker.locator(f"label.answer:has(input[name=strain][value='{strain}'])").click()
        worker.click("text=Note it")
    walker.see(worker, "trial-five", "Minutes: from 40 to 20 on average")
    worker.locator("input[name=verdict][value=keep], button[name=verdict][value=keep]").first.click()
    if worker.locator("text=Say so").count():
        worker.locator("text=Say so").first.click()
    walker.see(worker, "trial-kept", "You keep it")
    worker.locator("label.answer:has(input[name=consent][value=roleOnly])").click()
    worker.locator("form[action$='/share'] button").first.click()
    walker.see(worker, "trial-shared", "On the shelf, with your role")
    worker.goto(f"{base}/for-me")
    walker.see(worker, "for-me-ledger", "One thing you kept")
    worker.goto(f"{base}/for-me/show")
    walker.see(worker, "show", "What do you want to show?")
    worker.locator("form[action='/for-me/show'] button").click()
    walker.see(worker, "show-link", "Send this to one colleague")
    link = worker.inner_text("code.secret")
    worker.goto(f"{base}/shelf")
    walker.see(worker, "shelf", "What people kept")
    worker.goto(f"{base}/ledger")
    walker.see(worker, "ledger")
    worker.goto(f"{base}/demonstrations")
    walker.see(worker, "demonstrations", "Watch a colleague")
    worker.goto(f"{base}/for-me/reminders")
    walker.see(worker, "reminders", "Nothing is sent unless you ask")
    worker.goto(f"{base}/for-me/team")
    walker.see(worker, "team", "Try it as a team")
    if worker.locator("button[name=useCase]").count():
        worker.locator("button[name=useCase]").first.click()
        walker.see(worker, "team-proposed", "You are in.")
    # A colleague of another team.
    colleague = walker.person("champion")
    colleague.goto(re.sub(r"^https?://[^/]+", base, link))
    walker.see(colleague, "shown", "A colleague shows you something")
    colleague.click("text=Have a look")
    walker.see(colleague, "shown-try", "How is it now?")
    colleague.goto(f"{base}/shelf/tools")
    walker.see(colleague, "tools", "Tools that changed")
    lead = walker.person("lead")
    lead.goto(f"{base}/diagnosis#travel")
    walker.see(lead, "diagnosis", "Discovery has crossed team borders at least")
    lead.locator("#travel details summary").first.click()
    lead.locator("#travel").screenshot(path=walker.out / f"{walker.number:02}-travel-{walker.scheme}.png")
    lead.goto(f"{base}/messages")
    walker.see(lead, "messages", "Drafts that stand on something")
    manager = walker.person("manager")
    manager.goto(f"{base}/my-team")
    walker.see(manager, "my-team")
    sponsor = walker.person("sponsor")
    sponsor.goto(f"{base}/where-we-stand")
    walker.see(sponsor, "where-we-stand", "minutes")


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("base")
    parser.add_argument("--out", default="screenshots")
    parser.add_argument("--scheme", default="light", choices=["light", "dark"])
    parser.add_argument("--width", type=int, default=375)
    parser.add_argument("--browser", default="/usr/bin/chromium")
    arguments = parser.parse_args()
    out = Path(arguments.out)
    out.mkdir(parents=True, exist_ok=True)
    with sync_playwright() as play:
        browser = play.chromium.launch(executable_path=arguments.browser, args=["--no-sandbox"])
        go(Walker(browser, arguments.base, out, arguments.scheme, arguments.width))
        browser.close()
    print(f"{len(walk.wrong)} things are wrong." if walk.wrong else "Everything is as it should be.")
    sys.exit(1 if walk.wrong else 0)


if __name__ == "__main__":
    main()
