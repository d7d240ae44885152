// Wires the page together. Everything from the server reaches the page as text, never as markup.
import { complete } from "./complete.js";
import { showDocs } from "./docs.js";
import { forget, recent, remember } from "./history.js";
import { introspect, send } from "./send.js";

const by = (id) => document.getElementById(id);
const endpoint = document.body.dataset.endpoint;
const query = by("query");
const variables = by("variables");
const operation = by("operation");
let running = null;

function names(text) {
  const bare = text.replace(/"""[\s\S]*?"""|"(?:\\.|[^"\\\n])*"|#[^\n]*/g, "");
  return [...bare.matchAll(/\b(?:query|mutation)\s+([_A-Za-z]\w*)/g)].map((found) => found[1]);
}

function listOperations() {
  const chosen = operation.value;
  const found = names(query.value);
  operation.replaceChildren(new Option(found.length > 1 ? "choose" : "only one", ""), ...found.map((name) => new Option(name, name)));
  operation.value = found.includes(chosen) ? chosen : "";
}

function say(text, failed = false) {
  by("status").textContent = text;
  by("status").classList.toggle("failed", failed);
}

function readVariables() {
  const text = variables.value.trim();
  if (!text) return {};
  const value = JSON.parse(text);
  if (value === null || typeof value !== "object" || Array.isArray(value)) throw new Error("they must be an object");
  return value;
}

async function run() {
  let given;
  try {
    given = readVariables();
  } catch (problem) {
    say(`The variables are not valid JSON: ${problem.message}`, true);
    variables.focus();
    return;
  }
  running?.abort();
  running = new AbortController();
  by("run").disabled = true;
  say("Running…");
  try {
    const started = performance.now();
    const body = { query: query.value, variables: given, operationName: operation.value || null };
    const answer = await send(endpoint, body, { token: by("token").value.trim(), language: by("language").value.trim(), signal: running.signal });
    by("answer").textContent = answer.text;
    say(`${answer.status} · ${Math.round(performance.now() - started)} ms · ${answer.bytes.toLocaleString("en")} bytes`, answer.failed);
    remember({ query: query.value, variables: variables.value });
    showHistory();
  } catch (problem) {
    if (problem.name !== "AbortError") say(`No answer: ${problem.message}`, true);
  } finally {
    by("run").disabled = false;
  }
}

function tidy() {
  // Indents by braces and leaves strings, comments and everything on a line as it is.
  let depth = 0;
  query.value = query.value.split("\n").map((line) => {
    const text = line.trim();
    const bare = text.replace(/"(?:\\.|[^"\\])*"|#.*/g, "");
    const closing = /^[})\]]/.test(bare) ? 1 : 0;
    const indented = "  ".repeat(Math.max(0, depth - closing)) + text;
    depth = Math.max(0, depth + (bare.match(/[{([]/g) ?? []).length - (bare.match(/[})\]]/g) ?? []).length);
    return text ? indented : "";
  }).join("\n");
  if (variables.value.trim()) {
    try {
      variables.value = JSON.stringify(JSON.parse(variables.value), null, 2);
    } catch {
      say("The variables are not valid JSON.", true);
    }
  }
}

function showHistory() {
  by("history").replaceChildren(...recent().map((entry) => {
    const button = document.createElement("button");
    button.type = "button";
    button.textContent = "Take";
    button.addEventListener("click", () => fill(entry));
    const code = document.createElement("code");
    code.textContent = entry.query.replace(/\s+/g, " ");
    const item = document.createElement("li");
    item.append(button, code);
    return item;
  }));
}

function fill(entry) {
  query.value = entry.query;
  variables.value = entry.variables ?? "";
  listOperations();
  query.focus();
}

async function copyLink() {
  const link = new URL(location.href);
  link.search = new URLSearchParams({ query: query.value, ...(variables.value.trim() && { variables: variables.value }) });
  history.replaceState(null, "", link);
  try {
    await navigator.clipboard.writeText(link.href);
    say("The link is in the clipboard.");
  } catch {
    say("The link is in the address bar.");
  }
}

document.addEventListener("keydown", (event) => {
  if (event.key === "Enter" && (event.ctrlKey || event.metaKey)) {
    event.preventDefault();
    run();
  }
});
query.addEventListener("input", listOperations);
query.addEventListener("keydown", (event) => {
  if (event.key !== "Enter" || event.ctrlKey || event.metaKey || event.isComposing || event.defaultPrevented) return;
  event.preventDefault();
  const before = query.value.slice(0, query.selectionStart);
  const indent = /^[^\S\n]*/.exec(before.slice(before.lastIndexOf("\n") + 1))[0];
  query.setRangeText(`\n${indent}${/[{([]\s*$/.test(before) ? "  " : ""}`, query.selectionStart, query.selectionEnd, "end");
});
by("run").addEventListener("click", run);
by("tidy").addEventListener("click", tidy);
by("copy").addEventListener("click", copyLink);
by("forget").addEventListener("click", () => { forget(); showHistory(); });

const asked = new URLSearchParams(location.search);
const last = recent()[0];
fill(asked.has("query")
  ? { query: asked.get("query"), variables: asked.get("variables") ?? "" }
  : last ?? { query: "# Ctrl Enter runs this.\n{\n  __typename\n}\n" });
showHistory();
try {
  const schema = await introspect(endpoint);
  showDocs(schema, { panel: by("docs"), trail: by("trail"), search: by("search") });
  complete(query, by("completions"), schema);
} catch (problem) {
  by("docs").textContent = `The schema could not be read: ${problem.message}`;
}
