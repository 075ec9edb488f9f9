// Takes the pictures that stand in `docs/`: `node browser/keep-screens.mjs`, after a build. The tests take many
// more, into the target folder; these are the ones worth keeping, small.

import fs from "node:fs";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { SIZES, enter, open, screen, speak, startBrowser, startDemo } from "./harness.mjs";

const docs = path.join(path.dirname(fileURLToPath(import.meta.url)), "..", "docs");
const demo = await startDemo();
const browser = await startBrowser();
const window = await open(browser, demo);

async function keep(page, name) {
  const session = await page.context().newCDPSession(page);
  const { data } = await session.send("Page.captureScreenshot", { format: "webp", quality: 72 });
  await session.detach();
  fs.mkdirSync(path.join(docs, "screens"), { recursive: true });
  fs.writeFileSync(path.join(docs, "screens", `${name}.webp`), Buffer.from(data, "base64"));
}

/** A screen of somebody in a language, a size and a light. */
async function take(who, name, address, { lang = "en", size = "laptop", light = "light" } = {}) {
  await who.page.setViewportSize(SIZES[size]);
  await who.page.emulateMedia({ colorScheme: light });
  if (await who.page.locator("html").getAttribute("lang") !== lang) {
    await who.page.goto(demo.origin + who.home);
    await speak(who, lang);
  }
  await who.page.goto(demo.origin + address);
  await keep(who.page, `${name}-${lang}-${size}-${light}`);
}

const link = (page, selector) => page.locator(selector).first().getAttribute("href");

const mediator = await enter(window, demo, "Amal Ferro");
const delta = await enter(window, demo, "N. Sahar");
const upland = await enter(window, demo, "Tamar Olin");

await mediator.page.goto(demo.origin + await screen(mediator, "shuttle"));
await mediator.page.screenshot({ path: path.join(docs, "shuttle.png") });
await take(mediator, "today", await screen(mediator, "today"));
const preparation = await link(mediator.page, 'main .card:has([data-s="◎"]) a[href*="/preparation/"]');
await take(mediator, "shuttle", await screen(mediator, "shuttle"), { lang: "ar" });
await take(mediator, "shuttle", await screen(mediator, "shuttle"), { lang: "he", light: "dark" });
await take(mediator, "convey", preparation, { lang: "en" });
await take(mediator, "roadmap", await screen(mediator, "roadmap"), { lang: "he" });
await take(mediator, "positions", await screen(mediator, "positions"), { lang: "en", light: "dark" });
await take(mediator, "note", await screen(mediator, "note"), { lang: "ar", size: "phone" });
await take(delta, "my-view", await screen(delta, "my"), { lang: "ar", size: "phone", light: "dark" });
await take(upland, "offers", await screen(upland, "offers"), { lang: "he" });
await take(upland, "search-empty", `${upland.base}/search?q=zzzz`, { lang: "en", size: "phone" });

// Conflicting: what another mediator set aside is not conveyed.
const other = await enter(window, demo, "Idris Vale");
if (await mediator.page.locator("html").getAttribute("lang") !== "en") await speak(mediator, "en");
await mediator.page.setViewportSize(SIZES.laptop);
await mediator.page.emulateMedia({ colorScheme: "light" });
await mediator.page.goto(demo.origin + preparation);
await other.page.goto(demo.origin + preparation.replace(mediator.base, other.base));
const press = (page, what) => Promise.all([page.waitForEvent("domcontentloaded"), page.locator(what).click()]);
await press(other.page, 'form[action$="/drop"] button');
await press(mediator.page, 'form[action$="/convey"] button.do');
await keep(mediator.page, "conflicting-en-laptop-light");

// Looking as a side.
await mediator.page.goto(demo.origin + mediator.home);
await press(mediator.page, 'aside form[action$="/look-as"] button >> nth=0');
await keep(mediator.page, "look-as-en-laptop-light");

await browser.close();
await demo.stop();
