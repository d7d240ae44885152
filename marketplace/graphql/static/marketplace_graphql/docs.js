// The schema panel: types, their fields and arguments, and a search over both.

export const nameOf = (type) => (type.name ? type.name : nameOf(type.ofType));

function print(type) {
  if (type.kind === "NON_NULL") return `${print(type.ofType)}!`;
  if (type.kind === "LIST") return `[${print(type.ofType)}]`;
  return type.name;
}

function element(tag, text, ...children) {
  const made = document.createElement(tag);
  if (text) made.textContent = text;
  made.append(...children);
  return made;
}

export function showDocs(schema, { panel, trail, search }) {
  const types = new Map(schema.types.map((type) => [type.name, type]));
  const roots = [schema.queryType, schema.mutationType, schema.subscriptionType].filter(Boolean).map((type) => type.name);
  let path = [];

  function step(text, action) {
    const button = element("button", text);
    button.type = "button";
    button.className = "link";
    button.addEventListener("click", action);
    return button;
  }

  const link = (name, text = name) => step(text, () => open([...path, name]));

  function typeLink(type) {
    return link(nameOf(type), print(type));
  }

  function described(heading, thing) {
    const item = element("li", "", heading);
    if (thing.description) item.append(element("p", thing.description));
    if (thing.isDeprecated) item.append(element("p", `Deprecated: ${thing.deprecationReason ?? ""}`));
    return item;
  }

  function field(one, owner) {
    const heading = element("div");
    if (owner) heading.append(link(owner), ".");
    heading.append(element("strong", one.name));
    if (one.args?.length) {
      heading.append("(");
      one.args.forEach((argument, index) => {
        heading.append(index ? ", " : "", `${argument.name}: `, typeLink(argument.type), argument.defaultValue === null ? "" : ` = ${argument.defaultValue}`);
      });
      heading.append(")");
    }
    heading.append(": ", typeLink(one.type));
    return described(heading, one);
  }

  function list(title, items) {
    return items.length ? [element("h3", title), element("ul", "", ...items)] : [];
  }

  function overview() {
    const rest = [...types.keys()].filter((name) => !name.startsWith("__") && !roots.includes(name)).sort();
    return [...list("Entry points", roots.map((name) => element("li", "", link(name)))), ...list("Types", rest.map((name) => element("li", "", link(name))))];
  }

  function page(type) {
    return [
      element("h3", `${type.kind.toLowerCase().replace("_", " ")} ${type.name}`),
      ...(type.description ? [element("p", type.description)] : []),
      ...list("Interfaces", (type.interfaces ?? []).map((one) => element("li", "", link(one.name)))),
      ...list("Possible types", (type.possibleTypes ?? []).map((one) => element("li", "", link(one.name)))),
      ...list("Fields", (type.fields ?? type.inputFields ?? []).map((one) => field(one))),
      ...list("Values", (type.enumValues ?? []).map((one) => described(element("strong", one.name), one))),
    ];
  }

  function open(next) {
    path = next.slice(-8);
    search.value = "";
    const steps = path.map((name, index) => step(name, () => open(path.slice(0, index + 1))));
    trail.replaceChildren(step("All types", () => open([])), ...steps);
    const type = types.get(path.at(-1));
    panel.replaceChildren(...(type ? page(type) : overview()));
    panel.scrollTop = 0;
  }

  search.addEventListener("input", () => {
    const wanted = search.value.trim().toLowerCase();
    if (!wanted) return open(path);
    const found = [];
    for (const type of types.values()) {
      if (type.name.startsWith("__")) continue;
      if (type.name.toLowerCase().includes(wanted)) found.push(element("li", "", link(type.name)));
      for (const one of type.fields ?? []) if (one.name.toLowerCase().includes(wanted)) found.push(field(one, type.name));
    }
    panel.replaceChildren(...(found.length ? [element("ul", "", ...found.slice(0, 100))] : [element("p", "Nothing by that name.")]));
  });
  open([]);
}
