// Every screen in three languages, light and dark, on a laptop and a phone: nothing against WCAG 2.2 AA, no
// page wider than its window, no bare key, the right direction, nothing asked of another host; and in
// English what a screen reader is given, compared with what was agreed (`snapshots/`).

import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { LANGUAGES, enter, everywhere, figure, heard, open, screen, speak, startBrowser, startDemo, visit } from "./harness.mjs";

let demo;
let browser;
let window;
before(async () => { demo = await startDemo(); browser = await startBrowser(); window = await open(browser, demo); });
after(async () => { await browser?.close(); await demo?.stop(); });

/** Where the first link on a page leads whose address matches. */
async function leads(who, from, pattern) {
  await visit(who, demo, from);
  const all = await who.page.locator("main a[href], aside a[href]").evaluateAll((links) => links.map((a) => a.getAttribute("href")));
  const found = all.find((href) => pattern.test(href));
  assert.ok(found, `nothing on ${from} leads to ${pattern}`);
  return found.replace(/#.*/, "");
}

/** Sends a form that no page would send, as somebody. */
async function send(page, action, fields) {
  const there = page.waitForEvent("domcontentloaded");
  await page.evaluate(([action, fields]) => {
    const form = Object.assign(document.createElement("form"), { method: "post", action });
    for (const [name, value] of Object.entries(fields)) form.append(Object.assign(document.createElement("input"), { type: "hidden", name, value }));
    document.body.append(form);
    form.submit();
  }, [action, fields]);
  await there;
  await page.waitForLoadState();
}

const MEDIATOR = {
  today: (m) => screen(m, "today"),
  shuttle: (m) => screen(m, "shuttle"),
  "convey-own-idea": (m) => screen(m, "convey"),
  "convey-from-a-message": async (m) => leads(m, await screen(m, "shuttle"), /convey\?from=/),
  "prepared-may-cross": async (m) => leads(m, await screen(m, "today"), /preparation\/\d+$/),
  "prepared-conveyed": async (m) => {
    await visit(m, demo, await screen(m, "today"));
    return m.page.locator("main section").last().locator("..").locator('.list .card a[href*="/preparation/"]').last().getAttribute("href");
  },
  talk: async (m) => leads(m, await screen(m, "today"), /note$/).then((href) => href.replace(/note$/, "talk")),
  message: async (m) => leads(m, await screen(m, "today"), /message\/\d+$/),
  note: async (m) => leads(m, await screen(m, "today"), /note$/),
  sheet: async (m) => leads(m, await leads(m, await screen(m, "today"), /note$/), /sheet$/),
  positions: (m) => screen(m, "positions"),
  text: (m) => screen(m, "text"),
  "text-clause": async (m) => `${await screen(m, "text")}?clause=1.2`,
  "text-compared": async (m) => leads(m, await screen(m, "text"), /text\?v=\d+&with=\d+$/),
  "text-prepare": async (m) => leads(m, await screen(m, "text"), /convey\?text=\d+$/),
  checks: (m) => screen(m, "checks"),
  clock: (m) => screen(m, "clock"),
  lists: (m) => screen(m, "lists"),
  match: (m) => screen(m, "match"),
  pairs: async (m) => leads(m, await screen(m, "match"), /match\/\d+$/),
  "pairs-one": async (m) => leads(m, await leads(m, await screen(m, "match"), /match\/\d+$/), /match\/\d+\?pair=/),
  plans: (m) => screen(m, "plans"),
  plan: async (m) => leads(m, await screen(m, "plans"), /plan\/\d+$/),
  handover: (m) => screen(m, "handover"),
  movement: async (m) => leads(m, await screen(m, "handover"), /handover\/\d+$/),
  "movement-paper": async (m) => `${await leads(m, await screen(m, "handover"), /handover\/\d+$/)}?paper=1`,
  "movement-typed": async (m) => `${await leads(m, await screen(m, "handover"), /handover\/\d+$/)}?typed=1`,
  offers: (m) => screen(m, "offers"),
  packages: (m) => screen(m, "packages"),
  "packages-chosen": async (m) => `${await screen(m, "packages")}?point=2`,
  "at-home": (m) => screen(m, "home"),
  roadmap: (m) => screen(m, "roadmap"),
  session: async (m) => leads(m, await screen(m, "roadmap"), /session\/\d+$/),
  statements: (m) => screen(m, "statements"),
  record: (m) => screen(m, "record"),
  receipt: async (m) => leads(m, await screen(m, "record"), /receipt\/\d+$/),
  search: async (m) => `${m.base}/search?q=sluice`,
  go: async (m) => `${m.base}/go`,
  handbook: async (m) => `${m.base}/handbook`,
  me: async (m) => `${m.base}/me`,
};

const DELEGATE = {
  "my-view": (d) => screen(d, "my"),
  "my-message": async (d) => leads(d, await screen(d, "my"), /message\/\d+/),
  "my-caucus": async (d) => leads(d, await screen(d, "my"), /talk$/),
  "my-say": (d) => screen(d, "note"),
  "my-offers": (d) => screen(d, "offers"),
  "my-positions": (d) => screen(d, "positions"),
  "my-text": (d) => screen(d, "text", 1),
  "my-text-clause": async (d) => `${await screen(d, "text", 1)}?clause=1.5`,
  "my-record": (d) => screen(d, "record"),
};

/** The rooms of those who sit beside the talks, and the ones of few. */
const GUARANTOR = {
  "guarantor-home": async (g) => g.home,
  "guarantor-positions": (g) => screen(g, "positions"),
  "guarantor-record": (g) => screen(g, "record"),
};
const INTERMEDIARY = { "intermediary-home": async (i) => i.home, "intermediary-statements": (i) => screen(i, "statements") };
const OBSERVER = { "observer-home": async (o) => o.home, "observer-record": (o) => screen(o, "record") };
const NOTES = { "notes-home": async (n) => n.home, "notes-note": (n) => screen(n, "note") };
const PRIVATE = { "private-word": async (d) => leads(d, await screen(d, "my"), /talk$/).then(() => screen(d, "talk", 3)) };

const KEEPER = { people: async (k) => `${k.base}/people` };

/** Goes to a screen by its address and looks at it in every way. */
async function looked(who, name, address, lang, status) {
  await visit(who, demo, address, status);
  if (lang === "en") await heard(who.page, name);
  await everywhere(who.page, name, lang);
  window.settle();
}

for (const lang of Object.keys(LANGUAGES)) {
  for (const [name, list] of [["Amal Ferro", MEDIATOR], ["N. Sahar", DELEGATE], ["Ines Cole", KEEPER],
    ["Sven Hale", GUARANTOR], ["Marta Quill", INTERMEDIARY], ["Elias Brook", OBSERVER], ["June Marsh", NOTES], ["Samir Adwan", PRIVATE]]) {
    test(`the screens of ${name} in ${lang}`, async (t) => {
      const who = await enter(window, demo, name);
      await speak(who, lang);
      for (const [screenName, where] of Object.entries(list)) {
        await t.test(screenName, async () => looked(who, screenName, await where(who), lang));
      }
      await t.test("not found", async () => looked(who, "not-found", `${who.base}/nowhere0000/today`, lang, 404));
      if (list === MEDIATOR) {
        await t.test("refused", async () => {
          await visit(who, demo, who.home);
          await visit(who, demo, await screen(who, "note"));
          const action = await who.page.locator('form[action$="/say"]').getAttribute("action");
          await send(who.page, action, { key: `refused-${lang}`, text: "", standing: "nothing of ours" });
          assert.equal(await who.page.locator(".notice.refused").count(), 1);
          if (lang === "en") await heard(who.page, "refused");
          await everywhere(who.page, "refused", lang);
        });
      }
      await who.page.close();
    });
  }

  test(`the pages without a session in ${lang}`, async (t) => {
    const alone = await open(browser, demo);
    const page = await alone.context.newPage();
    const who = { page, name: "nobody" };
    await t.test("sign-in", async () => looked(who, "sign-in", `/?lang=${lang}`, lang, 401));
    await t.test("note on a phone", async () => looked(who, "note-on-a-phone", `/note?lang=${lang}`, lang));
    await t.test("movement on a phone", async () => looked(who, "movement-on-a-phone", `/movement?lang=${lang}`, lang));
    await alone.close();
  });
}

test("an invitation and the demo's button", async (t) => {
  const keeper = await enter(window, demo, "Ines Cole");
  await speak(keeper, "en");
  const enterPage = await window.context.newPage();
  await t.test("the demo's button", async () => looked({ page: enterPage }, "enter", new URL(demo.person("Tamar Olin").url).pathname, undefined));
  await t.test("an invitation", async () => {
    await visit(keeper, demo, `${keeper.base}/people`);
    const there = keeper.page.waitForEvent("domcontentloaded");
    await keeper.page.locator('main .card form[action$="/people/invite"] button').first().click();
    await there;
    const address = await keeper.page.locator("main pre").innerText();
    assert.match(address, /^\/invitation\/[0-9a-f]+$/);
    await everywhere(keeper.page, "invited", "en");
    await looked({ page: enterPage }, "invitation", address, undefined);
  });
  figure("all screens were looked at in en, ar and he, light and dark, 1280 and 390 px wide");
  window.settle();
});
