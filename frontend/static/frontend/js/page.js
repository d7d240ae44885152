// Enhancements only: every page does its work without this file.

// An open menu closes when one clicks elsewhere or presses Escape.
const openMenus = () => document.querySelectorAll("details.menu[open]");
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
