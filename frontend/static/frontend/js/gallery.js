// Pictures at full size, in a dialog: by pointer, by keyboard, by touch. Without this file a picture's link opens the
// picture itself. Arrow keys turn the page, plus and minus change the size, arrows move a large picture, Escape closes.
const SCALES = [1, 1.6, 2.5, 4];

for (const gallery of document.querySelectorAll("[data-gallery]")) {
  const links = [...gallery.querySelectorAll("[data-zoom]")];
  if (!links.length || typeof HTMLDialogElement === "undefined") continue;
  // Made when it is first wanted: until then there is no picture to put into it.
  let viewer = null;
  const make = () => {
    viewer = makeViewer(gallery.dataset, links);
    gallery.append(viewer.dialog);
    return viewer;
  };
  links.forEach((link, place) =>
    link.addEventListener("click", (event) => {
      if (event.ctrlKey || event.metaKey || event.shiftKey || event.button) return;
      event.preventDefault();
      (viewer ?? make()).open(place, link);
    }),
  );
}

function makeViewer(words, links) {
  const dialog = document.createElement("dialog");
  dialog.className = "viewer";
  const stage = element("div", "viewer-stage");
  stage.tabIndex = 0;
  const image = element("img");
  const source = element("source");
  source.type = "image/avif";
  const picture = element("picture");
  picture.append(source, image);
  stage.append(picture);
  const caption = element("p", "viewer-caption");
  caption.setAttribute("aria-live", "polite");
  const bar = element("div", "viewer-bar");
  dialog.append(stage, caption, bar);

  let place = 0;
  let scale = 0;
  let opener = null;

  const button = (label, sign, act) => {
    const made = element("button", "button");
    made.type = "button";
    made.textContent = sign;
    made.setAttribute("aria-label", label);
    made.title = label;
    made.addEventListener("click", act);
    bar.append(made);
    return made;
  };
  if (links.length > 1) button(words.previous, "‹", () => show(place - 1));
  if (links.length > 1) button(words.next, "›", () => show(place + 1));
  const smaller = button(words.smaller, "−", () => resize(scale - 1));
  const larger = button(words.larger, "+", () => resize(scale + 1));
  button(words.close, "×", () => dialog.close());

  function show(wanted) {
    place = (wanted + links.length) % links.length;
    const shown = links[place].querySelector("img");
    source.srcset = links[place].dataset.avif;
    image.src = links[place].href;
    image.alt = shown.alt;
    caption.textContent = links.length > 1 ? `${place + 1} / ${links.length} · ${shown.alt}` : shown.alt;
    resize(0);
  }

  function resize(wanted) {
    scale = Math.max(0, Math.min(SCALES.length - 1, wanted));
    image.style.inlineSize = `${stage.clientWidth * SCALES[scale]}px`;
    image.style.blockSize = `${stage.clientHeight * SCALES[scale]}px`;
    smaller.disabled = scale === 0;
    larger.disabled = scale === SCALES.length - 1;
    image.style.cursor = scale === SCALES.length - 1 ? "zoom-out" : "zoom-in";
    stage.scrollLeft = (stage.scrollWidth - stage.clientWidth) / 2;
    stage.scrollTop = (stage.scrollHeight - stage.clientHeight) / 2;
  }

  addEventListener("resize", () => dialog.open && resize(scale));
  image.addEventListener("click", () => resize(scale === SCALES.length - 1 ? 0 : scale + 1));
  dialog.addEventListener("close", () => opener?.focus());
  dialog.addEventListener("keydown", (event) => {
    const turning = { ArrowRight: 1, ArrowLeft: -1, PageDown: 1, PageUp: -1 }[event.key];
    if (turning && (scale === 0 || event.key.startsWith("Page")) && links.length > 1) show(place + turning);
    else if (event.key === "+" || event.key === "=") resize(scale + 1);
    else if (event.key === "-") resize(scale - 1);
    else if (event.key === "0") resize(0);
    else return;
    event.preventDefault();
  });

  return {
    dialog,
    open(wanted, from) {
      opener = from;
      dialog.showModal();
      show(wanted);
      stage.focus();
    },
  };
}

function element(name, className = "") {
  const made = document.createElement(name);
  if (className) made.className = className;
  return made;
}
