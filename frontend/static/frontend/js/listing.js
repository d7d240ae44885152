// The list of products changes in place (htmx does that); what was opened stays open and the keyboard stays where it was.
// Without this file the form has its button, and every choice is a page of its own.
const opened = new Set();
let lost = false;
let focused = "";

const kept = () => document.querySelectorAll("#listing [data-keep]");
document.addEventListener("htmx:beforeSwap", (event) => {
  if (event.detail.target.id !== "listing") return;
  opened.clear();
  for (const each of kept()) if (each.open) opened.add(each.dataset.keep);
  lost = event.detail.target.contains(document.activeElement);
  focused = lost ? document.activeElement.id : "";
});
document.addEventListener("htmx:afterSwap", () => {
  for (const each of kept()) if (opened.has(each.dataset.keep)) each.open = true;
  // htmx looks for it while what it stands in is still closed.
  if (focused) document.getElementById(focused)?.focus({ preventScroll: true });
  showFinders();
});
// What had the focus may be gone with the choice it removed: then reading goes on where the number of results is said.
document.addEventListener("htmx:afterSettle", () => {
  if (lost && document.activeElement === document.body) document.getElementById("results-count")?.focus({ preventScroll: true });
  lost = false;
});

// Words as they are typed, without marks: "son mai" is in "Sơn mài", and "go" in "Gỗ".
const plain = (text) => text.normalize("NFD").replace(/\p{M}/gu, "").replace(/đ/giu, "d").toLowerCase();

function showFinders() {
  for (const finder of document.querySelectorAll("#listing [data-find-choice]")) finder.hidden = false;
}

const narrow = (finder) => {
  const words = plain(finder.value).split(/\s+/u).filter(Boolean);
  const group = finder.closest("fieldset");
  for (const choice of group.querySelectorAll(".choice")) {
    const said = plain(choice.textContent);
    choice.hidden = !words.every((word) => said.includes(word));
  }
  const more = group.querySelector("details");
  if (more && words.length) more.open = true;
};
document.addEventListener("input", (event) => {
  if (event.target.matches("[data-find-choice]")) narrow(event.target);
});
// It is no choice of its own: neither its change nor Enter in it asks for anything.
document.addEventListener("change", (event) => {
  if (event.target.matches("[data-find-choice]")) event.stopPropagation();
}, true);
document.addEventListener("keydown", (event) => {
  if (event.key === "Enter" && event.target.matches?.("[data-find-choice]")) event.preventDefault();
});
showFinders();
