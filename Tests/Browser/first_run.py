"""Walks the first day of an installation in a real browser: from the link in the terminal to answers and an erasure.

    python Tests/Browser/first_run.py --program .build/release/firsthand --out SCREENSHOTS [--port 8099]

Makes a case, starts an empty server, makes the administrator with the one-time link, brings the case in, invites a rollout
lead and a worker, looks at the diagnosis, opens a pulse, answers it on a phone in two sittings, sees one's own page and erases
oneself. Every screen is checked for width and by axe where it is installed, and kept as a picture. Ends with 1 if anything is wrong.
"""
import argparse
import csv
import re
import subprocess
import sys
import tempfile
from pathlib import Path

from playwright.sync_api import sync_playwright

import walk
from walk import check

PASSWORD = "four plain words here"


class Walker:
    def __init__(self, browser, base, out):
        self.browser, self.base, self.out, self.number = browser, base, out, 0

    def page(self, width=1280):
        return self.browser.new_context(viewport={"width": width, "height": 800}).new_page()

    def see(self, page, name, *words):
        self.number += 1
        page.screenshot(path=self.out / f"{self.number:02}-{name}.png", full_page=True)
        wide = page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth")
        check(wide <= 0, f"{name} is {wide} pixels too wide")
        text = page.inner_text("body")
        for word in words:
            check(word in text, f"{name} does not say “{word}”")
        for found in walk.Axe().run(page).response["violations"] if walk.Axe else []:
            nodes = "; ".join(node["html"][:120] for node in found["nodes"][:2])
            check(False, f"{name}: {found['id']} ({found['impact']}): {nodes}")

    def account(self, link, name, email, width=1280):
        """The page of somebody who has followed an invitation."""
        page = self.page(width)
        page.goto(link)
        if page.locator("#email[readonly]").count() == 0:
            page.fill("#email", email)
        page.fill("#name", name)
        page.fill("#password", PASSWORD)
        self.see(page, f"invitation-{name.lower()}", "Welcome to Firsthand")
        page.click("text=Make my account")
        check("/invitation/" not in page.url, f"{name} has an account")
        return page

    def invite(self, admin, email, capability=None):
        admin.goto(f"{self.base}/accounts")
        admin.fill("#email", email)
        if capability:
            admin.check(f"input[value={capability}]")
        admin.click("text=Make a link")
        return admin.inner_text("code.secret")


def first_day(walker, link, case):
    base = walker.base
    admin = walker.account(link, "Ada", "ada@example.org")
    admin.goto(f"{base}/evidence")
    walker.see(admin, "evidence-empty", "Nothing has been brought in yet")
    files = [file for file in sorted(case.rglob("*")) if file.is_file()]
    admin.set_input_files("#files", [str(file) for file in files])
    admin.click("text=Bring them in")
    for _ in range(60):
        if "Done." in admin.inner_text("main"):
            break
        admin.wait_for_timeout(500)
        admin.reload()
    walker.see(admin, "import", "Done.", "Rows read")
    with open(case / "people.csv", newline="") as lines:
        worker_email = next(row["email"] for row in csv.DictReader(lines) if row["layer"] == "contributor")
    lead_link = walker.invite(admin, "lead@example.org", "rolloutLead")
    walker.see(admin, "accounts", "It works once")
    worker_link = walker.invite(admin, worker_email)

    lead = walker.account(lead_link, "Lea", "lead@example.org")
    lead.goto(f"{base}/diagnosis")
    walker.see(lead, "diagnosis", "phase", "What we can and cannot see")
    lead.goto(f"{base}/pulse")
    with lead.expect_download() as download:
        lead.click("text=Open it and download the personal links")
    with open(download.value.path(), newline="") as lines:
        links = {row[0]: row[1] for row in csv.reader(lines)}
    lead.reload()
    walker.see(lead, "pulse", "fewer than 5")

    worker = walker.account(worker_link, "Wim", worker_email, width=375)
    worker.goto(links[worker_email])
    walker.see(worker, "ballot")
    questions = worker.locator("fieldset").all()
    check(len(questions) >= 3, "the pulse has questions")
    questions[0].locator("input").first.check(force=True)
    worker.locator("button[name=later]").click()
    walker.see(worker, "ballot-later", "Kept in this browser")
    worker.click("text=Go on now")
    check(worker.locator("fieldset").first.locator("input:checked").count() == 1, "what was chosen is still there")
    for question in worker.locator("fieldset").all():
        question.locator("input").first.check(force=True)
    worker.locator("main button:not([name=later])").first.click()
    walker.see(worker, "ballot-done", "Nobody can see which are yours")
    worker.goto(f"{base}/for-me")
    walker.see(worker, "for-me", "What is kept about me")
    worker.fill("#sure", "ERASE")
    worker.click("button.danger")
    walker.see(worker, "erased")
    worker.goto(f"{base}/for-me")
    check("/sign-in" in worker.url, "who is erased is signed out")
    admin.goto(f"{base}/accounts")
    check(worker_email not in admin.content(), "who is erased is in no list")


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--program", default=".build/release/firsthand")
    parser.add_argument("--out", default="screenshots")
    parser.add_argument("--port", type=int, default=8099)
    parser.add_argument("--browser", default="/usr/bin/chromium")
    arguments = parser.parse_args()
    out = Path(arguments.out)
    out.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(prefix="firsthand-first-") as folder:
        case = Path(folder) / "case"
        subprocess.run([arguments.program, "specimen", "--seed", "7", "--out", str(case), "--quiet"], check=True)
        server = subprocess.Popen(
            [arguments.program, "serve", "--data", f"{folder}/data", "--port", str(arguments.port)],
            stdout=subprocess.PIPE, text=True)
        try:
            link = None
            for line in server.stdout:
                found = re.search(r"http\S+/invitation/\S+", line)
                link = found.group(0) if found else link
                if link and "listens" in line:
                    break
            if not link:
                sys.exit("The server printed no link.")
            with sync_playwright() as play:
                browser = play.chromium.launch(executable_path=arguments.browser, args=["--no-sandbox"])
                first_day(Walker(browser, f"http://localhost:{arguments.port}", out), link, case)
                browser.close()
        finally:
            server.terminate()
            server.wait(timeout=60)
    print(f"{len(walk.wrong)} things are wrong." if walk.wrong else "Everything is as it should be.")
    sys.exit(1 if walk.wrong else 0)


if __name__ == "__main__":
    main()
