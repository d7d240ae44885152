// The last documents and their variables, in this browser only; tokens and answers are never kept.

const KEY = "marketplace-graphql-history";
const KEPT = 30;

export function recent() {
  try {
    const entries = JSON.parse(localStorage.getItem(KEY) ?? "[]");
    return Array.isArray(entries) ? entries.filter((entry) => typeof entry?.query === "string") : [];
  } catch {
    return [];
  }
}

export function remember(entry) {
  const others = recent().filter((known) => known.query !== entry.query || known.variables !== entry.variables);
  try {
    localStorage.setItem(KEY, JSON.stringify([entry, ...others].slice(0, KEPT)));
  } catch {
    // A full or forbidden store only means that there is no history.
  }
}

export function forget() {
  try {
    localStorage.removeItem(KEY);
  } catch {
    // See above.
  }
}
