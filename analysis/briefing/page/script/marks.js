/* A text with its evidence and its shared words marked. Positions are UTF-16 units, as strings count here. */
const EVIDENCE = 1;
const WORD = 2;

function flagsOf(text, span, words) {
  const flags = new Uint8Array(text.length);
  if (span.length) flags.fill(EVIDENCE, span[0], span[1]);
  for (const word of words) {
    for (let place = text.indexOf(word); word && place >= 0; place = text.indexOf(word, place + word.length)) {
      for (let each = place; each < place + word.length; each += 1) flags[each] |= WORD;
    }
  }
  return flags;
}

/** Nodes for `text`: plain strings, <mark class="evidence"> and, inside or outside it, <mark class="word">. */
function marked(text, span, words) {
  const flags = flagsOf(text, span, words);
  const nodes = [];
  let evidence;
  for (let start = 0; start < text.length; ) {
    let end = start;
    while (end < text.length && flags[end] === flags[start]) end += 1;
    const piece = text.slice(start, end);
    const node = flags[start] & WORD ? make("mark", "word", piece) : piece;
    if (flags[start] & EVIDENCE) {
      evidence ??= make("mark", "evidence");
      evidence.append(node);
      if (!nodes.includes(evidence)) nodes.push(evidence);
    } else {
      nodes.push(node);
    }
    start = end;
  }
  return nodes;
}
