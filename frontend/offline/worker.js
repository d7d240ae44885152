// Keeps one page that works without a network and what it is made of, and nothing else: answers of the marketplace are
// never kept here. PAGE, NAME, VERSION and KEPT are written before it (`frontend/offline/page.py`).
const CACHE = `${NAME} ${PAGE} ${VERSION}`;

self.addEventListener("install", (event) => {
  const keep = async () => {
    const cache = await caches.open(CACHE);
    await cache.addAll(KEPT.map((address) => new Request(address, { cache: "reload" })));
    await self.skipWaiting();
  };
  event.waitUntil(keep());
});

self.addEventListener("activate", (event) => {
  const tidy = async () => {
    const older = (await caches.keys()).filter((name) => name.startsWith(`${NAME} ${PAGE} `) && name !== CACHE);
    await Promise.all(older.map((name) => caches.delete(name)));
    await self.clients.claim();
  };
  event.waitUntil(tidy());
});

self.addEventListener("fetch", (event) => {
  const { request } = event;
  const address = new URL(request.url);
  if (request.method !== "GET" || address.origin !== self.location.origin) return;
  if (request.mode === "navigate") {
    if (address.pathname === PAGE) event.respondWith(pageOf(request));
  } else if (KEPT.includes(address.pathname) && address.pathname !== PAGE) {
    event.respondWith(kept(request));
  }
});

// The network's page while there is one: it may be newer. A slow network is none after four seconds.
async function pageOf(request) {
  const cache = await caches.open(CACHE);
  try {
    const answer = await within(4000, fetch(request));
    if (answer.ok && !answer.redirected) await cache.put(PAGE, answer.clone());
    return answer;
  } catch {
    return (await cache.match(PAGE)) ?? Response.error();
  }
}

async function kept(request) {
  const cache = await caches.open(CACHE);
  return (await cache.match(request, { ignoreSearch: true })) ?? fetch(request);
}

function within(milliseconds, promise) {
  const late = new Promise((_, reject) => setTimeout(() => reject(new Error("late")), milliseconds));
  return Promise.race([promise, late]);
}
