/* The page is written whole; the script only chooses what is shown. The texts of the pairs come from #data. */
const DATA = JSON.parse(document.getElementById("data").textContent);
const { levels: LEVELS, states: STATES, signals: SIGNALS, parts: PARTS, curves: CURVES } = DATA.names;
const LEVEL_GLYPHS = ["uncovered", "partial", "covered"];
const NARROW = matchMedia("(max-width: 720px)");

const panel = document.getElementById("panel");
const card = document.getElementById("card");
const documents = [...document.querySelectorAll(".document")];
const many = documents.length > 1;

/** An element with a class, holding text (never markup) and other elements. */
function make(name, className, ...children) {
  const element = document.createElement(name);
  if (className) element.className = className;
  element.append(...children);
  return element;
}

/** The drawn sign of a verdict or level. */
function glyph(name, className = "") {
  const space = "http://www.w3.org/2000/svg";
  const picture = document.createElementNS(space, "svg");
  picture.setAttribute("class", `glyph ${className}`);
  picture.setAttribute("aria-hidden", "true");
  const use = document.createElementNS(space, "use");
  use.setAttribute("href", `#g-${name}`);
  picture.append(use);
  return picture;
}

function current() {
  return documents.find((element) => !element.hidden);
}

function dataOf(element) {
  return DATA.documents[element.dataset.doc];
}

/** The pair of one cell, link or place in the address as an object; undefined where there is none. */
function pairOf(root, problem, measure) {
  const found = dataOf(root).pairs[`${problem}/${measure}`];
  if (!found) return undefined;
  const [level, score, state, paired, nearest, spanProblem, spanMeasure, words, concepts, why] = found;
  return { root, problem, measure, level, score, state, paired, nearest, spanProblem, spanMeasure, words, concepts, why };
}
