// The seller's desk as an application: says how old a kept page is, keeps what is done without a network, sends it once.
// Every page does its work without this file.
import { openQueue, whenConnected } from "./offline_queue.js";

const root = document.getElementById("desk-app");
const words = JSON.parse(root.dataset.words);
const language = document.documentElement.lang;
const queue = openQueue("seller-desk");
const LONG_AGO = 20 * 3600 * 1000; // the marketplace knows a key for a day
const fill = (text, values) => text.replace(/%\((\w+)\)s/g, (_, name) => values[name] ?? "");
const clock = (moment) => {
  const today = new Date().toDateString() === moment.toDateString();
  return moment.toLocaleString(language, today ? { timeStyle: "short" } : { dateStyle: "medium", timeStyle: "short" });
};

// --- how old this page is
function showAge() {
  const note = document.getElementById("desk-age");
  const { keptAt, posted } = document.documentElement.dataset;
  if (posted) note.textContent = words.posted;
  else if (keptAt) note.textContent = fill(words.asOf, { time: clock(new Date(keptAt)) });
  else note.textContent = words.offline;
  note.hidden = !keptAt && !posted && navigator.onLine;
}

// --- without a network: some actions wait here, the others are refused by the page
document.addEventListener("submit", (event) => {
  const form = event.target;
  if (navigator.onLine || !form.dataset.keep || !root.dataset.reader) return;
  event.preventDefault();
  event.stopImmediatePropagation();
  keep(form);
}, true);

async function keep(form) {
  const fields = [...new FormData(form)].filter(([name, value]) => name !== "csrfmiddlewaretoken" && !isEmptyFile(value));
  const address = form.getAttribute("action") || location.pathname;
  try {
    await queue.add({ reader: root.dataset.reader, label: form.dataset.keep, address, fields });
  } catch {
    return say(words.full);
  }
  form.reset();
  for (const button of form.querySelectorAll("button")) button.disabled = form.dataset.keepOnce !== undefined;
  say(words.kept);
  await show();
}

const isEmptyFile = (value) => value instanceof File && !value.size;

// --- sending
let token = null;
async function renewToken() {
  const answer = await fetch(root.dataset.token, { headers: { Accept: "application/json" }, redirect: "manual" });
  token = answer.ok ? await answer.json() : null;
  return token;
}

async function send(entry) {
  if (entry.reader !== token.reader) return null;
  if (entry.tried && Date.now() - entry.tried > LONG_AGO) return { state: "REFUSED", messages: [words.longAgo] };
  await queue.mark(entry, { tried: entry.tried ?? Date.now() });
  const body = new FormData();
  body.append("csrfmiddlewaretoken", token.csrf);
  body.append("key", entry.key);
  for (const [name, value] of entry.fields) body.append(name, value);
  const answer = await fetch(entry.address, { method: "POST", body, redirect: "manual" });
  if (answer.status >= 500 || answer.type === "opaqueredirect") return null;
  const isJson = answer.headers.get("Content-Type")?.startsWith("application/json");
  return isJson ? answer.json() : { state: "REFUSED", messages: [words.notUnderstood] };
}

async function sendAll() {
  const before = (await queue.list()).filter((entry) => entry.state === "WAITING").length;
  if (!before || !navigator.onLine) return show();
  try {
    if (!(await renewToken())) return say(words.signIn);
    await queue.sendAll((entry) => send(entry).catch(() => null));
  } catch {
    return show(); // the network went again
  }
  const after = (await queue.list()).filter((entry) => entry.state === "WAITING").length;
  if (after < before) say(words.sent);
  return show();
}

// --- what waits
async function show() {
  showAge();
  const entries = (await queue.list()).filter((entry) => entry.reader === root.dataset.reader);
  const list = document.getElementById("desk-kept");
  list.replaceChildren(...entries.map(item));
  list.parentElement.hidden = !entries.length;
}

function item(entry) {
  const line = document.createElement("li");
  const state = entry.state === "REFUSED" ? `${words.refused} ${entry.messages.join(" ")}` : words.waiting;
  line.append(`${entry.label} (${clock(new Date(entry.kept))}): ${state} `);
  if (entry.state === "REFUSED") line.append(button(words.again, () => queue.mark(entry, { state: "WAITING", messages: [], tried: null }).then(sendAll)), " ");
  line.append(button(words.remove, () => queue.remove(entry.key).then(show)));
  return line;
}

function button(label, work) {
  const made = Object.assign(document.createElement("button"), { type: "button", className: "button small", textContent: label });
  made.addEventListener("click", work);
  return made;
}

function say(text) {
  const said = document.getElementById("desk-said");
  said.textContent = text;
  said.hidden = false;
}

// --- the pages that are kept, named on the page without a network
async function listPages() {
  const list = document.getElementById("kept-pages");
  if (!list || !("caches" in window)) return;
  const names = (await caches.keys()).filter((name) => name.startsWith(`desk ${language} private `));
  for (const name of names) {
    const cache = await caches.open(name);
    for (const request of (await cache.keys()).reverse()) {
      const text = await (await cache.match(request)).text();
      const title = new DOMParser().parseFromString(text, "text/html").title.split(" · ")[0];
      const moment = /data-kept-at="([^"]+)"/.exec(text)?.[1];
      const line = document.createElement("li");
      const link = Object.assign(document.createElement("a"), { href: request.url, textContent: title || request.url });
      line.append(link, moment ? ` · ${clock(new Date(moment))}` : "");
      list.append(line);
    }
  }
  document.getElementById("no-kept-pages").hidden = list.children.length > 0;
}

addEventListener("offline", showAge);
addEventListener("online", showAge);
whenConnected(sendAll);
if ("serviceWorker" in navigator && root.dataset.worker) {
  navigator.serviceWorker.register(root.dataset.worker, { scope: root.dataset.scope }).catch(() => null);
}
await listPages();
await sendAll();
root.dataset.ready = "yes";
