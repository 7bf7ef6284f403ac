// Dialogs. A fragment swapped into #ask that holds <dialog class="v-ask"> opens by itself, beside what
// data-at names (a selector; else beside what was pressed), without dimming the page; on phones it is a
// bottom sheet by CSS alone. [data-opens="id"] opens a dialog of the page, [data-close] closes its own.
// Closing without an answer tells the page `ask:dismissed`; the server closes by the event `ask:close`.
const GAP = 8;
const phone = matchMedia("(max-width: 899px)");
const ask = () => document.getElementById("ask");
let returnTo = null;
let pressed = null;

const clamp = (value, low, high) => Math.max(low, Math.min(value, Math.max(low, high)));

const place = (dialog, anchor) => {
  if (phone.matches || !anchor) return dialog.classList.toggle("centre", !anchor);
  const at = anchor.getBoundingClientRect();
  const { offsetWidth: width, offsetHeight: height } = dialog;
  const right = at.right + GAP;
  const left = right + width < innerWidth - GAP ? right : at.left - width - GAP;
  dialog.style.left = `${clamp(left, GAP, innerWidth - width - GAP)}px`;
  dialog.style.top = `${clamp(at.top, GAP, innerHeight - height - GAP)}px`;
};

const focusFirst = (dialog) => {
  const wanted = dialog.querySelector("[autofocus], [data-focus]");
  const first = dialog.querySelector("input:not([type=hidden]), select, textarea, .v-btn.main, button");
  (wanted ?? first ?? dialog).focus();
};

const anchorOf = (dialog) => {
  const { at } = dialog.dataset;
  if (at === "none") return null;
  return (at && document.querySelector(at)) || pressed;
};

// A part swapped inside an open dialog only makes it fit again.
export const openAsk = (dialog) => {
  const fresh = !dialog.open;
  if (fresh) {
    returnTo ??= pressed?.isConnected ? pressed : document.activeElement;
    dialog.show();
  }
  place(dialog, anchorOf(dialog));
  if (fresh) focusFirst(dialog);
};

const giveBackFocus = () => {
  if (returnTo?.isConnected) returnTo.focus();
  returnTo = null;
};

export const closeAsk = (answered = false) => {
  const dialog = ask()?.querySelector("dialog");
  if (!dialog) return;
  dialog.close();
  ask().replaceChildren();
  giveBackFocus();
  if (!answered) document.dispatchEvent(new CustomEvent("ask:dismissed", { detail: { ask: dialog } }));
};

const openOwn = (dialog) => {
  dialog.showModal();
  dialog.dispatchEvent(new CustomEvent("dialog:open", { bubbles: true }));
};

document.addEventListener("htmx:beforeRequest", (event) => {
  const elt = event.detail.elt;
  if (!ask()?.contains(elt)) pressed = elt;
});
document.addEventListener("htmx:afterSettle", (event) => {
  if (event.target.id !== "ask" && !event.target.closest?.("#ask")) return;
  const dialog = ask().querySelector("dialog.v-ask");
  if (dialog) openAsk(dialog);
  else if (!ask().firstElementChild) giveBackFocus();
});
document.addEventListener("ask:close", () => closeAsk(true));

document.addEventListener("click", (event) => {
  const opener = event.target.closest("[data-opens]");
  const target = opener && document.getElementById(opener.dataset.opens);
  if (target) {
    event.preventDefault();
    return openOwn(target);
  }
  const closer = event.target.closest("[data-close]");
  if (!closer) return;
  event.preventDefault();
  if (ask().contains(closer)) closeAsk();
  else closer.closest("dialog, .v-refused, .v-error")?.[closer.closest("dialog") ? "close" : "remove"]();
});

document.addEventListener("keydown", (event) => {
  if (event.key !== "Escape" || event.defaultPrevented || !ask()?.querySelector("dialog[open]")) return;
  if (document.querySelector("dialog:modal")) return;
  event.preventDefault();
  closeAsk();
});
