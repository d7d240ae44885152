// The editor of a hall's plan: booths are moved by mouse, finger or keys, and what others do shows within seconds.
// Without this file the forms of a booth do the same. Every change names the version of the booth that is on the
// screen; the marketplace refuses one that is old, and the answer brings the booth as it is now.
const figure = document.querySelector("[data-plan]");
const tools = document.querySelector(".plan-editor");
const UNIT = 20; // of the drawing, to the metre
const EVERY = 4000; // milliseconds between two looks at what others did
const PAUSE = 700; // after the last key, before a booth is put where it was moved to

if (figure && tools) {
  const plan = JSON.parse(figure.dataset.plan);
  const svg = figure.querySelector(".hall-drawing");
  const said = tools.querySelector(".plan-said");
  const undoButton = tools.querySelector("[data-undo]");
  const editButton = tools.querySelector("[data-edit]");
  const csrf = () => document.querySelector("[name=csrfmiddlewaretoken]").value;
  const booths = () => [...svg.querySelectorAll("a.booth")];
  const find = (id) => booths().find((booth) => booth.dataset.booth === id);
  const step = () => Number(tools.querySelector("[data-step]").value);
  const round = (length) => Math.round(length * 100) / 100;
  const code = (booth) => booth.querySelector(".code").textContent;
  let pending = null; // { id, version, x, y, width, depth, timer }: not sent yet
  let flying = null; // what is being sent
  let picked = null; // id of the booth that M marked
  let line = Promise.resolve(); // one change after the other

  tools.hidden = false;
  undoButton.disabled = !plan.undo;

  function say(text, isRefusal = false) {
    said.textContent = text;
    said.classList.toggle("is-refusal", isRefusal);
  }

  // --- places, in metres
  function outline(booth) {
    const rect = booth.querySelector("rect");
    if (rect) {
      const [x, y, width, depth] = ["x", "y", "width", "height"].map((name) => round(rect.getAttribute(name) / UNIT));
      return { x, y, width, depth };
    }
    const points = booth.querySelector("path").getAttribute("d").slice(1, -1).split("L");
    const places = points.map((point) => point.split(" ").map((length) => round(length / UNIT)));
    const [xs, ys] = [places.map(([x]) => x), places.map(([, y]) => y)];
    const [x, y] = [Math.min(...xs), Math.min(...ys)];
    return { x, y, width: round(Math.max(...xs) - x), depth: round(Math.max(...ys) - y), places };
  }

  function show(booth, place) {
    const now = outline(booth);
    booth.classList.add("is-waiting");
    booth.setAttribute("transform", `translate(${(place.x - now.x) * UNIT} ${(place.y - now.y) * UNIT})`);
    const rect = booth.querySelector("rect");
    if (rect && (place.width !== now.width || place.depth !== now.depth)) {
      booth.dataset.was ??= `${now.width} ${now.depth}`;
      rect.setAttribute("width", place.width * UNIT);
      rect.setAttribute("height", place.depth * UNIT);
    }
    const words = { code: code(booth), ...place };
    say(plan.words.at.replace(/\{(\w+)\}/g, (_all, name) => words[name]));
  }

  function leave(booth) {
    booth.removeAttribute("transform");
    booth.classList.remove("is-waiting", "is-held-by-hand");
    if (booth.dataset.was) {
      const [width, depth] = booth.dataset.was.split(" ");
      const rect = booth.querySelector("rect");
      rect.setAttribute("width", width * UNIT);
      rect.setAttribute("height", depth * UNIT);
      delete booth.dataset.was;
    }
  }

  // --- talking to the marketplace
  async function talk(fields) {
    const address = `${plan.address}&since=${plan.number}`;
    const options = fields
      ? { method: "POST", body: new URLSearchParams({ csrfmiddlewaretoken: csrf(), ...fields }) }
      : {};
    const answer = await fetch(address, { ...options, headers: { Accept: "application/json" }, redirect: "manual" });
    if (!answer.ok && answer.status !== 422) throw new Error(String(answer.status));
    return answer.json();
  }

  // `make` gives the fields when their turn has come; `place` is the move among them.
  function send(make, place = null) {
    line = line.then(async () => {
      flying = place;
      let isRefused = true;
      try {
        const news = await talk(make());
        isRefused = Boolean(news.refused);
        take(news);
        if (news.refused) say(news.refused, true);
        else if (news.message) say(news.message);
      } catch {
        say(plan.words.offline, true);
      }
      flying = null;
      if (place) land(place, isRefused);
    });
    return line;
  }

  // After a move: keys that were pressed meanwhile go on from there, unless it was refused.
  function land(place, isRefused) {
    const booth = find(place.id);
    if (pending?.id === place.id && !isRefused && booth) {
      pending.version = booth.dataset.version;
      show(booth, pending);
    } else {
      if (pending?.id === place.id) forget();
      if (booth) leave(booth);
    }
  }

  async function watch() {
    if (flying || drag || document.hidden) return;
    try {
      const news = await talk(null);
      const before = plan.number;
      take(news);
      if (news.number !== before && news.said?.length) say(news.said.join(". "));
      if (said.dataset.offline) say("");
      delete said.dataset.offline;
    } catch {
      if (!said.dataset.offline) say(plan.words.offline, true);
      said.dataset.offline = "yes";
    }
  }

  function take(news) {
    if (news.again) location.reload();
    if (news.number === plan.number) return;
    const focused = document.activeElement?.closest?.("a.booth")?.dataset.booth;
    plan.number = news.number;
    if ("undo" in news) plan.undo = news.undo;
    undoButton.disabled = !plan.undo;
    for (const id of news.removed) {
      find(id)?.remove();
      document.querySelector(`[data-row="${CSS.escape(id)}"]`)?.remove();
    }
    for (const booth of news.booths) put(booth);
    for (const layer of ["features", "outlets"]) {
      if (news[layer] !== null) svg.querySelector(`.${layer}`).replaceChildren(...inSvg(news[layer]));
    }
    const moving = pending && find(pending.id);
    if (moving) show(moving, pending);
    if (focused) find(focused)?.focus({ preventScroll: true });
  }

  function inSvg(markup) {
    const drawn = new DOMParser().parseFromString(
      `<svg xmlns="http://www.w3.org/2000/svg">${markup}</svg>`, "text/html",
    );
    return [...drawn.querySelector("svg").children];
  }

  function put(booth) {
    const [mark] = inSvg(booth.mark);
    const old = find(booth.id);
    const after = booths().find((one) => code(one).localeCompare(booth.code, "en") > 0);
    if (old) old.replaceWith(mark);
    else svg.querySelector(".booths").insertBefore(mark, after ?? null);
    mark.classList.add("is-news");
    setTimeout(() => mark.classList.remove("is-news"), 2500);
    const body = document.createElement("tbody");
    body.innerHTML = booth.row;
    const row = document.querySelector(`[data-row="${CSS.escape(booth.id)}"]`);
    const beside = after && document.querySelector(`[data-row="${CSS.escape(after.dataset.booth)}"]`);
    const table = document.querySelector(".booth-table tbody");
    if (row) row.replaceWith(body.firstElementChild);
    else table?.insertBefore(body.firstElementChild, beside ?? null);
  }

  const seen = (booth) => ({ booth: booth.dataset.booth, version: booth.dataset.version });

  // --- moving
  function forget() {
    clearTimeout(pending?.timer);
    const booth = pending && find(pending.id);
    pending = null;
    if (booth) leave(booth);
  }

  function change(booth, alter) {
    if (pending && pending.id !== booth.dataset.booth) settle();
    const { booth: id, version } = booth.dataset;
    const place = pending ?? { ...(flying?.id === id ? flying : outline(booth)), id, version, timer: null };
    alter(place);
    for (const name of ["x", "y", "width", "depth"]) place[name] = round(Math.max(name.length === 1 ? 0 : 0.5, place[name]));
    clearTimeout(place.timer);
    pending = place;
    show(booth, place);
  }

  function later() {
    clearTimeout(pending?.timer);
    if (pending) pending.timer = setTimeout(settle, PAUSE);
  }

  function settle() {
    const place = pending;
    if (!place) return line;
    clearTimeout(place.timer);
    pending = null;
    return send(() => moveOf(place), place);
  }

  function moveOf({ id, version, x, y, width, depth, places }) {
    const fields = { action: "move", booth: id, version };
    if (!places) return { ...fields, x, y, width, depth };
    const [left, top] = [0, 1].map((axis) => Math.min(...places.map((place) => place[axis])));
    const points = places.map((place) => `${round(place[0] - left + x)},${round(place[1] - top + y)}`);
    return { ...fields, points: points.join(" ") };
  }

  let drag = null; // { booth, x, y, from, moved }
  const inMetres = (event) => {
    const point = new DOMPoint(event.clientX, event.clientY).matrixTransform(svg.getScreenCTM().inverse());
    return { x: point.x / UNIT, y: point.y / UNIT };
  };

  svg.addEventListener("pointerdown", (event) => {
    const booth = event.target.closest("a.booth");
    if (!isEditing() || !booth || event.button !== 0) return;
    drag = { booth, ...inMetres(event), from: outline(booth), moved: false };
    booth.setPointerCapture(event.pointerId);
    event.preventDefault();
    booth.focus({ preventScroll: true });
  });
  svg.addEventListener("pointermove", (event) => {
    if (!drag) return;
    const at = inMetres(event);
    const snap = (length) => round(Math.round(length / step()) * step());
    const [right, down] = [snap(at.x - drag.x), snap(at.y - drag.y)];
    if (!drag.moved && !right && !down) return;
    drag.moved = true;
    drag.booth.classList.add("is-held-by-hand");
    change(drag.booth, (place) => Object.assign(place, { x: drag.from.x + right, y: drag.from.y + down }));
  });
  for (const name of ["pointerup", "pointercancel"]) {
    svg.addEventListener(name, () => {
      const ended = drag;
      drag = null;
      if (ended?.moved && name === "pointerup") settle();
      else if (ended?.moved) forget();
    });
  }
  svg.addEventListener("dragstart", (event) => event.preventDefault());
  svg.addEventListener("click", (event) => {
    if (isEditing() && event.detail > 0 && event.target.closest("a.booth")) event.preventDefault();
  });
  svg.addEventListener("dblclick", (event) => {
    const booth = event.target.closest("a.booth");
    if (isEditing() && booth) location.assign(booth.getAttribute("href"));
  });

  // --- keys
  const isEditing = () => figure.classList.contains("is-editing");
  const moves = { ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowUp: [0, -1], ArrowDown: [0, 1] };
  const sizes = { "+": ["width", 1], "=": ["width", 1], "-": ["width", -1], ".": ["depth", 1], ",": ["depth", -1] };

  function merge(booth) {
    const first = picked && find(picked);
    if (!first || first === booth) {
      const isNew = !first;
      picked = isNew ? booth.dataset.booth : null;
      booth.classList.toggle("is-picked", isNew);
      return say(isNew ? plan.words.marked.replace("{code}", code(booth)) : "");
    }
    picked = null;
    first.classList.remove("is-picked");
    return send(() => ({ action: "merge", ...seen(first), with: `${booth.dataset.booth}:${booth.dataset.version}` }));
  }

  function split(booth) {
    const { width, depth } = outline(booth);
    const across = depth > width;
    send(() => ({ action: "split", ...seen(booth), across: across ? "yes" : "no", at: round((across ? depth : width) / 2) }));
  }

  const commands = {
    m: merge,
    s: split,
    h: (booth) => send(() => ({ action: booth.classList.contains("held") ? "release" : "hold", ...seen(booth) })),
    delete: (booth) => {
      const next = booth.nextElementSibling ?? booth.previousElementSibling;
      send(() => ({ action: "remove", ...seen(booth) })).then(() => { if (!booth.isConnected) next?.focus(); });
    },
    escape: (booth) => {
      picked = null;
      for (const one of booths()) one.classList.remove("is-picked");
      if (pending) { forget(); say(plan.words.left.replace("{code}", code(booth))); }
    },
  };

  const undo = () => plan.undo && send(() => ({ action: "undo", change: plan.undo }));

  document.addEventListener("keydown", (event) => {
    if (!isEditing() || event.altKey || event.metaKey || event.target.closest("input, select, textarea")) return;
    if (event.key.toLowerCase() === "z") { event.preventDefault(); undo(); return; }
    if (event.ctrlKey) return;
    if (event.key === "?") { const keys = tools.querySelector("[data-keys]"); keys.open = !keys.open; return; }
    const booth = event.target.closest("a.booth");
    if (!booth) return;
    if (moves[event.key]) {
      const [right, down] = moves[event.key].map((way) => way * step() * (event.shiftKey ? 10 : 1));
      change(booth, (place) => { place.x += right; place.y += down; });
      later();
    } else if (sizes[event.key]) {
      if ("shape" in booth.dataset) say(plan.words.rectangle);
      else {
        const [name, way] = sizes[event.key];
        change(booth, (place) => { place[name] += way * step(); });
        later();
      }
    } else if (event.key === "Enter" && pending) settle();
    else if (commands[event.key.toLowerCase()]) commands[event.key.toLowerCase()](booth);
    else return;
    event.preventDefault();
  });

  editButton.addEventListener("click", () => {
    const on = figure.classList.toggle("is-editing");
    editButton.setAttribute("aria-pressed", String(on));
    if (!on) forget();
    say(on ? plan.words.editing : plan.words.reading);
    if (on) (svg.querySelector("a.booth.chosen") ?? svg.querySelector("a.booth"))?.focus({ preventScroll: true });
  });
  undoButton.addEventListener("click", undo);
  setInterval(watch, EVERY);
}
