// The checkout without this file: every section is a form, sent with its button. With it, a way of delivery that is
// chosen changes the sums at once, and another country brings its fields, both without loading the page again.

const root = document.getElementById("checkout");
const PAUSE = 500;
let waiting = 0;
let travelling = null;

const fetchPage = async (form, body) => {
  travelling?.abort();
  travelling = new AbortController();
  const answer = await fetch(form.getAttribute("action") || location.href, {
    method: "POST", body, signal: travelling.signal, headers: { "HX-Request": "false" },
  });
  if (!answer.ok) return null;
  return new DOMParser().parseFromString(await answer.text(), "text/html");
};

const replace = (page, ids) => {
  for (const id of ids) {
    const fresh = page.getElementById(id);
    const old = document.getElementById(id);
    if (fresh && old) old.replaceWith(fresh);
  }
  for (const unneeded of root.querySelectorAll("[data-without-scripts]")) unneeded.hidden = true;
};

const say = (text) => {
  const place = document.getElementById("announcer");
  if (place && text) place.textContent = text;
};

// A delivery chosen: the sums, the estimate and the payment follow; the choices themselves stay as they are.
root?.addEventListener("change", (event) => {
  const form = event.target.closest("form[data-follow]");
  if (!form || event.target.type !== "radio" || !form.reportValidity()) return;
  clearTimeout(waiting);
  waiting = setTimeout(async () => {
    try {
      const page = await fetchPage(form, new FormData(form));
      if (!page) return;
      replace(page, form.dataset.follow.split(" "));
      say(document.getElementById("bar")?.textContent.replace(/\s+/g, " ").trim());
    } catch (trouble) {
      if (trouble.name !== "AbortError") say(root.dataset.offline);  // the button of the form still sends it
    }
  }, PAUSE);
});

root?.addEventListener("submit", (event) => {
  clearTimeout(waiting);
  travelling?.abort();
  const button = event.submitter;
  if (button?.value !== "choose_country") return;
  const form = event.target;
  const changed = document.activeElement?.id;
  event.preventDefault();
  const body = new FormData(form);
  body.set("action", "choose_country");
  fetchPage(form, body).then((page) => {
    if (!page) return form.submit();
    replace(page, ["where"]);
    if (changed) document.getElementById(changed)?.focus();
  }).catch((trouble) => { if (trouble.name !== "AbortError") say(root.dataset.offline); });
});
