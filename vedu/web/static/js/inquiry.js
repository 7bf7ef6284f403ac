// The counter: Esc goes back, F2 begins anew, PgUp and PgDn go to another inquiry, letters go into the words, timers
// run on, what is typed is kept. Digits and Enter are those of keys.js and of the forms themselves.
const here = () => document.getElementById("inquiry");
const field = (target) => target.closest?.("input:not([type=checkbox], [type=radio]), textarea, select");
const csrf = (form) => form.elements.csrfmiddlewaretoken?.value;

const follow = (link) => (link?.click(), Boolean(link));

const another = (step) => {
  const links = [...here().querySelectorAll("[data-inquiry]")];
  if (!links.length) return false;
  const at = links.findIndex((link) => link.ariaCurrent === "true");
  return follow(links[at < 0 ? (step > 0 ? 0 : links.length - 1) : (at + step + links.length) % links.length]);
};

// Out of a field with the first Esc, back with the next.
const back = (target) => {
  const inside = field(target);
  if (inside?.matches(".qty")) {
    inside.blur();
    return true;
  }
  return follow(here().querySelector("[data-back]"));
};

const letter = (event) => event.key.length === 1 && /\p{L}/u.test(event.key);

const into_words = (event) => {
  if (!letter(event) || field(event.target) || !event.target.closest("#inquiry-step")) return;
  const words = here().querySelector("[data-words]");
  if (!words) return;
  words.focus();
  event.stopPropagation();
};

const ways = {
  Escape: (event) => back(event.target),
  F2: () => follow(here().querySelector("[data-new]")),
  PageUp: () => another(-1),
  PageDown: () => another(1),
};

addEventListener("keydown", (event) => {
  if (!here() || event.isComposing || event.altKey || event.ctrlKey || event.metaKey) return;
  if (document.querySelector("dialog[open], details.v-menu[open]")) return;
  if (ways[event.key]?.(event)) return event.preventDefault();
  into_words(event);
}, true);

// A digit led into the quantity: one is what most people take.
document.addEventListener("focusin", (event) => {
  if (!event.target.matches?.("#inquiry .v-goods .qty[data-key]")) return;
  if (!event.target.value) event.target.value = "1";
  event.target.select();
});
document.addEventListener("keydown", (event) => {
  if (event.key !== "Enter" || !event.target.matches?.("#inquiry [name=query]")) return;
  event.preventDefault();
  event.target.form.querySelector("[name=find]").click();
});

// The draft: half a second after the last key, and at once when the page goes away.
let pending = null;
const keep = (form) => {
  clearTimeout(pending?.timer);
  pending = null;
  const said = new FormData(form);
  fetch(form.dataset.draft, { method: "POST", body: said, headers: { "X-CSRFToken": csrf(form) }, keepalive: true }).catch(() => {});
};
const flush = () => pending && keep(pending.form);

const remember = (form) => {
  const said = [...new FormData(form)].filter(([name]) => name !== "csrfmiddlewaretoken");
  sessionStorage.setItem(form.dataset.remembers, JSON.stringify(said));
};
const recall = () => {
  const form = document.querySelector("form[data-remembers]");
  const kept = form && JSON.parse(sessionStorage.getItem(form.dataset.remembers) ?? "[]");
  for (const [name, value] of kept || []) {
    const input = form.elements[name];
    if (!(input instanceof HTMLInputElement) || input.type === "hidden") continue;
    if (input.type === "checkbox") input.checked = true;
    else if (!input.value) input.value = value;
  }
  const reach = form?.elements.reach;
  if (reach?.value) htmx.trigger(reach, "input");
};

document.addEventListener("input", (event) => {
  const form = event.target.form;
  if (form?.dataset.remembers) return remember(form);
  if (!form?.dataset.draft) return;
  clearTimeout(pending?.timer);
  pending = { form, timer: setTimeout(() => keep(form), 500) };
});
document.addEventListener("submit", (event) => {
  const { draft, remembers } = event.target.dataset;
  if (remembers) sessionStorage.removeItem(remembers);
  if (draft) clearTimeout(pending?.timer), (pending = null);
}, true);
document.addEventListener("htmx:beforeSwap", flush);
document.addEventListener("click", (event) => event.target.closest?.("a[href]") && flush(), true);
addEventListener("pagehide", flush);
document.addEventListener("htmx:afterSettle", (event) => event.target.id === "inquiry" && recall());
recall();

// Timers: the server says the words of hours and days, the last hour runs by the second.
const two = (number) => String(number).padStart(2, "0");
const clock = (seconds) => `${Math.floor(seconds / 60)}:${two(seconds % 60)}`;
const tick = (timer) => {
  const [since, due] = [Number(timer.dataset.since), Number(timer.dataset.due)];
  const left = Math.round((due - Date.now()) / 1000);
  const gone = (Date.now() - since) / (due - since);
  if (Date.now() < since || Math.abs(left) >= 3600) return;
  timer.classList.toggle("over", left <= 0);
  timer.classList.toggle("soon", left > 0 && gone >= 0.5);
  timer.classList.toggle("calm", left > 0 && gone < 0.5);
  timer.querySelector("i").style.setProperty("--p", Math.max(0, Math.min(100, gone * 100)));
  const words = left > 0 ? here().dataset.left : here().dataset.late;
  timer.querySelector("b").textContent = words.replace("0:00", clock(Math.abs(left)));
};
setInterval(() => here()?.querySelectorAll(".v-timer").forEach(tick), 1000);
