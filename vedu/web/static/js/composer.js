// The composer: a tab, an outcome or «this was the planned step» brings the usual next step into its fields, until a
// person has touched them. [data-composes="call"] anywhere on the page opens that tab.
const form = () => document.getElementById("composer");
const chosen = (composer, name) => composer.elements[name]?.value ?? "";

const word = (composer) => {
  const tab = chosen(composer, "as");
  if (tab !== "call") return tab;
  return chosen(composer, "direction") === "in" ? "talked" : chosen(composer, "outcome");
};

const keeps = (composer) => {
  const done = composer.elements.done_task;
  return done && !done.checked && chosen(composer, "as") !== "task";
};

const propose = (composer) => {
  if (composer.dataset.touched) return;
  const found = keeps(composer) ? { kind: "", on: "", at: "" } : JSON.parse(composer.dataset.proposals)[word(composer)];
  if (!found) return;
  composer.elements.step_kind.value = found.kind;
  composer.elements.step_on.value = found.on;
  composer.elements.step_time.value = found.at;
};

const open = (composer, tab) => {
  const radio = composer.querySelector(`[name="as"][value="${CSS.escape(tab)}"]`);
  if (!radio) return;
  radio.checked = true;
  propose(composer);
};

const focusText = (composer) => {
  const place = chosen(composer, "as") === "task" ? composer.elements.step_title : composer.elements.text;
  place.focus();
};

document.addEventListener("change", (event) => {
  const composer = event.target.closest("#composer");
  if (!composer) return;
  const { name } = event.target;
  if (name.startsWith("step_")) composer.dataset.touched = "yes";
  if (["as", "outcome", "direction", "done_task"].includes(name)) propose(composer);
});

// A press on a tab goes on into the text; arrows between tabs stay on them.
document.addEventListener("click", (event) => {
  // An outcome chosen by its digit too.
  if (!event.isTrusted && event.target.matches("#composer .outcomes input")) return setTimeout(() => focusText(form()));
  const tab = event.target.closest("#composer .tabs label");
  if (tab && event.target.matches("input")) return setTimeout(() => event.detail !== 0 || !event.isTrusted ? focusText(form()) : null);
  const opener = event.target.closest("[data-composes]");
  if (opener && form()) open(form(), opener.dataset.composes);
});
