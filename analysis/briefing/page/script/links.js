/* Addresses: #P12, #P12/M03, and with many documents #DOC/P12, #DOC/P12/M03. */
function addressOf(root, rest) {
  return (many ? `${encodeURIComponent(root.dataset.doc)}/` : "") + rest;
}

function setAddress(root, rest) {
  history.replaceState(null, "", `#${addressOf(root, rest)}`);
}

function readAddress() {
  let address = location.hash.slice(1);
  try {
    address = decodeURIComponent(address);
  } catch {
    /* A stray % in an address typed by hand: taken as it stands. */
  }
  const root = many ? documents.find(({ dataset }) => address === dataset.doc || address.startsWith(`${dataset.doc}/`)) : documents[0];
  if (!root) return undefined;
  const rest = many ? address.slice(root.dataset.doc.length + 1) : address;
  const [problem = "", measure = ""] = rest.split("/");
  return { root, problem, measure };
}

function choose(root) {
  if (current() === root && documents.every((element) => element.hidden === (element !== root))) return;
  if (!panel.hidden) closePanel();
  for (const element of documents) element.hidden = element !== root;
  for (const row of document.querySelectorAll(".shelf [data-choose]")) {
    const link = row.querySelector("a");
    const here = row.dataset.choose === root.dataset.doc;
    row.classList.toggle("here", here);
    if (here) link.setAttribute("aria-current", "true");
    else link.removeAttribute("aria-current");
  }
  const chooser = document.getElementById("chooser");
  if (chooser) chooser.value = root.dataset.doc;
}

function follow() {
  const target = readAddress();
  if (documents.length) choose(target?.root ?? current());
  if (!target) return;
  const pair = pairOf(target.root, target.problem, target.measure);
  if (pair) openFromAddress(pair);
  else showItem(target);
}

function openFromAddress(pair) {
  if (cellOf(pair)?.parentElement.hidden) clearFilters(pair.root);
  const from = document.activeElement?.closest(".problem a");
  openPair(pair, from ?? cellOf(pair), { focus: true, address: false });
}

/** A problem in the list, or a measure in the table of measures. */
function showItem({ root, problem: id }) {
  const item = [...root.querySelectorAll(".problem, .load tbody tr")].find(({ dataset }) => (dataset.problem ?? dataset.measure) === id);
  if (!panel.hidden) closePanel();
  if (!item) return;
  if (item.hidden) clearFilters(root);
  if (item.dataset.problem) expand(item.querySelector(".more"), true);
  for (const other of root.querySelectorAll(".target")) other.classList.remove("target");
  item.classList.add("target");
  item.scrollIntoView({ block: "start" });
  item.focus({ preventScroll: true });
}

function expand(more, open = more.getAttribute("aria-expanded") !== "true") {
  more.setAttribute("aria-expanded", String(open));
  more.closest(".problem").classList.toggle("opened", open);
}

function goToPart(part) {
  const section = current()?.querySelector(`.${CSS.escape(part)}`);
  section?.scrollIntoView({ block: "start" });
  const head = section?.querySelector("h2");
  if (!head) return;
  head.tabIndex = -1;
  head.focus({ preventScroll: true });
}
