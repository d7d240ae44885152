// Badges scanned at a stand: kept on the telephone first, sent when there is a network, never twice.
// Without this script the form is posted as it is.
import { canScan, startCamera } from "./camera.js";
import { openQueue, sendForm, whenConnected } from "./offline_queue.js";

const root = document.querySelector("[data-scan]");
const words = JSON.parse(root.dataset.words);
const find = (id) => document.getElementById(id);
const form = find("entry");
const code = form.elements.code;
const queue = openQueue(root.dataset.queue);
const fill = (text, values) => text.replace(/%\((\w+)\)s/g, (_, name) => values[name] ?? "");
let csrf = "";

// --- the camera
let stop = null;
async function scan() {
  if (!canScan()) return say(words.noCamera);
  find("camera").hidden = false;
  try {
    stop = await startCamera(find("camera").querySelector("video"), (text) => {
      code.value = text;
      stopCamera();
      navigator.vibrate?.(60);
      say(words.read);
      form.elements.note.focus();
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
  if (!code.value.trim()) return say(words.needed);
  const data = new FormData(form);
  const entry = {
    code: code.value.trim(), note: data.get("note"), rating: data.get("rating") ?? "", followUpOn: data.get("followUpOn"),
    exhibits: data.getAll("exhibits"), scannedAt: new Date().toISOString(),
  };
  try {
    await queue.add(entry);
  } catch {
    return say(words.full);
  }
  form.reset();
  say(words.kept);
  await sendAll();
}

// --- sending
async function renewToken() {
  try {
    const answer = await fetch(root.dataset.token, { headers: { Accept: "application/json" }, redirect: "manual" });
    if (answer.status === 401) say(words.signIn, root.dataset.signIn);
    if (answer.ok) csrf = (await answer.json()).csrf;
  } catch {
    csrf = "";
  }
}

async function sendAll() {
  if ((await queue.list()).length && navigator.onLine) {
    if (!csrf) await renewToken();
    if (csrf) await queue.sendAll(send);
  }
  await showQueue();
}

async function send(entry) {
  const fields = { action: "send", csrfmiddlewaretoken: csrf };
  for (const name of ["key", "code", "note", "rating", "followUpOn", "exhibits", "scannedAt"]) fields[name] = entry[name];
  const said = await sendForm(root.dataset.scope, fields, explain);
  if (said?.state === "SENT") tell(said);
  return said;
}

function tell(said) {
  const text = said.contact ? fill(words.sent, { name: said.contact.name }) : fill(words.sentUnknown, said);
  say(text, root.dataset.lead.replace("ID", encodeURIComponent(said.lead)));
}

// Why nothing can be sent now, when the marketplace answered something else than what became of the scan.
function explain({ status, said }) {
  if (said.state === "SENT" || said.state === "REFUSED") return;
  if (said.state === "SIGN_IN" || status === 401) say(words.signIn, root.dataset.signIn);
  else if (status === 403) csrf = "";
  else say(words.failed);
}

// --- what the stand sees
async function showQueue() {
  find("network").textContent = navigator.onLine ? words.online : words.offline;
  const entries = await queue.list();
  find("nothing").hidden = entries.length > 0;
  find("queue").replaceChildren(...entries.map(row));
}

function row(entry) {
  const item = document.createElement("li");
  item.className = "card";
  item.dataset.state = entry.state;
  const line = (text, look) => Object.assign(document.createElement("p"), { textContent: text, className: look });
  item.append(line(fill(words.badge, entry), "strong"));
  if (entry.note) item.append(line(entry.note, "quiet small"));
  item.append(line(entry.state === "REFUSED" ? `${words.refused}: ${entry.messages.join(" ")}` : words.waiting, "state"));
  if (entry.state !== "REFUSED") return item;
  const button = (text, act) => {
    const made = Object.assign(document.createElement("button"), { type: "button", textContent: text, className: "button small" });
    made.addEventListener("click", async () => (await act(), await sendAll()));
    item.append(made);
  };
  button(words.again, () => queue.again(entry));
  button(words.remove, () => queue.remove(entry.key).then(showQueue));
  return item;
}

function say(text, link) {
  const said = find("said");
  said.replaceChildren(link ? Object.assign(document.createElement("a"), { href: link, textContent: text }) : text);
  said.hidden = false;
}

find("scan").hidden = find("waiting").hidden = false;
find("scan").addEventListener("click", scan);
find("stop").addEventListener("click", stopCamera);
form.addEventListener("submit", keep);
addEventListener("offline", showQueue);
whenConnected(sendAll);
if ("serviceWorker" in navigator) {
  await navigator.serviceWorker.register(root.dataset.worker, { scope: root.dataset.scope }).catch(() => null);
}
await sendAll();
root.dataset.ready = "yes";
