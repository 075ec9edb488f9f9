// The single text: a side remarks on a clause and initials it, the mediator sees whose it is, takes a way
// out by one key, compares, and prepares a version for a side; the other side sees none of it.

import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { enter, figure, open, screen, shot, speak, startBrowser, startDemo, visit } from "./harness.mjs";

let demo;
let browser;
before(async () => { demo = await startDemo(); browser = await startBrowser(); });
after(async () => { await browser?.close(); await demo?.stop(); });

const WORDS = "The gatekeeper of the ford counts, aloud.";

test("a remark, initials, a way out by one key, a version for a side", async () => {
  const [ours, delta, upland] = [await open(browser, demo), await open(browser, demo), await open(browser, demo)];
  const amal = await enter(ours, demo, "Amal Ferro");
  const sahar = await enter(delta, demo, "N. Sahar");
  const olin = await enter(upland, demo, "Tamar Olin");
  for (const who of [amal, sahar, olin]) await speak(who, "en");

  // The Delta's own version: clause by clause, with no word of who holds what.
  const theirs = await (async () => {
    for (let i = 0; ; i += 1) {
      const address = await screen(sahar, "text", i);
      await visit(sahar, demo, address);
      if (await sahar.page.locator(".cl").count()) return address;
    }
  })();
  assert.equal(await sahar.page.locator(".holders").count(), 0);
  const own = await sahar.page.locator("main").innerText();
  assert.ok(!/Nobody can go first/i.test(own + await sahar.page.locator("aside").innerText()), "a side runs two families only");
  await visit(sahar, demo, `${theirs}?clause=1.2`);
  await sahar.page.locator("#remark-text").fill(WORDS);
  await sahar.page.locator('aside form[action$="/say"] button').click();
  assert.ok(await sahar.page.getByText(WORDS).count() > 0);

  // The mediator finds it at the clause, by the Delta's name.
  const text = await screen(amal, "text");
  await visit(amal, demo, `${text}?clause=1.2`);
  assert.ok(await amal.page.getByText(WORDS).count() > 0);
  assert.ok(await amal.page.locator(".holders").count() >= 4, "who holds which is seen here");
  await shot(amal.page, "text-clause-with-remark");

  // One key takes a way out and makes the next version.
  await visit(amal, demo, `${text}?clause=1.1`);
  const before = await amal.page.locator(".head .small").innerText();
  const finding = amal.page.locator("aside .finding").filter({ hasText: "Nobody can go first" });
  await finding.locator("a, summary, button").first().focus();
  await Promise.all([amal.page.waitForNavigation(), amal.page.keyboard.press("1")]);
  const after = await amal.page.locator(".head .small").innerText();
  assert.notEqual(after, before);
  assert.ok(await amal.page.locator("aside").getByText("Nobody can go first").count() === 0, "the circle is gone");
  figure("1 press from a finding to a version without it");

  // Nothing of this is to be seen by the Assembly.
  for (const link of await olin.page.locator('#palette-links a[href$="/text"]').evaluateAll((l) => l.map((a) => a.getAttribute("href")))) {
    await visit(olin, demo, link);
    assert.equal(await olin.page.getByText(WORDS).count(), 0);
    assert.equal(await olin.page.locator(".holders").count(), 0);
  }
  await visit(olin, demo, new URL(demo.origin + text).pathname.replace(amal.base, olin.base), 404);
  for (const window of [ours, delta, upland]) await window.close();
});
