// Who is signed in; what the browser keeps is his alone and goes with him when he signs out.
export const person = () => document.body.dataset.person ?? "";

const OURS = ["vedu.recent.", "vedu.draft."];
const forget = () => {
  const mine = OURS.map((name) => `${name}${person()}`);
  for (const key of Object.keys(localStorage)) if (mine.some((name) => key === name || key.startsWith(`${name}.`))) localStorage.removeItem(key);
  delete document.body.dataset.person; // what is still being typed is kept for nobody
};

document.addEventListener("submit", (event) => event.target.matches?.("[data-sign-out]") && forget());
