// What a phone keeps while there is no network, for the pages that work without one: sealed, durable, and gone
// when it is sent or wiped.
//
// Everything lies in this browser's IndexedDB under AES-GCM; the key is made here and cannot be read out by a
// page. It lies in the same browser all the same: this keeps words from whoever reads files or backups in
// passing, not from whoever holds the phone unlocked.
"use strict";
globalThis.caucusKept = async (database, shelves) => {
  const asked = (request) => new Promise((done, failed) => { request.onsuccess = () => done(request.result); request.onerror = () => failed(request.error); });
  const opening = indexedDB.open(database, 1);
  opening.onupgradeneeded = () => { for (const name of ["key", ...shelves]) opening.result.createObjectStore(name); };
  const db = await asked(opening);
  const shelf = (name, mode = "readonly") => db.transaction(name, mode).objectStore(name);
  // Durable before the page says that it is kept.
  const write = (name, at, value) => new Promise((done, failed) => {
    const tx = db.transaction(name, "readwrite", { durability: "strict" });
    tx.objectStore(name).put(value, at);
    tx.oncomplete = done;
    tx.onerror = tx.onabort = () => failed(tx.error);
  });

  async function key() {
    const found = await asked(shelf("key").get("key"));
    if (found) return found;
    const made = await crypto.subtle.generateKey({ name: "AES-GCM", length: 256 }, false, ["encrypt", "decrypt"]);
    await write("key", "key", made);
    return made;
  }

  return {
    /** What lies at a place of a shelf; null where nothing does. */
    async get(name, at) {
      const found = await asked(shelf(name).get(at));
      if (!found) return null;
      const plain = await crypto.subtle.decrypt({ name: "AES-GCM", iv: found.iv }, await key(), found.sealed);
      return JSON.parse(new TextDecoder().decode(plain));
    },
    /** Seals a value and puts it there. */
    async put(name, at, value) {
      const iv = crypto.getRandomValues(new Uint8Array(12));
      const sealed = await crypto.subtle.encrypt({ name: "AES-GCM", iv }, await key(), new TextEncoder().encode(JSON.stringify(value)));
      await write(name, at, { iv, sealed });
    },
    remove: (name, at) => asked(shelf(name, "readwrite").delete(at)),
    /** The places of a shelf in order. */
    places: async (name) => (await asked(shelf(name).getAllKeys())).sort(),
    /** Everything, the key first: without it nothing that is left for a moment can be read. */
    async wipe() { for (const name of ["key", ...shelves]) await asked(shelf(name, "readwrite").clear()); },
    /** A name that nobody else will give. */
    fresh: () => [...crypto.getRandomValues(new Uint8Array(12))].map((b) => b.toString(16).padStart(2, "0")).join(""),
  };
};

/** A page of ours as it stands now, with where it was found; null where it is not to be had. */
globalThis.caucusPage = async (address) => {
  const reply = await fetch(address, { credentials: "same-origin", headers: { accept: "text/html" } });
  return reply.ok ? { at: new URL(reply.url), html: new DOMParser().parseFromString(await reply.text(), "text/html") } : null;
};

/** The list of all pages of the case that a link of the form `/note#/~slot/case` or else the session names. */
globalThis.caucusPages = async () => {
  const from = /^#((?:\/~[\w-]+)?\/[\w-]+)$/.exec(decodeURIComponent(window.location.hash))?.[1];
  const first = await caucusPage(from ?? "/");
  const base = first && /^((?:\/~[^/]+)?\/[^/]+)/.exec(first.at.pathname)?.[1];
  return base ? caucusPage(`${base}/go`) : null;
};

/** How far the talks' clock, as a page of ours shows it, is ahead of this phone's, in milliseconds. */
globalThis.caucusSkew = (page) => {
  const now = Date.parse(page.html.querySelector(".band time[datetime]")?.getAttribute("datetime") ?? "");
  return Number.isFinite(now) ? now - Date.now() : 0;
};
