// Shows what the marketplace sends, and opens the page that it is about. It keeps nothing and controls no page.
// ICON, BADGE and NAME are written before it (`frontend/installable/push_worker.py`).
self.addEventListener("install", () => self.skipWaiting());
self.addEventListener("activate", (event) => event.waitUntil(self.clients.claim()));

// A browser takes the right away from a site that is sent something and shows nothing: there is always a notice.
self.addEventListener("push", (event) => {
  const said = read(event.data);
  event.waitUntil(self.registration.showNotification(said.title || NAME, {
    body: said.body, tag: said.tag, lang: said.lang, icon: ICON, badge: BADGE, data: { path: said.path },
  }));
});

self.addEventListener("notificationclick", (event) => {
  event.notification.close();
  event.waitUntil(open(ours(event.notification.data?.path)));
});

function read(data) {
  try {
    const said = data.json();
    const text = (value) => (typeof value === "string" ? value.slice(0, 300) : "");
    return { title: text(said.title), body: text(said.body), tag: text(said.tag), lang: text(said.lang), path: text(said.path) };
  } catch {
    return { title: "", body: "", tag: "", lang: "", path: "" };
  }
}

// Whatever a notice says, it leads to a page of this site.
function ours(path) {
  try {
    const address = new URL(path || "/", self.location.origin);
    return address.origin === self.location.origin ? address.href : self.location.origin;
  } catch {
    return self.location.origin;
  }
}

async function open(address) {
  const windows = await self.clients.matchAll({ type: "window", includeUncontrolled: true });
  const there = windows.find((one) => one.url === address);
  return there ? there.focus() : self.clients.openWindow(address);
}
