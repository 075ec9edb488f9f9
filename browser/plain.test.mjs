// With scripts off: the same shuttle by plain forms, and the pages that take the place of keys and palette.

import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { enter, open, screen, startBrowser, startDemo } from "./harness.mjs";

let demo;
let browser;
before(async () => { demo = await startDemo(); browser = await startBrowser(); });
after(async () => { await browser?.close(); await demo?.stop(); });

const form = (page, use) => page.locator(`main form[action$="/${use}"], aside form[action$="/${use}"]`).first();

/** Presses something that leads to another page. */
async function leads(page, what) {
  assert.ok(await what.count() > 0, `${page.url()} has nothing of ${what}`);
  await Promise.all([page.waitForEvent("domcontentloaded"), what.click()]);
  await page.waitForLoadState();
}

test("a whole shuttle with scripts off", async () => {
  const window = await open(browser, demo, { javaScriptEnabled: false });
  const delta = await enter(window, demo, "N. Sahar");
  const mediator = await enter(window, demo, "Amal Ferro");
  const upland = await enter(window, demo, "Tamar Olin");
  const [words, answer] = ["The pumps run at night, and both banks are told the hour.", "We hear the hour and keep to it."];

  await delta.page.goto(demo.origin + await screen(delta, "note"));
  await form(delta.page, "say").locator("textarea[name=text]").fill(words);
  await leads(delta.page, form(delta.page, "say").locator("button.do"));
  assert.match(delta.page.url(), /\/message\/\d+\?done=/);
  assert.equal(await delta.page.locator(".notice.done").count(), 1, "the receipt is named on the page");

  const m = mediator.page;
  await m.goto(demo.origin + await screen(mediator, "shuttle"));
  await leads(m, m.locator("main .card", { hasText: words }).locator('a[href*="convey?from="]'));
  await form(m, "prepare").locator("select[name=to]").selectOption({ label: "Upland Assembly" });
  for (const [name, value] of Object.entries({ use: "read-back", source: "named", form: "read-out", standing: "personal", "only-one": "no" })) {
    await form(m, "prepare").locator(`input[name="${name}"][value="${value}"]`).check();
  }
  // Words are marked by their letters where nothing marks them by hand.
  await form(m, "prepare").locator("input[name=marked]").fill("0-23");
  await form(m, "prepare").locator('textarea[name^="text-"]').first().fill("The pumps run at night.");
  await leads(m, form(m, "prepare").locator("button.do"));
  assert.equal(await m.locator("mark").innerText(), "The pumps run at night,");
  await leads(m, form(m, "ask").locator("button"));
  const preparation = m.url().replace(/\?.*/, "");

  const d = delta.page;
  await d.goto(demo.origin + await screen(delta, "my"));
  await leads(d, d.locator("main .notice", { hasText: words }).locator("a.button.do"));
  const asked = d.locator("main section.notice", { has: d.locator('form[action$="/permit"]') }).first();
  // Without its proof a permission is not taken: the page asks for it and keeps what was chosen.
  const tick = asked.locator("input[name=proof-demo]");
  await tick.check();
  await leads(d, asked.locator('form[action$="/permit"] button.do'));
  assert.equal(await d.locator(".notice.done").count(), 1);

  await m.goto(preparation);
  await leads(m, form(m, "convey").locator("button.do"));
  const u = upland.page;
  await u.goto(demo.origin + await screen(upland, "my"));
  const arrived = u.locator("main .card", { hasText: "The pumps run at night." });
  assert.equal(await arrived.count(), 1);
  assert.ok(!(await u.locator("main").innerText()).includes("both banks"), "what was not marked does not cross");
  await leads(u, arrived.locator("footer a").first());
  await form(u, "say").locator("textarea[name=text]").fill(answer);
  await leads(u, form(u, "say").locator("button.do"));
  await m.goto(demo.origin + await screen(mediator, "today"));
  assert.equal(await m.locator("main .line a", { hasText: answer }).count(), 1, "the answer stands on Today");
  await window.close();
});

test("with scripts off the band leads to search and to a list of all pages, and a language can be chosen", async () => {
  const window = await open(browser, demo, { javaScriptEnabled: false });
  const { page } = await enter(window, demo, "Petra Lund");
  await leads(page, page.locator(".band a[data-palette]"));
  assert.match(page.url(), /\/go$/);
  assert.ok(await page.locator("main a").count() > 10);
  await leads(page, page.locator(".band a[data-search]"));
  await page.locator("#q").fill("mill");
  await leads(page, page.locator("main form button"));
  assert.ok(await page.locator("main .line").count() > 0, "search finds words of one's own rooms");
  await leads(page, page.locator(".languages button[lang=he]"));
  assert.equal(await page.locator("html").getAttribute("dir"), "rtl");
  assert.match(page.url(), /\/search/, "choosing a language stays on the page");
  await window.close();
});
