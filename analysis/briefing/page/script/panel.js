/* The two texts of a pair side by side, with what each part of the judgement gave. */
let opened;
let opener;

function openPair(pair, from, { focus = false, address = true } = {}) {
  opened = pair;
  opener = from ?? opener;
  panel.replaceChildren(panelHead(pair), panelBody(pair));
  panel.hidden = false;
  panel.scrollTop = 0;
  document.documentElement.classList.add("comparing");
  hideCard();
  selectCell(pair);
  cellOf(pair)?.scrollIntoView({ block: "nearest", inline: "nearest" });
  if (address) setAddress(pair.root, `${pair.problem}/${pair.measure}`);
  if (focus || NARROW.matches) panel.querySelector("h2").focus({ preventScroll: true });
}

function closePanel() {
  if (panel.hidden) return false;
  const back = cellOf(opened);
  panel.hidden = true;
  document.documentElement.classList.remove("comparing");
  setAddress(opened.root, opened.problem);
  const target = opener?.isConnected && !opener.closest("[hidden]") ? opener : back;
  target?.focus({ preventScroll: true });
  opened = opener = undefined;
  return true;
}

function panelHead(pair) {
  const { items } = dataOf(pair.root);
  const problem = items[pair.problem];
  const measure = items[pair.measure];
  const title = make("h2", "", `${problem.name} × ${measure.name}`);
  title.id = "panel-title";
  title.tabIndex = -1;
  const level = make("p", `level l${pair.level}`, glyph(LEVEL_GLYPHS[pair.level]), LEVELS[pair.level]);
  const facts = [pair.score === null ? "" : `得分 ${pair.score.toFixed(2)}`, STATES[pair.state], pair.paired ? "原文配对" : "", pair.nearest ? "最接近的措施" : ""];
  const steps = make("div", "steps", step("上一问题", -1, 0, "↑"), step("下一问题", 1, 0, "↓"), step("上一措施", 0, -1, "←"), step("下一措施", 0, 1, "→"));
  return make("header", "", title, level, make("p", "facts", facts.filter(Boolean).join(" · ")), steps, button("复制链接", "copy", "copy quiet"), button("关闭", "close", "close quiet"));
}

function button(name, does, className) {
  const element = make("button", className, name);
  element.type = "button";
  element.dataset.does = does;
  return element;
}

function step(name, down, right, sign) {
  const element = button(sign, "step", "quiet");
  element.setAttribute("aria-label", name);
  element.title = name;
  element.dataset.down = down;
  element.dataset.right = right;
  element.disabled = !neighbour(opened, down, right);
  return element;
}

function panelBody(pair) {
  return make(
    "div",
    "sides",
    side("left", pair, pair.problem, pair.spanProblem),
    side("right", pair, pair.measure, pair.spanMeasure),
    grounds(pair),
  );
}

function side(place, pair, id, span) {
  const item = dataOf(pair.root).items[id];
  const link = make("a", "", item.name);
  link.href = `#${addressOf(pair.root, id)}`;
  const head = make("h3", "", link, make("span", "", item.short));
  const text = make("p", "text", ...marked(item.text, span, pair.words));
  const note = span.length ? [] : [make("p", "empty", "没有可作依据的语句")];
  return make("section", `side ${place}`, head, text, ...note);
}

function grounds(pair) {
  const section = make("section", "side grounds", make("h3", "", "判断的依据"));
  if (pair.why) section.append(make("p", "why", pair.why));
  section.append(terms("共有词语", pair.words), terms("共有概念", pair.concepts));
  const parts = dataOf(pair.root).parts[pair.problem] ?? [];
  const own = parts.filter((part) => part[3] === pair.measure);
  for (const part of own) section.append(contribution(pair, part));
  const others = parts.filter((part) => part[3] && part[3] !== pair.measure).length;
  if (others) section.append(make("p", "note", `本问题另有${others}个片段与其他措施更接近。`));
  section.append(composition(dataOf(pair.root).made[`${pair.problem}/${pair.measure}`]));
  return section;
}

/** What each part of the judgement added to the pair's two chances, as shares. */
function composition(made) {
  if (!made) return "";
  const rows = made.map(([chance, ...shares], place) => {
    const name = make("dt", "", CURVES[place], make("span", "", `可能性${chance}`));
    const parts = shares.map((percent, part) => ({ percent, name: PARTS[part] })).filter((part) => part.percent);
    const said = parts.sort((one, other) => other.percent - one.percent).map((part) => `${part.name} ${part.percent}%`);
    return make("div", "", name, make("dd", "", said.join(" · ") || "无"));
  });
  return make("div", "", make("h4", "", "判断的构成"), make("dl", "made", ...rows));
}

function terms(name, found) {
  if (!found.length) return "";
  const list = make("ul", "terms", ...found.map((term) => make("li", "", term)));
  list.setAttribute("aria-label", name);
  return make("div", "", make("h4", "", name), list);
}

function contribution(pair, [span, , addressed, , met, numbers]) {
  const { text } = dataOf(pair.root).items[pair.problem];
  const [relevance, ...signals] = numbers;
  const rows = SIGNALS.map((name, place) => (signals[place] === null ? "" : meter(name, signals[place])));
  const quoted = make("p", "quoted", text.slice(...span), make("small", "", addressed === null ? "" : LEVELS[addressed]));
  const by = met ? make("p", "met", make("q", "", met)) : "";
  return make("div", "contribution", quoted, by, make("dl", "", ...rows, relevance === null ? "" : meter("合计", relevance, "sum")));
}

function meter(name, value, className = "") {
  const fill = make("i", "");
  fill.style.width = `${Math.round(100 * value)}%`;
  return make("div", className, make("dt", "", name), make("dd", "", make("span", "track", fill), value.toFixed(2)));
}

async function copyAddress(element) {
  try {
    await navigator.clipboard.writeText(location.href);
    element.textContent = "已复制";
  } catch {
    element.textContent = "请从地址栏复制";
  }
}
