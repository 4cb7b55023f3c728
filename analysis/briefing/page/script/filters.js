/* Filters hide rows and say how many; they change no verdict, no count and no order. */
const haystacks = new WeakMap();

function haystack(problem) {
  if (!haystacks.has(problem)) haystacks.set(problem, problem.textContent.toLowerCase());
  return haystacks.get(problem);
}

function wanted(form) {
  const choice = new FormData(form);
  return {
    verdicts: new Set(choice.getAll("verdict")),
    category: choice.get("category") ?? "",
    measure: choice.get("measure") ?? "",
    words: (choice.get("text") ?? "").toLowerCase().split(/\s+/).filter(Boolean),
  };
}

function passes(problem, want) {
  const { verdict, category, measures } = problem.dataset;
  return (
    want.verdicts.has(verdict) &&
    (!want.category || want.category === category) &&
    (!want.measure || measures.split(" ").includes(want.measure)) &&
    want.words.every((word) => haystack(problem).includes(word))
  );
}

function applyFilters(root) {
  const form = root.querySelector(".filters");
  const want = wanted(form);
  const problems = [...root.querySelectorAll(".problem")];
  const hidden = new Set();
  for (const problem of problems) {
    problem.hidden = !passes(problem, want);
    if (problem.hidden) hidden.add(problem.dataset.problem);
  }
  for (const group of root.querySelectorAll(".group")) group.hidden = !group.querySelector(".problem:not([hidden])");
  for (const row of root.querySelectorAll(".matrix tbody tr")) row.hidden = hidden.has(row.dataset.problem);
  for (const head of root.querySelectorAll(".matrix thead [data-measure]")) head.classList.toggle("sought", head.dataset.measure === want.measure);
  showWords(problems, want.words);
  say(form, problems.length, hidden.size);
  keepOneCellInReach(root);
}

/** The sought words in what is shown, where the browser can mark them without touching the page. */
function showWords(problems, words) {
  if (!globalThis.Highlight) return;
  CSS.highlights.delete("sought");
  if (!words.length) return;
  const ranges = problems.filter((problem) => !problem.hidden).flatMap((problem) => rangesOf(problem, words));
  CSS.highlights.set("sought", new Highlight(...ranges));
}

function rangesOf(problem, words) {
  const found = [];
  const texts = document.createTreeWalker(problem, NodeFilter.SHOW_TEXT);
  while (texts.nextNode()) {
    const text = texts.currentNode.data.toLowerCase();
    for (const word of words) {
      for (let start = text.indexOf(word); start >= 0; start = text.indexOf(word, start + word.length)) {
        found.push(new StaticRange({ startContainer: texts.currentNode, startOffset: start, endContainer: texts.currentNode, endOffset: start + word.length }));
      }
    }
  }
  return found;
}

function say(form, all, hidden) {
  const shown = hidden ? `显示${all - hidden}个问题，筛选隐去${hidden}个（共${all}个）` : `显示全部${all}个问题`;
  const status = form.querySelector(".shown");
  if (status.textContent !== shown) status.textContent = shown;
  form.classList.toggle("narrowed", hidden > 0);
  form.querySelector("[type=reset]").hidden = !isChanged(form);
}

function isChanged(form) {
  return [...form.elements].some((field) => (field.type === "checkbox" ? !field.checked : Boolean(field.name && field.value)));
}

function clearFilters(root) {
  root.querySelector(".filters").reset();
  applyFilters(root);
}
