// The seller's desk without a network: its shell, and the last pages of orders and messages of whoever is signed in.
// Nothing is answered from here while there is a network. NAME, SCOPE, OFFLINE, VERSION and KEPT are written before it
// (`frontend/installable/desk_files.py`).
const SHELL = `${NAME} shell ${VERSION}`;
const FILES = `${NAME} files`;
const PRIVATE = `${NAME} private `;
const MOST_PAGES = 60;
const MOST_FILES = 150;
const READABLE = /^[^/]+\/(orders(\/[^/]+)?|messages(\/[^/]+)?)?$/;

self.addEventListener("install", (event) => {
  const keep = async () => {
    const cache = await caches.open(SHELL);
    await cache.addAll(KEPT.map((address) => new Request(address, { cache: "reload" })));
    await self.skipWaiting();
  };
  event.waitUntil(keep());
});

self.addEventListener("activate", (event) => {
  const tidy = async () => {
    const old = (await caches.keys()).filter((name) => name.startsWith(`${NAME} shell `) && name !== SHELL);
    await Promise.all(old.map((name) => caches.delete(name)));
    await self.clients.claim();
  };
  event.waitUntil(tidy());
});

self.addEventListener("fetch", (event) => {
  const { request } = event;
  const address = new URL(request.url);
  if (address.origin !== self.location.origin) return;
  if (request.mode === "navigate") {
    event.respondWith(request.method === "GET" ? page(event, address) : sent(request));
  } else if (request.method === "GET" && /^\/(static|media)\//.test(address.pathname)) {
    event.respondWith(file(event, request));
  }
});

// The network's page while there is one. A slow network is none after eight seconds, if the page is kept.
async function page(event, address) {
  const fresh = fetch(event.request);
  const kept = await keptPage(address);
  try {
    const answer = await (kept ? within(8000, fresh) : fresh);
    event.waitUntil(remember(address, answer.clone()).catch(() => null));
    return answer;
  } catch {
    return kept ?? (await caches.match(OFFLINE)) ?? Response.error();
  }
}

// Whether what was posted has arrived is not known: the page without a network says so.
async function sent(request) {
  try {
    return await fetch(request);
  } catch {
    const shell = await caches.match(OFFLINE);
    return shell ? marked(shell, "data-posted", "yes") : Response.error();
  }
}

async function file(event, request) {
  const shell = await (await caches.open(SHELL)).match(request);
  if (shell) return shell;
  const files = await caches.open(FILES);
  try {
    const answer = await fetch(request);
    if (answer.ok) event.waitUntil(files.put(request, answer.clone()).then(() => bound(files, MOST_FILES)).catch(() => null));
    return answer;
  } catch {
    return (await files.match(request)) ?? Response.error();
  }
}

// A page is kept with its moment, under the name of whoever read it; what another had read is let go.
async function remember(address, answer) {
  const reader = answer.headers.get("Desk-Reader");
  if (!reader || !answer.ok) return;
  const own = PRIVATE + reader;
  for (const name of await caches.keys()) {
    if (/^desk [\w-]+ private /.test(name) && !name.endsWith(` ${reader}`)) await caches.delete(name);
  }
  if (!address.pathname.startsWith(SCOPE) || !READABLE.test(address.pathname.slice(SCOPE.length))) return;
  const cache = await caches.open(own);
  const key = address.pathname + address.search;
  await cache.delete(key);
  await cache.put(key, await marked(answer, "data-kept-at", new Date().toISOString()));
  await bound(cache, MOST_PAGES);
}

async function keptPage(address) {
  for (const name of await caches.keys()) {
    if (!name.startsWith(PRIVATE)) continue;
    const found = await (await caches.open(name)).match(address.pathname + address.search);
    if (found) return found;
  }
  return null;
}

// The same answer with an attribute on its root element, for the page's script to read.
async function marked(answer, attribute, value) {
  const text = (await answer.text()).replace(/<html\b/, `<html ${attribute}="${value}"`);
  const headers = new Headers(answer.headers);
  for (const name of ["Content-Encoding", "Content-Length", "Set-Cookie"]) headers.delete(name);
  return new Response(text, { status: 200, headers });
}

async function bound(cache, most) {
  const keys = await cache.keys();
  await Promise.all(keys.slice(0, Math.max(0, keys.length - most)).map((key) => cache.delete(key)));
}

function within(milliseconds, promise) {
  const late = new Promise((_, reject) => setTimeout(() => reject(new Error("late")), milliseconds));
  return Promise.race([promise, late]);
}
