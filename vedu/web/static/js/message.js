// Writing by a template: [data-copies] copies what is typed, [data-mails] opens it in the person's own program with the
// words as they stand now. Without scripts the link opens the words as they came, and the text is copied by hand.
const fields = (form) => {
  const { subject, text } = form.elements;
  return { subject: subject?.value ?? "", text: text.value };
};

const opened = (form) => {
  const { message: channel, address } = form.dataset;
  const { subject, text } = fields(form);
  const body = encodeURIComponent(text.replaceAll("\n", "\r\n"));
  if (channel === "email") return `mailto:${address}?subject=${encodeURIComponent(subject)}&body=${body}`;
  return channel === "sms" ? `sms:${address}?body=${encodeURIComponent(text)}` : `tel:${address}`;
};

const reveal = () => {
  if (!navigator.clipboard) return;
  for (const button of document.querySelectorAll("[data-message] [data-copies]")) button.hidden = false;
};

document.addEventListener("click", async (event) => {
  const button = event.target.closest("[data-message] [data-copies]");
  const link = event.target.closest("[data-message] [data-mails]");
  if (link) link.href = opened(link.form ?? link.closest("form"));
  if (!button) return;
  await navigator.clipboard.writeText(fields(button.form).text);
  button.classList.add("done");
});
document.body.addEventListener("htmx:load", reveal);
reveal();
