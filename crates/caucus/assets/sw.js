// Keeps the empty pages that work without a network (a note, a movement's numbers) and their files on the phone,
// and nothing else: no page of a case, no name, no answer of the server ever enters this cache.
"use strict";

const FILES = [/* names of our files */];
const CACHE = `caucus-note-${FILES.join("|")}`;
const SHELLS = ["/note", "/movement"];

self.addEventListener("install", (event) => {
  event.waitUntil((async () => {
    const cache = await caches.open(CACHE);
    // A page's language is a part of its address.
    await cache.addAll([...SHELLS.flatMap((shell) => [shell, ...["en", "ar", "he"].map((lang) => `${shell}?lang=${lang}`)]), ...FILES]);
    await self.skipWaiting();
  })());
});

self.addEventListener("activate", (event) => {
  event.waitUntil((async () => {
    for (const name of await caches.keys()) if (name.startsWith("caucus-note-") && name !== CACHE) await caches.delete(name);
    await self.clients.claim();
  })());
});

self.addEventListener("fetch", (event) => {
  const url = new URL(event.request.url);
  if (event.request.method !== "GET" || url.origin !== self.location.origin) return;
  if (SHELLS.includes(url.pathname)) event.respondWith(shell(event.request, url));
  else if (url.pathname.startsWith("/assets/")) event.respondWith(file(event.request, url));
});

async function shell(request, url) {
  try {
    const fresh = await fetch(request);
    if (fresh.ok) return fresh;
  } catch { /* no network: the kept page */ }
  const cache = await caches.open(CACHE);
  const lang = url.searchParams.get("lang");
  return (await cache.match(lang ? `${url.pathname}?lang=${lang}` : url.pathname)) ?? (await cache.match(url.pathname)) ?? Response.error();
}

async function file(request, url) {
  const cache = await caches.open(CACHE);
  const found = await cache.match(url.pathname);
  if (found) return found;
  const fresh = await fetch(request);
  // Fonts are kept once the note page has asked for them; their names hold their hashes.
  if (fresh.ok && url.pathname.endsWith(".woff2")) await cache.put(url.pathname, fresh.clone());
  return fresh;
}
