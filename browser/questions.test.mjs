// For each screen the question that its user arrives with and the presses to its answer, counted from the
// page that entering leads to; and the states in which a screen is seldom seen: empty, long, refused, conflicting.

import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { enter, figure, open, screen, shot, sound, startBrowser, startDemo } from "./harness.mjs";

let demo;
let browser;
before(async () => { demo = await startDemo(); browser = await startBrowser(); });
after(async () => { await browser?.close(); await demo?.stop(); });

/** Moves with j until what has the focus lies in one of the places. */
async function down(hands, place, most = 60) {
  for (let i = 0; i < most && !(await place.evaluate((e) => e.contains(document.activeElement))); i += 1) await hands.press("j");
  assert.ok(await place.evaluate((e) => e.contains(document.activeElement)), `${most} presses of j do not reach ${place}`);
}

const main = (page) => page.locator("main");

/** Who asks, on which screen, what; how they press; where the answer stands; how many presses it may take. */
const QUESTIONS = [
  ["Amal Ferro", "Today", "what is due next?", 0, async () => {}, (page) => main(page).locator("li.line .end time").first()],
  ["Amal Ferro", "Shuttle", "what may be carried now, and to whom?", 2, (h) => h.go("g", "s"), (page) => main(page).locator('.col.r-us .state[data-s="◎"]').first()],
  ["Amal Ferro", "Convey", "what exactly will they read, and may it cross?", 30, async (h) => {
    const card = main(h.page).locator('.card:has(a[href*="/preparation/"]):has([data-s="◎"])').first();
    await down(h, card);
    await h.go("Enter");
  }, (page) => main(page).locator("section[aria-labelledby=will-read] blockquote").first()],
  ["Amal Ferro", "Message", "who said it, to whom, and does the speaker stand by it?", 20, async (h) => {
    await down(h, main(h.page).locator("li.line").first());
    await h.go("Enter");
  }, (page) => main(page).locator(".head .small").first()],
  ["Amal Ferro", "Talk", "what was last said in this caucus?", 12, async (h) => {
    await h.press("Control+k");
    await h.write("said delta");
    await h.go("Enter");
  }, (page) => main(page).locator(".talk .card blockquote").first()],
  ["Amal Ferro", "Positions", "where do they differ?", 2, (h) => h.go("g", "p"), (page) => main(page).locator('.state[data-s="◇"]').first()],
  ["Amal Ferro", "Offers", "when is the next opening?", 2, (h) => h.go("g", "o"), (page) => main(page).locator(".card .end time").first()],
  ["Amal Ferro", "Packages", "which packages could both prefer?", 2, (h) => h.go("g", "a"), (page) => main(page).locator("tbody b:not(:empty)").first()],
  ["Amal Ferro", "At home", "does it pass in the capital?", 2, (h) => h.go("g", "f"), (page) => main(page).locator(".card .state").first()],
  ["Amal Ferro", "Roadmap", "which session comes next?", 2, (h) => h.go("g", "r"), (page) => main(page).locator('.timeline .state[data-s="○"]').first()],
  ["Amal Ferro", "Session", "who is in the room?", 20, async (h) => {
    await h.go("g", "r");
    await h.skip();
    await h.tabTo(main(h.page).locator('.timeline li:has([data-s="○"]) a'));
    await h.go("Enter");
  }, (page) => main(page).locator("ul.who li").first()],
  ["Amal Ferro", "Statements", "what was said in public, and by whom?", 2, (h) => h.go("g", "w"), (page) => main(page).locator(".card strong").first()],
  ["Amal Ferro", "Record", "is it in the record?", 2, (h) => h.go("g", "l"), (page) => main(page).locator("tbody tr").first()],
  ["Amal Ferro", "Receipt", "what do I keep, to prove it?", 12, async (h) => {
    await h.go("g", "l");
    await h.press("j");
    await h.press("Tab");
    await h.go("Enter");
  }, (page) => main(page).locator("pre").first()],
  ["Amal Ferro", "Search", "where was the sluice spoken of?", 3, async (h) => { await h.go("/"); await h.write("sluice"); await h.go("Enter"); }, (page) => main(page).locator("li.line").first()],
  ["Amal Ferro", "Note", "where do I put this down?", 2, (h) => h.go("g", "n"), (page) => main(page).locator("textarea:focus").first()],
  ["Amal Ferro", "My access", "what may I see, and where am I signed in?", 2, (h) => h.go("g", "u"), (page) => main(page).locator("li.line").first()],
  ["Amal Ferro", "Words and keys", "what does word for word mean here?", 2, (h) => h.go("g", "h"), (page) => main(page).locator("dd").first()],
  ["N. Sahar", "My view", "what is asked of us, and what was brought?", 0, async () => {}, (page) => main(page).locator("div.empty, section.caucus .card, section.caucus .notice").first()],
  ["N. Sahar", "Offers", "how does our offer stand?", 2, (h) => h.go("g", "o"), (page) => main(page).locator(".card .state").first()],
  ["Ines Cole", "People and access", "who has access, and who has not set it up?", 0, async () => {}, (page) => main(page).locator(".card .state").first()],
];

test("each screen answers the question that its user arrives with", async (t) => {
  const window = await open(browser, demo);
  const people = {};
  for (const [name, where, question, most, press, answer] of QUESTIONS) {
    await t.test(`${where}: ${question}`, async () => {
      people[name] ??= await enter(window, demo, name);
      const { page, hands, home } = people[name];
      await page.goto(demo.origin + home);
      const before = hands.presses;
      await press(hands);
      const n = hands.presses - before;
      const stands = answer(page);
      assert.ok(await stands.isVisible(), "the answer is not there");
      figure(`${String(n).padStart(2)} presses: ${where}: ${question}`);
      assert.ok(n <= most, `${n} presses are more than ${most}`);
    });
  }
  await window.close();
});

test("empty: a page says what belongs there", async () => {
  const window = await open(browser, demo);
  const who = await enter(window, demo, "Tamar Olin");
  for (const [name, address] of [["search", `${who.base}/search?q=zzzz`], ["statements", `${await screen(who, "statements")}?speaker=nobody`]]) {
    await who.page.goto(demo.origin + address);
    assert.ok((await who.page.locator("main .empty").first().innerText()).trim().length > 10, name);
    await shot(who.page, `empty-${name}`);
  }
  const seat = await enter(window, demo, "Delegation member, Israel (seat)", "sharm-el-sheikh");
  for (const ending of ["my", "offers", "talk"]) {
    await seat.page.goto(demo.origin + await screen(seat, ending));
    await sound(seat.page, `empty ${ending}`);
    await shot(seat.page, `empty-${ending}`);
  }
  await window.close();
});

test("refused: the page says why, keeps what was written, and asks for proof where proof is needed", async () => {
  const window = await open(browser, demo);
  const delta = await enter(window, demo, "N. Sahar");
  const { page } = delta;
  const send = async (action, fields) => {
    const there = page.waitForEvent("domcontentloaded");
    await page.evaluate(([action, fields]) => {
      const form = Object.assign(document.createElement("form"), { method: "post", action });
      for (const [name, value] of fields) form.append(Object.assign(document.createElement("input"), { type: "hidden", name, value }));
      document.body.append(form);
      form.submit();
    }, [action, fields]);
    await there;
  };
  await page.goto(demo.origin + await screen(delta, "note"));
  const say = await page.locator('form[action$="/say"]').getAttribute("action");
  await send(say, [["key", "refused-here"], ["text", "We keep these words."], ["standing", "no such standing"]]);
  assert.equal(await page.locator(".notice.refused").count(), 1);
  assert.ok((await page.locator("main").innerText()).includes("We keep these words."));
  await shot(page, "refused");

  // A permission without its proof: the page asks for it and goes on with what was chosen.
  await page.goto(demo.origin + say.replace(/\/say$/, "/talk"));
  const own = await page.locator('main .card:not(:has([data-s="✕"])) .meta a[href*="/message/"]').evaluateAll((all) => all.map((a) => a.getAttribute("href")));
  let permit = null;
  for (const href of own) {
    await page.goto(demo.origin + href);
    permit = page.locator('aside form[action$="/permit"]');
    if (await permit.count() > 0) break;
  }
  const fields = await permit.evaluate((form) => [...new FormData(form)].filter(([name]) => name !== "proof-demo"));
  await send(await permit.getAttribute("action"), [...fields.filter(([name]) => !["use", "source", "form", "standing"].includes(name)), ["use", "guide"], ["source", "own-idea"], ["form", "said"], ["standing", "personal"]]);
  const proof = page.locator("main form input[name=proof-demo]");
  assert.equal(await proof.count(), 1, "the page asks for the proof");
  await shot(page, "needs-proof");
  await proof.check();
  await Promise.all([page.waitForEvent("domcontentloaded"), page.locator("main form button.do").click()]);
  assert.equal(await page.locator(".notice.done").count(), 1, "what was chosen is done once it is proved");
  await window.close();
});

test("conflicting: what another mediator dropped is not conveyed, and the page says so", async () => {
  const window = await open(browser, demo);
  const amal = await enter(window, demo, "Amal Ferro");
  const idris = await enter(window, demo, "Idris Vale");
  await amal.page.goto(demo.origin + await screen(amal, "today"));
  const href = await amal.page.locator('main .card:has([data-s="◎"]) a[href*="/preparation/"]').first().getAttribute("href");
  await amal.page.goto(demo.origin + href);
  const same = href.replace(amal.base, idris.base);
  await idris.page.goto(demo.origin + same);
  const leads = (page, what) => Promise.all([page.waitForEvent("domcontentloaded"), what.click()]);
  await leads(idris.page, idris.page.locator('form[action$="/drop"] button'));
  const answered = amal.page.waitForResponse((r) => r.request().method() === "POST");
  await leads(amal.page, amal.page.locator('form[action$="/convey"] button.do'));
  assert.equal((await answered).status(), 409);
  assert.ok((await amal.page.locator(".notice.refused").innerText()).trim().length > 10);
  await shot(amal.page, "conflicting");
  await window.close();
});

test("long: five hundred notes in a caucus leave every page usable", async () => {
  const window = await open(browser, demo);
  const who = await enter(window, demo, "Petra Lund");
  const { page } = who;
  await page.goto(demo.origin + await screen(who, "note"));
  const action = await page.locator('form[action$="/say"]').getAttribute("action");
  const party = await page.locator("select[name=party] option").first().getAttribute("value");
  const failed = await page.evaluate(async ([action, party]) => {
    let bad = 0;
    for (let at = 0; at < 500; at += 10) {
      const ten = Array.from({ length: 10 }, (_, i) => {
        const words = i % 3 === 2 ? `بند ${at + i}: تُفتح الطريق نهارًا وتُعدّ الشاحنات عند السرج.` : `Line ${at + i} of what was read to us over the telephone, with a_word_that_goes_on_and_on_without_any_break_${"x".repeat(40)}.`;
        return fetch(action, { method: "POST", headers: { accept: "application/json" }, body: new URLSearchParams({ key: `long-note-${at + i}`, text: words, party, speaker: "N. Sahar" }) });
      });
      for (const reply of await Promise.all(ten)) if (reply.status !== 201) bad += 1;
    }
    return bad;
  }, [action, party]);
  assert.equal(failed, 0);
  for (const [name, address] of [
    ["talk", action.replace(/\/say$/, "/talk")],
    ["record", action.replace(/\/say$/, "/record")],
    ["today", await screen(who, "today")],
    ["shuttle", await screen(who, "shuttle")],
    ["search", `${who.base}/search?q=telephone`],
  ]) {
    const before = Date.now();
    const reply = await page.goto(demo.origin + address);
    figure(`500 rows: ${name}: ${Math.round((await reply.body()).length / 1024)} KiB, ${Date.now() - before} ms to load`);
    for (const viewport of [{ width: 1280, height: 800 }, { width: 390, height: 844 }]) {
      await page.setViewportSize(viewport);
      await sound(page, `long ${name} ${viewport.width}`);
    }
    await shot(page, `long-${name}-phone`);
    await page.setViewportSize({ width: 1280, height: 800 });
    await shot(page, `long-${name}`);
  }
  await page.goto(demo.origin + action.replace(/\/say$/, "/talk"));
  await Promise.all([page.waitForEvent("domcontentloaded"), page.locator('main > p a[href*="before="]').click()]);
  assert.ok(await page.locator("main .card").count() >= 50, "older ones are one press away");
  await window.close();
});
