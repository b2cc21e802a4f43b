// The colours of groups and of relations, light and dark.

// Any two, and the soft colour of all other groups, are at least 13 apart (CIE76) for every eye: with normal sight, and
// with each of the three forms of colour blindness as simulated by Machado, Oliveira and Fernandes (2009). Their
// contrast with the paper is at least 3. They were found by a search from hues that look well next to each other.

export const LIGHT_COLOURS = ['#187df1', '#c57b0a', '#b33336', '#0f9ea8', '#85923e', '#7d57b5', '#9d5718', '#c46fce', '#235874', '#679257', '#5677a4'];
export const DARK_COLOURS = ['#7c96ff', '#eab241', '#fd8c8e', '#62d9c4', '#99d279', '#c180d1', '#c78b63', '#d2a6de', '#5eb5fa', '#d4d96c', '#b7e5ff'];

// Those of relations are as far apart, and so is the plain one; as their names are written in them, their contrast is 4.5.

export const LIGHT_RELATIONS = ['#8d4fb1', '#357a74', '#af5a11', '#6a7736'];
export const DARK_RELATIONS = ['#c79cec', '#5ec9cf', '#ed9f75', '#b5ce60'];

// Those of memory, from what is not learned yet to what is remembered well: orange for what is forgotten, blue for what
// is known, so that they differ as much for every eye.

export const LIGHT_MEMORY = ['#9959a6', '#b32f0f', '#bb811b', '#3394cc', '#1c429c'];
export const DARK_MEMORY = ['#ad7ab8', '#f06542', '#e9c163', '#99c9e6', '#517fec'];
