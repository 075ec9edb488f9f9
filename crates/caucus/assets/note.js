// Notes taken without a network: sealed on the phone (kept.js), sent once, gone from it once sent.
//
// The page itself holds no case, party, name or key. What it learns while somebody is signed in (the
// rooms in which they may take notes, with the ordinary form's own values) and what they write is kept
// sealed. Each note carries a key of its own from the moment it is kept, so that the server takes it once
// however often it is sent.
"use strict";
(async () => {
  const form = document.getElementById("note-form");
  const state = document.getElementById("note-state");
  if (!form || !state) return;
  const rooms = document.getElementById("note-room");
  const MOST = 50;
  const say = (text, more = "") => { state.textContent = [text, more].filter(Boolean).join(" "); };
  if (!window.indexedDB || !window.crypto?.subtle) { say(form.dataset.refused ?? "", "WebCrypto, IndexedDB"); return; }

  const store = await caucusKept("caucus-note", ["note", "room"]);
  const waiting = () => store.places("note");
  const counted = async (text) => { const n = (await waiting()).length; return n ? `${form.dataset.waiting ?? ""} ${n.toLocaleString(document.documentElement.lang)}` : text; };

  // ---- which rooms ------------------------------------------------------------------------------------
  // One choice a room and speaker: the ordinary form's fields stand behind it as they were last seen.
  async function known() {
    const list = (await store.get("room", "list")) ?? [];
    const before = rooms.value;
    rooms.replaceChildren(...list.map((r, i) => Object.assign(document.createElement("option"), { value: String(i), textContent: r.name })));
    if (before && Number(before) < list.length) rooms.value = before;
    rooms.closest(".field").hidden = list.length === 0;
    return list;
  }

  async function learn() {
    const go = await caucusPages();
    if (!go) return false;
    const links = [...go.html.querySelectorAll("#palette-links a[href$='/note']")];
    const list = [];
    for (const link of links) {
      const there = await caucusPage(link.getAttribute("href"));
      const said = there?.html.querySelector("form[action$='/say']");
      if (!said) continue;
      const fields = [...new FormData(said)].filter(([name, value]) => typeof value === "string" && !["key", "back", "text", "speaker", "party", "lang"].includes(name));
      const room = { to: said.getAttribute("action"), fields, skew: caucusSkew(there), name: link.querySelector("span")?.textContent ?? link.textContent };
      const parties = [...(said.querySelector("select[name=party]")?.options ?? [])];
      if (parties.length) for (const p of parties) list.push({ ...room, party: p.value, name: `${p.textContent} · ${room.name}` });
      else list.push({ ...room, party: said.querySelector("[name=party]")?.value ?? "" });
    }
    if (list.length) await store.put("room", "list", list);
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
    const note = { key: `offline-${store.fresh()}`, at, text, speaker: String(data.get("speaker") ?? "").trim(), lang: document.documentElement.lang, room };
    // Sorted by the time it was kept, so that notes leave in the order in which they were taken.
    await store.put("note", `${String(at).padStart(15, "0")}-${note.key}`, note);
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
        const note = await store.get("note", at);
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
        if (reply.ok && answer?.receipt) { await store.remove("note", at); say(form.dataset.sent ?? "", await counted("")); continue; }
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
    await store.wipe();
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
