/**
 * Reads the list of prompts out of what a language model wrote.
 *
 * @module
 */

/** What a model wrote. */
export interface ModelOutput {
  readonly text: string;
  /** The model was cut off at its token limit, so the last entry is not complete. */
  readonly isCut: boolean;
}

/**
 * Returns the entries of a JSON list or of numbered or plain lines, raw: cleaning is the
 * filter's work. A list cut in the middle yields its complete entries.
 */
export function parsePrompts({ text, isCut }: ModelOutput): readonly string[] {
  // What a reasoning model thinks aloud is no answer; a thought that never ends leaves none.
  const answer = text.replace(/<think>[\s\S]*?(?:<\/think>|$)/g, "").trim();
  return parseJsonList(answer) ?? parseLines(answer, isCut);
}

function parseJsonList(text: string): readonly string[] | undefined {
  const start = text.search(/[[{]/);
  if (start < 0) return undefined;
  const isFenced = /```(?:json)?\s*$/i.test(text.slice(0, start));
  // A bracket in the middle of prose is no list: "here are chairs [30]:".
  if (!isFenced && !/^[[{]\s*["[{]/.test(text.slice(start))) return undefined;
  const end = Math.max(text.lastIndexOf("]"), text.lastIndexOf("}"));
  try {
    return stringsIn(JSON.parse(text.slice(start, end + 1)));
  } catch {
    // Cut off, or with a trailing comma: take the complete strings that are there.
    const quoted = text.slice(start).matchAll(/("(?:[^"\\\n]|\\.)*")(\s*:)?/g);
    const strings = [...quoted].flatMap(([, entry, colon]) => {
      try {
        return colon === undefined ? [JSON.parse(entry) as string] : [];
      } catch {
        return []; // An escape that JSON does not know.
      }
    });
    return strings.length > 0 ? strings : undefined;
  }
}

/** Every text in a JSON value that is not a key; objects list prompts under any name. */
function stringsIn(value: unknown): readonly string[] | undefined {
  const found: string[] = [];
  const visit = (part: unknown) => {
    if (typeof part === "string") found.push(part);
    else if (typeof part === "object" && part !== null) Object.values(part).forEach(visit);
  };
  visit(value);
  return found.length > 0 ? found : undefined;
}

function parseLines(text: string, isCut: boolean): readonly string[] {
  const lines = text.replace(/^```\w*$/gm, "").split(/\r?\n/).map((line) => line.trim());
  if (isCut) lines.pop();
  const entries = lines.filter((line) => line !== "");
  const numbered = entries.filter((line) => /^(?:\(?\d{1,4}[.):\]]|[-*•–])\s*\S/u.test(line));
  // With numbers, the lines without are remarks; several entries on one line are split.
  if (numbered.length >= 2 && numbered.length >= entries.length / 2) return numbered;
  if (entries.length === 1) {
    const inline = entries[0].split(/\s*(?=\b\d{1,4}[.)]\s)/).filter(Boolean);
    if (inline.length > 2) return inline;
  }
  return entries;
}
