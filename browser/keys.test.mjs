// Keys, the word that something changed, looking as a side, high contrast, and paper.

import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { enter, figure, open, screen, shot, startBrowser, startDemo } from "./harness.mjs";

let demo;
let browser;
before(async () => { demo = await startDemo(); browser = await startBrowser(); });
after(async () => { await browser?.close(); await demo?.stop(); });

test("letters after g, j and k, slash and question mark, Ctrl K", async () => {
  const window = await open(browser, demo);
  const who = await enter(window, demo, "Amal Ferro");
  const { page, hands } = who;
  // Each letter that the list of keys names goes where it says.
  const letters = await page.locator("nav.rail a[data-go]").evaluateAll((links) => links.map((a) => [a.dataset.go, a.getAttribute("href")]));
  assert.ok(letters.length >= 8);
  for (const [letter, href] of letters) {
    // The note's field has the focus when its page opens, and no letter leads away from there.
    await page.goto(demo.origin + who.home);
    await hands.go("g", letter);
    assert.equal(new URL(page.url()).pathname, href, `g ${letter}`);
  }
  figure(`2 presses to each of ${letters.length} pages`);

  await hands.go("g", "t");
  await hands.press("?");
  assert.ok(await page.locator("dialog#keys").isVisible());
  const listed = await page.locator("dialog#keys kbd").allInnerTexts();
  for (const [letter] of letters) assert.ok(listed.includes(letter), `${letter} is not in the list of keys`);
  await hands.press("Escape");
  assert.ok(!(await page.locator("dialog#keys").isVisible()));

  await hands.press("j");
  const first = await page.evaluate(() => document.activeElement.textContent);
  await hands.press("j");
  assert.notEqual(await page.evaluate(() => document.activeElement.textContent), first, "j goes on");
  await hands.press("k");
  assert.equal(await page.evaluate(() => document.activeElement.textContent), first, "k comes back");
  const aim = await page.evaluate(() => document.activeElement.getAttribute("href"));
  await hands.go("Enter");
  assert.equal(new URL(page.url()).pathname, aim, "Enter opens it");

  await hands.go("/");
  assert.match(page.url(), /\/search$/);
  assert.equal(await page.evaluate(() => document.activeElement.id), "q", "search waits for words");

  await hands.press("Control+k");
  assert.ok(await page.locator("dialog#palette").isVisible(), "the palette opens even while typing");
  await hands.write("handb words");
  await page.waitForFunction(() => document.querySelector("#palette .none").hidden === false);
  await page.locator("#palette input").fill("");
  await hands.write("road");
  assert.equal(await page.locator("#palette-links li:not([hidden])").count(), 1);
  await hands.go("Enter");
  assert.match(page.url(), /\/roadmap$/);
  await window.close();
});

test("no key fires while somebody types, and single keys can be switched off", async () => {
  const window = await open(browser, demo);
  const who = await enter(window, demo, "Amal Ferro");
  const { page, hands } = who;
  await page.goto(demo.origin + await screen(who, "note"));
  const before = page.url();
  await page.locator("main textarea[name=text]").focus();
  for (const key of ["g", "t", "/", "?", "j", "k"]) await hands.press(key);
  await page.waitForTimeout(100);
  assert.equal(page.url(), before);
  assert.equal(await page.locator("dialog[open]").count(), 0);
  assert.equal(await page.locator("main textarea[name=text]").inputValue(), "gt/?jk");
  await page.locator("main textarea[name=text]").fill("");
  await page.goto(who.at("/me"));
  await page.locator("[data-keys-off]").check();
  await page.reload();
  for (const key of ["g", "t", "?", "/"]) await hands.press(key);
  await page.waitForTimeout(100);
  assert.match(page.url(), /\/me$/);
  assert.equal(await page.locator("dialog[open]").count(), 0, "single keys are off");
  await hands.press("Control+k");
  assert.ok(await page.locator("dialog#palette").isVisible(), "Ctrl K is no single key");
  await window.close();
});

test("on an Arabic keyboard the place of a key stands for its letter", async () => {
  const window = await open(browser, demo);
  const { page, hands } = await enter(window, demo, "N. Sahar");
  const there = page.waitForEvent("domcontentloaded");
  await page.evaluate(() => {
    for (const [key, code] of [["ل", "KeyG"], ["ع", "KeyU"]]) document.body.dispatchEvent(new KeyboardEvent("keydown", { key, code, bubbles: true, cancelable: true }));
  });
  await there;
  assert.match(page.url(), /\/me$/);
  assert.ok(hands.presses > 0);
  await window.close();
});

test("what somebody else does is said on the page, which stays as it is", async () => {
  const window = await open(browser, demo);
  const mediator = await enter(window, demo, "Amal Ferro");
  const delta = await enter(window, demo, "N. Sahar");
  await mediator.page.goto(demo.origin + await screen(mediator, "today"));
  const words = "One more thing before evening: the mill gate is shut.";
  const stood = await mediator.page.locator("main").innerText();
  await delta.page.goto(demo.origin + await screen(delta, "note"));
  await delta.page.locator("main textarea[name=text]").fill(words);
  await delta.page.locator('main form[action$="/say"] button.do').click();
  await mediator.page.locator("#live button").waitFor();
  assert.equal(await mediator.page.locator("main").innerText(), stood, "nothing moves under anybody's hands");
  assert.equal(await mediator.page.locator("#live").getAttribute("role"), "status");
  await shot(mediator.page, "changed");
  await Promise.all([mediator.page.waitForNavigation(), mediator.page.locator("#live button").click()]);
  assert.equal(await mediator.page.locator("main .line a", { hasText: words }).count(), 1);
  await window.close();
});

test("looking as a side: its screens, a band that says so, and nothing to press", async () => {
  const window = await open(browser, demo);
  const who = await enter(window, demo, "Amal Ferro");
  const { page } = who;
  await page.goto(demo.origin + await screen(who, "today"));
  await Promise.all([page.waitForNavigation(), page.locator('aside form[action$="/look-as"] button').first().click()]);
  assert.match(page.url(), /\/as\/[a-z]+\//);
  assert.ok(await page.locator(".band strong").isVisible());
  const acts = await page.locator('form[method=post]:not(.languages)').count();
  assert.equal(acts, 0, "nothing can be done in another's name");
  await shot(page, "look-as");
  const talk = await page.locator('#palette-links a[href$="/talk"]').first().getAttribute("href");
  await page.goto(demo.origin + talk);
  assert.ok(await page.locator(".band strong").isVisible(), "the band says so on each page");
  assert.equal(await page.locator('form[action$="/say"]').count(), 0);
  await window.close();
});

test("forced colours: states, rooms and what is chosen can be told apart", async () => {
  const window = await open(browser, demo, { forcedColors: "active", contrast: "more" });
  const who = await enter(window, demo, "Amal Ferro");
  await who.page.goto(demo.origin + await screen(who, "shuttle"));
  const band = await who.page.locator(".band").evaluate((e) => getComputedStyle(e, "::before").backgroundImage);
  assert.match(band, /gradient/, "the band keeps its pattern");
  assert.notEqual(await who.page.locator(".card").first().evaluate((e) => getComputedStyle(e).borderTopStyle), "none");
  await shot(who.page, "shuttle-forced-colours");
  await window.close();
});

test("what is handed to a side prints bare; an internal print keeps its band", async () => {
  const window = await open(browser, demo);
  const who = await enter(window, demo, "Amal Ferro");
  const { page } = who;
  await page.goto(demo.origin + await screen(who, "shuttle"));
  const message = await page.locator('main .card .meta a[href*="/message/"]').first().getAttribute("href");
  await page.goto(demo.origin + message);
  const words = await page.locator("article.card blockquote").first().innerText();
  await page.emulateMedia({ media: "print" });
  assert.ok(await page.locator(".band").isVisible(), "an internal print says whose room it is from");
  assert.ok(!(await page.locator("nav.rail").isVisible()));
  await shot(page, "message-print");
  await page.emulateMedia({ media: "screen" });
  await page.goto(demo.origin + message.replace("/message/", "/paper/"));
  await page.emulateMedia({ media: "print" });
  assert.equal((await page.locator("body").innerText()).trim(), words.trim(), "the words and nothing else");
  const title = await page.title();
  for (const tell of ["Two rivers", "Delta", "Aru", "Amal", who.base]) assert.ok(!title.includes(tell), `the print's title tells ${tell}`);
  const pdf = (await page.pdf({ preferCSSPageSize: true })).toString("latin1");
  for (const tell of ["Two rivers", "127.0.0.1", "Delta"]) assert.ok(!pdf.includes(tell), `the print tells ${tell}`);
  await shot(page, "paper");
  await window.close();
});
