import type { FilterStep } from "./filter_step.ts";

/** Several things at the start: "two cats", "a group of robots". */
const SEVERAL =
  /^(?:an? |the )?(?:two|three|four|five|six|seven|eight|nine|ten|twelve|several|many|some|various|multiple|dozens?|[2-9]|\d\d+|(?:group|collection|assortment|variety|selection|series|array|number|family|herd|flock|crowd|army|fleet|gang|swarm|team|scene|view|landscape|couple)s? (?:of|from|with|showing))(?=[ ,]|$)(?!-| (?:headed|legged|eyed|armed|wheeled|story|seater|tiered))/u;

/** A second object with its own article, before anything is said about the first one's parts. */
const SECOND =
  /^(?:(?!\b(?:with|in|on|of|wearing|holding|and)\b).)+ and (?:an?|the|its|his|her|another|two|three) /u;

/** An enumeration: "swords, shields and axes". */
const LIST = /^(?!.*\b(?:with|in|of)\b.*,)[^,]+, [^,]+,? and [^,]+$/u;

/** What happens between objects rather than what one looks like. */
const SCENE = /\b(?:scene|landscape|background|surrounded by|next to|in front of|against a)\b/u;

/** Drops what names several objects or a scene; one asset is one object. */
export const keepOneObject: FilterStep = (text) =>
  SEVERAL.test(text) || SECOND.test(text) || LIST.test(text) || SCENE.test(text) ? undefined : text;
