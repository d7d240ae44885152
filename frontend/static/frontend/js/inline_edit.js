// A table whose rows are forms: a changed field saves its row in place, with what is wrong beside the field.
// Without this file each row has a button that does the same with a new page.
const said = document.getElementById("row-said");
for (const button of document.querySelectorAll("[data-row-save]")) button.classList.add("visually-hidden");

async function save(row) {
  const form = document.getElementById(`${row.id}-form`);
  const chosen = row.querySelector('[name="ids"]').checked;
  row.setAttribute("aria-busy", "true");
  let page;
  try {
    const answer = await fetch(location.href, { method: "POST", body: new FormData(form) });
    if (!answer.ok && answer.status !== 422) throw new Error(answer.status);
    page = new DOMParser().parseFromString(await answer.text(), "text/html");
  } catch {
    form.submit();
    return;
  }
  const fresh = page.getElementById(row.id);
  if (!fresh) return location.reload();
  fresh.querySelector("[data-row-save]").classList.add("visually-hidden");
  fresh.querySelector('[name="ids"]').checked = chosen;
  const wrong = fresh.querySelector(".cell-error");
  fresh.classList.toggle("saved-row", !wrong);
  const focused = row.contains(document.activeElement) ? document.activeElement.id : "";
  row.replaceWith(fresh);
  said.textContent = (wrong ?? page.querySelector(".flash"))?.textContent.trim() ?? "";
  const back = wrong ? wrong.parentElement.querySelector('[aria-invalid="true"]') : document.getElementById(focused);
  back?.focus();
}

document.addEventListener("change", (event) => {
  const row = event.target.closest("[data-row]");
  if (row && event.target.matches("input.cell") && event.target.form?.checkValidity()) save(row);
});

document.addEventListener("submit", (event) => {
  const row = event.target.closest("[data-row]");
  if (!row) return;
  event.preventDefault();
  delete event.target.dataset.sent;
  if (document.activeElement.matches("input.cell")) document.activeElement.blur();
});

// Up and down go to the same field of the next row that has it.
document.addEventListener("keydown", (event) => {
  if (!["ArrowUp", "ArrowDown"].includes(event.key) || !event.target.matches("[data-row] input.cell")) return;
  const column = event.target.name.split("-")[0];
  const fields = [...document.querySelectorAll(`[data-row] input.cell[name^="${column}-"]`)];
  const field = fields[fields.indexOf(event.target) + (event.key === "ArrowDown" ? 1 : -1)];
  if (!field) return;
  event.preventDefault();
  field.focus();
  field.select();
});

// Only the fields that the chosen kind of change needs.
const kind = document.getElementById("bulk-kind");
const show = () => {
  for (const field of document.querySelectorAll("[data-for-kinds]")) field.hidden = !field.dataset.forKinds.split(" ").includes(kind.value);
};
kind?.addEventListener("change", show);
if (kind) show();
