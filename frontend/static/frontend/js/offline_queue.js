// What was done without a network: kept in the telephone's own database first, sent when there is one, never twice.
// Every entry has a key made here. Whoever receives it answers a key that is known with what it became the first time,
// so that an entry whose answer was lost may be sent again.

// A queue of this telephone and this site: several tabs and pages that open one name share it.
export function openQueue(name) {
  const opened = new Promise((resolve, reject) => {
    const request = indexedDB.open(name, 1);
    request.onupgradeneeded = () => {
      request.result.createObjectStore("queue", { keyPath: "key" });
      request.result.createObjectStore("choices");
    };
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
  });

  async function store(rows, mode, act) {
    const transaction = (await opened).transaction(rows, mode);
    const request = act(transaction.objectStore(rows));
    return new Promise((resolve, reject) => {
      transaction.oncomplete = () => resolve(request.result);
      transaction.onerror = transaction.onabort = () => reject(transaction.error);
    });
  }

  const put = (entry) => store("queue", "readwrite", (rows) => rows.put(entry));
  const remove = (key) => store("queue", "readwrite", (rows) => rows.delete(key));

  // Everything that is not sent yet, oldest first.
  async function list() {
    return (await store("queue", "readonly", (rows) => rows.getAll())).sort((a, b) => a.kept - b.kept);
  }

  // Keeps an entry and answers it with its key; fails when the telephone has no room.
  async function add(item) {
    const entry = { key: crypto.randomUUID(), state: "WAITING", messages: [], kept: Date.now(), ...item };
    await put(entry);
    return entry;
  }

  // Tries what waits, one tab at a time, one entry after the other. `send(entry)` answers {state: "SENT"}, or
  // {state: "REFUSED", messages} for a reason of its own: then the next one is tried. Anything else ends the attempt,
  // and what is left waits on. Answers whether it came to the end.
  async function sendAll(send) {
    if (!navigator.onLine) return false;
    const work = async () => {
      for (const entry of (await list()).filter((one) => one.state === "WAITING")) {
        const said = await send(entry);
        if (said?.state === "SENT") await remove(entry.key);
        else if (said?.state === "REFUSED") await put({ ...entry, state: "REFUSED", messages: said.messages ?? [] });
        else return false;
      }
      return true;
    };
    return navigator.locks ? navigator.locks.request(`${name}-send`, work) : work();
  }

  return {
    add,
    list,
    remove,
    sendAll,
    // Changes what is kept of an entry, if it is still there.
    mark: async (entry, changes) => {
      const found = (await list()).find((one) => one.key === entry.key);
      if (found) await put({ ...found, ...changes });
    },
    again: (entry) => put({ ...entry, state: "WAITING", messages: [] }),
    // What the page knows by heart besides the queue: lists to choose from, settings.
    remember: (what, value) => store("choices", "readwrite", (rows) => rows.put(value, what)),
    recall: (what) => store("choices", "readonly", (rows) => rows.get(what)),
  };
}

// Sends one entry as a form and answers what the page's action said; null when there was no answer to understand.
// `status` is kept for the caller: 401 or a redirect means that somebody has to sign in, 403 that the token is over.
export async function sendForm(address, fields, seen = () => {}) {
  const body = new FormData();
  for (const [name, value] of Object.entries(fields)) if (value !== undefined && value !== null) body.append(name, value);
  try {
    const answer = await fetch(address, { method: "POST", body, redirect: "manual" });
    const isJson = answer.headers.get("Content-Type")?.startsWith("application/json");
    const said = isJson ? await answer.json() : {};
    seen({ status: answer.type === "opaqueredirect" ? 401 : answer.status, said });
    return said;
  } catch {
    return null;
  }
}

// Calls `work` whenever a network may have come back.
export function whenConnected(work) {
  addEventListener("online", work);
  document.addEventListener("visibilitychange", () => document.visibilityState === "visible" && work());
  setInterval(work, 30000);
}
