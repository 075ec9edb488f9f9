// Notes taken without a network: sealed on the phone, sent once, gone from it once sent.
//
// The page itself holds no case, party, name or key. What it learns while somebody is signed in (the
// rooms in which they may take notes, with the ordinary form's own values) and what they write is kept
// in this browser's IndexedDB under AES-GCM; the key is made here and cannot be read out by a page. It
// lies in the same browser all the same: this keeps words from whoever reads files or backups in
// passing, not from whoever holds the phone unlocked. Each note carries a key of its own from the moment
// it is kept, so that the server takes it once however often it is sent.
"use strict";
(async () => {
  const form = document.getElementById("note-form");
  const state = document.getElementById("note-state");
  if (!form || !state) return;
  const rooms = document.getElementById("note-room");
  const MOST = 50;
  const say = (text, more = "") => { state.textContent = [text, more].filter(Boolean).join(" "); };
  if (!window.indexedDB || !window.crypto?.subtle) { say(form.dataset.refused ?? "", "WebCrypto, IndexedDB"); return; }

  // ---- the store ------------------------------------------------------------------------------------
  const asked = (request) => new Promise((done, failed) => { request.onsuccess = () => done(request.result); request.onerror = () => failed(request.error); });
  const opening = indexedDB.open("caucus-note", 1);
  opening.onupgradeneeded = () => { for (const name of ["key", "note", "room"]) opening.result.createObjectStore(name); };
  const db = await asked(opening);
  const shelf = (name, mode = "readonly") => db.transaction(name, mode).objectStore(name);
  // Durable before the page says that it is kept.
  const put = (name, key, value) => new Promise((done, failed) => {
    const tx = db.transaction(name, "readwrite", { durability: "strict" });
    tx.objectStore(name).put(value, key);
    tx.oncomplete = done;
    tx.onerror = tx.onabort = () => failed(tx.error);
  });
  const remove = (name, key) => asked(shelf(name, "readwrite").delete(key));
  const keys = (name) => asked(shelf(name).getAllKeys());

  async function key() {
    const found = await asked(shelf("key").get("key"));
    if (found) return found;
    const made = await crypto.subtle.generateKey({ name: "AES-GCM", length: 256 }, false, ["encrypt", "decrypt"]);
    await put("key", "key", made);
    return made;
  }
  async function seal(value) {
    const iv = crypto.getRandomValues(new Uint8Array(12));
    return { iv, sealed: await crypto.subtle.encrypt({ name: "AES-GCM", iv }, await key(), new TextEncoder().encode(JSON.stringify(value))) };
  }
  async function unseal(kept) {
    const plain = await crypto.subtle.decrypt({ name: "AES-GCM", iv: kept.iv }, await key(), kept.sealed);
    return JSON.parse(new TextDecoder().decode(plain));
  }
  const get = async (name, at) => { const kept = await asked(shelf(name).get(at)); return kept ? unseal(kept) : null; };
  const waiting = async () => (await keys("note")).sort();
  const random = () => [...crypto.getRandomValues(new Uint8Array(12))].map((b) => b.toString(16).padStart(2, "0")).join("");
  const counted = async (text) => { const n = (await waiting()).length; return n ? `${form.dataset.waiting ?? ""} ${n.toLocaleString(document.documentElement.lang)}` : text; };

  // ---- which rooms ------------------------------------------------------------------------------------
  // One choice a room and speaker: the ordinary form's fields stand behind it as they were last seen.
  async function known() {
    const list = (await get("room", "list")) ?? [];
    const before = rooms.value;
    rooms.replaceChildren(...list.map((r, i) => Object.assign(document.createElement("option"), { value: String(i), textContent: r.name })));
    if (before && Number(before) < list.length) rooms.value = before;
    rooms.closest(".field").hidden = list.length === 0;
    return list;
  }

  async function page(address) {
    const reply = await fetch(address, { credentials: "same-origin", headers: { accept: "text/html" } });
    return reply.ok ? { at: new URL(reply.url), html: new DOMParser().parseFromString(await reply.text(), "text/html") } : null;
  }

  // The case comes from the link that led here (`/note#/~slot/case`), or else from the session.
  async function learn() {
    const from = /^#((?:\/~[\w-]+)?\/[\w-]+)$/.exec(decodeURIComponent(window.location.hash))?.[1];
    const first = await page(from ?? "/");
    if (!first) return false;
    const base = /^((?:\/~[^/]+)?\/[^/]+)/.exec(first.at.pathname)?.[1];
    const go = base && (await page(`${base}/go`));
    if (!go) return false;
    const links = [...go.html.querySelectorAll("#palette-links a[href$='/note']")];
    const list = [];
    for (const link of links) {
      const there = await page(link.getAttribute("href"));
      const said = there?.html.querySelector("form[action$='/say']");
      if (!said) continue;
      const now = Date.parse(there.html.querySelector(".band time[datetime]")?.getAttribute("datetime") ?? "");
      const fields = [...new FormData(said)].filter(([name, value]) => typeof value === "string" && !["key", "back", "text", "speaker", "party", "lang"].includes(name));
      const room = { to: said.getAttribute("action"), fields, skew: Number.isFinite(now) ? now - Date.now() : 0, name: link.querySelector("span")?.textContent ?? link.textContent };
      const parties = [...(said.querySelector("select[name=party]")?.options ?? [])];
      if (parties.length) for (const p of parties) list.push({ ...room, party: p.value, name: `${p.textContent} · ${room.name}` });
      else list.push({ ...room, party: said.querySelector("[name=party]")?.value ?? "" });
    }
    if (list.length) await put("room", "list", await seal(list));
    return list.length > 0;
  }

  // ---- keeping and sending ----------------------------------------------------------------------------
  async function keep() {
    const data = new FormData(form);
    const text = String(data.get("text") ?? "").trim();
    if (!text || (await waiting()).length >= MOST) return say(await counted(form.dataset.refused ?? ""));
    const list = await known();
    const room = list[Number(rooms.value)] ?? null;
    const at = Date.now();
    const note = { key: `offline-${random()}`, at, text, speaker: String(data.get("speaker") ?? "").trim(), lang: document.documentElement.lang, room };
    // Sorted by the time it was kept, so that notes leave in the order in which they were taken.
    await put("note", `${String(at).padStart(15, "0")}-${note.key}`, await seal(note));
    form.reset();
    form.elements.text.focus();
    say(form.dataset.saved ?? "", await counted(""));
    await send();
  }

  let sending = false;
  async function send() {
    if (sending || !navigator.onLine) return;
    sending = true;
    try {
      for (const at of await waiting()) {
        const note = await get("note", at);
        // A note taken before any room was known goes where the reader's choice stands now.
        const room = note.room ?? (await known())[Number(rooms.value)];
        if (!room) return;
        const fields = new URLSearchParams(room.fields);
        fields.set("key", note.key);
        fields.set("text", note.text);
        fields.set("lang", note.lang);
        fields.set("said-at", new Date(note.at + room.skew).toISOString().replace(/\.\d+Z$/, "Z"));
        if (note.speaker) fields.set("speaker", note.speaker);
        if (room.party) fields.set("party", room.party);
        const reply = await fetch(room.to, { method: "POST", body: fields, credentials: "same-origin", headers: { accept: "application/json" } });
        const answer = reply.headers.get("content-type")?.startsWith("application/json") ? await reply.json() : null;
        // Only a receipt says that the note is in the record; then nothing of it stays here.
        if (reply.ok && answer?.receipt) { await remove("note", at); say(form.dataset.sent ?? "", await counted("")); continue; }
        const why = answer?.refused?.map((r) => r.text).join(" ") ?? "";
        if (reply.status === 401 || reply.status === 404) signIn();
        else say(form.dataset.refused ?? "", why);
        return;
      }
    } catch {
      say(await counted(form.dataset.saved ?? ""));
    } finally {
      sending = false;
    }
  }

  function signIn() {
    const link = Object.assign(document.createElement("a"), { href: "/", textContent: form.dataset.signIn ?? window.location.host });
    counted("").then((text) => { say(text); state.append(" ", link); });
  }

  form.addEventListener("submit", (event) => { event.preventDefault(); keep().catch((error) => say(form.dataset.refused ?? "", String(error.message ?? error))); });
  document.getElementById("note-wipe")?.addEventListener("click", async (event) => {
    if (!window.confirm(event.target.textContent)) return;
    for (const name of ["note", "room", "key"]) await asked(shelf(name, "readwrite").clear());
    await known();
    say("");
  });

  async function online() {
    try {
      if ((await learn()) || (await known()).length) { await known(); await send(); }
      else if ((await waiting()).length) signIn();
    } catch { say(await counted("")); }
  }
  await known();
  say(await counted(""));
  window.addEventListener("online", online);
  if (navigator.onLine) await online();
  if ("serviceWorker" in navigator && window.isSecureContext) navigator.serviceWorker.register("/sw.js").catch(() => {});
})();
