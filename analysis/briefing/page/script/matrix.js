/* The grid: one cell in the tab order, arrows move, the row and the column of the cell stand out. */
const MOVES = { ArrowUp: [-1, 0], ArrowDown: [1, 0], ArrowLeft: [0, -1], ArrowRight: [0, 1] };
let lit = [];

function place(cell) {
  const row = cell.parentElement;
  const root = cell.closest(".document");
  const measure = root.querySelectorAll(".matrix thead [data-measure]")[cell.cellIndex - 1];
  return { root, problem: row.dataset.problem, measure: measure.dataset.measure };
}

function pairOfCell(cell) {
  const { root, problem, measure } = place(cell);
  return pairOf(root, problem, measure);
}

function cellOf(pair) {
  const heads = [...pair.root.querySelectorAll(".matrix thead [data-measure]")];
  const column = heads.findIndex((head) => head.dataset.measure === pair.measure);
  const row = pair.root.querySelector(`.matrix tbody tr[data-problem="${CSS.escape(pair.problem)}"]`);
  return row?.cells[column + 1];
}

function shownRows(root) {
  return [...root.querySelectorAll(".matrix tbody tr:not([hidden])")];
}

/** The cell so many shown rows down and columns right; undefined beyond the edge. */
function beside(cell, down, right) {
  const rows = shownRows(cell.closest(".document"));
  const row = rows[rows.indexOf(cell.parentElement) + down];
  const next = row?.cells[cell.cellIndex + right];
  return next?.tagName === "TD" ? next : undefined;
}

function neighbour(pair, down, right) {
  const cell = cellOf(pair);
  return cell && beside(cell, down, right);
}

function keepOneCellInReach(root, cell) {
  const cells = [...root.querySelectorAll(".matrix tbody td[tabindex='0']")];
  const kept = cell ?? cells.find((each) => !each.parentElement.hidden) ?? shownRows(root)[0]?.cells[1];
  for (const each of cells) if (each !== kept) each.tabIndex = -1;
  if (kept) kept.tabIndex = 0;
}

function moveTo(cell) {
  if (!cell) return;
  keepOneCellInReach(cell.closest(".document"), cell);
  cell.focus();
  if (!panel.hidden) openPair(pairOfCell(cell), cell);
}

function edge(cell, key, whole) {
  const rows = shownRows(cell.closest(".document"));
  const row = whole ? rows.at(key === "Home" ? 0 : -1) : cell.parentElement;
  return key === "Home" ? row.cells[1] : row.cells[row.cells.length - 1];
}

function keyInGrid(event, cell) {
  if (MOVES[event.key]) moveTo(beside(cell, ...MOVES[event.key]));
  else if (event.key === "Home" || event.key === "End") moveTo(edge(cell, event.key, event.ctrlKey));
  else if (event.key === "Enter" || event.key === " ") openPair(pairOfCell(cell), cell, { focus: true });
  else return;
  event.preventDefault();
}

function light(cell) {
  for (const element of lit) element.classList.remove("lit");
  lit = [];
  if (!cell) return;
  const table = cell.closest("table");
  lit = [cell.parentElement, table.querySelectorAll("col")[cell.cellIndex], table.tHead.rows[0].cells[cell.cellIndex]];
  for (const element of lit) element.classList.add("lit");
}

function selectCell(pair) {
  const cell = cellOf(pair);
  pair.root.querySelector(".matrix td.open")?.classList.remove("open");
  if (!cell || cell.parentElement.hidden) return;
  cell.classList.add("open");
  keepOneCellInReach(pair.root, cell);
  light(cell);
}

function hideCard() {
  card.hidden = true;
}

function showCard(cell) {
  light(cell);
  if (!panel.hidden || NARROW.matches) return;
  const pair = pairOfCell(cell);
  const { items } = dataOf(pair.root);
  const texts = items[pair.problem].text;
  const rows = [cardRow(items[pair.problem], texts.slice(...pair.spanProblem), pair.spanProblem), cardRow(items[pair.measure], items[pair.measure].text.slice(...pair.spanMeasure), pair.spanMeasure)];
  const score = pair.score === null ? "" : `　${pair.score.toFixed(2)}`;
  card.replaceChildren(make("p", `level l${pair.level}`, glyph(LEVEL_GLYPHS[pair.level]), LEVELS[pair.level] + score), ...rows);
  card.hidden = false;
  put(card, cell.getBoundingClientRect());
}

function cardRow(item, evidence, span) {
  return make("p", "", make("b", "", `${item.name} ${item.short}`), span.length ? make("q", "", evidence) : "");
}

/** Below the cell where there is room, else above; never over the edge of the window. */
function put(element, box) {
  const { offsetWidth: width, offsetHeight: height } = element;
  const below = box.bottom + 8 + height < innerHeight;
  element.style.left = `${Math.max(8, Math.min(box.left, innerWidth - width - 8))}px`;
  element.style.top = `${below ? box.bottom + 8 : Math.max(8, box.top - 8 - height)}px`;
}
