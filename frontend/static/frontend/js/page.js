// Enhancements only: every page does its work without this file.

// An open menu closes when one clicks elsewhere or presses Escape.
const openMenus = () => document.querySelectorAll("details:is(.menu, .term)[open]");
document.addEventListener("click", (event) => {
  for (const menu of openMenus()) if (!menu.contains(event.target)) menu.open = false;
});
document.addEventListener("keydown", (event) => {
  if (event.key !== "Escape") return;
  for (const menu of openMenus()) {
    menu.open = false;
    menu.querySelector("summary").focus();
  }
});

// A select marked data-submit sends its form when changed, with the button for that when it names one;
// the button stands beside it for those without scripts.
document.addEventListener("change", (event) => {
  const control = event.target.closest("[data-submit]");
  if (!control?.form) return;
  const action = control.dataset.submit;
  control.form.requestSubmit(action ? control.form.querySelector(`[name="action"][value="${action}"][formnovalidate]`) : null);
});

// Without a network nothing is sent: the page says so, and what was typed stays.
document.addEventListener("submit", (event) => {
  const said = document.getElementById("no-network");
  if (navigator.onLine || event.defaultPrevented || !said) return;
  event.preventDefault();
  said.hidden = false;
  said.focus();
});
addEventListener("online", () => {
  const said = document.getElementById("no-network");
  if (said) said.hidden = true;
});

// What the page says by itself (something was done, so many results) is written once more into a region that was
// there before it: only that is read out by every screen reader.
const announcer = document.createElement("div");
announcer.className = "visually-hidden";
announcer.setAttribute("role", "status");
announcer.id = "announcer";
document.body.append(announcer);
const announce = (place) => {
  const said = place?.querySelector?.(".flash, [role=status]:not(#announcer):not(:empty)");
  if (said) setTimeout(() => { announcer.textContent = said.textContent.trim(); }, 150);
};
announce(document.getElementById("main"));
document.addEventListener("htmx:afterSettle", (event) => announce(event.detail.elt));

// What the desk keeps of somebody on this device goes with the sign-out, however it came about: pages and what waited.
const letGo = async () => {
  if ("indexedDB" in window) indexedDB.deleteDatabase("seller-desk");
  if (!("caches" in window)) return;
  for (const name of await caches.keys()) if (/^desk [\w-]+ private /.test(name)) await caches.delete(name);
};
if ("signedOut" in document.documentElement.dataset) letGo().catch(() => null);

// A form is sent once: a second press while it travels does nothing.
document.addEventListener("submit", (event) => {
  const form = event.target;
  if (form.method !== "post" || event.defaultPrevented) return;
  if (form.dataset.sent) event.preventDefault();
  form.dataset.sent = "yes";
});
addEventListener("pageshow", () => {
  for (const form of document.querySelectorAll("form[data-sent]")) delete form.dataset.sent;
});
for (const unneeded of document.querySelectorAll("[data-without-scripts]")) unneeded.hidden = true;

// In a form marked data-submit-keys, Ctrl (or Command) and Enter press its first button from any field.
document.addEventListener("keydown", (event) => {
  const form = event.target.closest?.("form[data-submit-keys]");
  if (!form || event.key !== "Enter" || !(event.ctrlKey || event.metaKey)) return;
  event.preventDefault();
  form.requestSubmit(form.querySelector(".save-bar button"));
});

// A button with data-append puts its text at the end of the field it names, and the cursor there.
for (const button of document.querySelectorAll("[data-append]")) {
  button.hidden = false;
  button.addEventListener("click", () => {
    const field = document.getElementById(button.dataset.append);
    field.value = field.value ? `${field.value.trimEnd()} ${button.dataset.text}` : button.dataset.text;
    field.focus();
  });
}
