/* One listener for each kind of event, on the document: its cost does not grow with the cells. */
const DOES = {
  close: () => closePanel(),
  copy: (element) => copyAddress(element),
  step: (element) => stepPair(element),
};

function stepPair({ dataset }) {
  const cell = neighbour(opened, Number(dataset.down), Number(dataset.right));
  if (!cell) return;
  openPair(pairOfCell(cell), cell);
  const again = panel.querySelector(`[data-down="${dataset.down}"][data-right="${dataset.right}"]`);
  if (again.disabled) panel.querySelector("h2").focus({ preventScroll: true });
  else again.focus({ preventScroll: true });
}

function cellAt(target) {
  return target.closest?.(".matrix tbody td") ?? undefined;
}

document.addEventListener("click", (event) => {
  const target = event.target;
  const cell = cellAt(target);
  const does = target.closest("[data-does]");
  const part = target.closest(".local [data-part]");
  const link = target.closest("a[href^='#']");
  if (cell) {
    cell.focus({ preventScroll: true });
    openPair(pairOfCell(cell), cell);
  } else if (does) DOES[does.dataset.does](does);
  else if (target.closest("#theme")) toggleTheme();
  else if (target.closest(".more")) expand(target.closest(".more"));
  else if (part) {
    event.preventDefault();
    goToPart(part.dataset.part);
  } else if (link && link.hash === location.hash) follow();
  else if (!link && target.closest(".shelf [data-choose]")) target.closest("[data-choose]").querySelector("a").click();
});

document.addEventListener("keydown", (event) => {
  if (event.altKey || event.metaKey) return;
  const cell = cellAt(event.target);
  if (event.key === "Escape") {
    if (!card.hidden) hideCard();
    closePanel();
  } else if (cell) keyInGrid(event, cell);
});

document.addEventListener("pointerover", (event) => {
  const cell = event.pointerType === "touch" ? undefined : cellAt(event.target);
  if (cell) showCard(cell);
  else if (!card.hidden) hideCard();
});

document.addEventListener("focusin", (event) => {
  const cell = cellAt(event.target);
  if (cell) {
    keepOneCellInReach(cell.closest(".document"), cell);
    showCard(cell);
  } else hideCard();
});

document.addEventListener("input", (event) => {
  const form = event.target.closest(".filters");
  if (form) applyFilters(form.closest(".document"));
});

document.addEventListener("change", (event) => {
  if (event.target.id === "chooser") location.hash = `${encodeURIComponent(event.target.value)}/`;
});

document.addEventListener("submit", (event) => event.preventDefault());
document.addEventListener("reset", (event) => setTimeout(() => applyFilters(event.target.closest(".document"))));
document.addEventListener("scroll", hideCard, { capture: true, passive: true });
addEventListener("hashchange", follow);
for (const root of documents) applyFilters(root);
follow();
