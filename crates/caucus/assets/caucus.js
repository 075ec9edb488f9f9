// What the pages do beyond what they do without scripts: keys, the palette, the word that something
// changed, and marking words. Nothing here is needed to carry a message; nothing here asks another host.
"use strict";
(() => {
  const $ = (what, from = document) => from.querySelector(what);
  const all = (what, from = document) => [...from.querySelectorAll(what)];
  const make = (tag, fields = {}, ...children) => {
    const made = Object.assign(document.createElement(tag), fields);
    made.append(...children);
    return made;
  };

  // ---- keys --------------------------------------------------------------------------------------
  // A flag of this browser, not of the account: it says nothing about anybody.
  const KEYS = "caucus-keys";
  const kept = (() => { try { return window.localStorage; } catch { return null; } })();
  const keysOff = () => kept?.getItem(KEYS) === "off";
  for (const box of all("[data-keys-off]")) {
    box.checked = keysOff();
    box.addEventListener("change", () => (box.checked ? kept?.setItem(KEYS, "off") : kept?.removeItem(KEYS)));
  }

  const typing = (target) => target instanceof Element && target.closest("input:not([type=checkbox], [type=radio]), textarea, select, [contenteditable]") !== null;
  // On an Arabic or Hebrew keyboard the key's place stands for the letter printed on it.
  const letter = (event) => {
    if (event.key === "/" || event.key === "?") return event.key;
    if (/^[ -~]$/.test(event.key)) return event.key.toLowerCase();
    if (/^Key[A-Z]$/.test(event.code)) return event.code.slice(3).toLowerCase();
    if (/^Digit[1-9]$/.test(event.code) && !event.shiftKey) return event.code.slice(5);
    if (event.code === "Slash" && event.key.length === 1) return event.shiftKey ? "?" : "/";
    return "";
  };
  const visible = (element) => element.getClientRects().length > 0;
  const show = (dialog) => { if (dialog && !dialog.open) dialog.showModal(); return dialog; };

  const stops = () => all("main .card, main .line, main tbody tr, main .cl").filter(visible);
  const doorOf = (stop) => (stop.matches("[tabindex]") ? stop : $("a[href], button, summary", stop) ?? Object.assign(stop, { tabIndex: -1 }));
  const move = (by) => {
    const list = stops();
    if (!list.length) return;
    const at = list.findIndex((stop) => stop.contains(document.activeElement));
    const next = at < 0 ? (by > 0 ? 0 : list.length - 1) : Math.min(list.length - 1, Math.max(0, at + by));
    const door = doorOf(list[next]);
    door.focus({ preventScroll: true });
    list[next].scrollIntoView({ block: "nearest" });
  };

  // A page's own keys stand on the buttons they press.
  const visibleKey = (key) => all(`main [data-key="${key}"]`).find(visible);
  // A digit takes a way out: of the finding that has the focus, of the first one in the panel otherwise.
  const way = (n) => {
    const finding = document.activeElement?.closest(".finding") ?? $("aside .finding, main .finding[open], main .finding");
    const door = all(".ways :is(button, a.button)", finding ?? document.createElement("p"))[n - 1];
    door?.click();
    return Boolean(door);
  };

  let going = 0;
  document.addEventListener("keydown", (event) => {
    if (event.defaultPrevented || event.isComposing) return;
    if ((event.ctrlKey || event.metaKey) && !event.altKey && !event.shiftKey && (event.key.toLowerCase() === "k" || event.code === "KeyK")) {
      if (openPalette()) event.preventDefault();
      return;
    }
    if (event.ctrlKey || event.metaKey || event.altKey || keysOff() || typing(event.target) || $("dialog[open]")) return;
    const key = letter(event);
    if (going && Date.now() - going < 1500) {
      going = 0;
      const to = /^[a-z]$/.test(key) ? $(`nav a[data-go="${key}"]`) : null;
      if (to) { event.preventDefault(); to.click(); }
      return;
    }
    going = 0;
    if (key === "g") going = Date.now();
    else if (key === "/") { const to = $("input[type=search][data-here]") ?? $("a[data-search]"); if (to) { event.preventDefault(); to.matches("a") ? to.click() : to.focus(); } }
    else if (key === "?") { if (show($("dialog#keys"))) event.preventDefault(); }
    else if (/^[1-9]$/.test(key) && way(Number(key))) event.preventDefault();
    else if (key === "j" || key === "k") { event.preventDefault(); move(key === "j" ? 1 : -1); }
    else if (/^[a-z]$/.test(key) && visibleKey(key)) { event.preventDefault(); visibleKey(key).click(); }
    else if (event.key === "Enter" && event.target.matches?.(".card, .line, tr, .cl")) $("a[href]", event.target)?.click();
  });

  // ---- the palette ---------------------------------------------------------------------------------
  const folded = (text) => text.normalize("NFKD").replace(/\p{M}/gu, "").replace(/[أإآٱ]/g, "ا").replace(/ى/g, "ي").toLowerCase();
  const palette = $("dialog#palette");
  function openPalette() {
    if (!palette) return false;
    show(palette);
    const input = $("input", palette);
    input.value = "";
    filter();
    input.focus();
    return true;
  }
  const shownLinks = () => all("#palette-links a", palette).filter((a) => !a.parentElement.hidden);
  function filter() {
    const words = folded($("input", palette).value).split(/\s+/).filter(Boolean);
    for (const a of all("#palette-links a", palette)) {
      const text = folded(a.textContent);
      a.parentElement.hidden = !words.every((w) => text.includes(w));
    }
    const none = $(".none", palette);
    if (none) none.hidden = shownLinks().length > 0;
  }
  if (palette) {
    for (const a of all("a[data-palette]")) a.addEventListener("click", (event) => { if (openPalette()) event.preventDefault(); });
    $("input", palette).addEventListener("input", filter);
    palette.addEventListener("keydown", (event) => {
      const links = shownLinks();
      const at = links.indexOf(document.activeElement);
      if (event.key === "ArrowDown") { event.preventDefault(); links[Math.min(links.length - 1, at + 1)]?.focus(); }
      else if (event.key === "ArrowUp") { event.preventDefault(); (at > 0 ? links[at - 1] : $("input", palette)).focus(); }
      else if (event.key === "Enter" && at < 0) { event.preventDefault(); links[0]?.click(); }
    });
    palette.addEventListener("click", (event) => { if (event.target === palette) palette.close(); });
  }

  // ---- that something changed ----------------------------------------------------------------------
  // The page says so and stays as it is: what somebody reads or types never moves under their hands.
  const main = $("main[data-live]");
  const notice = $("#live");
  if (main && notice && "EventSource" in window) {
    const say = () => {
      if (notice.childElementCount) return;
      const again = make("button", { type: "button", textContent: main.dataset.sayShow ?? "↻" });
      again.addEventListener("click", () => { leaving = true; window.location.reload(); });
      notice.append(make("span", { textContent: main.dataset.sayChanged ?? "" }), again);
    };
    let stream = null;
    let away = 0;
    const open = () => {
      if (stream) return;
      stream = new EventSource(main.dataset.live);
      stream.addEventListener("changed", say);
    };
    const close = () => { stream?.close(); stream = null; };
    // A browser keeps few connections to one host: a page that nobody looks at gives its own up, and
    // compares itself when it is looked at again.
    const compare = async () => {
      try {
        const reply = await fetch(window.location.href, { headers: { accept: "text/html" } });
        const other = new DOMParser().parseFromString(await reply.text(), "text/html");
        const words = (page) => { const copy = $("main", page)?.cloneNode(true); copy && all(".marking, .notice.done", copy).forEach((e) => e.remove()); return copy?.textContent.replace(/\s+/g, " ") ?? ""; };
        if (reply.ok && words(other) !== words(document)) say();
      } catch { /* no network: the stream will try again by itself */ }
    };
    document.addEventListener("visibilitychange", () => {
      if (document.visibilityState === "hidden") { away = Date.now(); close(); }
      else { open(); if (away && Date.now() - away > 3000) compare(); away = 0; }
    });
    window.addEventListener("pagehide", close);
    if (document.visibilityState !== "hidden") open();
  }

  // ---- words that were not sent ---------------------------------------------------------------------
  let leaving = false;
  document.addEventListener("submit", () => { leaving = true; });
  window.addEventListener("beforeunload", (event) => {
    if (!leaving && all("textarea").some((t) => !t.readOnly && t.value !== t.defaultValue && t.value.trim() !== "")) event.preventDefault();
  });
  for (const button of all("[data-print]")) { button.hidden = false; button.addEventListener("click", () => window.print()); }

  // ---- marking words of the original -----------------------------------------------------------------
  // [data-markable] holds the words, in the form or naming it by data-marks; its own data-say-mark, -unmark and
  // -sentences or those of <main> name the buttons. It fills the form's text field `marked` with ranges, `3-17 20-25` in code points, end exclusive. Without
  // scripts that field is filled by hand; with them it is put away.
  for (const box of all("[data-markable]")) marking(box);

  function marking(box) {
    const form = document.getElementById(box.dataset.marks ?? "") ?? box.closest("form");
    const field = form && $("input[name=marked]", form);
    if (!field) return;
    const words = (name) => box.dataset[name] ?? main?.dataset[name] ?? "";
    const cells = read(box);
    let marked = new Array(cells.length).fill(false);
    for (const range of field.value.split(/\s+/)) {
      const [, start, end] = /^(\d+)-(\d+)$/.exec(range) ?? [];
      if (end) marked = marked.map((m, i) => m || (i >= Number(start) && i < Number(end)));
    }
    (field.closest(".field") ?? field).hidden = true;
    const mark = make("button", { type: "button", textContent: words("sayMark"), disabled: true });
    const unmark = make("button", { type: "button", className: "quiet", textContent: words("sayUnmark"), disabled: true });
    box.after(make("p", { className: "marking" }, mark, unmark));

    let chosen = null;
    document.addEventListener("selectionchange", () => {
      chosen = selected(box);
      mark.disabled = unmark.disabled = !chosen;
    });
    // The press must not take the selection away before it is used.
    for (const button of [mark, unmark]) button.addEventListener("pointerdown", (event) => event.preventDefault());
    mark.addEventListener("click", () => set(chosen, true));
    unmark.addEventListener("click", () => set(chosen, false));

    const sentences = split(cells);
    if (sentences.length > 1) {
      const boxes = sentences.map(([start, end]) => {
        const tick = make("input", { type: "checkbox" });
        tick.addEventListener("change", () => set([start, end], tick.checked));
        const words = make("span", { textContent: cells.slice(start, end).map((c) => c.text).join("").trim(), lang: box.lang, dir: box.dir || "auto" });
        return { tick, start, end, label: make("label", { className: "opt" }, tick, words) };
      });
      const list = make("details", { className: "more marking-sentences" }, make("summary", { textContent: words("saySentences") }), ...boxes.map((b) => b.label));
      box.nextElementSibling.after(list);
      box.addEventListener("marked", () => boxes.forEach(({ tick, start, end }) => {
        const part = cells.map((c, i) => [c, i]).slice(start, end).filter(([c]) => c.text.trim() !== "");
        const n = part.filter(([, i]) => marked[i]).length;
        tick.checked = part.length > 0 && n === part.length;
        tick.indeterminate = n > 0 && n < part.length;
      }));
    }
    draw();

    function set(range, to) {
      if (!range) return;
      let [start, end] = range;
      while (start < end && cells[start].text.trim() === "") start += 1;
      while (end > start && cells[end - 1].text.trim() === "") end -= 1;
      for (let i = start; i < end; i += 1) marked[i] = to;
      draw();
    }

    function draw() {
      box.replaceChildren();
      const ranges = [];
      const any = marked.includes(true);
      let into = box;
      let start = 0;
      cells.forEach((cell, i) => {
        if (marked[i] && (i === 0 || !marked[i - 1])) { start = i; into = box.appendChild(make("mark")); }
        if (!marked[i] && (i === 0 || marked[i - 1])) into = any ? box.appendChild(make("span", { className: "held" })) : box;
        if (cell.node) into.append(cell.node);
        else if (into.lastChild?.nodeType === Node.TEXT_NODE) into.lastChild.data += cell.text;
        else into.append(cell.text);
        if (marked[i] && !marked[i + 1]) ranges.push(`${start}-${i + 1}`);
      });
      field.value = ranges.join(" ");
      box.dispatchEvent(new CustomEvent("marked"));
    }
  }

  // The words as code points: a line break and a tag that shows an unseen one count one each.
  function read(box) {
    const cells = [];
    const walk = (node) => {
      if (node.nodeType === Node.TEXT_NODE) for (const text of node.data) cells.push({ text });
      else if (node.nodeName === "BR") cells.push({ text: "\n", node });
      else if (node.nodeType === Node.ELEMENT_NODE && node.matches(".unseen")) cells.push({ text: "", node });
      else node.childNodes.forEach(walk);
    };
    box.childNodes.forEach(walk);
    return cells;
  }

  // Where the selection begins and ends in the box, in code points.
  function selected(box) {
    const selection = document.getSelection();
    if (!selection?.rangeCount || selection.isCollapsed) return null;
    const range = selection.getRangeAt(0);
    if (!box.contains(range.startContainer) || !box.contains(range.endContainer)) return null;
    const upTo = (node, offset) => {
      const before = document.createRange();
      before.setStart(box, 0);
      before.setEnd(node, offset);
      return read(before.cloneContents()).length;
    };
    const start = upTo(range.startContainer, range.startOffset);
    const end = upTo(range.endContainer, range.endOffset);
    return end > start ? [start, end] : null;
  }

  // Sentences, by the marks that end them in the three scripts.
  function split(cells) {
    const out = [];
    let start = 0;
    cells.forEach((cell, i) => {
      const ends = cell.text === "\n" || (/[.!?؟…]/.test(cell.text) && /^\s*$/.test(cells[i + 1]?.text ?? ""));
      if (!ends) return;
      if (cells.slice(start, i + 1).some((c) => c.text.trim() !== "")) out.push([start, i + 1]);
      start = i + 1;
    });
    if (cells.slice(start).some((c) => c.text.trim() !== "")) out.push([start, cells.length]);
    return out;
  }
})();
