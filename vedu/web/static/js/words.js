// What the scripts say, in the person's language (vedu/web/shell/words.py).
const block = document.getElementById("words");
export const words = block ? JSON.parse(block.textContent) : {};

export const icon = (name) => {
  const svg = document.createElementNS("http://www.w3.org/2000/svg", "svg");
  const sprite = document.querySelector("svg.v-i use")?.getAttribute("href").split("#")[0] ?? "/static/vendor/icons.svg";
  svg.setAttribute("class", "v-i");
  svg.setAttribute("aria-hidden", "true");
  svg.innerHTML = `<use href="${sprite}#${name}"/>`;
  return svg;
};

export const element = (tag, attributes = {}, ...children) => {
  const made = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) made.setAttribute(name, value);
  made.append(...children);
  return made;
};
