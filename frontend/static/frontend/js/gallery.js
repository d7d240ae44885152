// Pictures at full size, in a dialog: by pointer, by keyboard, by touch. Without this file a picture's link opens the
// picture itself. Arrow keys turn the page, plus and minus change the size, arrows move a large picture, Escape closes;
// two fingers or the wheel change the size too, and a large picture is moved by dragging it.
//
// The dialog is a popover that covers the window and keeps Tab to itself. A browser's own modal dialog makes the page
// behind it inert, for which every element of it gets a new style: on a slow telephone that alone takes longer than
// a press may wait for its answer.
const SCALES = [1, 1.6, 2.5, 4];
const LARGEST = SCALES.at(-1);

for (const gallery of document.querySelectorAll("[data-gallery]")) {
  const links = [...gallery.querySelectorAll("[data-zoom]")];
  if (!links.length || !("showPopover" in gallery)) continue;
  // Made when a finger or the keyboard comes near, at the latest when it is wanted: a page that is only read has none.
  let viewer = null;
  const make = () => {
    if (viewer) return viewer;
    viewer = makeViewer(gallery.dataset, links);
    document.body.append(viewer.dialog);
    return viewer;
  };
  for (const near of ["pointerenter", "touchstart", "focusin"]) gallery.addEventListener(near, make, { once: true, passive: true });
  links.forEach((link, place) =>
    link.addEventListener("click", (event) => {
      if (event.ctrlKey || event.metaKey || event.shiftKey || event.button) return;
      event.preventDefault();
      make().open(place);
    }),
  );
}

function makeViewer(words, links) {
  const dialog = element("dialog", "viewer");
  dialog.popover = "auto";
  dialog.setAttribute("aria-modal", "true");
  dialog.setAttribute("aria-label", words.gallery);
  const stage = element("div", "viewer-stage");
  stage.tabIndex = 0;
  stage.autofocus = true;
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
  let zoom = 1;

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
  const smaller = button(words.smaller, "−", () => step(-1));
  const larger = button(words.larger, "+", () => step(1));
  button(words.close, "×", () => dialog.hidePopover());

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
    zoomTo(SCALES[Math.max(0, Math.min(SCALES.length - 1, wanted))]);
  }

  // The point of the picture that lies under (x, y) of the stage stays there; its middle unless said.
  function zoomTo(wanted, x = stage.clientWidth / 2, y = stage.clientHeight / 2) {
    const before = zoom;
    zoom = Math.max(1, Math.min(LARGEST, wanted));
    const across = (stage.scrollLeft + x) / before;
    const down = (stage.scrollTop + y) / before;
    image.style.inlineSize = `${stage.clientWidth * zoom}px`;
    image.style.blockSize = `${stage.clientHeight * zoom}px`;
    stage.scrollLeft = across * zoom - x;
    stage.scrollTop = down * zoom - y;
    smaller.disabled = zoom === 1;
    larger.disabled = zoom === LARGEST;
    image.style.cursor = zoom === 1 ? "zoom-in" : "grab";
  }

  // From a size between two steps, the next step is the nearest beyond it.
  const step = (direction) => {
    const next = direction > 0 ? SCALES.findIndex((each) => each > zoom + 0.01) : SCALES.findLastIndex((each) => each < zoom - 0.01);
    resize(next < 0 ? (direction > 0 ? SCALES.length - 1 : 0) : next);
  };

  const placeOf = (event) => {
    const box = stage.getBoundingClientRect();
    return [event.clientX - box.left, event.clientY - box.top];
  };
  stage.addEventListener("wheel", (event) => {
    event.preventDefault();
    zoomTo(zoom * Math.exp(-event.deltaY / 400), ...placeOf(event));
  }, { passive: false });

  const apart = ([one, other]) => Math.hypot(one.clientX - other.clientX, one.clientY - other.clientY);
  let pinch = null;
  stage.addEventListener("touchstart", (event) => {
    if (event.touches.length === 2) pinch = { apart: apart(event.touches), zoom };
  }, { passive: true });
  stage.addEventListener("touchmove", (event) => {
    if (!pinch || event.touches.length !== 2) return;
    event.preventDefault();
    const [one, other] = event.touches;
    const middle = { clientX: (one.clientX + other.clientX) / 2, clientY: (one.clientY + other.clientY) / 2 };
    zoomTo((pinch.zoom * apart(event.touches)) / pinch.apart, ...placeOf(middle));
  }, { passive: false });
  stage.addEventListener("touchend", () => (pinch = null));

  let held = null;
  stage.addEventListener("pointerdown", (event) => {
    held = { x: event.clientX, y: event.clientY, left: stage.scrollLeft, top: stage.scrollTop, moved: false };
  });
  stage.addEventListener("pointermove", (event) => {
    if (!held || event.pointerType !== "mouse" || !event.buttons) return;
    held.moved ||= Math.hypot(event.clientX - held.x, event.clientY - held.y) > 4;
    stage.classList.toggle("dragged", held.moved);
    stage.scrollTo(held.left - event.clientX + held.x, held.top - event.clientY + held.y);
  });
  stage.addEventListener("pointerup", () => stage.classList.remove("dragged"));
  image.draggable = false;

  addEventListener("resize", () => dialog.matches(":popover-open") && zoomTo(zoom));
  image.addEventListener("click", (event) => {
    if (held?.moved) return;
    zoomTo(zoom > 1 ? 1 : SCALES[2], ...placeOf(event));
  });
  dialog.addEventListener("keydown", (event) => {
    if (event.key === "Tab") {
      const stops = [stage, ...bar.querySelectorAll("button:enabled")];
      const [first, last] = [stops[0], stops.at(-1)];
      if (document.activeElement !== (event.shiftKey ? first : last)) return;
      (event.shiftKey ? last : first).focus();
      event.preventDefault();
      return;
    }
    const turning = { ArrowRight: 1, ArrowLeft: -1, PageDown: 1, PageUp: -1 }[event.key];
    if (turning && (zoom === 1 || event.key.startsWith("Page")) && links.length > 1) show(place + turning);
    else if (event.key === "+" || event.key === "=") step(1);
    else if (event.key === "-") step(-1);
    else if (event.key === "0") resize(0);
    else return;
    event.preventDefault();
  });

  return {
    dialog,
    open(wanted) {
      dialog.showPopover(); // the browser leads the focus back when it closes
      // The window answers the press at once; its picture comes with the next frame.
      requestAnimationFrame(() => setTimeout(() => show(wanted)));
    },
  };
}

function element(name, className = "") {
  const made = document.createElement(name);
  if (className) made.className = className;
  return made;
}
