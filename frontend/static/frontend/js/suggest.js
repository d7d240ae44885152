// The search field with what it may become: arrows choose, Enter searches, Escape closes. htmx fetches the choices, which
// the search finds with and without marks ("son mai" offers "sơn mài"); without this file the field is a field.
for (const field of document.querySelectorAll("[data-suggestions]")) {
  const list = document.getElementById(field.dataset.suggestions);
  field.setAttribute("role", "combobox");
  field.setAttribute("aria-autocomplete", "list");
  field.setAttribute("aria-controls", list.id);

  let chosen = -1;
  let typed = field.value;
  const options = () => [...list.querySelectorAll("[role=option]")];
  const show = (open) => {
    list.hidden = !open || !options().length;
    field.setAttribute("aria-expanded", String(!list.hidden));
    if (list.hidden) choose(-1);
  };
  const choose = (place) => {
    chosen = place;
    for (const [number, option] of options().entries()) option.setAttribute("aria-selected", String(number === place));
    const option = options()[place];
    if (option) field.setAttribute("aria-activedescendant", option.id);
    else field.removeAttribute("aria-activedescendant");
    option?.scrollIntoView({ block: "nearest" });
  };
  const take = (option) => {
    field.value = option.textContent;
    show(false);
    field.form.requestSubmit();
  };
  show(false);

  field.addEventListener("input", () => { typed = field.value; if (typed.trim().length < 2) show(false); });
  list.addEventListener("htmx:afterSwap", () => { chosen = -1; show(document.activeElement === field && typed.trim().length > 1); });
  field.addEventListener("keydown", (event) => {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step && options().length) {
      event.preventDefault();
      if (list.hidden) show(true);
      const places = options().length + 1; // one of them is what was typed
      choose(((chosen + 1 + step + places) % places) - 1);
      field.value = chosen < 0 ? typed : options()[chosen].textContent;
    } else if (event.key === "Escape" && !list.hidden) {
      event.preventDefault();
      field.value = typed;
      show(false);
    }
  });
  field.form.addEventListener("submit", () => show(false));
  field.addEventListener("blur", () => setTimeout(() => show(false), 150));
  list.addEventListener("pointerdown", (event) => {
    const option = event.target.closest("[role=option]");
    if (!option) return;
    event.preventDefault();
    take(option);
  });
}
