// The bell looks for news once a minute while the page is seen, and when a person comes back to it; its panel is
// fetched each time it opens.
const EVERY = 60_000;
const AGAIN = 10_000;
let looked = Date.now();

const look = () => {
  const bell = document.getElementById("bell");
  if (!bell || document.hidden) return;
  looked = Date.now();
  window.htmx?.trigger(bell, "look");
};

setInterval(look, EVERY);
document.addEventListener("bell", look);
for (const event of ["visibilitychange", "focus"]) {
  window.addEventListener(event, () => Date.now() - looked > AGAIN && look(), true);
}
document.addEventListener(
  "toggle",
  (event) => {
    if (!event.target.matches?.("[data-bell]") || !event.target.open) return;
    window.htmx?.trigger(event.target.querySelector(".list"), "open");
  },
  true,
);
