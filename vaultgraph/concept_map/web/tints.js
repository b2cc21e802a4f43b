// The colours of Obsidian's own graph: groups of notes, each with the query that finds them.

const tints = page.tints.map(([query, tint]) => ({ query, tint, asks: parseQuery(query) }));
// As in Obsidian the words of a query may stand anywhere in a note; `said` are those in its text.
const allOf = note => [...fieldsOf(note), ...(notes[note].said ?? []).map(fold)].join('\n');
const isWanted = ({ asks }, note) => asks(note, allOf(note));
const tintOf = note => tints.find(each => isWanted(each, note))?.query;
