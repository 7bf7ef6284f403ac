// A hint under the date of a step names a better moment: one press writes it into the fields of its form, and the hint
// is asked for anew.
document.addEventListener("click", (event) => {
  const button = event.target.closest("[data-step-on]");
  const fields = button?.closest("form")?.elements;
  if (!fields?.step_on) return;
  fields.step_on.value = button.dataset.stepOn;
  fields.step_time.value = button.dataset.stepAt;
  fields.step_time.focus();
  fields.step_time.dispatchEvent(new Event("change", { bubbles: true }));
});
