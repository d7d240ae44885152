// Steps written down on a telephone: kept in its own database first, sent when there is a network, never twice.
// An entry is made with a key; the marketplace answers a key it knows with the step that is there already.
import { canScan, startCamera } from "./camera.js";
import { openQueue, sendForm, whenConnected } from "./offline_queue.js";

const root = document.querySelector("[data-entry]");
const words = JSON.parse(root.dataset.words);
const find = (id) => document.getElementById(id);
const form = find("entry");
const queue = openQueue("trace-entry");
let choices = null;
let csrf = "";

// --- what can be chosen
// What this telephone remembers is shown at once; what the marketplace answers only where it differs, so that nothing
// that was begun meanwhile is lost.
async function loadChoices() {
  if (!choices) {
    choices = (await queue.recall("latest").catch(() => null)) ?? null;
    if (choices) showLots();
  }
  try {
    const answer = await fetch(root.dataset.choices, { headers: { Accept: "application/json" }, redirect: "manual" });
    if (answer.status === 401) say(words.signIn, root.dataset.signIn);
    if (!answer.ok) throw new Error("no choices");
    const fresh = await answer.json();
    csrf = fresh.csrf;
    fresh.csrf = "";
    if (JSON.stringify(fresh) === JSON.stringify(choices)) return;
    choices = fresh;
    await queue.remember("latest", choices);
  } catch {
    if (choices) return;
  }
  showLots();
}

function lots() {
  return (choices?.sellers ?? []).flatMap((seller) => seller.lots);
}

function showLots() {
  const select = find("lot");
  const before = select.value;
  select.replaceChildren();
  for (const seller of choices?.sellers ?? []) {
    const group = document.createElement("optgroup");
    group.label = seller.name;
    for (const lot of seller.lots) group.append(new Option(`${lot.number} · ${lot.product}`, lot.id));
    select.append(group);
  }
  if (lots().some((lot) => lot.id === before)) select.value = before;
  if (!lots().length) say(words.noLots);
  showStages();
  form.removeAttribute("aria-busy");
}

function showStages() {
  const lot = lots().find((one) => one.id === find("lot").value);
  const select = find("stage");
  select.replaceChildren();
  for (const key of lot?.stages ?? []) {
    const mark = key === lot.next ? ` · ${words.next}` : lot.done.includes(key) ? ` · ${words.done}` : "";
    select.append(new Option(choices.stages[key].title + mark, key));
  }
  select.append(new Option(words.other, ""));
  select.value = lot?.next ?? "";
  if (lot) find("place").value = lot.place;
  showFields();
}

function showFields() {
  const stage = choices?.stages?.[find("stage").value];
  find("kind-field").hidden = Boolean(stage);
  find("title").value = stage?.title ?? "";
  const place = find("measures");
  place.replaceChildren();
  for (const field of [...(stage?.requiredFields ?? []), ...(stage?.moreFields ?? [])]) {
    const box = document.createElement("div");
    box.className = "field";
    const label = document.createElement("label");
    const input = document.createElement("input");
    input.id = `measure-${field.name}`;
    label.htmlFor = input.id;
    label.textContent = field.unit ? `${field.label} (${field.unit})` : field.label;
    input.dataset.measure = field.name;
    input.maxLength = 200;
    input.required = stage.requiredFields.includes(field);
    if (field.kind === "date") input.type = "date";
    if (field.kind === "number") input.inputMode = "decimal";
    box.append(label, input);
    place.append(box);
  }
}

// --- codes
function chooseByCode(text) {
  const bare = text.trim();
  const said = decodeURIComponent(bare);
  const named = /\/10\/([^/?#]+)/.exec(said)?.[1] ?? /\(10\)([^(]+)/.exec(said)?.[1] ?? said;
  const gtin = /(?:\/01\/|\(01\))(\d{14})/.exec(said)?.[1] ?? said.padStart(14, "0");
  const fits =
    lots().find((lot) => lot.number.toUpperCase() === named.toUpperCase()) ??
    lots().find((lot) => lot.gtin && lot.gtin.padStart(14, "0") === gtin);
  if (!fits) return say(words.unknownCode);
  find("lot").value = fits.id;
  showStages();
  say(`${words.found}: ${fits.number}`);
}

let stop = null;
async function scan() {
  if (!canScan()) return say(words.noCamera);
  find("camera").hidden = false;
  try {
    stop = await startCamera(find("camera").querySelector("video"), (text) => {
      find("code").value = text;
      stopCamera();
      chooseByCode(text);
    });
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

// --- writing down
async function keep(event) {
  event.preventDefault();
  if (!find("lot").value || !form.reportValidity()) return say(words.needed);
  const stage = find("stage").value;
  const at = new Date(find("moment").value);
  const photo = find("photo").files[0] ?? null;
  const measures = {};
  for (const input of find("measures").querySelectorAll("input")) if (input.value.trim()) measures[input.dataset.measure] = input.value.trim();
  const entry = {
    photo, measures, stage,
    lot: find("lot").value, number: find("lot").selectedOptions[0].text,
    kind: stage ? choices.stages[stage].kind : find("kind").value,
    title: find("title").value, place: find("place").value, detail: find("detail").value,
    occurredAt: at.toISOString(), utcOffsetMinutes: -at.getTimezoneOffset(),
    takenAt: photo ? new Date(photo.lastModified).toISOString() : "",
    ...(photo && find("consent").checked ? await whereIAm() : {}),
  };
  try {
    await queue.add(entry);
  } catch {
    return say(words.full);
  }
  find("photo").value = find("detail").value = "";
  say(words.kept);
  await showQueue();
  await sendAll();
}

function whereIAm() {
  return new Promise((resolve) => {
    const found = ({ coords }) => resolve({ latitude: coords.latitude.toFixed(6), longitude: coords.longitude.toFixed(6) });
    const lost = () => (say(words.noPlace), resolve({}));
    if (!navigator.geolocation) return lost();
    navigator.geolocation.getCurrentPosition(found, lost, { timeout: 8000, maximumAge: 60000, enableHighAccuracy: true });
  });
}

// --- sending: one tab of the telephone at a time, one entry after the other, oldest first
async function sendAll() {
  if (!csrf && navigator.onLine) await loadChoices();
  await queue.sendAll(send);
  await showQueue();
}

async function send(entry) {
  const fields = { action: "send", csrfmiddlewaretoken: csrf, measures: JSON.stringify(entry.measures) };
  for (const name of ["key", "lot", "kind", "stage", "title", "place", "detail", "occurredAt", "utcOffsetMinutes", "takenAt", "latitude", "longitude"]) {
    fields[name] = entry[name];
  }
  if (entry.photo) fields.photo = new File([entry.photo], "photo.jpg", { type: entry.photo.type });
  return sendForm(root.dataset.scope, fields, explain);
}

// Why nothing can be sent now, when the marketplace answered something else than what became of the entry.
function explain({ status, said }) {
  if (said.state === "SENT" || said.state === "REFUSED") return;
  if (said.state === "SIGN_IN" || status === 401) say(words.signIn, root.dataset.signIn);
  else if (status === 403) csrf = "";
  else say(words.failed);
}

// --- what the writer sees
async function showQueue() {
  find("network").textContent = navigator.onLine ? words.online : words.offline;
  const list = find("queue");
  const entries = await queue.list();
  find("nothing").hidden = entries.length > 0;
  list.replaceChildren(...entries.map(row));
}

function row(entry) {
  const item = document.createElement("li");
  item.className = "card";
  item.dataset.state = entry.state;
  const line = (text, look) => Object.assign(document.createElement("p"), { textContent: text, className: look });
  item.append(line(entry.title, "strong"), line(entry.number, "quiet small"));
  item.append(line(entry.state === "REFUSED" ? `${words.refused}: ${entry.messages.join(" ")}` : words.waiting, "state"));
  if (entry.state !== "REFUSED") return item;
  const button = (text, act) => {
    const made = Object.assign(document.createElement("button"), { type: "button", textContent: text, className: "button small" });
    made.addEventListener("click", async () => (await act(), await sendAll()));
    item.append(made);
  };
  button(words.again, () => queue.again(entry));
  button(words.remove, () => queue.remove(entry.key));
  return item;
}

function say(text, link) {
  const said = find("said");
  said.replaceChildren(link ? Object.assign(document.createElement("a"), { href: link, textContent: text }) : text);
  said.hidden = false;
}

function now() {
  const local = new Date(Date.now() - new Date().getTimezoneOffset() * 60000);
  return local.toISOString().slice(0, 16);
}

find("moment").value = now();
find("lot").addEventListener("change", showStages);
find("stage").addEventListener("change", showFields);
find("code").addEventListener("change", (event) => event.target.value.trim() && chooseByCode(event.target.value));
find("scan").addEventListener("click", scan);
find("stop").addEventListener("click", stopCamera);
form.addEventListener("submit", keep);
whenConnected(sendAll);
addEventListener("offline", showQueue);
await showQueue();
await loadChoices();
if ("serviceWorker" in navigator) {
  await navigator.serviceWorker.register(root.dataset.worker, { scope: root.dataset.scope }).catch(() => null);
}
root.dataset.ready = "yes";
await sendAll();
