// Switches notices on and off on this device. The list of devices and what each is told of are plain forms.
const root = document.querySelector("[data-push]");
const words = JSON.parse(root.dataset.words);
const on = root.querySelector("[data-push-on]");
const off = root.querySelector("[data-push-off]");
const can = "serviceWorker" in navigator && "PushManager" in window && "Notification" in window;

function say(text) {
  const said = root.querySelector("[data-push-said]");
  said.textContent = text;
  said.hidden = false;
}

const bytes = (text) => Uint8Array.from(atob(text.replace(/-/g, "+").replace(/_/g, "/")), (sign) => sign.charCodeAt(0));
const base64url = (buffer) => btoa(String.fromCharCode(...new Uint8Array(buffer))).replace(/\+/g, "-").replace(/\//g, "_").replace(/=+$/, "");
const registered = () => navigator.serviceWorker.getRegistration("/push/");

// One that knows another key of the marketplace is of no use: it is made anew.
async function subscription() {
  await navigator.serviceWorker.register(root.dataset.worker, { scope: "/push/" });
  const registration = await active();
  const known = await registration.pushManager.getSubscription();
  const key = known?.options?.applicationServerKey;
  if (known && key && base64url(key) === root.dataset.key) return known;
  await known?.unsubscribe();
  return registration.pushManager.subscribe({ userVisibleOnly: true, applicationServerKey: bytes(root.dataset.key) });
}

async function active() {
  for (let tries = 0; tries < 50; tries += 1) {
    const registration = await registered();
    if (registration?.active) return registration;
    await new Promise((done) => setTimeout(done, 100));
  }
  throw new Error("the worker did not start");
}

async function tell(token) {
  const { endpoint, keys } = (await subscription()).toJSON();
  const body = new FormData();
  const fields = { csrfmiddlewaretoken: token, action: "subscribe", endpoint, p256dh: keys.p256dh, auth: keys.auth };
  for (const [name, value] of Object.entries(fields)) body.append(name, value);
  for (const kind of root.dataset.kinds.split(" ")) body.append("kinds", kind);
  const answer = await fetch(root.dataset.address, { method: "POST", body, redirect: "manual" });
  const said = answer.headers.get("Content-Type")?.startsWith("application/json") ? await answer.json() : {};
  if (said.state !== "SENT") throw new Error((said.messages ?? []).join(" "));
}

async function switchOn(event) {
  event.preventDefault();
  event.stopPropagation();
  if ((await Notification.requestPermission()) !== "granted") return say(words.denied);
  try {
    await tell(on.elements.csrfmiddlewaretoken.value);
    location.reload();
  } catch (error) {
    say(error.message && !(error instanceof DOMException) ? error.message : words.failed);
  }
}

// The row goes with the form; the browser gives its subscription back first.
async function switchOff(event) {
  event.preventDefault();
  await registered().then((found) => found?.pushManager.getSubscription()).then((known) => known?.unsubscribe()).catch(() => null);
  off.submit();
}

if (on && can) {
  on.hidden = false;
  on.addEventListener("submit", switchOn);
} else if (on) {
  say(words.unsupported);
}
if (can && off) off.addEventListener("submit", switchOff);
root.dataset.ready = "yes";
