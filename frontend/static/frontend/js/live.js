// Renews the figures of a running fair: fetches the page it is on and takes its figures over. A day that is over has
// nothing to renew, and without this script the page still shows what it was loaded with.
const figures = () => document.getElementById("live");
const every = Number(figures()?.dataset.every) * 1000;
let failures = 0;

async function renew() {
  if (document.hidden) return wait();
  try {
    const response = await fetch(location.href, { credentials: "same-origin", headers: { Accept: "text/html" } });
    if (response.redirected || response.status === 403) return location.reload();
    if (!response.ok) throw new Error(String(response.status));
    const fresh = new DOMParser().parseFromString(await response.text(), "text/html").getElementById("live");
    if (fresh) takeOver(fresh);
    failures = 0;
  } catch {
    failures += 1; // the network is away: what was counted last stays, and asking becomes rarer
  }
  wait();
}

// An open table stays open, and where the keyboard is stays too.
function takeOver(fresh) {
  const old = figures();
  const open = [...old.querySelectorAll("details")].map((one) => one.open);
  const focused = old.contains(document.activeElement) ? [...old.querySelectorAll("summary, [tabindex]")].indexOf(document.activeElement) : -1;
  old.replaceChildren(...fresh.childNodes);
  old.querySelectorAll("details").forEach((one, place) => (one.open = open[place] ?? false));
  if (focused >= 0) old.querySelectorAll("summary, [tabindex]")[focused]?.focus();
}

function wait() {
  setTimeout(renew, every * Math.min(2 ** failures, 8));
}

if (every) wait();
