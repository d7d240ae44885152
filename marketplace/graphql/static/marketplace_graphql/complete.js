// Completes field names: walks the braces before the cursor to learn which type's selection it stands in.
import { nameOf } from "./docs.js";

const TOKEN = /"""[\s\S]*?"""|"(?:\\.|[^"\\\n])*"|#[^\n]*|\.\.\.|[_A-Za-z]\w*|[{}()]|[^\s]/g;

function typeAt(text, schema) {
  const types = new Map(schema.types.map((type) => [type.name, type]));
  const roots = { query: schema.queryType, mutation: schema.mutationType, subscription: schema.subscriptionType };
  const stack = [];
  let next = schema.queryType.name;
  let parentheses = 0;
  let previous = "";
  let condition = false;
  for (const [token] of text.matchAll(TOKEN)) {
    if (token === "(") parentheses += 1;
    else if (token === ")") parentheses -= 1;
    else if (parentheses > 0 || /^["#]/.test(token)) continue;
    else if (token === "{") stack.push(next);
    else if (token === "}") { stack.pop(); next = stack.at(-1) ?? schema.queryType.name; }
    else if (/^\w/.test(token)) {
      if (condition) { next = token; condition = false; }
      else if (token === "on" && (previous === "..." || stack.length === 0)) condition = true;
      else if (stack.length === 0) next = roots[token]?.name ?? next;
      else {
        const field = types.get(stack.at(-1))?.fields?.find((one) => one.name === token);
        if (field) next = nameOf(field.type);
      }
    }
    previous = token;
  }
  return parentheses === 0 && stack.length ? types.get(stack.at(-1)) : null;
}

export function complete(area, list, schema) {
  let chosen = 0;
  let start = 0;

  function close() {
    list.hidden = true;
    area.removeAttribute("aria-activedescendant");
  }

  function open() {
    const before = area.value.slice(0, area.selectionStart);
    const prefix = /\w*$/.exec(before)[0];
    start = before.length - prefix.length;
    const type = typeAt(before.slice(0, start), schema);
    const names = (type?.fields ?? []).map((field) => field.name).filter((name) => name.toLowerCase().startsWith(prefix.toLowerCase()));
    if (!names.length) return close();
    list.replaceChildren(...names.slice(0, 50).map((name, index) => {
      const item = document.createElement("li");
      item.id = `completion-${index}`;
      item.role = "option";
      item.textContent = name;
      item.addEventListener("mousedown", (event) => { event.preventDefault(); take(name); });
      return item;
    }));
    list.hidden = false;
    mark(0);
  }

  function mark(index) {
    chosen = (index + list.children.length) % list.children.length;
    [...list.children].forEach((item, position) => item.setAttribute("aria-selected", String(position === chosen)));
    area.setAttribute("aria-activedescendant", list.children[chosen].id);
    list.children[chosen].scrollIntoView({ block: "nearest" });
  }

  function take(name) {
    area.setRangeText(name, start, area.selectionStart, "end");
    close();
    area.dispatchEvent(new Event("input"));
  }

  area.addEventListener("keydown", (event) => {
    if (event.key === " " && event.ctrlKey) { event.preventDefault(); open(); return; }
    if (list.hidden) return;
    const move = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (move) { event.preventDefault(); mark(chosen + move); }
    else if (event.key === "Enter" && !event.ctrlKey && !event.metaKey) { event.preventDefault(); take(list.children[chosen].textContent); }
    else if (event.key === "Escape") { event.preventDefault(); close(); }
    else if (/^[\w]$/.test(event.key) || event.key === "Backspace") setTimeout(open);
    else close();
  }, { capture: true });
  area.addEventListener("blur", close);
}
