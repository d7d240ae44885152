// Badges scanned at the doors of a fair. The telephone has a list of marks (SHA-256 of a salt and the code), answers by
// it at once, and keeps every scan in its queue until the marketplace has it. It never has a name, nor keeps a code.
import { canScan, startCamera } from "./camera.js";
import { openQueue, sendForm, whenConnected } from "./offline_queue.js";

const root = document.querySelector("[data-door]");
const words = JSON.parse(root.dataset.words);
const find = (id) => document.getElementById(id);
const queue = openQueue(`door ${root.dataset.slug}`);
const ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
let list = null;
let csrf = "";
let shown = "";

// --- the list
async function loadList() {
  try {
    const answer = await fetch(`${root.dataset.scope}/list`, { headers: { Accept: "application/json" }, redirect: "manual" });
    if (answer.status === 401) say(words.signIn, root.dataset.signIn);
    if (answer.status === 403) say(words.notAllowed);
    if (!answer.ok) throw new Error("no list");
    const { csrf: token, figures, ...taken } = await answer.json();
    csrf = token;
    await takeList(taken);
    showFigures(figures);
  } catch {
    if (!list) await takeList(await queue.recall("list"));
  }
}

// What this telephone scanned and has not sent yet is inside (or outside) too, whatever the list says.
async function takeList(taken) {
  if (!taken) return say(words.noList);
  list = { ...taken, inForce: new Set(taken.inForce), void: new Set(taken.void), inside: new Set(dayOf(taken.madeAt) === dayOf() ? taken.inside : []) };
  for (const entry of await queue.list()) note(entry.mark, entry.direction);
  await keepList();
  find("list").textContent = words.list.replace("{time}", clock(list.madeAt)).replace("{count}", list.inForce.size);
  find("doors").replaceChildren(...list.doors.map((name) => new Option(name)));
}

const keepList = () => queue.remember("list", { ...list, inForce: [...list.inForce], void: [...list.void], inside: [...list.inside] });
const note = (mark, direction) => (direction === "IN" ? list.inside.add(mark) : list.inside.delete(mark));
const local = (options) => new Intl.DateTimeFormat(root.dataset.language, { timeZone: root.dataset.zone, ...options });
const dayOf = (moment) => local({ dateStyle: "short" }).format(moment ? new Date(moment) : new Date());
const clock = (moment) => local({ timeStyle: "short" }).format(new Date(moment));

// --- codes: the same form and check character as `catalog/traceability/code.py`
function normalise(text) {
  const code = text.trim().toUpperCase().replace(/[-\s]/g, "").replace(/O/g, "0").replace(/[IL]/g, "1");
  if (code.length !== 13 || [...code].some((sign) => !ALPHABET.includes(sign))) return null;
  let check = 0;
  for (const sign of code.slice(0, 12)) {
    check = (check ^ ALPHABET.indexOf(sign)) << 1;
    if (check & 32) check ^= 37;
  }
  return ALPHABET[check] === code[12] ? code : null;
}

async function markOf(code) {
  const bytes = new TextEncoder().encode(`${list.salt}:${code}`);
  const digest = new Uint8Array(await crypto.subtle.digest("SHA-256", bytes));
  return [...digest.slice(0, 8)].map((byte) => byte.toString(16).padStart(2, "0")).join("");
}

// --- a badge before the door
async function check(text) {
  const door = find("door").value.trim();
  if (!list) return say(words.noList);
  if (!door) return say(words.noDoor), find("door").focus();
  const code = normalise(text);
  shown = crypto.randomUUID();
  if (!code) return show("NO_BADGE", words.noBadge);
  const mark = await markOf(code);
  const direction = document.querySelector("[name=direction]:checked").value;
  if (list.void.has(mark)) return show("VOID", words.void);
  const known = list.inForce.has(mark);
  if (!known && !navigator.onLine) return show("UNKNOWN", words.unknown);
  show(known ? outcomeOf(mark, direction) : "", known ? "" : words.asking);
  await keep({ key: shown, mark, door, direction, scannedAt: new Date().toISOString(), said: known });
}

const outcomeOf = (mark, direction) => (direction === "OUT" ? "GOODBYE" : list.inside.has(mark) ? "AGAIN" : "WELCOME");

async function keep(entry) {
  try {
    await queue.add(entry);
  } catch {
    return say(words.full);
  }
  if (entry.said) {
    note(entry.mark, entry.direction);
    await keepList();
  }
  await sendAll();
}

// --- sending
async function sendAll() {
  await showQueue();
  if (navigator.onLine && !csrf) await loadList();
  if (csrf) await queue.sendAll(send);
  await showQueue();
}

async function send(entry) {
  const { key, mark, door, direction, scannedAt } = entry;
  const fields = { action: "send", csrfmiddlewaretoken: csrf, expo: root.dataset.expo, key, mark, door, direction, scannedAt };
  const said = await sendForm(root.dataset.scope, fields, explain);
  if (said?.state === "SENT") await heard(entry, said);
  return said;
}

// The marketplace knows of all doors: its word stands, on the screen if the badge is still before it.
async function heard(entry, { outcome, kind }) {
  const refused = outcome === "UNKNOWN" || outcome === "VOID";
  if (shown === entry.key) show(outcome, outcome === "UNKNOWN" ? words.unknownThere : "", kind);
  else if (refused && entry.said) say(words.late.replace("{time}", clock(entry.scannedAt)));
  if (!list || (entry.said && !refused)) return;
  if (refused) list.inside.delete(entry.mark);
  else list.inForce.add(entry.mark), note(entry.mark, entry.direction);
  if (outcome === "VOID") list.inForce.delete(entry.mark), list.void.add(entry.mark);
  await keepList();
}

function explain({ status, said }) {
  if (said.state === "SENT") return;
  if (said.state === "REFUSED") say(`${words.refused} ${said.messages.join(" ")}`);
  else if (said.state === "SIGN_IN" || status === 401) say(words.signIn, root.dataset.signIn);
  else if (said.state === "NOT_ALLOWED") say(words.notAllowed);
  else if (status === 403) csrf = "";
  else say(words.failed);
}

// --- what the door sees
function show(outcome, reason, kind = "") {
  find("answer").dataset.outcome = outcome;
  find("word").textContent = outcome ? words[outcome] : "…";
  const because = reason || words[outcome.toLowerCase()] || "";
  find("reason").textContent = kind && outcome !== "UNKNOWN" ? `${words[kind]} · ${because}` : because;
  if (navigator.vibrate && outcome) navigator.vibrate(outcome === "WELCOME" || outcome === "GOODBYE" ? 80 : [120, 80, 120, 80, 120]);
}

async function showQueue() {
  find("network").textContent = navigator.onLine ? words.online : words.offline;
  const waiting = (await queue.list()).filter((entry) => entry.state === "WAITING");
  find("queue").textContent = waiting.length ? words.waiting.replace("{count}", waiting.length) : "";
}

function showFigures(figures) {
  for (const name of ["inside", "people", "scans"]) find(name).textContent = figures[name].toLocaleString(root.dataset.language);
  find("hours").replaceChildren(
    ...figures.hours.map(({ door, hour, entered, left }) => {
      const row = document.createElement("tr");
      for (const [text, look] of [[door, ""], [`${hour}:00`, ""], [entered, "figures"], [left, "figures"]]) {
        row.append(Object.assign(document.createElement("td"), { textContent: text, className: look }));
      }
      return row;
    }),
  );
}

function say(text, link) {
  const said = find("said");
  said.replaceChildren(link ? Object.assign(document.createElement("a"), { href: link, textContent: text }) : text);
  said.hidden = false;
}

// --- the camera
let stop = null;
async function scan() {
  if (!canScan()) return say(words.noCamera);
  find("camera").hidden = false;
  try {
    stop = await startCamera(find("camera").querySelector("video"), check);
  } catch {
    stopCamera();
    say(words.cameraRefused);
  }
}

function stopCamera() {
  stop?.();
  stop = null;
  find("camera").hidden = true;
}

const settings = (await queue.recall("settings")) ?? {};
find("door").value = settings.door ?? "";
for (const choice of document.querySelectorAll("[name=direction]")) choice.checked = choice.value === (settings.direction ?? "IN");
const keepSettings = () =>
  queue.remember("settings", { door: find("door").value.trim(), direction: document.querySelector("[name=direction]:checked").value });
for (const input of document.querySelectorAll("#door, [name=direction]")) input.addEventListener("change", keepSettings);
find("typed").addEventListener("submit", (event) => {
  event.preventDefault();
  const typed = find("code").value;
  find("code").value = "";
  check(typed);
});
find("scan").addEventListener("click", scan);
find("stop").addEventListener("click", stopCamera);
addEventListener("offline", showQueue);
whenConnected(async () => {
  await sendAll();
  if (navigator.onLine) await loadList();
});
await loadList();
if ("serviceWorker" in navigator) {
  await navigator.serviceWorker.register(`${root.dataset.scope}/worker.js`, { scope: root.dataset.scope }).catch(() => null);
}
root.dataset.ready = "yes";
await sendAll();
