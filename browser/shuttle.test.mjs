// A whole shuttle: what one side says in its caucus is carried by the mediators, with its permission, to the
// other, whose answer comes back. Once by keyboard alone, once with neither side having an account.

import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { SIZES, enter, figure, open, startBrowser, startDemo } from "./harness.mjs";

let demo;
let browser;
before(async () => { demo = await startDemo(); browser = await startBrowser(); });
after(async () => { await browser?.close(); await demo?.stop(); });

const WORDS = "We take the sick across first, in the hour that the mediators name.";
const ANSWER = "The same hour for ours, and the buses wait at the lower crossing.";

/** The form for a use on a page. */
const form = (page, use) => page.locator(`main form[action$="/${use}"], aside form[action$="/${use}"]`).first();

test("a shuttle by keyboard alone: said, prepared, asked, permitted with proof, conveyed, answered", async () => {
  const window = await open(browser, demo);
  const delta = await enter(window, demo, "N. Sahar");
  const mediator = await enter(window, demo, "Amal Ferro");
  const upland = await enter(window, demo, "Tamar Olin");
  const steps = [];
  const step = async (what, who, act) => {
    const before = who.hands.presses;
    await act(who.page, who.hands);
    steps.push([what, who.hands.presses - before]);
  };

  await step("the Delta Council says it in its caucus", delta, async (page, hands) => {
    await hands.go("g", "n");
    // The field for the words has the focus already.
    assert.equal(await page.evaluate(() => document.activeElement.name), "text");
    await hands.write(WORDS);
    await hands.pick(form(page, "say").locator("select[name=standing]"), await optionText(page, "say", "standing", "instructed"));
    await hands.tabTo(form(page, "say").locator("button.do"));
    await hands.go("Enter");
    assert.match(page.url(), /\/message\/\d+\?done=/);
  });

  await step("the mediator opens it from Today", mediator, async (page, hands) => {
    await hands.go("g", "t");
    const wanted = page.locator("main .line a", { hasText: WORDS });
    for (let i = 0; i < 60 && !(await wanted.first().evaluate((e) => e === document.activeElement)); i += 1) await hands.press("j");
    await hands.go("Enter");
    assert.ok(await page.getByText(WORDS).first().isVisible());
  });

  await step("the mediator prepares what may cross", mediator, async (page, hands) => {
    await hands.go("g", "s");
    const card = page.locator("main .card", { hasText: WORDS }).first();
    for (let i = 0; i < 60 && !(await card.evaluate((e) => e.contains(document.activeElement))); i += 1) await hands.press("j");
    await hands.tabTo(card.locator('a[href*="convey?from="]'));
    await hands.go("Enter");
    const prepare = form(page, "prepare");
    await hands.pick(prepare.locator("select[name=to]"), "Upland");
    await hands.choose(prepare, "use", "word-for-word");
    await hands.choose(prepare, "source", "named");
    await hands.choose(prepare, "form", "read-out");
    await hands.choose(prepare, "standing", "instructed");
    await hands.choose(prepare, "only-one", "yes");
    await hands.tabTo(prepare.locator("button.do"));
    await hands.go("Enter");
    assert.match(page.url(), /\/preparation\/\d+/);
    assert.equal(await form(page, "convey").count(), 0, "what nobody has permitted cannot be conveyed");
  });
  const preparation = mediator.page.url().replace(/\?.*/, "");

  await step("the mediator asks for permission", mediator, async (page, hands) => {
    await hands.skip();
    await hands.tabTo(form(page, "ask").locator("button"));
    await hands.go("Enter");
  });

  await step("the Delta Council permits it with proof", delta, async (page, hands) => {
    await hands.go("g", "m");
    await hands.skip();
    await hands.tabTo(page.locator("main .notice", { hasText: WORDS }).locator("a.button.do"));
    await hands.press("Enter");
    await page.waitForURL(/#ask\d+$/);
    const permit = form(page, "permit");
    assert.equal(await permit.locator("input[name=given]").getAttribute("value"), "proof");
    await hands.tabTo(permit.locator("input[name=proof-demo]"));
    await hands.press("Space");
    await hands.tabTo(permit.locator("button.do"));
    await hands.go("Enter");
    assert.match(page.url(), /done=/);
  });

  await step("the mediator conveys it", mediator, async (page, hands) => {
    await hands.go("g", "t");
    const card = page.locator("main .card", { hasText: WORDS }).first();
    assert.ok(await card.isVisible(), "what may cross stands on Today");
    for (let i = 0; i < 90 && !(await card.evaluate((e) => e.contains(document.activeElement))); i += 1) await hands.press("j");
    await hands.go("Enter");
    assert.equal(page.url().replace(/\?.*/, ""), preparation);
    await hands.skip();
    await hands.tabTo(form(page, "convey").locator("button.do"));
    await hands.go("Enter");
    assert.match(page.url(), /\/shuttle\?done=/);
  });

  await step("the Upland Assembly reads and answers it", upland, async (page, hands) => {
    await hands.go("g", "m");
    const card = page.locator("main .card", { hasText: WORDS }).first();
    assert.ok(await card.isVisible(), "what was conveyed stands on the other side's desk");
    for (let i = 0; i < 60 && !(await card.evaluate((e) => e.contains(document.activeElement))); i += 1) await hands.press("j");
    await hands.go("Enter");
    assert.ok(await page.locator("blockquote", { hasText: WORDS }).first().isVisible());
    await hands.skip();
    await hands.tabTo(form(page, "say").locator("textarea[name=text]"));
    await hands.write(ANSWER);
    await hands.tabTo(form(page, "say").locator("button.do"));
    await hands.go("Enter");
  });

  await step("the answer stands on the mediator's Today", mediator, async (page, hands) => {
    await hands.go("g", "t");
    assert.ok(await page.locator("main .line a", { hasText: ANSWER }).first().isVisible());
    assert.ok(await page.locator("main").getByText(WORDS).count() === 0, "what is answered waits for nothing");
  });

  const whole = [delta, mediator, upland].reduce((sum, who) => sum + who.hands.presses, 0);
  const letters = [delta, mediator, upland].reduce((sum, who) => sum + who.hands.letters, 0);
  for (const [what, n] of steps) figure(`${String(n).padStart(3)} presses: ${what}`);
  figure(`${whole} presses for the whole shuttle, ${letters} letters written`);
  assert.ok(whole <= 220, `${whole} presses are more than the 220 that a shuttle may take`);
  await window.close();
});

/** The words of a list's value, as the reader of the page has them. */
async function optionText(page, use, name, value) {
  return form(page, use).locator(`select[name=${name}] option[value="${value}"]`).textContent();
}

test("a shuttle in which neither side has an account: the mediator notes by phone, permission heard by two", async () => {
  const window = await open(browser, demo, { viewport: SIZES.phone, isMobile: true, hasTouch: true });
  const { page, at } = await enter(window, demo, "Petra Lund");
  const [words, answer] = ["Their buses may pass on Sunday if ours pass on Monday.", "Sunday and Monday both; nobody waits a night."];
  const caucuses = await page.locator('#palette-links a[href$="/note"]').evaluateAll((links) => links.map((a) => [a.getAttribute("href"), a.querySelector("span").textContent]));
  const note = (side) => caucuses.find(([, name]) => name.includes(side))?.[0];
  assert.ok(note("Delta Council") && note("Upland Assembly"), JSON.stringify(caucuses));
  let touches = 0;
  const touch = async (what) => { touches += 1; await what.tap(); };
  const lands = async (what, where) => {
    const there = page.waitForEvent("domcontentloaded");
    await touch(what);
    await there;
    await page.waitForLoadState();
    assert.match(page.url(), where);
  };

  // Noted in the room of the side that said it: only the words are needed.
  await page.goto(demo.origin + note("Delta Council"));
  await page.locator("textarea[name=text]").fill(words);
  await page.locator("input[name=speaker]").fill("N. Sahar");
  await lands(form(page, "say").locator("button.do"), /\/message\/\d+/);
  const message = page.url();
  assert.match(await page.locator("main .tags").first().innerText(), /noted/i);

  // Prepared, with the permission noted as it was given: spoken, read back, heard by two.
  await page.goto(at("")); // the mediator's own desk
  await page.goto(demo.origin + (await page.locator('#palette-links a[href$="/shuttle"]').first().getAttribute("href")));
  await lands(page.locator("main .card", { hasText: words }).locator('a[href*="convey?from="]'), /convey\?from=/);
  const prepare = form(page, "prepare");
  await prepare.locator("select[name=to]").selectOption({ label: "Upland Assembly" });
  for (const [name, value] of Object.entries({ use: "word-for-word", source: "named", form: "read-out", standing: "personal", "only-one": "yes" })) {
    await touch(prepare.locator(`input[name="${name}"][value="${value}"]`));
  }
  await lands(prepare.locator("button.do"), /\/preparation\/\d+/);
  const preparation = page.url().replace(/\?.*/, "");
  await lands(form(page, "ask").locator("button"), /done=/);
  await page.goto(message);
  const permit = page.locator('main section.notice form[action$="/permit"]').first();
  await touch(permit.locator('input[name=given][value="spoken-two"]'));
  await permit.locator("input[name=by]").fill("N. Sahar");
  await permit.locator("input[name=heard-by]").fill("Petra Lund, June Marsh");
  await lands(permit.locator("button.do"), /done=/);

  await page.goto(preparation);
  await lands(form(page, "convey").locator("button.do"), /\/shuttle/);

  // What the other side answers is noted as an answer to what it heard.
  await page.goto(demo.origin + note("Upland Assembly").replace(/note$/, "talk"));
  await lands(page.locator("main .card", { hasText: words }).locator(".meta a"), /\/message\/\d+/);
  await form(page, "say").locator("textarea[name=text]").fill(answer);
  await form(page, "say").locator("input[name=speaker]").fill("Tamar Olin");
  await lands(form(page, "say").locator("button.do"), /\/message\/\d+/);
  await page.goto(at(""));
  assert.ok(await page.locator("main .line a", { hasText: answer }).first().isVisible(), "the answer stands on Today");
  figure(`${touches} touches for a shuttle noted by phone, apart from what is written`);
  assert.ok(touches <= 20);
  await window.close();
});

test("a note taken without a network is sealed on the phone, sent once, and then gone from it", async () => {
  const window = await open(browser, demo, { viewport: SIZES.phone, isMobile: true, hasTouch: true });
  const { page, base, at } = await enter(window, demo, "June Marsh");
  // Each sending leaves a stroke: the browser's own events do not tell of what a service worker lets pass.
  await page.addInitScript(() => {
    const fetch = window.fetch;
    window.fetch = (what, how) => {
      if (how?.method === "POST") sessionStorage.setItem("sent", `${sessionStorage.getItem("sent") ?? ""}/`);
      return fetch(what, how);
    };
  });
  await page.goto(`${demo.origin}/note#${base}`);
  const room = page.locator("#note-room");
  await room.locator("option").first().waitFor({ state: "attached" });
  const delta = await room.locator("option").evaluateAll((all) => all.findIndex((o) => o.textContent.includes("Delta Council")));
  assert.ok(delta >= 0);
  await page.evaluate(() => navigator.serviceWorker.ready);

  await window.context.setOffline(true);
  await page.reload();
  const words = "Samir says: the list goes up at four, not at six.";
  await page.locator("#note-room").selectOption({ index: delta });
  await page.locator("#note-text").fill(words);
  await page.locator("#note-form button.do").tap();
  const kept = () => page.evaluate(() => new Promise((done, failed) => {
    const opening = indexedDB.open("caucus-note");
    opening.onerror = failed;
    opening.onsuccess = () => {
      const all = opening.result.transaction("note").objectStore("note").getAll();
      all.onsuccess = () => done({ n: all.result.length, clear: all.result.map((note) => new TextDecoder("latin1").decode(note.sealed)).join("") });
    };
  }));
  await page.waitForFunction(() => document.getElementById("note-state").textContent !== "");
  const before = await kept();
  assert.equal(before.n, 1, "the note is kept");
  assert.ok(!before.clear.includes("Samir"), "what is kept cannot be read as it lies there");
  assert.equal(await page.locator("#note-text").inputValue(), "", "the words no longer stand on the screen");

  await window.context.setOffline(false);
  for (let i = 0; i < 200 && (await kept()).n > 0; i += 1) await page.waitForTimeout(100);
  assert.equal((await kept()).n, 0, "nothing of it stays on the phone");
  await page.reload();
  await room.locator("option").first().waitFor({ state: "attached" });
  assert.equal(await page.evaluate(() => sessionStorage.getItem("sent")), "/", "it is sent once");
  const talk = (await page.request.get(at("/go"))).text();
  const href = /href="([^"]*\/note)"[^>]*>[^<]*<span>[^<]*Delta Council/.exec(await talk)?.[1];
  assert.ok(href);
  await page.goto(demo.origin + href.replace(/note$/, "talk"));
  assert.equal(await page.locator("main .card", { hasText: words }).count(), 1);
  await window.close();
});
