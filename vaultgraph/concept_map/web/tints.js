// The colours of Obsidian's own graph: groups of notes, each with the query that finds them.

const tints = page.tints.map(([query, tint]) => ({ query, tint, asks: parseQuery(query) }));
const isWanted = ({ asks }, note) => fieldsOf(note).some(field => asks(note, field));
const tintOf = note => tints.find(each => isWanted(each, note))?.query;
