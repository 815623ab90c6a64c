/** Lets the event loop serve others before the next slice of a long piece of work. */
export function nextTurn(): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, 0));
}
