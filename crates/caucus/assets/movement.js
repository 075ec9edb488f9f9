// A movement's numbers without a network: sealed on the phone (kept.js), sent in order, once; wiped at the end
// or at one press.
//
// The page itself holds no case, gate, number or key. While somebody is signed in it learns a movement's title,
// gates and numbers; no name ever comes here, and there is no field to write one in. Each line carries a key of
// its own from the moment it is kept, so that the log takes it once however often it is sent; a line that is
// not taken holds back those after it, so that the log has them in the order in which they happened.
"use strict";
(async () => {
  const by = (id) => document.getElementById(id);
  const [form, state, which, gates, facts, lines] = ["form", "state", "which", "gate", "numbers", "lines"].map((id) => by(`movement-${id}`));
  if (!form || !state) return;
  const MOST = 200;
  // A phone that lay in a drawer does not keep a movement for longer than this after it left.
  const LASTS = 72 * 3600 * 1000;
  const COUNTS = ["at-gate", "received", "confirmed"];
  const language = document.documentElement.lang;
  const say = (text, more = "") => { state.textContent = [text, more].filter(Boolean).join(" "); };
  if (!window.indexedDB || !window.crypto?.subtle) { say(form.dataset.refused ?? "", "WebCrypto, IndexedDB"); return; }

  const store = await caucusKept("caucus-movement", ["line", "movement"]);
  const waiting = () => store.places("line");
  const written = (n) => n.toLocaleString(language, { useGrouping: false });
  const counted = async (text) => { const n = (await waiting()).length; return n ? `${form.dataset.waiting ?? ""} ${written(n)}` : text; };
  const make = (tag, fields = {}, ...children) => { const made = Object.assign(document.createElement(tag), fields); made.append(...children); return made; };
  // Digits as people here write them; what is no number is none.
  const whole = (text) => {
    const plain = String(text).trim().replace(/[٠-٩۰-۹]/g, (d) => String(d.codePointAt(0) & 15));
    return /^\d{1,6}$/.test(plain) ? Number(plain) : plain === "" ? 0 : null;
  };

  // ---- the movement -----------------------------------------------------------------------------------
  const movements = async () => (await store.get("movement", "list")) ?? [];

  // What a line does to the numbers: a gate's latest counts, what was received and confirmed adds up.
  function add(numbers, line) {
    const pair = [line.people, line.remains];
    if (line.what === "at-gate") numbers.at_gate[line.gate] = pair;
    else if (COUNTS.includes(line.what)) numbers[line.what] = numbers[line.what].map((n, i) => n + pair[i]);
  }

  async function show() {
    const list = await movements();
    const before = which.value;
    which.replaceChildren(...list.map((m, i) => make("option", { value: String(i), textContent: m.title })));
    if (before && Number(before) < list.length) which.value = before;
    for (const part of [which.closest(".field"), form.querySelector("p.buttons"), gates.closest(".field")]) part.hidden = list.length === 0;
    const movement = list[Number(which.value)];
    const chosen = gates.value;
    gates.replaceChildren(make("option", { value: "", textContent: gates.dataset.none ?? "" }), ...(movement?.gates ?? []).map((g) => make("option", { value: g, textContent: g })));
    gates.value = movement?.gates.includes(chosen) ? chosen : "";
    facts.replaceChildren();
    lines.replaceChildren();
    if (!movement) return list;
    const numbers = structuredClone(movement.numbers);
    for (const at of await waiting()) {
      const line = await store.get("line", at);
      if (line.of !== movement.of || line.to !== movement.to) continue;
      add(numbers, line);
      const what = form.querySelector(`input[name=what][value="${line.what}"]`)?.closest("label")?.textContent ?? line.what;
      const time = new Date(line.at).toLocaleTimeString(language, { hour: "2-digit", minute: "2-digit" });
      const apart = line.remains ? ` · ${facts.dataset.remains}: ${written(line.remains)}` : "";
      const count = COUNTS.includes(line.what) ? `${written(line.people)}${apart}` : "";
      lines.append(make("li", { className: "line" }, make("span", { textContent: time }), make("span", { className: "grow", textContent: what }), make("bdi", { textContent: line.gate }), make("span", { textContent: count })));
    }
    const fact = (name, [people, remains]) => facts.append(make("dt", { textContent: name }), make("dd", {}, make("b", { textContent: written(people) }), remains ? ` · ${facts.dataset.remains}: ${written(remains)}` : ""));
    fact(facts.dataset.ordered, [movement.people, movement.remains]);
    for (const gate of movement.gates) if (numbers.at_gate[gate]) fact(`${gate}: ${facts.dataset.seen}`, numbers.at_gate[gate]);
    fact(facts.dataset.received, numbers.received);
    fact(facts.dataset.confirmed, numbers.confirmed);
    return list;
  }

  async function json(address) {
    const reply = await fetch(address, { credentials: "same-origin", headers: { accept: "application/json" } });
    return reply.ok && reply.headers.get("content-type")?.startsWith("application/json") ? reply.json() : null;
  }

  // Title, gates and numbers of the movements that the reader may log; nothing else of their pages is kept.
  async function learn() {
    const go = await caucusPages();
    if (!go) return false;
    const skew = caucusSkew(go);
    const list = [];
    for (const link of go.html.querySelectorAll("#palette-links a[href$='/handover']")) {
      const screen = link.getAttribute("href");
      const all = await json(`${screen}.json`);
      if (!all?.may_say) continue;
      for (const m of all.movements) {
        if (m.leaves * 1000 + LASTS < Date.now() + skew) continue;
        const found = await json(`${screen}/${m.n}.json`);
        if (!found) continue;
        const { order, numbers } = found;
        list.push({
          to: screen.replace(/handover$/, "log-movement"), of: m.n, title: order.title.text, leaves: m.leaves * 1000, gates: order.gates, people: order.people, remains: order.remains,
          numbers: { at_gate: numbers.at_gate, received: numbers.received, confirmed: numbers.confirmed }, skew,
        });
      }
    }
    list.sort((a, b) => a.leaves - b.leaves);
    if (list.length) await store.put("movement", "list", list);
    return list.length > 0;
  }

  // ---- keeping and sending ----------------------------------------------------------------------------
  let last = 0;
  async function keep() {
    const data = new FormData(form);
    const movement = (await movements())[Number(which.value)];
    const [people, remains] = [whole(data.get("people")), whole(data.get("remains"))];
    if (!movement) return say(form.dataset.none ?? "");
    if (people === null || remains === null || (await waiting()).length >= MOST) return say(await counted(form.dataset.refused ?? ""));
    const at = Date.now();
    // Two lines of one moment keep their order too.
    last = Math.max(at, last + 1);
    const line = { key: `offline-${store.fresh()}`, at: at + movement.skew, to: movement.to, of: movement.of, what: data.get("what"), gate: data.get("gate") ?? "", people, remains, heard: data.get("heard") };
    await store.put("line", `${String(last).padStart(15, "0")}-${line.key}`, line);
    form.reset();
    which.value = String((await movements()).findIndex((m) => m.of === movement.of && m.to === movement.to));
    await show();
    say(form.dataset.saved ?? "", await counted(""));
    await send();
  }

  let sending = false;
  async function send() {
    if (sending || !navigator.onLine) return;
    sending = true;
    try {
      for (const at of await waiting()) {
        const line = await store.get("line", at);
        const fields = new URLSearchParams({ key: line.key, of: line.of, what: line.what, heard: line.heard, "said-at": new Date(line.at).toISOString().replace(/\.\d+Z$/, "Z") });
        if (line.gate) fields.set("gate", line.gate);
        if (COUNTS.includes(line.what)) { fields.set("people", line.people); fields.set("remains", line.remains); }
        const reply = await fetch(line.to, { method: "POST", body: fields, credentials: "same-origin", headers: { accept: "application/json" } });
        const answer = reply.headers.get("content-type")?.startsWith("application/json") ? await reply.json() : null;
        // Only a receipt says that the line is in the record; then nothing of it stays here but the sum.
        if (reply.ok && answer?.receipt) {
          const list = await movements();
          const movement = list.find((m) => m.of === line.of && m.to === line.to);
          if (movement) { add(movement.numbers, line); await store.put("movement", "list", list); }
          await store.remove("line", at);
          await show();
          say(form.dataset.sent ?? "", await counted(""));
          continue;
        }
        if (reply.status === 401 || reply.status === 404) await signIn();
        else say(form.dataset.refused ?? "", answer?.refused?.map((r) => r.text).join(" ") ?? "");
        return;
      }
      if (await store.get("movement", "over")) await wipe();
    } catch {
      say(form.dataset.saved ?? "", await counted(""));
    } finally {
      sending = false;
    }
  }

  async function signIn() {
    say(await counted(""));
    state.append(" ", make("a", { href: "/", textContent: form.dataset.signIn ?? window.location.host }));
  }

  async function wipe() {
    await store.wipe();
    form.reset();
    await show();
    say(form.dataset.gone ?? "");
  }

  form.addEventListener("submit", (event) => { event.preventDefault(); keep().catch((error) => say(form.dataset.refused ?? "", String(error.message ?? error))); });
  form.addEventListener("change", () => {
    const what = form.querySelector("input[name=what]:checked")?.value;
    gates.required = what === "at-gate";
  });
  which.addEventListener("change", () => show());
  for (const button of form.querySelectorAll("button[data-count]")) {
    button.addEventListener("click", () => {
      const input = form.elements[button.dataset.count];
      input.value = written(Math.max(0, (whole(input.value) ?? 0) + Number(button.dataset.by)));
    });
  }
  by("movement-wipe")?.addEventListener("click", () => wipe());
  by("movement-over")?.addEventListener("click", async () => {
    if (!(await movements()).length) return wipe();
    await store.put("movement", "over", true);
    say(await counted(""));
    await send();
  });

  async function online() {
    try {
      // What waits is sent before anything is learnt anew: the numbers that come back then have it in them.
      await send();
      if (!(await learn()) && !(await movements()).length) (await waiting()).length ? await signIn() : say(form.dataset.none ?? "");
      await show();
    } catch { say(await counted("")); }
  }
  const list = await show();
  const now = Date.now();
  if (list.length && !(await waiting()).length && list.every((m) => m.leaves + LASTS < now + m.skew)) await wipe();
  say(await counted(list.length ? "" : (form.dataset.none ?? "")));
  window.addEventListener("online", online);
  if (navigator.onLine) await online();
  if ("serviceWorker" in navigator && window.isSecureContext) navigator.serviceWorker.register("/sw.js").catch(() => {});
})();
