// Steps written down on a telephone: kept in its own database first, sent when there is a network, never twice.
// An entry is made with a key; the marketplace answers a key it knows with the step that is there already.
const root = document.querySelector("[data-entry]");
const words = JSON.parse(root.dataset.words);
const find = (id) => document.getElementById(id);
const form = find("entry");
let choices = null;
let csrf = "";

// --- the telephone's database
const opened = new Promise((resolve, reject) => {
  const request = indexedDB.open("trace-entry", 1);
  request.onupgradeneeded = () => {
    request.result.createObjectStore("queue", { keyPath: "key" });
    request.result.createObjectStore("choices");
  };
  request.onsuccess = () => resolve(request.result);
  request.onerror = () => reject(request.error);
});

async function store(name, mode, act) {
  const transaction = (await opened).transaction(name, mode);
  const request = act(transaction.objectStore(name));
  return new Promise((resolve, reject) => {
    transaction.oncomplete = () => resolve(request.result);
    transaction.onerror = transaction.onabort = () => reject(transaction.error);
  });
}
const queued = () => store("queue", "readonly", (rows) => rows.getAll());
const put = (entry) => store("queue", "readwrite", (rows) => rows.put(entry));
const remove = (key) => store("queue", "readwrite", (rows) => rows.delete(key));

// --- what can be chosen
async function loadChoices() {
  try {
    const answer = await fetch(root.dataset.choices, { headers: { Accept: "application/json" }, redirect: "manual" });
    if (answer.status === 401) say(words.signIn, root.dataset.signIn);
    if (!answer.ok) throw new Error("no choices");
    choices = await answer.json();
    csrf = choices.csrf;
    await store("choices", "readwrite", (rows) => rows.put({ ...choices, csrf: "" }, "latest"));
  } catch {
    choices ??= await store("choices", "readonly", (rows) => rows.get("latest"));
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

let stream = null;
async function scan() {
  if (!("BarcodeDetector" in window)) return say(words.noCamera);
  const video = find("camera").querySelector("video");
  try {
    const wanted = ["qr_code", "data_matrix", "ean_13", "code_128"];
    const known = await BarcodeDetector.getSupportedFormats();
    const detector = new BarcodeDetector({ formats: wanted.filter((format) => known.includes(format)) });
    stream = await navigator.mediaDevices.getUserMedia({ video: { facingMode: "environment" } });
    video.srcObject = stream;
    find("camera").hidden = false;
    await video.play();
    while (stream) {
      const [code] = await detector.detect(video);
      if (code) {
        find("code").value = code.rawValue;
        stopCamera();
        chooseByCode(code.rawValue);
      }
      await new Promise((resolve) => setTimeout(resolve, 200));
    }
  } catch {
    stopCamera();
    say(words.cameraRefused);
  }
}

function stopCamera() {
  for (const track of stream?.getTracks() ?? []) track.stop();
  stream = null;
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
    key: crypto.randomUUID(), state: "WAITING", messages: [], kept: Date.now(), photo, measures, stage,
    lot: find("lot").value, number: find("lot").selectedOptions[0].text,
    kind: stage ? choices.stages[stage].kind : find("kind").value,
    title: find("title").value, place: find("place").value, detail: find("detail").value,
    occurredAt: at.toISOString(), utcOffsetMinutes: -at.getTimezoneOffset(),
    takenAt: photo ? new Date(photo.lastModified).toISOString() : "",
    ...(photo && find("consent").checked ? await whereIAm() : {}),
  };
  try {
    await put(entry);
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
  if (!navigator.onLine) return showQueue();
  await (navigator.locks ? navigator.locks.request("trace-entry-send", sendWaiting) : sendWaiting());
  await showQueue();
}

async function sendWaiting() {
  if (!csrf) await loadChoices();
  const waiting = (await queued()).filter((entry) => entry.state === "WAITING").sort((a, b) => a.kept - b.kept);
  for (const entry of waiting) if (!(await send(entry))) return;
}

// True when the next one may be tried: this one was taken, or refused for a reason of its own.
async function send(entry) {
  const body = new FormData();
  body.append("action", "send");
  body.append("csrfmiddlewaretoken", csrf);
  for (const name of ["key", "lot", "kind", "stage", "title", "place", "detail", "occurredAt", "utcOffsetMinutes", "takenAt", "latitude", "longitude"]) {
    if (entry[name] !== undefined) body.append(name, entry[name]);
  }
  body.append("measures", JSON.stringify(entry.measures));
  if (entry.photo) body.append("photo", entry.photo, "photo.jpg");
  let answer, said;
  try {
    answer = await fetch(root.dataset.scope, { method: "POST", body, redirect: "manual" });
    said = answer.headers.get("Content-Type")?.startsWith("application/json") ? await answer.json() : {};
  } catch {
    return false;
  }
  if (said.state === "SENT") return remove(entry.key).then(() => true);
  if (said.state === "REFUSED") return put({ ...entry, state: "REFUSED", messages: said.messages }).then(() => true);
  if (said.state === "SIGN_IN" || answer.type === "opaqueredirect") say(words.signIn, root.dataset.signIn);
  else if (answer.status === 403) csrf = "";
  else say(words.failed);
  return false;
}

// --- what the writer sees
async function showQueue() {
  find("network").textContent = navigator.onLine ? words.online : words.offline;
  const list = find("queue");
  const entries = (await queued()).sort((a, b) => a.kept - b.kept);
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
  button(words.again, () => put({ ...entry, state: "WAITING", messages: [] }));
  button(words.remove, () => remove(entry.key));
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
addEventListener("online", sendAll);
addEventListener("offline", showQueue);
document.addEventListener("visibilitychange", () => document.visibilityState === "visible" && sendAll());
setInterval(sendAll, 30000);
if ("serviceWorker" in navigator) {
  await navigator.serviceWorker.register(root.dataset.worker, { scope: root.dataset.scope }).catch(() => null);
}
await showQueue();
await loadChoices();
root.dataset.ready = "yes";
await sendAll();
