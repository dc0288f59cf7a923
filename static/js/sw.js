// The desk without a line: the pages an officer used last, as they were. With a line nothing old is ever shown.
const PAGES = "redaksi-pages-1", FILES = "redaksi-files-1", MOST = 20;
const ROOM = "/redaksi/", WRITE = "/redaksi/tulis/", BLANK = "00000000-0000-0000-0000-000000000000";
const SHARE = "/redaksi/bagikan/";
const HASHED = /\.[0-9a-f]{12}\.\w+$/;
const STORY = /^\/redaksi\/\d+\/$/;

self.addEventListener("install", (event) => {
  self.skipWaiting();
  event.waitUntil(prepare().catch(() => {}));
});
self.addEventListener("activate", (event) => event.waitUntil(activate()));

async function activate() {
  for (const name of await caches.keys()) if (name.startsWith("redaksi-") && ![PAGES, FILES].includes(name)) await caches.delete(name);
  await self.clients.claim();
}

// The desk's first page and an empty form, with all that they ask for.
async function prepare() {
  const pages = await caches.open(PAGES), files = await caches.open(FILES);
  for (const [name, address] of [[ROOM, ROOM], [WRITE, `${WRITE}?t=${BLANK}`]]) {
    const answer = await fetch(address, { credentials: "same-origin" });
    if (!answer.ok || answer.redirected) return;
    const html = await answer.clone().text();
    await pages.put(name, answer);
    for (const [, file] of html.matchAll(/(?:href|src)="(\/static\/[^"]+)"/g)) await take(files, file);
  }
  await tell();
}

// No page sees what was fetched here: the data meter of one is told (meter.js).
async function tell() {
  const own = performance.getEntriesByType("resource").filter(({ name }) => new URL(name).pathname.startsWith("/static/"));
  const [client] = await self.clients.matchAll({ includeUncontrolled: true });
  client?.postMessage({ fetched: own.reduce((sum, { transferSize }) => sum + transferSize, 0) });
}

async function take(files, address) {
  if (await files.match(address)) return;
  const answer = await fetch(address);
  if (!answer.ok) return;
  const copy = answer.clone();
  await files.put(address, answer);
  if (!/\.js$/.test(new URL(address, self.location).pathname)) return;
  const code = await copy.text();
  const base = new URL(address, self.location);
  for (const [, name] of code.matchAll(/(?:from|import\()\s*"(\.\/[^"]+)"/g)) await take(files, new URL(name, base).pathname);
}

self.addEventListener("fetch", (event) => {
  const { request } = event, address = new URL(request.url);
  if (request.method === "POST" && address.pathname === SHARE) return void event.respondWith(share(request));
  if (request.method !== "GET" || address.origin !== self.location.origin) return;
  if (address.pathname.startsWith("/static/")) event.respondWith(file(request, address));
  else if (request.mode === "navigate" && address.pathname.startsWith(ROOM)) event.respondWith(page(event, request, address));
});

// Photos and words from another app: kept here, and taken up by a new form.
async function share(request) {
  const sent = await request.formData();
  const words = ["title", "text", "url"].map((name) => sent.get(name)).filter((text) => typeof text === "string" && text);
  const files = sent.getAll("photo").filter((each) => each instanceof File && each.size);
  await new Promise((done, failed) => {
    const asked = indexedDB.open("redaksi", 2);  // as in store.js
    asked.onupgradeneeded = () => {
      const base = asked.result, has = (name) => base.objectStoreNames.contains(name);
      if (!has("texts")) base.createObjectStore("texts", { keyPath: "key" });
      if (!has("photos")) base.createObjectStore("photos", { keyPath: "id" }).createIndex("key", "key");
      if (!has("shared")) base.createObjectStore("shared", { autoIncrement: true });
    };
    asked.onerror = () => failed(asked.error);
    asked.onsuccess = () => {
      const transaction = asked.result.transaction("shared", "readwrite");
      transaction.objectStore("shared").add({ text: words.join("\n"), files });
      transaction.oncomplete = () => { asked.result.close(); done(); };
      transaction.onerror = () => failed(transaction.error);
    };
  });
  return Response.redirect(`${WRITE}?t=${crypto.randomUUID()}&bagi=1`, 303);
}

async function file(request, address) {
  const files = await caches.open(FILES);
  if (HASHED.test(address.pathname)) {
    const kept = await files.match(request);
    if (kept) return kept;
  }
  try {
    const answer = await fetch(request);
    if (answer.ok) await files.put(request, answer.clone());
    return answer;
  } catch {
    return (await files.match(request)) ?? Response.error();
  }
}

async function page(event, request, address) {
  try {
    const answer = await fetch(request);
    event.waitUntil(remember(address, answer.clone()));
    return answer;
  } catch (error) {
    const pages = await caches.open(PAGES);
    const kept = (await pages.match(address.pathname)) ?? (await pages.match(ROOM));
    if (!kept) throw error;
    return kept;
  }
}

// Only whole pages that can be worked on without a line.
async function remember(address, answer) {
  const known = [ROOM, WRITE].includes(address.pathname) || STORY.test(address.pathname);
  if (!answer.ok || answer.redirected || !known || address.searchParams.has("kurang")) return;
  const pages = await caches.open(PAGES);
  await pages.delete(address.pathname);
  await pages.put(address.pathname, answer);
  const stories = (await pages.keys()).filter(({ url }) => STORY.test(new URL(url).pathname));
  for (const old of stories.slice(0, -MOST)) await pages.delete(old);
}
