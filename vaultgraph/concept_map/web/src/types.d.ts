// The types that the modules share. What the data blocks of the page hold is described in
// docs/map-format.md.

/** The block `page`: how the map is drawn, and everything that is neither note nor link. */
interface Page {
  version: number;
  title: string;
  part: string;
  focus: number;
  mode: 'layered' | 'atlas';
  flow: 'TB' | 'LR' | '';
  placed: number;
  unlinked_area: [left: number, top: number, width: number, height: number] | null;
  topics: string[];
  /** What the notes of the map build on, but it does not show; numbered after its notes. */
  outside: Pick<Note, 'label' | 'cards' | 'order' | 'before'>[];
  back: string;
  theme: 'auto' | 'light' | 'dark';
  strings: Record<string, string>;
  color_groups: [query: string, colour: string][];
  /** The hour at which a day begins. */
  day_begins: number;
  /** What a reader had saved next to the map: the centres of boxes, and views by name. */
  kept: { places: [name: string, x: number, y: number][]; views: [name: string, hash: string][] };
}

type Linkage = 'targets' | 'sources' | 'orphans';

type NoteKind = 'unresolved' | 'attachment' | 'tag' | 'card';

/** A note, or what is drawn like one; its number is its place in the block `notes`. */
interface Note {
  label: string;
  kind?: NoteKind;
  target?: string;
  path?: string;
  folder?: string;
  deck?: string;
  tags?: string[];
  marks?: string[];
  aliases?: string[];
  /** The texts of their values; null for a property without a value. */
  properties?: Record<string, string[] | null>;
  matched_words?: string[];
  cards?: number;
  due?: string[];
  /** How well it is remembered: 1 if not learned yet, 2 to 5 from worst to best. */
  memory?: number;
  memory_exam?: number;
  new?: number;
  /** The day on which it was written, as `YYYY-MM-DD`. */
  date?: string;
  images?: number[];
  /** Its place in the study order, from 1; the notes to learn directly before it. */
  order?: number;
  before?: number[];
  topic: number;
  x: number;
  y: number;
  weight: number;
  /** The radius of a dot. */
  r: number;
  /** A box: its width and height, the lines of its title, the line below it, whether it is large. */
  w: number;
  h: number;
  lines: string[];
  meta?: string;
  hub?: boolean;
}

interface Link {
  from: number;
  to: number;
  kind?: string;
  direction?: number;
  implied?: boolean;
  via?: Point[];
  /** How far it is moved aside, so that links between the same notes do not coincide. */
  lane?: number;
}

/** A note names another one, in so many places: what is before the first of them, the name there, and what is after it. */
interface Mention {
  from: number;
  to: number;
  places: number;
  quote: [before: string, name: string, after: string];
}

/** Text, the number of an image, or an element: its tag, its attributes if it has any, and what is in it. */
type Piece = string | number | MarkedUp;
type MarkedUp = [tag: string, ...(Piece | Record<string, string>)[]];
type Card = [question: Piece[], answer: Piece[]];
type Cards = Record<string, Card[]>;
type ImageEntry = [name: string, source: string];

/** A table of large maps: a list per field, null where a row has none; `+name` holds differences. */
type ColumnTable = Record<string, any[]>;
/** Links of one look: how many lead to each note, and the differences between their sources. */
type LinkBundle = { counts: number[]; steps: number[]; kind?: string; direction?: number; implied?: boolean };

/** What the reader has chosen; -1 stands for no note. */
interface State {
  hovered: number;
  selected: number;
  /** The notes that the search has found; null while nothing is searched for. */
  found: Set<number> | null;
  /** The local graph that is shown; without a centre, the whole map is. */
  local: Local;
  colour: Colouring;
  areas: Areas;
  /** How many levels of folders are distinguished; 0 for as many as there are colours for. */
  level: number;
  /** The names of the hidden groups, by the colouring under which they were hidden. */
  hiddenGroups: Map<Colouring, Set<string>>;
  hiddenKinds: Set<string>;
  hiddenSorts: Set<NoteKind | undefined>;
  hiddenLinkages: Set<Linkage>;
  /** Notes that are hidden one by one. */
  hiddenNotes: Set<number>;
  /** Notes whose links are hidden, such as an index of everything. */
  unlinked: Set<number>;
  /** The last day of which notes are shown, as `YYYY-MM-DD`; empty for all. */
  until: string;
  /** A query that all notes match which are shown; empty for none. */
  filter: string;
  showImplied: boolean;
  showMentions: boolean;
  /** Where a path starts whose end is not chosen yet. */
  pathStart: number;
  path: Path | null;
  /** Where notes of the map have been dragged. */
  dragged: Map<number, Position>;
  /** Whether the camera shows the whole map. */
  isFitted: boolean;
}

/** What a local graph is asked for: see `model/neighbourhood.js`. */
interface Local {
  centres: number[];
  depth: number;
  expanded: number[];
  folded: number[];
}

/** What the areas of the atlas are. */
type Areas = 'folder' | 'topic' | 'deck' | 'tag';

type Colouring = 'topic' | 'folder' | 'deck' | 'tag' | 'obsidian' | 'memory' | 'memory_exam';

/** A path between two notes; without links, if none leads there. */
interface Path {
  start: number;
  end: number;
  links: number[] | null;
}

/** What is highlighted: the note, those next to it, those that lead to it; or the links of a path. */
interface Focus {
  note: number;
  highlighted: Set<number> | null;
  ancestors: Set<number>;
  pathLinks: Set<Link> | null;
}

/** Whether a note matches a query; the words must occur in this field of it. */
type Predicate = (note: number, field: string) => boolean;
/** How a query learns about a note. */
interface Lookup {
  fieldsOf(note: number): string[];
  pathOf(note: number): string;
  tagsOf(note: number): string[];
  deckOf(note: number): string;
  /** The texts of the values of its properties by folded name; null for a property without a value. */
  propertiesOf(note: number): Map<string, string[] | null>;
}
/** What the search is written with: a bracket, a property, or words. */
type Token = Partial<Record<'close' | 'not' | 'quoted' | 'plain' | 'value' | 'scope' | 'phrase' | 'open' | 'word', string>>;
type CardTexts = { words: string; question: string; answer: string };
type Hit = { note: number; rank: number; hint(): string };

type Point = [x: number, y: number];
type Curve = [x1: number, y1: number, x2: number, y2: number, x: number, y: number];
/** A point where a link passes a layer, with its slope there. */
type SlopedPoint = [x: number, y: number, slope: number];
/** An arrow's tip, and the direction in which it points. */
type Tip = [x: number, y: number, dx: number, dy: number];
type Route = { start: Point; curves: Curve[]; tip: Tip; spots: Point[] };
type Position = { x: number; y: number };
type Box = { left: number; top: number; right: number; bottom: number };
/** The part of the map that a picture shows, and how large; `most` is how many links it may have. */
type Frame = Box & { scale: number; isScreen?: boolean; most?: number };
type Sheet = Frame & { canvas: HTMLCanvasElement };
type LineStyle = { layer: number; isTyped: boolean; stroke: string; alpha: number; width: number };
type LinkBatch = { style: LineStyle; lines: MapPath; heads: MapPath };
type NamePicture = {
  canvas(): HTMLCanvasElement;
  lines: string[];
  size: number;
  weight: number;
  fill: string;
  width: number;
  height: number;
};

/** The browser's own, or an SvgContext, which has as much of it as the painters use. */
type Context = CanvasRenderingContext2D;
/** The browser's own, or an SvgPath. */
type MapPath = Path2D;

type Child = Node | string | null;
/** Attributes of an element of SVG; one without a value is left out. */
type Attributes = Record<string, string | number | undefined>;
/** A row of the legend: whether what it stands for is shown, and how to change that. */
type Filter = { isShown: boolean; set(isShown: boolean): void; showOnly?: () => void };

type Camera = [x: number, y: number, scale: number];

/** What an address holds: names, for numbers change from one map to the next. */
interface View {
  note: string;
  from: string;
  local: string[];
  depth: number;
  expanded: string[];
  folded: string[];
  colour: Colouring | '';
  areas: Areas | '';
  level: number;
  groups: Partial<Record<Colouring, string[]>>;
  filter: string;
  until: string;
  hidden: string[];
  /** Notes whose links are hidden. */
  stop: string[];
  kinds: string[];
  hide: string[];
  implied: boolean;
  mentions: boolean;
  camera: Camera | null;
}

/** What one part of the page asks of the others. */
interface Commands {
  select(note: number, isFromAfar?: boolean): void;
  choose(note: number, isFromAfar?: boolean): void;
  showLocal(centres: number[]): void;
  closeLocal(): void;
  toggleNeighbours(note: number): void;
  hideNote(note: number): void;
  toggleLinks(note: number): void;
  filter(query: string): void;
  showLegend(): void;
  updateAll(): void;
}

/** As much of vis-network as the page uses. */
/** What is needed of a WheelEvent. */
type Wheel = Pick<WheelEvent, 'deltaX' | 'deltaY' | 'deltaMode' | 'ctrlKey' | 'timeStamp'>;

declare namespace vis {
  type Pointer = { DOM: Position; canvas: Position };
  type PointerEvent = { pointer: Pointer; event: { srcEvent: MouseEvent } };
  class DataSet {
    constructor(rows: never[]);
  }
  class Network {
    constructor(container: HTMLElement, data: { nodes: DataSet; edges: never[] }, options: object);
    on(event: 'beforeDrawing', listener: (context: CanvasRenderingContext2D) => void): void;
    on(event: string, listener: (event: PointerEvent) => void): void;
    redraw(): void;
    getScale(): number;
    getViewPosition(): Position;
    moveTo(options: object): void;
    DOMtoCanvas(point: Position): Position;
    canvasToDOM(point: Position): Position;
  }
}

interface Window {
  VG: object;
}
