// The exchange: two lists imported as files and fifty of their pairs reconciled by keyboard; a movement's log
// kept on a phone without a network, sent in order, once, and wiped.

import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { SIZES, enter, figure, open, screen, shot, speak, startBrowser, startDemo, visit } from "./harness.mjs";

let demo;
let browser;
before(async () => { demo = await startDemo(); browser = await startBrowser(); });
after(async () => { await browser?.close(); await demo?.stop(); });

// Invented people: given name, father and family in two scripts, so that no two are alike in all three.
const GIVEN = [["سامر", "Samer"], ["ليلى", "Layla"], ["خالد", "Khalid"], ["مريم", "Maryam"], ["يوسف", "Yusuf"], ["هدى", "Huda"], ["رامي", "Rami"], ["نادية", "Nadia"], ["طارق", "Tariq"], ["سلمى", "Salma"], ["جمال", "Jamal"], ["رنا", "Rana"], ["وليد", "Walid"]];
const FATHER = [["حسن", "Hassan"], ["إبراهيم", "Ibrahim"], ["محمود", "Mahmoud"], ["داود", "Dawud"]];
const FAMILY = [["حداد", "Haddad"], ["خوري", "Khoury"], ["منصور", "Mansour"], ["شاهين", "Shahin"], ["البيطار", "al-Bitar"], ["قاسم", "Qasim"], ["نجار", "Najjar"]];
const PEOPLE = Array.from({ length: 52 }, (_, i) => {
  const names = [GIVEN[i % 13], FATHER[Math.floor(i / 13)], FAMILY[(i * 5 + Math.floor(i / 13)) % 7]];
  const born = `19${String(60 + (i * 7) % 40).padStart(2, "0")}-${String(1 + (i * 5) % 12).padStart(2, "0")}-${String(1 + (i * 11) % 28).padStart(2, "0")}`;
  return { i: i + 1, arabic: names.map((n) => n[0]).join(" "), latin: names.map((n) => n[1]).join(" "), born };
});
const csv = (head, rows) => ({ name: "people.csv", mimeType: "text/csv", buffer: Buffer.from([head, ...rows].join("\r\n"), "utf8") });

/** Imports a file into a side's caucus with the mediators of Aru. */
async function imports(who, title, file) {
  await speak(who, "en");
  const links = await who.page.locator('#palette-links a[href$="/lists"]').evaluateAll((all) => all.map((a) => [a.getAttribute("href"), a.textContent]));
  const caucus = links.find(([, text]) => /caucus/i.test(text) && text.includes("Aru"))?.[0];
  assert.ok(caucus, `${who.name} has a caucus with Aru: ${JSON.stringify(links)}`);
  await visit(who, demo, caucus);
  const form = who.page.locator('form[action$="/import-list"]');
  await form.locator("input[name=title]").fill(title);
  await form.locator("input[type=file]").setInputFiles(file);
  await Promise.all([who.page.waitForNavigation(), form.locator("button.do").click()]);
  assert.match(who.page.url(), /\/list\/\d+/);
}

test("two lists come in as files, and fifty pairs are reconciled by keyboard", async () => {
  const windows = await Promise.all(Array.from({ length: 3 }, () => open(browser, demo)));
  const [sahar, olin, amal] = [await enter(windows[0], demo, "N. Sahar"), await enter(windows[1], demo, "Tamar Olin"), await enter(windows[2], demo, "Amal Ferro")];
  await imports(sahar, "Fifty-two wanted", csv("الرقم,الاسم,تاريخ الميلاد", PEOPLE.map((p) => `W-${p.i},${p.arabic},${p.born}`)));
  await imports(olin, "Fifty-two held", csv("id,name,born", PEOPLE.toReversed().map((p) => `H-${p.i},${p.latin},${p.born}`)));
  assert.ok(!(await olin.page.locator("main").innerText()).includes("W-1"), "a side sees nothing of the other's list");

  // The mediators set them side by side.
  await speak(amal, "en");
  const { page, hands } = amal;
  await hands.go("g", "b");
  const form = page.locator('form[action$="/pair-lists"]');
  await hands.pick(form.locator("select[name=left]"), "Fifty-two wanted");
  await hands.pick(form.locator("select[name=right]"), "Fifty-two held");
  await hands.tabTo(form.locator("button.do"));
  await hands.go("Enter");
  assert.match(page.url(), /\/match\/\d+/);
  await shot(page, "pairs-board");

  const before = hands.presses;
  await hands.skip();
  await hands.go("n");
  let accepted = 0;
  for (let seen = 0; accepted < 50 && seen < 200; seen += 1) {
    const ids = await page.locator("main .two .meta .end").allInnerTexts();
    const same = ids[0].trim().slice(2) === ids[1].trim().slice(2);
    if (same) accepted += 1;
    await hands.go(same ? "a" : "x");
  }
  assert.equal(accepted, 50, "fifty pairs were proposed and accepted");
  figure(`${hands.presses - before} presses for fifty pairs`);
  assert.ok(hands.presses - before <= 110, "two presses a pair at most");
  if (await page.locator('main [data-key="l"]').count()) await hands.go("l");
  assert.match(await page.locator("#matched h2").innerText(), /50/);

  // One is taken back, as it is with `u`.
  await visit(amal, demo, await page.locator("#matched a").first().getAttribute("href"));
  await hands.go("u");
  assert.equal(await page.locator('main [data-key="a"]').count(), 1, "it is open again");
  for (const window of windows) await window.close();
});

/** What the phone keeps of movements: how many lines wait, and whether anything can be read as it lies. */
const kept = (page) => page.evaluate(() => new Promise((done, failed) => {
  const opening = indexedDB.open("caucus-movement");
  opening.onerror = failed;
  opening.onsuccess = () => {
    const tx = opening.result.transaction(["line", "movement", "key"]);
    const [lines, movements, keys] = ["line", "movement", "key"].map((name) => tx.objectStore(name).getAll());
    tx.oncomplete = () => {
      const clear = [...lines.result, ...movements.result].map((x) => new TextDecoder("latin1").decode(x.sealed)).join("");
      done({ lines: lines.result.length, movements: movements.result.length, keys: keys.result.length, clear });
      opening.result.close();
    };
  };
}));

test("a movement's lines are kept without a network, sent in order, once, and wiped at the end", async () => {
  const window = await open(browser, demo, { viewport: SIZES.phone, isMobile: true, hasTouch: true });
  const amal = await enter(window, demo, "Amal Ferro");
  await speak(amal, "en");
  const { page } = amal;
  // Each sending leaves a stroke; the answer to the second one is lost on the way back.
  await page.addInitScript(() => {
    const fetch = window.fetch;
    window.fetch = async (what, how) => {
      if (how?.method !== "POST") return fetch(what, how);
      const sent = JSON.parse(sessionStorage.getItem("sent") ?? "[]");
      sent.push(new URLSearchParams(how.body).get("key"));
      sessionStorage.setItem("sent", JSON.stringify(sent));
      const reply = await fetch(what, how);
      if (sent.length === 2) throw new TypeError("the network went");
      return reply;
    };
  });
  await visit(amal, demo, await screen(amal, "handover"));
  const movement = await page.locator("main .card h2 a").first().getAttribute("href");
  await visit(amal, demo, movement);
  const phone = await page.locator("main .head a.button").first().getAttribute("href");
  assert.match(phone, /^\/movement\?lang=en#/);
  await page.goto(demo.origin + phone);
  await page.locator("#movement-which option").first().waitFor({ state: "attached" });
  await page.evaluate(() => navigator.serviceWorker.ready);
  await page.waitForTimeout(500);

  await window.context.setOffline(true);
  await page.reload();
  await page.locator("#movement-which option").first().waitFor({ state: "attached" });
  const line = async (what, { gate, people = 0, remains = 0 } = {}) => {
    const before = (await kept(page)).lines;
    await page.locator(`input[name=what][value="${what}"]`).check();
    if (gate) await page.locator("#movement-gate").selectOption(gate);
    for (let i = 0; i < people; i += 1) await page.locator('button[data-count=people][data-by="1"]').tap();
    for (let i = 0; i < remains; i += 1) await page.locator('button[data-count=remains][data-by="1"]').tap();
    await page.locator("#movement-form button.do").tap();
    await page.waitForFunction((n) => document.querySelectorAll("#movement-lines li").length > n, before);
  };
  await line("at-gate", { gate: "North gate", people: 4 });
  await line("received", { people: 3 });
  await line("delay");
  await line("goes-on");
  await line("received", { people: 1 });
  const waits = await kept(page);
  assert.equal(waits.lines, 5);
  assert.ok(!/North|received|people/.test(waits.clear), "what is kept cannot be read as it lies there");
  assert.match(await page.locator("#movement-numbers").innerText(), /received by the intermediary\s*4/, "the numbers have in them what waits");
  await shot(page, "movement-on-a-phone-offline", { fullPage: true });

  await window.context.setOffline(false);
  // The answer that was lost leaves the line waiting; the next attempt takes up there.
  for (let i = 0; i < 100 && (await kept(page)).lines > 0; i += 1) {
    await page.waitForTimeout(100);
    await page.evaluate(() => window.dispatchEvent(new Event("online")));
  }
  assert.equal((await kept(page)).lines, 0, "nothing waits");
  const sent = JSON.parse(await page.evaluate(() => sessionStorage.getItem("sent")));
  assert.equal(sent.length, 6, "five lines, and one of them again");
  assert.equal(sent[1], sent[2], "under the key that it had");
  assert.equal(new Set(sent).size, 5);

  await page.reload();
  await page.waitForFunction(() => /received by the intermediary\s*4/.test(document.getElementById("movement-numbers").innerText));
  await page.locator("#movement-over").tap();
  await page.waitForFunction(() => document.querySelectorAll("#movement-which option").length === 0);
  const wiped = await kept(page);
  assert.deepEqual([wiped.lines, wiped.movements, wiped.keys], [0, 0, 0], "nothing is left, the key neither");

  // In the log each line stands once, in the order in which it happened.
  await visit(amal, demo, movement);
  const log = await page.locator("#log .line .grow .state").allInnerTexts();
  assert.deepEqual(log.slice(0, 5).toReversed(), ["at the gate", "received by the intermediary", "delay", "goes on", "received by the intermediary"]);

  // At one press a phone is emptied, whatever waits.
  await page.goto(demo.origin + phone);
  await page.locator("#movement-which option").first().waitFor({ state: "attached" });
  await window.context.setOffline(true);
  await line("confirmed", { people: 2 });
  await page.locator("#movement-wipe").tap();
  await page.waitForFunction(() => document.querySelectorAll("#movement-which option").length === 0);
  assert.deepEqual(Object.values(await kept(page)).slice(0, 3), [0, 0, 0]);
  await window.context.setOffline(false);
  await window.close();
});

test("with scripts off the paper twin is typed in line by line, and a line only once", async () => {
  const window = await open(browser, demo, { javaScriptEnabled: false });
  const idris = await enter(window, demo, "Idris Vale");
  const { page } = idris;
  await visit(idris, demo, await screen(idris, "handover"));
  const movement = await page.locator("main .card h2 a").first().getAttribute("href");
  await visit(idris, demo, `${movement}?paper=1`);
  assert.equal(await page.locator("table.sheet tbody tr").count(), 20);
  await visit(idris, demo, `${movement}?typed=1`);
  const form = page.locator('form[action$="/log-movement"]');
  const type = async (fields) => {
    for (const [name, value] of Object.entries(fields)) await form.locator(`input[name=${name}]`).fill(value);
    await form.locator("select[name=what]").selectOption("confirmed");
    await Promise.all([page.waitForEvent("domcontentloaded"), form.locator("button.do").click()]);
  };
  assert.equal(await form.locator("input[name=sheet-line]").inputValue(), "1");
  await type({ people: "1" });
  assert.match(page.url(), /typed=1/);
  assert.equal(await form.locator("input[name=sheet-line]").inputValue(), "2", "the next line stands ready");
  await type({ "sheet-line": "1", people: "1" });
  assert.equal(await page.locator(".notice.refused").count(), 1);
  await window.close();
});

test("the exchange plan of Two Rivers is drawn with its table; Sharm el-Sheikh has counts and nothing to reckon", async () => {
  const window = await open(browser, demo);
  const amal = await enter(window, demo, "Amal Ferro");
  await speak(amal, "en");
  await amal.hands.go("g", "e");
  await visit(amal, demo, await amal.page.locator("main .card h2 a").first().getAttribute("href"));
  const drawn = await amal.page.locator("figure.drawing svg desc").textContent();
  const rows = await amal.page.locator("#steps tbody tr").count();
  assert.match(drawn, new RegExp(`^${rows - 1} steps`), "as many steps as the table has rows");
  assert.equal(await amal.page.locator("#two-ways thead th").count(), 6);
  const desk = await enter(window, demo, "Mediator's desk, Egypt (seat)", "sharm-el-sheikh");
  await speak(desk, "en");
  await visit(desk, demo, await screen(desk, "plans"));
  const text = await desk.page.locator("main").innerText();
  for (const wanted of ["48", "20", "not stated"]) assert.ok(text.includes(wanted), `${wanted}: ${text}`);
  await window.close();
});
