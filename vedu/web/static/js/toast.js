// «Done»: the server's HX-Trigger event `toast` {text, undo_url} shows for six seconds, with Undo (key Z).
// `say` {text} speaks to a screen reader only.
import { element, words } from "./words.js";

const SECONDS = 6;
const home = document.getElementById("toasts");

const leaveLater = (toast) => {
  let timer;
  const stay = () => clearTimeout(timer);
  const leave = () => {
    stay();
    timer = setTimeout(() => toast.remove(), SECONDS * 1000);
  };
  for (const name of ["pointerenter", "focusin"]) toast.addEventListener(name, stay);
  for (const name of ["pointerleave", "focusout"]) toast.addEventListener(name, leave);
  leave();
};

const undo = (url, toast) => {
  const button = element("button", { type: "button", "data-key": "z", "hx-post": url, "hx-swap": "none" }, words.undo, element("kbd", { "aria-hidden": "true" }, "Z"));
  button.addEventListener("htmx:afterOnLoad", () => toast.remove());
  return button;
};

export const toast = ({ text, undo_url: url }) => {
  const made = element("div", { class: "v-toast" }, element("span", {}, text));
  if (url) made.append(undo(url, made));
  home.replaceChildren(made);
  htmx.process(made);
  leaveLater(made);
};

home.querySelectorAll(".v-toast").forEach(leaveLater);
document.addEventListener("toast", (event) => toast(event.detail));
document.addEventListener("say", (event) => {
  document.getElementById("live").textContent = event.detail.text ?? event.detail.value;
});
