// What every browser test stands on: the demo, a browser that can reach nothing else, people who enter
// it, hands that count their presses, and the checks that each page must pass.
//
// The stage gives the places of things (CAUCUS_BIN, CAUCUS_MODULES, CAUCUS_CHROMIUM, CAUCUS_SHOTS); by hand,
// `node --test browser/shuttle.test.mjs` finds them where the stage leaves them.

import assert from "node:assert/strict";
import { spawn } from "node:child_process";
import fs from "node:fs";
import { createRequire } from "node:module";
import os from "node:os";
import path from "node:path";
import { fileURLToPath } from "node:url";

const here = path.dirname(fileURLToPath(import.meta.url));
const target = path.join(here, "..", "target");
const BIN = process.env.CAUCUS_BIN ?? path.join(target, "debug", "caucus");
const MODULES = process.env.CAUCUS_MODULES ?? path.join(target, "browser", "node_modules");
const CHROMIUM = process.env.CAUCUS_CHROMIUM ?? "chromium";
const SHOTS = process.env.CAUCUS_SHOTS ?? path.join(target, "shots");
const GOLDEN = path.join(here, "snapshots");

const need = createRequire(path.join(MODULES, "x.js"));
const { chromium } = need("playwright-core");
const AXE = fs.readFileSync(need.resolve("axe-core/axe.min.js"), "utf8");

/** The three languages, each with its direction. */
export const LANGUAGES = { en: "ltr", ar: "rtl", he: "rtl" };
/** A laptop and a phone. */
export const SIZES = { laptop: { width: 1280, height: 800 }, phone: { width: 390, height: 844 } };

// ---- the demo ------------------------------------------------------------------------------------------

/** Starts the demo on a port of its own; `person` finds a way in by name, `stop` ends it. */
export async function startDemo() {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), "caucus-browser-"));
  const file = path.join(folder, "links.json");
  const child = spawn(BIN, ["demo", "--listen", "127.0.0.1:0", "--links", file], { stdio: ["ignore", "ignore", "pipe"] });
  let said = "";
  child.stderr.on("data", (part) => { said += part; });
  const ended = new Promise((done) => child.once("exit", done));
  let links = null;
  for (let i = 0; i < 1200 && !links; i += 1) {
    await new Promise((done) => setTimeout(done, 100));
    assert.equal(child.exitCode, null, `the demo ended before it served:\n${said}`);
    try { links = JSON.parse(fs.readFileSync(file, "utf8")); } catch { /* not written yet */ }
  }
  assert.ok(links, `the demo wrote no addresses within two minutes:\n${said}`);
  const person = (name, code = "two-rivers") => {
    const found = links.cases.find((c) => c.case === code)?.people.find((p) => p.name === name);
    assert.ok(found, `nobody is called ${name} in ${code}`);
    return found;
  };
  return {
    person,
    links,
    origin: new URL(links.cases[0].people[0].url).origin,
    stop: async () => {
      child.kill("SIGTERM");
      const late = setTimeout(() => child.kill("SIGKILL"), 5000);
      await ended;
      clearTimeout(late);
      fs.rmSync(folder, { recursive: true, force: true });
    },
  };
}

// ---- the browser -----------------------------------------------------------------------------------------

/** Starts the system's Chromium with a fresh folder. Only this is tried again: a slow machine may need it. */
export async function startBrowser() {
  const args = [
    "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync",
    // Whatever a page asked another host for would not be found.
    "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1",
  ];
  for (let tries = 1; ; tries += 1) {
    try {
      return await chromium.launch({ executablePath: found(CHROMIUM), args, timeout: 60_000 });
    } catch (error) {
      if (tries === 3) throw error;
    }
  }
}

function found(program) {
  if (program.includes("/")) return program;
  const places = (process.env.PATH ?? "").split(":").map((folder) => path.join(folder, program));
  return places.find((p) => fs.existsSync(p)) ?? program;
}

/** A browser's window: it notes what a page complains of and whom it asks. `settle` fails on either. */
export async function open(browser, demo, options = {}) {
  const context = await browser.newContext({ viewport: SIZES.laptop, locale: "en-GB", timezoneId: "Africa/Cairo", colorScheme: "light", reducedMotion: "reduce", ...options });
  context.setDefaultTimeout(20_000);
  const wrong = [];
  context.on("request", (request) => {
    const url = request.url();
    if (!url.startsWith(`${demo.origin}/`) && !url.startsWith("data:") && !url.startsWith("blob:")) wrong.push(`asked another host: ${url}`);
  });
  context.on("page", (page) => {
    page.on("pageerror", (error) => wrong.push(`${page.url()}: ${error.message}`));
    page.on("console", (message) => {
      // Chromium reports each answer of 4xx there; those that a test provokes are told apart by the test.
      if (["error", "warning"].includes(message.type()) && !/Failed to load resource: the server responded with a status of (401|403|404|409|422)/.test(message.text())
        && !/net::ERR_INTERNET_DISCONNECTED/.test(message.text())) {
        wrong.push(`${page.url()}: ${message.text()}`);
      }
    });
  });
  const settle = () => { const seen = wrong.splice(0); assert.deepEqual(seen, []); };
  return { context, settle, close: async () => { settle(); await context.close(); } };
}

/** Opens a page and enters as somebody, by the button that the terminal's address leads to. */
export async function enter(window, demo, name, code) {
  const page = await window.context.newPage();
  await page.goto(demo.person(name, code).url);
  const hands = new Hands(page);
  await hands.tabTo(page.locator("form button"));
  await hands.go("Enter");
  const [, base] = /^(\/~[^/]+\/[^/]+)/.exec(new URL(page.url()).pathname) ?? [];
  assert.ok(base, `entering as ${name} led to ${page.url()}`);
  return { page, hands, base, name, home: new URL(page.url()).pathname, at: (rest) => `${demo.origin}${base}${rest}` };
}

/** The address of a screen in the first room of the rail or palette that has it. */
export async function screen(someone, ending, nth = 0) {
  const all = await someone.page.locator(`#palette-links a[href$="/${ending}"]`).evaluateAll((links) => links.map((a) => a.getAttribute("href")));
  assert.ok(all.length > nth, `${someone.name} has no screen ${ending}`);
  return all[nth];
}

/** Goes to an address of the demo. */
export async function visit(someone, demo, address, status = 200) {
  const reply = await someone.page.goto(demo.origin + address);
  assert.equal(reply.status(), status, address);
}

/** Chooses the language by the rail's button. */
export async function speak(someone, lang) {
  await Promise.all([someone.page.waitForNavigation(), someone.page.locator(`.languages button[lang=${lang}]`).click()]);
  assert.equal(await someone.page.locator("html").getAttribute("lang"), lang);
}

// ---- hands ---------------------------------------------------------------------------------------------------

/** Presses keys and nothing else, and counts them: presses to get about, letters that are written. */
export class Hands {
  presses = 0;
  letters = 0;

  constructor(page) { this.page = page; }

  async press(key) {
    this.presses += 1;
    await this.page.keyboard.press(key);
  }

  /** Writes words into what has the focus. */
  async write(text) {
    this.letters += [...text].length;
    await this.page.keyboard.insertText(text);
  }

  /** Presses keys that lead to another page, and waits for it. */
  async go(...keys) {
    const there = this.page.waitForEvent("domcontentloaded");
    for (const key of keys) await this.press(key);
    await there;
    await this.page.waitForLoadState();
  }

  /** Passes band and rail by the link that stands first on every page. */
  async skip() {
    await this.press("Tab");
    await this.press("Enter");
    await this.page.waitForFunction(() => document.activeElement?.id === "main");
  }

  /** Presses Tab until something has the focus, and checks that the focus can be seen where it is. */
  async tabTo(locator, most = 120) {
    const target = await locator.first().elementHandle();
    assert.ok(target, `nothing matches ${locator}`);
    for (let i = 0; i <= most; i += 1) {
      if (await target.evaluate((e) => e === document.activeElement)) {
        const seen = await target.evaluate((e) => {
          const shown = e.closest("label.opt") ?? e;
          const box = shown.getBoundingClientRect();
          const style = getComputedStyle(shown);
          return box.bottom > 0 && box.top < innerHeight && style.outlineStyle !== "none" && Number.parseFloat(style.outlineWidth) >= 2;
        });
        assert.ok(seen, `the focus on ${locator} cannot be seen`);
        return;
      }
      await this.press("Tab");
    }
    assert.fail(`${most} presses of Tab do not reach ${locator}`);
  }

  /** Answers a question laid open as radio buttons. */
  async choose(form, name, value) {
    const all = form.locator(`input[name="${name}"]`);
    const values = await all.evaluateAll((list) => list.map((e) => e.value));
    assert.equal(await form.locator(`input[name="${name}"]:checked`).count(), 0, `${name} is ticked before anybody answers`);
    await this.tabTo(all.first());
    if (values[0] === value) await this.press("Space");
    for (let i = 0; i < values.indexOf(value); i += 1) await this.press("ArrowDown");
    assert.equal(await form.locator(`input[name="${name}"]:checked`).getAttribute("value"), value);
  }

  /** Chooses from a list by its arrow keys. */
  async pick(select, text) {
    await this.tabTo(select);
    const is = () => select.evaluate((e) => e.options[e.selectedIndex].textContent);
    const count = await select.evaluate((e) => e.options.length);
    for (let i = 0; i < count && !(await is()).includes(text); i += 1) await this.press("ArrowDown");
    for (let i = 0; i < count && !(await is()).includes(text); i += 1) await this.press("ArrowUp");
    assert.ok((await is()).includes(text), `${text} is not in the list`);
  }
}

// ---- what each page must pass ----------------------------------------------------------------------------------

const RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];

/** Fails on anything that axe finds against WCAG 2.2 AA; `only` narrows it to some of its rules. */
export async function accessible(page, where, only) {
  if (!(await page.evaluate(() => "axe" in window))) await page.evaluate(AXE);
  const found = await page.evaluate(async ([rules, only]) => {
    const options = only ? { runOnly: { type: "rule", values: only } } : { runOnly: { type: "tag", values: rules }, rules: { "target-size": { enabled: true } } };
    const { violations } = await window.axe.run(document, { ...options, resultTypes: ["violations"] });
    return violations.flatMap((v) => v.nodes.slice(0, 3).map((n) => `${v.id}: ${n.target.join(" ")}: ${n.failureSummary?.split("\n").slice(1, 3).map((l) => l.trim()).join("; ") ?? v.help} ${n.html.slice(0, 160)}`));
  }, [RULES, only]);
  assert.deepEqual(found, [], `${where}: against WCAG 2.2 AA`);
}

/** Faults that no rule of axe names: a page wider than its window, bare keys, a direction that is wrong. */
export async function sound(page, where, lang) {
  const faults = await page.evaluate((lang) => {
    const out = [];
    const root = document.documentElement;
    if (root.scrollWidth > root.clientWidth) {
      const wide = [...document.querySelectorAll("body *")].filter((e) => { const b = e.getBoundingClientRect(); return b.width > 0 && (b.right > root.clientWidth + 1 || b.left < -1) && getComputedStyle(e).position !== "fixed"; });
      out.push(`the page is ${root.scrollWidth - root.clientWidth} px wider than the window: ${wide.slice(-3).map((e) => e.outerHTML.slice(0, 120)).join(" | ")}`);
    }
    if (lang && root.lang !== lang) out.push(`the language is ${root.lang}, not ${lang}`);
    if (lang && root.dir !== (lang === "en" ? "ltr" : "rtl")) out.push(`the direction is ${root.dir}`);
    // Bare keys of words that are missing, and what a printer leaves behind.
    const text = document.body.innerText.split("\n");
    for (const line of text) {
      if (/(^|\s)(field|title|kind|stage|question|room|says|role|verb|card|due|use|form|source|standing)-[a-z]+(-[a-z]+)*(\s|$)/.test(line) && !/^[a-z0-9-]{1,40}$/.test(line) === false) out.push(`a bare key: ${line.slice(0, 80)}`);
      if (/\{ ?\$|undefined|\[object|\bNaN\b/.test(line)) out.push(`a hole: ${line.slice(0, 80)}`);
    }
    // Text that is cut off inside its box.
    for (const e of document.querySelectorAll("main *, .band *, .rail *")) {
      const style = getComputedStyle(e);
      if ((style.overflowX === "hidden" || style.textOverflow === "ellipsis") && e.scrollWidth > e.clientWidth + 1) out.push(`cut off: ${e.outerHTML.slice(0, 100)}`);
    }
    return out;
  }, lang);
  assert.deepEqual(faults, [], where);
}

// What another size or light can change: the rest of a page was looked at on the laptop in the light.
const OF_SIZE = ["target-size", "color-contrast", "scrollable-region-focusable", "region", "heading-order", "label"];
const OF_LIGHT = ["color-contrast"];

/** A page in four states of light and size; it is loaded once. */
export async function everywhere(page, where, lang) {
  for (const [size, viewport] of Object.entries(SIZES)) {
    await page.setViewportSize(viewport);
    for (const colorScheme of ["light", "dark"]) {
      await page.emulateMedia({ colorScheme });
      const name = `${where} ${lang} ${size} ${colorScheme}`;
      await sound(page, name, lang);
      if (size === "laptop") await accessible(page, name, colorScheme === "dark" ? OF_LIGHT : undefined);
      else await accessible(page, name, colorScheme === "dark" ? OF_LIGHT : OF_SIZE);
      if ((size === "laptop") === (colorScheme === "light")) await shot(page, `${where}-${lang}-${size}-${colorScheme}`, { fullPage: process.env.CAUCUS_SHOTS_WHOLE === "1" });
    }
  }
  await page.setViewportSize(SIZES.laptop);
  await page.emulateMedia({ colorScheme: "light" });
}

/** A picture for whoever looks, in the target folder. */
export async function shot(page, name, options = {}) {
  fs.mkdirSync(SHOTS, { recursive: true });
  await page.screenshot({ path: path.join(SHOTS, `${name.replace(/[^\w.-]+/g, "-")}.png`), animations: "disabled", ...options });
}

/** Compares what a screen reader is given with what was agreed; CAUCUS_GOLDEN=write writes it anew. */
export async function heard(page, name) {
  const tree = masked(await page.locator("body").ariaSnapshot());
  const file = path.join(GOLDEN, `${name}.yml`);
  if (process.env.CAUCUS_GOLDEN === "write") {
    fs.mkdirSync(GOLDEN, { recursive: true });
    fs.writeFileSync(file, tree);
    return;
  }
  assert.ok(fs.existsSync(file), `${name} has no agreed snapshot: CAUCUS_GOLDEN=write writes it`);
  assert.equal(tree, fs.readFileSync(file, "utf8"), `what a screen reader is given on ${name} has changed`);
}

/** What differs between two runs of one build: hours, tokens, room codes, what is left until something. */
export function masked(tree) {
  return `${tree
    .replace(/^\s*- \/url: .*\n?/gm, "")
    .replace(/\/enter\/[0-9a-f]+|\/invitation\/[0-9a-f]+/g, "TOKEN")
    .replace(/(\b|T)\d{1,2}:\d{2}(:\d{2})?\b/g, "$1HH:MM")
    .replace(/\u2068?\d+\u2069? (minutes?|hours?|days?) (left|ago|past)\b/g, "TIME $2")
    .replace(/- code: [a-z0-9]{10}$/gm, "- code: CODE")
    .replace(/\bcaucus\.demo\/[a-z0-9]{10}\b/g, "caucus.demo/CODE")
    .replace(/\b[0-9a-f]{16,}\b/g, "HEX")
    .replace(/[A-Za-z0-9+/=]{24,}/g, "BASE64")}\n`;
}

/** Prints a line of figures that the stage shows. */
export function figure(text) {
  process.stdout.write(`  ${text}\n`);
}
